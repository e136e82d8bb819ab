/** Step 4: the policy is the one that its roots have signed, none older than was seen, and for this engine. */

import { type Core, type Reason, reason } from "../../consent/index.ts";
import type { Seen } from "../memory/memory.ts";
import type { ReadPolicy } from "../policy/read.ts";

export function policyReasons(
  { path, policy, digest }: ReadPolicy,
  { core, seen, engine }: { readonly core: Core | undefined; readonly seen: Seen; readonly engine: string },
): readonly Reason[] {
  const found: Reason[] = [];
  if (policy.version < seen.policyVersion)
    found.push(
      reason("DS6044", `${path} is version ${policy.version}, and version ${seen.policyVersion} was seen here`),
    );
  if (isOlder(engine, policy.engine))
    found.push(reason("DS6046", `this is dscript ${engine}, and the policy asks for ${policy.engine} or newer`));
  if (core === undefined) return found;
  const logged = core.policy;
  if (logged === undefined) return [...found, reason("DS6045", "the log has no policy that its roots have signed")];
  if (logged.digest === digest) return found;
  if (logged.version > policy.version)
    return [
      ...found,
      reason("DS6044", `${path} is version ${policy.version}, and the log has version ${logged.version}`),
    ];
  return [...found, reason("DS6045", `${path} says something else than what was signed as version ${logged.version}`)];
}

/** By numbers: "0.9.0" is older than "0.10.0". */
function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  for (const at of [0, 1, 2]) {
    const [one, other] = [a?.[at] ?? 0, b?.[at] ?? 0];
    if (one !== other) return one < other;
  }
  return false;
}
