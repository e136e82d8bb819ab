/** What is known of a case's nodes now, as marks of its picture: evidence, challenges, and what is in doubt because of them. */

import {
  chainOf,
  type DCase,
  type DoubtMark,
  doubtsOf,
  type EvidenceStatus,
  type NodeStatus,
  openChallenges,
  statusOf,
} from "../../assurance/index.ts";
import { language } from "../language.ts";
import { bundleDigests } from "./bundle-digests.ts";
import { readStatements } from "./statement-file.ts";

const marks: Readonly<Record<EvidenceStatus["is"], NodeStatus["mark"]>> = {
  passing: "holds",
  failing: "fails",
  stale: "stale",
  missing: "missing",
  other: "suspect",
};

/** By uid; the exit code where a file of statements cannot be read. Nothing is known of evidence where there is no file. */
export async function statusesOf(
  whole: DCase,
  path: string,
  files: readonly string[],
  now = Date.now(),
  say: (text: string) => string = language().text,
): Promise<ReadonlyMap<string, NodeStatus> | number> {
  const statements = readStatements(files);
  if (typeof statements === "number") return statements;
  const found = new Map<string, NodeStatus>();
  const doubtful: DoubtMark[] = [];
  const digests = files.length === 0 ? new Map<string, string>() : await bundleDigests(whole, path);
  if (files.length > 0)
    for (const node of whole.nodes) {
      const { evidence, uid } = node;
      if (evidence === undefined) continue;
      const status = statusOf(evidence, statements, { now, bundleDigest: digests.get(evidence.subject ?? ""), node });
      found.set(uid, { mark: marks[status.is], words: say(status.says) });
      if (status.is !== "passing") doubtful.push({ uid, says: status.says });
    }
  for (const { uid, how, because, says } of doubtsOf([whole], doubtful).values()) {
    if (found.has(uid) || how === "defeated") continue;
    const first = because === undefined ? undefined : chainOf(because).at(-1)?.label;
    const words = first === undefined ? (says ?? "in doubt") : `because of ${first}`;
    found.set(uid, { mark: "doubt", words: say(words) });
  }
  for (const [uid, label] of openChallenges(whole))
    if (!found.has(uid)) found.set(uid, { mark: "challenged", words: say(`challenged by ${label}`) });
  return found;
}
