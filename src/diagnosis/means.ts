/** What the rows of messages that spoke mean, by the names of their meanings. */

import type { MessageRule } from "./rule.ts";
import { keyOf, type MeaningName } from "./rules/messages/meanings.ts";

/** Whether one of the rows has one of these meanings. */
export function means(rules: readonly MessageRule[], ...names: readonly MeaningName[]): boolean {
  const keys = names.map(keyOf);
  return rules.some(({ key }) => key !== undefined && keys.includes(key));
}

/** Whether both sides failed to agree on TLS, in whatever program. */
export function isOfTls(rules: readonly MessageRule[]): boolean {
  return means(rules, "expired", "early", "otherName", "untrusted", "certificate", "tls");
}
