/** A case as packages, nodes and relations of SACM; what its fields cannot say is written into TaggedValues. */

import type { CaseEdge, CaseNode, DCase, ModuleInfo } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import type { Loss } from "../model/reading.ts";
import type { CaseFile } from "../model/revision.ts";
import { asRead } from "../xml/as-read.ts";
import { recordOf } from "../xml/kept.ts";
import { lostFields, lostRevisions } from "../xml/losses.ts";
import { type NativeIds, nativeIds } from "../xml/native-ids.ts";
import { otherEdges, writtenEdges } from "../xml/other-edges.ts";
import { xml } from "../xml/print.ts";
import { type Rest, restOf } from "../xml/rest.ts";
import { isSame } from "../xml/same.ts";
import { artifactOfAttachment, artifactsIn } from "./artifacts.ts";
import { layer, ownArtifactPackage, type SacmArtifact, type SacmFile, type SacmItem } from "./items.ts";
import { type KeptRelation, keptRelationsOf } from "./kept-relations.ts";
import { elementsIn } from "./kept-things.ts";
import { packagesToWrite, rootToWrite } from "./module.ts";
import { itemOfNode, languageIn } from "./node.ts";
import { edgeKey, orderOf } from "./order.ts";
import { nestedPackages } from "./packages.ts";
import { keptPackages } from "./parts.ts";
import { readSacm, type SacmReading } from "./reading.ts";
import { referencesIn } from "./references.ts";
import { relationsOf } from "./relation-writing.ts";
import { idsInKept } from "./reserved.ts";
import { tagsOfRest } from "./tags.ts";

export interface SacmWriting {
  readonly file: SacmFile;
  readonly lost: readonly Loss[];
}

/** `read` gives what a reader will see of what is about to be written. */
export function sacmOf(file: CaseFile, read: (file: SacmFile) => SacmFile): SacmWriting {
  const kept = keptRelationsOf(file.case.module.extra?.[layer]);
  const written = attempt(file, read, kept);
  // What a module keeps of another file may fit no longer.
  return written.isWhole || kept.length === 0 ? written : attempt(file, read, []);
}

interface Attempt extends SacmWriting {
  /** Whether a reader will see every edge. */
  readonly isWhole: boolean;
}

function attempt(file: CaseFile, read: (file: SacmFile) => SacmFile, kept: readonly KeptRelation[]): Attempt {
  const lost: Loss[] = [...lostRevisions(file)];
  // Each edge once more, so that two of them are never one.
  const whole: DCase = { ...file.case, edges: file.case.edges.map((edge) => ({ ...edge })) };
  const { module } = whole;
  const ids = nativeIds(
    whole.nodes.map(({ uid }) => uid),
    idsInKept(whole),
  );
  const bare = withNodes(whole, ids);
  const isKnown = isWritten(whole, ids);
  const known = whole.edges.filter(isKnown);
  const { relations, edgeOf } = relationsOf(known, {
    whole,
    ids,
    nodes: bare.nodes,
    language: languageOf(whole),
    kept,
  });
  const plain: SacmFile = { ...bare, relations };

  // What is written beside a field fits what a reader will see: it is looked at again where what is there by now changes it.
  const seen = (each: SacmFile): SacmReading => readSacm(read(each), module.name);
  const first = seen(plain);
  const changed = new Set<string>();
  const byId = new Map(first.native.nodes.map((node) => [node.uid, node]));
  const nodes = plain.nodes.map((item, at) => {
    const [node, native] = [whole.nodes[at], byId.get(item.id)];
    return node === undefined || native === undefined ? item : carrying(item, node, native, node.label, lost, changed);
  });
  const second = changed.has("uid") ? seen({ ...plain, nodes }) : first;
  changed.clear();
  const byRelation = new Map(second.native.edges.map(({ edge, relation }) => [relation.id, edge]));
  const tagged = relations.map((relation) => {
    const [edge, native] = [edgeOf.get(relation.id), byRelation.get(relation.id)];
    return edge === undefined || native === undefined
      ? relation
      : carrying(relation, edge, native, undefined, lost, changed);
  });
  const full = { ...plain, nodes, relations: tagged };
  const nodeOrder = orderOf(
    ids.ids,
    first.native.nodes.map(({ uid }) => uid),
  );
  const isSeen = changed.size === 0 && nodeOrder === undefined;
  const last = isSeen ? second : seen(withRootTags(full, asRest({ nodeOrder })));
  const [wanted, given] = [known.map(edgeKey), last.case.edges.map(edgeKey)];
  const others = [...whole.edges.entries()].filter(([, edge]) => !isKnown(edge));
  const rest = asRest({
    ...moduleRest(module, last.native.module, lost),
    nodeOrder,
    edgeOrder: orderOf(wanted, given),
    [otherEdges]: others.length === 0 ? undefined : writtenEdges(others),
  });
  return { file: withRootTags(full, rest), lost, isWhole: isSame(wanted.toSorted(), given.toSorted()) };
}

function languageOf({ module }: DCase): string | undefined {
  return languageIn(module.extra?.[layer], module.language);
}

function withNodes(whole: DCase, ids: NativeIds): SacmFile {
  const { module } = whole;
  const own = recordOf(module.extra?.[layer]);
  const language = languageOf(whole);
  const packages = nestedPackages(packagesToWrite(module), ids);
  const top = rootToWrite(module, language);
  const root = { ...top, id: ids.take(top.id) };
  const others = elementsIn(own["others"]);
  const artifacts = artifactsOf(others);
  const ownArtifacts: SacmArtifact[] = [];
  const attach = (node: CaseNode, before: number): readonly string[] =>
    (node.attachments ?? []).slice(before).map((attachment) => {
      const artifact = artifactOfAttachment(attachment, ids.take(`_a${ownArtifacts.length + 1}`));
      ownArtifacts.push(artifact);
      return artifact.id;
    });
  ids.take(ownArtifactPackage);
  const main = packages.find(({ class: name }) => name.startsWith("Argument"))?.id ?? "";
  const given = {
    language,
    package: main,
    packages: new Set(packages.filter(({ class: name }) => name.startsWith("Argument")).map(({ id }) => id)),
    hasGids: own["gids"] === true,
    idOf: ids.of,
    artifacts,
    attach,
  };
  const nodes: readonly SacmItem[] = whole.nodes.map((node, at) => itemOfNode(node, ids.ids[at] ?? node.uid, given));
  const namespaces = Object.entries(recordOf(own["namespaces"]));
  return {
    root,
    packages,
    nodes,
    relations: [],
    others,
    artifacts,
    ownArtifacts,
    namespaces: Object.fromEntries(namespaces.filter((pair): pair is [string, string] => typeof pair[1] === "string")),
    hasGids: own["gids"] === true,
  };
}

function artifactsOf(others: readonly Json[]): ReadonlyMap<string, SacmArtifact> {
  const tree = asRead(xml("others", {}, keptPackages(others)));
  return artifactsIn(tree.elements, referencesIn(tree));
}

/** Whether both ends of an edge are in the file; the edge that a challenge is aimed at counts as one. */
function isWritten({ edges }: DCase, { of }: NativeIds): (edge: CaseEdge) => boolean {
  const pairs = new Set(
    edges.flatMap(({ from, to }) => (typeof to === "string" && of.has(from) && of.has(to) ? [pairKey(from, to)] : [])),
  );
  return ({ kind, from, to }) => {
    if (!of.has(from)) return false;
    return typeof to === "string" ? of.has(to) : kind === "challenges" && pairs.has(pairKey(to.from, to.to));
  };
}

function pairKey(from: string, to: string): string {
  return JSON.stringify([from, to]);
}

function carrying<T extends SacmItem>(
  item: T,
  wanted: object,
  native: object,
  label: string | undefined,
  lost: Loss[],
  changed: Set<string>,
): T {
  const { rest, tooDeep } = restOf(wanted, native);
  lost.push(...lostFields(label, tooDeep));
  for (const field of Object.keys(rest ?? {})) changed.add(field);
  return rest === undefined ? item : { ...item, tags: [...item.tags, ...tagsOfRest(rest)] };
}

function moduleRest(module: ModuleInfo, native: ModuleInfo, lost: Loss[]): Rest | undefined {
  const { rest, tooDeep } = restOf(module, native);
  lost.push(...lostFields(undefined, tooDeep));
  return rest;
}

function asRest(fields: { readonly [name: string]: Json | undefined }): Rest {
  return Object.fromEntries(Object.entries(fields).filter((pair): pair is [string, Json] => pair[1] !== undefined));
}

function withRootTags(file: SacmFile, rest: Rest): SacmFile {
  const { root } = file;
  return root === undefined ? file : { ...file, root: { ...root, tags: [...root.tags, ...tagsOfRest(rest)] } };
}
