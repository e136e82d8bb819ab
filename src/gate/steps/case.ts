/** Step 7: the D-Case is what was agreed on, or unchanged where it counts for this script. */

import { type CaseFacts, type Proposal, type Reason, reason, type Tier } from "../../consent/index.ts";

/** `facts`: undefined where there is no case; a sentence where it cannot be read. */
export function caseReasons(
  proposal: Proposal,
  facts: CaseFacts | string | undefined,
  { tier, servesGoals }: { readonly tier: Tier; readonly servesGoals: boolean },
): readonly Reason[] {
  if (typeof facts === "string") return [reason("DS6073", facts)];
  if (facts === undefined) {
    if (proposal.case !== undefined) return [reason("DS6071", "it was agreed on with a D-Case, and has none now")];
    return tier.case ? [reason("DS6071", "this class of risk asks for a D-Case, and there is none")] : [];
  }
  if (tier.case && !servesGoals) return [reason("DS6071", "it says of no step which goal of the D-Case that serves")];
  if (proposal.case === facts.digest) return [];
  if (proposal.case === undefined) return [reason("DS6072", "it was agreed on without a D-Case, and has one now")];
  const then = new Map((proposal.nodes ?? []).map((node) => [node.uid, node] as const));
  const changed = facts.nodes.filter(({ uid, hash }) => then.get(uid)?.hash !== hash);
  const gone = [...then.values()].filter(({ uid }) => !facts.nodes.some((node) => node.uid === uid));
  if (then.size === 0) return [reason("DS6072", "its D-Case has changed since it was proposed")];
  return [
    ...changed.map(({ uid, label }) =>
      reason(
        "DS6072",
        then.has(uid)
          ? `${label}, or what it rests on, has changed since it was proposed`
          : `${label} holds for it now, and did not when it was proposed`,
        { node: label },
      ),
    ),
    ...gone.map(({ label }) => reason("DS6072", `${label} does not hold for it any more`, { node: label })),
  ];
}
