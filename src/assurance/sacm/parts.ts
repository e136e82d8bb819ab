/** Which attributes and elements of a thing of SACM have a place of their own here; all others are kept as they are. */

import type { Json } from "../model/json.ts";
import { asRead } from "../xml/as-read.ts";
import { elementOfKept } from "../xml/kept.ts";
import type { XmlOut } from "../xml/print.ts";
import type { XmlElement } from "../xml/tree.ts";
import { classOf, isArgumentPackage, isCasePackage, isOtherPackage, nodeClassOf, relationClassOf } from "./classes.ts";

/** Attributes that a thing of some kind has a place for. */
export type OwnAttributes = (name: string) => boolean;

const ofAll =
  /^(?:xsi:type|xmi:type|xmi:id|xmi:uuid|id|gid|name|identifier|content|statement|description|describes|describedInference)$/;
const ofAssertions = /^(?:assertionDeclaration|assumed|toBeSupported|undeveloped)$/;
const ofNodes = /^(?:isCitation|citedElement|isAbstract|uninstantiated)$/;
const ofRelations = /^(?:source|target|reasoning|isCounter)$/;

export const ownOfPackages: OwnAttributes = (name) => ofAll.test(name);
export const ownOfNodes: OwnAttributes = (name) => ofAll.test(name) || ofAssertions.test(name) || ofNodes.test(name);
export const ownOfRelations: OwnAttributes = (name) =>
  ofAll.test(name) || ofAssertions.test(name) || ofRelations.test(name);

const elements = /^(?:name|description|content|statement|source|target|reasoning|citedElement)$/;

export function isOwnElement({ local }: XmlElement): boolean {
  return elements.test(local);
}

/** Packages, nodes and relations. */
export function isPart(element: XmlElement): boolean {
  const name = classOf(element);
  return (
    isCasePackage(name) ||
    isArgumentPackage(name) ||
    isOtherPackage(name) ||
    nodeClassOf(name) !== undefined ||
    relationClassOf(name) !== undefined
  );
}

/** The kept elements that a reader would keep as well. */
export function keptElements(kept: readonly Json[]): readonly XmlOut[] {
  return kept.flatMap((each) => {
    const element = elementOfKept(each);
    if (element === undefined) return [];
    const read = asRead(element);
    return isOwnElement(read) || isPart(read) ? [] : [element];
  });
}

/** The kept packages of artifacts and terms. */
export function keptPackages(kept: readonly Json[]): readonly XmlOut[] {
  return kept.flatMap((each) => {
    const element = elementOfKept(each);
    return element !== undefined && isOtherPackage(classOf(asRead(element))) ? [element] : [];
  });
}
