/** What people agree on, as one text and one digest; docs/case/digest.md says what it holds. */

import type { CaseNode, DCase } from "../model/case.ts";
import { indexOf } from "../model/index-of.ts";
import type { Trouble } from "../model/reading.ts";
import { edgesFacts, type Facts, looseEdges, moduleFacts } from "./argument.ts";
import { noFormTrouble, textsOf } from "./contents.ts";
import { canonicalJson } from "./jcs.ts";

/** The SHA-256 of a text's UTF-8, in 64 small hexadecimal digits. Handed in: pure rooms have no cryptography. */
export interface Sha256 {
  (text: string): string;
  /** Of a text in parts. Without it a text of megabytes is put together first, which takes longer than to hash it. */
  readonly ofParts?: (parts: Iterable<string>) => string;
}

export type CanonicalCase =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly troubles: readonly Trouble[] };

export type CaseDigest =
  | { readonly ok: true; readonly digest: string }
  | { readonly ok: false; readonly troubles: readonly Trouble[] };

/** `sha256:` and 64 hexadecimal digits. */
export function caseDigest(whole: DCase, sha256: Sha256): CaseDigest {
  const { parts, troubles } = canonicalParts(whole);
  const digest = sha256.ofParts === undefined ? sha256([...parts].join("")) : sha256.ofParts(parts);
  const found = troubles();
  return found.length > 0 ? { ok: false, troubles: found } : { ok: true, digest: `sha256:${digest}` };
}

/** The argument as RFC 8785 JSON. */
export function canonicalCase(whole: DCase): CanonicalCase {
  const { parts, troubles } = canonicalParts(whole);
  const text = [...parts].join("");
  const found = troubles();
  return found.length > 0 ? { ok: false, troubles: found } : { ok: true, text };
}

interface CanonicalParts {
  /** To be walked once. */
  readonly parts: Iterable<string>;
  /** Known once all parts are: those of nodes in their order, then those of loose edges and of the module. */
  readonly troubles: () => readonly Trouble[];
}

/** Texts of so many nodes make a part. */
const nodesInOne = 16;

function canonicalParts(whole: DCase): CanonicalParts {
  const ofNodes: { readonly place: number; readonly trouble: Trouble }[] = [];
  const ofOthers: Trouble[] = [];
  return { parts: parts(), troubles };

  function* parts(): Generator<string> {
    const loose = [...looseEdges(whole, indexOf(whole))].map(([from, edges]) => ({ from, ...edgesFacts(edges) }));
    const edges = loose.length === 0 ? "" : `"edges":[${loose.map((each) => written(each, each.from)).join(",")}],`;
    yield `{"dcase":1,${edges}"module":${written(moduleFacts(whole.module), "")},"nodes":[`;
    const textAt = textsOf(whole, (place, trouble) => ofNodes.push({ place, trouble }));
    const order = sortedByUid(whole.nodes);
    for (let first = 0; first < order.length; first += nodesInOne) {
      const texts: string[] = [];
      for (let at = first; at < Math.min(first + nodesInOne, order.length); at += 1) texts.push(textAt(order[at]!));
      yield first === 0 ? texts.join(",") : `,${texts.join(",")}`;
    }
    yield "]}";
  }

  function troubles(): readonly Trouble[] {
    return [...ofNodes.sort((a, b) => a.place - b.place).map(({ trouble }) => trouble), ...ofOthers];
  }

  function written(facts: Facts, label: string): string {
    const canonical = canonicalJson(facts);
    if (canonical.ok) return canonical.text;
    ofOthers.push(noFormTrouble(canonical, label));
    return "";
  }
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
