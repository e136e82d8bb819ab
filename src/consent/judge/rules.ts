/** What of a policy concerns one script: an agreement is for these rules, and not for others. */

import { canonicalJson, type Json } from "../../assurance/index.ts";
import type { Policy } from "../policy/policy.ts";

/** As RFC 8785 JSON; whoever proposes a script states its digest. */
export function rulesText(policy: Policy, tierName: string): string {
  const { overrule, revoke, witnesses, environment, outlived } = policy;
  const { says: _, lasts = null, ...tier } = policy.tiers[tierName] ?? { says: "", lasts: undefined };
  const kept = { path: environment.path ?? null, keep: environment.keep ?? null };
  const value = { tier: { ...tier, lasts }, overrule, revoke, witnesses, environment: kept, outlived };
  const canonical = canonicalJson(value as unknown as Json);
  return canonical.ok ? canonical.text : "";
}
