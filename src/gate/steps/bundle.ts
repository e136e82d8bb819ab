/** Step 2: what was read is what would run, and its digest is that of what was read. */

import { type Reason, reason } from "../../consent/index.ts";
import { type GateSubject, isUnprepared } from "../../engine/index.ts";
import { hashBytes } from "../hash.ts";
import type { BundleFacts } from "../memory/bundle-facts.ts";
import type { Memory } from "../memory/memory.ts";

export async function bundleFacts(subject: GateSubject, memory: Memory): Promise<BundleFacts | Reason> {
  const known = memory.bundle(subject.contentKey);
  if (known !== undefined) return known;
  const bundle = await subject.bundle();
  if (isUnprepared(bundle)) return reason("DS6021", bundle.problem?.problem ?? `${subject.name} does not check`);
  const read = new Map(subject.files.map(({ path, bytes }) => [path, `sha256:${hashBytes(bytes)}`] as const));
  for (const { role, file, bytes } of bundle.files) {
    const own = role === "configuration" ? subject.configuration : read.get(file);
    if (own !== bytes) return reason("DS6022", `${file} is another one than when it was read`);
    read.delete(file);
  }
  const [left] = read.keys();
  if (left !== undefined) return reason("DS6022", `${left} is no part of the script any more`);
  const files = Object.fromEntries(bundle.files.map(({ path, bytes }) => [path, plain(bytes)]));
  const facts = { digest: plain(bundle.digest), files };
  memory.keepBundle(subject.contentKey, facts);
  return facts;
}

function plain(digest: string): string {
  return digest.replace("sha256:", "");
}
