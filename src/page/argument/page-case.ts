/** The case of a page, with everything that is looked up in it again and again. */

import {
  briefOf,
  type CaseGraph,
  type CaseIndex,
  type CaseNode,
  type DCase,
  graphOf,
  indexOf,
  interpolated,
  type NodeStatus,
  titleOf,
} from "../../assurance/index.ts";
import type { PageData, PageStatus } from "../data.ts";
import { languagesOf, mainLanguage } from "../words/languages.ts";

export interface PageCase {
  readonly case: DCase;
  readonly index: CaseIndex;
  readonly graph: CaseGraph;
  /** What the module is called, and what it is about, as it is shown. */
  readonly titleIn: (language: string) => string;
  readonly briefIn: (language: string) => string | undefined;
  readonly languages: readonly string[];
  readonly mainLanguage: string;
  readonly statuses: ReadonlyMap<string, PageStatus>;
  /** Also of those that are named and not there. */
  readonly nodeOf: (uid: string) => CaseNode | undefined;
  readonly isAbsent: (uid: string) => boolean;
  /** With the values of its scope in the places of their names. */
  readonly textOf: (node: CaseNode, language: string) => string;
  /** The text in that very language, which is one of the node's. */
  readonly textIn: (node: CaseNode, language: string) => string;
  /** The language in which `textOf` has it. */
  readonly languageOf: (node: CaseNode, language: string) => string;
  readonly statusesIn: (language: string) => ReadonlyMap<string, NodeStatus>;
  /** A node by its label, or by its uid where no label is so. */
  readonly named: (name: string) => string | undefined;
  /** What a node is called in an address: its label, where that is its own. */
  readonly nameOf: (uid: string) => string;
}

export function pageCase({ case: whole, statuses: pairs }: PageData): PageCase {
  const index = indexOf(whole);
  const graph = graphOf(whole);
  const main = mainLanguage(whole);
  const statuses = new Map(pairs);
  const byLanguage = new Map<string, ReadonlyMap<string, NodeStatus>>();
  /** Texts with names in them, as they are shown; a node is drawn again and again. */
  const texts = new Map<string, string>();
  const textIn = ({ uid, text, translations }: CaseNode, language: string): string => {
    const plain = translated(text, translations, language);
    if (!/[[{]/.test(plain)) return plain;
    const key = `${language} ${uid}`;
    const before = texts.get(key);
    if (before !== undefined) return before;
    const made = interpolated(whole, uid, plain, language);
    texts.set(key, made);
    return made;
  };
  const placeOf = (uid: string): number => graph.at.get(uid) ?? -1;
  return {
    case: whole,
    index,
    graph,
    titleIn: (language) => titleOf(whole, language),
    briefIn: (language) => briefOf(whole, language),
    languages: languagesOf(whole),
    mainLanguage: main,
    statuses,
    nodeOf: (uid) => graph.nodes[placeOf(uid)],
    isAbsent: (uid) => placeOf(uid) >= graph.absent,
    textOf: (node, language) => textIn(node, hasOwnText(node, language) ? language : main),
    textIn,
    languageOf: (node, language) => (hasOwnText(node, language) ? language : main),
    statusesIn: (language) => {
      const before = byLanguage.get(language);
      if (before !== undefined) return before;
      const made = new Map(
        [...statuses].map(([uid, { mark, words, translations }]): [string, NodeStatus] => [
          uid,
          { mark, words: translated(words, translations, language) },
        ]),
      );
      byLanguage.set(language, made);
      return made;
    },
    named: (name) => index.byLabel.get(name)?.uid ?? (graph.at.has(name) ? name : undefined),
    nameOf: (uid) => {
      const label = graph.nodes[placeOf(uid)]?.label ?? uid;
      return index.byLabel.get(label)?.uid === uid ? label : uid;
    },
  };
}

function hasOwnText({ translations }: CaseNode, language: string): boolean {
  return translations !== undefined && Object.hasOwn(translations, language);
}

/** A language may have the name of something that every object has. */
export function translated(
  text: string,
  translations: Readonly<Record<string, string>> | undefined,
  language: string,
): string {
  return translations !== undefined && Object.hasOwn(translations, language) ? (translations[language] ?? text) : text;
}
