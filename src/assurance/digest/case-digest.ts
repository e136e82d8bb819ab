/** What people agree on, as one text and one digest; docs/case/digest.md says what it holds. */

import type { CaseNode, DCase } from "../model/case.ts";
import { indexOf } from "../model/index-of.ts";
import type { Trouble } from "../model/reading.ts";
import { edgesFacts, type Facts, looseEdges, moduleFacts } from "./argument.ts";
import { contentsOf, noFormTrouble } from "./contents.ts";
import { canonicalJson } from "./jcs.ts";

/** The SHA-256 of a text's UTF-8, in 64 small hexadecimal digits. Handed in: pure rooms have no cryptography. */
export type Sha256 = (text: string) => string;

export type CanonicalCase =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly troubles: readonly Trouble[] };

export type CaseDigest =
  | { readonly ok: true; readonly digest: string }
  | { readonly ok: false; readonly troubles: readonly Trouble[] };

/** `sha256:` and 64 hexadecimal digits. */
export function caseDigest(whole: DCase, sha256: Sha256): CaseDigest {
  const canonical = canonicalCase(whole);
  return canonical.ok ? { ok: true, digest: `sha256:${sha256(canonical.text)}` } : canonical;
}

/** The argument as RFC 8785 JSON. */
export function canonicalCase(whole: DCase): CanonicalCase {
  const contents = contentsOf(whole);
  const troubles = [...contents.troubles];
  const written = (facts: Facts, label: string): string => {
    const canonical = canonicalJson(facts);
    if (canonical.ok) return canonical.text;
    troubles.push(noFormTrouble(canonical, label));
    return "";
  };
  const loose = [...looseEdges(whole, indexOf(whole))].map(([from, edges]) => ({ from, ...edgesFacts(edges) }));
  const edges = loose.length === 0 ? "" : `"edges":[${loose.map((each) => written(each, each.from)).join(",")}],`;
  const parts = [`{"dcase":1,${edges}"module":${written(moduleFacts(whole.module), "")},"nodes":[`];
  let between = "";
  for (const at of sortedByUid(whole.nodes)) {
    parts.push(between, contents.texts[at] ?? "");
    between = ",";
  }
  parts.push("]}");
  return troubles.length > 0 ? { ok: false, troubles } : { ok: true, text: parts.join("") };
}

/** The places of nodes. */
function sortedByUid(nodes: readonly CaseNode[]): Uint32Array {
  const uids = nodes.map(({ uid }) => uid);
  const places = Uint32Array.from(uids.keys());
  const [first, next] = [beginningsOf(uids, 0), beginningsOf(uids, lettersInOne)];
  // Not by localeCompare, which differs from one machine to the next.
  return places.sort(
    (a, b) =>
      first[a]! - first[b]! || next[a]! - next[b]! || (uids[a]! < uids[b]! ? -1 : uids[a]! > uids[b]! ? 1 : a - b),
  );
}

/** A number holds exactly so many code units of UTF-16. */
const lettersInOne = 3;

/** Some letters of each text as one number: numbers are compared sooner than texts. */
function beginningsOf(texts: readonly string[], from: number): Float64Array {
  return Float64Array.from(texts, (text) => {
    let number = 0;
    for (let at = from; at < from + lettersInOne; at += 1)
      number = number * 0x10000 + (at < text.length ? text.charCodeAt(at) : 0);
    return number;
  });
}
