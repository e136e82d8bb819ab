/** Counts what a case has: a look at how far it is. */

import type { NodeName } from "../diff/model.ts";
import { wordsOf } from "../diff/words.ts";
import type { CaseNode, DCase } from "../model/case.ts";
import { type CaseIndex, indexOf } from "../model/index-of.ts";
import { coverageOf } from "./coverage.ts";
import type { CaseStats, Counts } from "./model.ts";
import { shapeOf } from "./shape.ts";

/** Of several nodes with one uid the first counts. */
export function statsOf(whole: DCase): CaseStats {
  const index = indexOf(whole);
  const nodes = [...index.byUid.values()];
  const named = (is: (node: CaseNode) => boolean): readonly NodeName[] => nodes.filter(is).map(nameOf);
  return {
    nodes: nodes.length,
    types: counted(nodes.map(({ type }) => type)),
    kinds: counted(nodes.flatMap(({ kind }) => kind ?? [])),
    edges: counted(whole.edges.map(({ kind }) => kind)),
    shape: shapeOf(index),
    undeveloped: named(({ undeveloped }) => undeveloped === true),
    uninstantiated: named(({ uninstantiated }) => uninstantiated === true),
    defeated: named(({ defeated }) => defeated === true),
    challenged: challengedIn(index),
    coverage: coverageOf(index),
    words: wordsIn(whole.module.language ?? "", nodes),
    untranslated: untranslatedIn(whole.module.language, nodes),
    evidence: counted(nodes.flatMap(({ evidence }) => evidence?.by ?? [])),
    unspecified: named(
      ({ type, evidence, monitor }) => type === "evidence" && evidence === undefined && monitor === undefined,
    ),
    owners: counted(nodes.flatMap(({ owner }) => owner ?? [])),
    unowned: named(({ type, owner }) => type === "goal" && owner === undefined),
    modules: modulesOf(whole, nodes),
  };
}

/** In the order in which they occur first. */
function counted<Name extends string>(names: readonly Name[]): Counts<Name> {
  const counts = new Map<Name, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  // The names are those of the type, each with its number.
  return Object.fromEntries(counts) as Counts<Name>;
}

function challengedIn({ case: { edges }, byUid }: CaseIndex): readonly NodeName[] {
  const targets = new Set(
    edges.flatMap(({ kind, to }) => (kind !== "challenges" ? [] : [typeof to === "string" ? to : to.from])),
  );
  return [...byUid.values()].filter(({ uid }) => targets.has(uid)).map(nameOf);
}

function wordsIn(language: string, nodes: readonly CaseNode[]): Counts<string> {
  const counts = new Map<string, number>();
  const count = (name: string, text: string): void => {
    const words = wordsOf(text).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    counts.set(name, (counts.get(name) ?? 0) + words);
  };
  for (const { text, translations } of nodes) {
    count(language, text);
    for (const [name, translation] of Object.entries(translations ?? {})) count(name, translation);
  }
  return Object.fromEntries(counts);
}

function untranslatedIn(language: string | undefined, nodes: readonly CaseNode[]): CaseStats["untranslated"] {
  const languages = new Set(nodes.flatMap(({ translations }) => Object.keys(translations ?? {})));
  const missing = [...languages]
    .filter((name) => name !== language)
    .map((name) => {
      const without = nodes.filter(({ text, translations }) => text !== "" && !Object.hasOwn(translations ?? {}, name));
      return [name, without.map(nameOf)] as const;
    });
  return Object.fromEntries(missing.filter(([, without]) => without.length > 0));
}

function modulesOf({ module }: DCase, nodes: readonly CaseNode[]): readonly string[] {
  const names = [
    ...nodes.flatMap(({ away }) => away?.module ?? []),
    ...(module.extends ?? []).map((each) => each.module),
    ...(module.uses ?? []),
  ];
  return [...new Set(names)].sort();
}

function nameOf({ uid, label }: CaseNode): NodeName {
  return { uid, label };
}
