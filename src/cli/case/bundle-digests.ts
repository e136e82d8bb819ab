/** The digests of the scripts that evidence names, as they are now. */

import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { DCase, Subject } from "../../assurance/index.ts";
import { bundleOf, isUnprepared } from "../../engine/index.ts";

/** By the names in the case: 64 hexadecimal digits; a script that is not there, or has errors, has none. */
export async function bundleDigests(whole: DCase, path: string): Promise<ReadonlyMap<string, string>> {
  const names = new Set(whole.nodes.flatMap(({ evidence }) => evidence?.subject ?? []));
  const digests = new Map<string, string>();
  for (const name of names) {
    const digest = await bundleDigest(name, path);
    if (digest !== undefined) digests.set(name, digest);
  }
  return digests;
}

/** A script is named from the case's folder, or else from the working directory. */
export async function bundleDigest(name: string, path: string): Promise<string | undefined> {
  const beside = join(dirname(resolve(path)), name);
  const bundle = await bundleOf(existsSync(beside) ? beside : name);
  return isUnprepared(bundle) ? undefined : bundle.digest.replace("sha256:", "");
}

/** What a result for a node is about: the script that its evidence names, or else the node's own words. */
export async function subjectFor(node: DCase["nodes"][number], path: string): Promise<Subject> {
  const script = node.evidence?.subject;
  const digest = script === undefined ? undefined : await bundleDigest(script, path);
  if (script !== undefined && digest !== undefined) return { name: script, digest: { sha256: digest } };
  return { name: node.label, digest: { sha256: sha256Of(node.text) } };
}

export function sha256Of(content: string | Uint8Array): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(content).digest("hex");
}
