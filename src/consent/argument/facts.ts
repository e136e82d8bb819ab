/** What an agreement binds of a D-Case: its digest, and the nodes that count for one script. */

import { caseDigest, type DCase, indexOf, type Sha256, subtreeHashes } from "../../assurance/index.ts";
import { larger } from "../judge/seats.ts";
import type { Quorum } from "../policy/policy.ts";

export interface CountingNode {
  readonly uid: string;
  readonly label: string;
  /** Of the node with all that it rests on: 64 hexadecimal digits. */
  readonly hash: string;
}

export interface CaseFacts {
  /** 64 hexadecimal digits; of several modules, over the digests of all. */
  readonly digest: string;
  /** What the case asks for: how many of which role. */
  readonly asks: Quorum;
  /** The goals that the script serves, and the contexts that hold there; of a script that serves none, the case's roots. */
  readonly nodes: readonly CountingNode[];
}

/** A sentence where a case has no digest. `served`: the uids of goals. */
export function caseFacts(cases: readonly DCase[], served: readonly string[], sha256: Sha256): CaseFacts | string {
  const digests: string[] = [];
  const hashes = new Map<string, CountingNode>();
  for (const whole of cases) {
    const digest = caseDigest(whole, sha256);
    const trees = subtreeHashes(whole, sha256);
    const [trouble] = digest.ok ? (trees.ok ? [] : trees.troubles) : digest.troubles;
    if (!digest.ok || !trees.ok) return trouble?.message ?? "it has no digest";
    digests.push(plain(digest.digest));
    const { byUid } = indexOf(whole);
    for (const [uid, hash] of trees.of)
      if (!hashes.has(uid)) hashes.set(uid, { uid, label: byUid.get(uid)?.label ?? uid, hash: plain(hash) });
  }
  const uids = served.length === 0 ? cases.flatMap((whole) => indexOf(whole).roots.map(({ uid }) => uid)) : served;
  const [first = "", ...others] = digests;
  return {
    digest: others.length === 0 ? first : sha256([first, ...others].join("\n")),
    asks: cases.reduce<Quorum>((asks, { module }) => larger(asks, module.agree ?? {}), {}),
    nodes: countingUids(cases, uids).flatMap((uid) => hashes.get(uid) ?? []),
  };
}

/** A context above holds below, too: a value that the script reads may stand there. */
function countingUids(cases: readonly DCase[], served: readonly string[]): readonly string[] {
  const found = new Set(served);
  for (const whole of cases) {
    const index = indexOf(whole);
    const above = new Set(served.filter((uid) => index.byUid.has(uid)));
    for (const uid of above) {
      for (const { kind, to } of index.out(uid)) if (kind === "inContextOf" && typeof to === "string") found.add(to);
      for (const { kind, from } of index.into(uid)) if (kind === "supportedBy") above.add(from);
    }
  }
  return [...found];
}

/** All that goals rest on, themselves too. */
export function belowOf(cases: readonly DCase[], uids: readonly string[]): ReadonlySet<string> {
  const found = new Set(uids);
  for (const whole of cases) {
    const index = indexOf(whole);
    for (const uid of found)
      for (const { kind, to } of index.out(uid)) if (kind !== "challenges" && typeof to === "string") found.add(to);
  }
  return found;
}

function plain(digest: string): string {
  return digest.replace("sha256:", "");
}
