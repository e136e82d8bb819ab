/** The digest of each node with all that it rests on (Merkle): two that are equal argue the same, whatever changed elsewhere. */

import { type Component, componentsOf } from "../graph/components.ts";
import type { DCase } from "../model/case.ts";
import { type CaseIndex, indexOf } from "../model/index-of.ts";
import type { Trouble } from "../model/reading.ts";
import type { Sha256 } from "./case-digest.ts";
import { contentsOf } from "./contents.ts";
import { dependenciesOf } from "./dependencies.ts";

export type SubtreeHashes =
  | { readonly ok: true; readonly of: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly troubles: readonly Trouble[] };

/** By uid: `sha256:` and 64 hexadecimal digits. What several nodes rest on is hashed once. */
export function subtreeHashes(whole: DCase, sha256: Sha256): SubtreeHashes {
  const index = indexOf(whole);
  const { texts, troubles } = contentsOf(whole);
  if (troubles.length > 0) return { ok: false, troubles };
  const contents = new Map<string, string>();
  for (const [at, { uid }] of whole.nodes.entries()) if (!contents.has(uid)) contents.set(uid, texts[at] ?? "{}");
  return { ok: true, of: hashed(index, contents, sha256) };
}

function hashed(index: CaseIndex, contents: ReadonlyMap<string, string>, sha256: Sha256): ReadonlyMap<string, string> {
  const below = new Map([...contents.keys()].map((uid) => [uid, dependenciesOf(uid, index)] as const));
  const found = new Map<string, string>();
  const hashOf = (uid: string): string => {
    const parts = (below.get(uid) ?? []).map((each) => `${JSON.stringify(each)}:"${found.get(each) ?? "cycle"}"`);
    return `sha256:${sha256(`{"below":{${parts.join(",")}},"node":${contents.get(uid) ?? "{}"}}`)}`;
  };
  for (const component of componentsOf(contents.keys(), (uid) => below.get(uid) ?? []))
    for (const [uid, hash] of ofComponent(component, hashOf, sha256)) found.set(uid, hash);
  return new Map([...contents.keys()].map((uid) => [uid, found.get(uid) ?? ""]));
}

/** On a cycle no node comes first: each is hashed without the others, then all of them together. */
function ofComponent(
  { members, isCycle }: Component,
  hashOf: (uid: string) => string,
  sha256: Sha256,
): readonly (readonly [uid: string, hash: string])[] {
  const alone = members.toSorted().map((uid) => [uid, hashOf(uid)] as const);
  if (!isCycle) return alone;
  const ring = sha256(`{"cycle":{${alone.map(([uid, hash]) => `${JSON.stringify(uid)}:"${hash}"`).join(",")}}}`);
  return alone.map(([uid]) => [uid, `sha256:${sha256(`{"cycle":"sha256:${ring}","uid":${JSON.stringify(uid)}}`)}`]);
}
