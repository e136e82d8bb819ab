/** What stands of all that was said of a proposal: each person's last word, and what was taken back. */

import type { Core } from "../core.ts";
import { hasRole, type Person } from "../people/people.ts";
import type { Policy, Quorum } from "../policy/policy.ts";
import type { Proposal, SaidAnswer, Topic, Undoing } from "../topic/topic.ts";
import { seatsOf } from "./seats.ts";

export interface Standing {
  /** Each person's agreement, where it is the last word. */
  readonly agreements: readonly SaidAnswer[];
  readonly abstentions: readonly SaidAnswer[];
  /** Objections and holds that nobody has answered, in their order. */
  readonly blocks: readonly SaidAnswer[];
  /** What was taken back, with what did. */
  readonly undone: readonly { readonly answer: SaidAnswer; readonly by: Undoing }[];
  /** Why the proposal itself does not count any more. */
  readonly gone: Undoing | undefined;
}

export function standingOf(topic: Topic, proposal: Proposal, core: Core, policy: Rules): Standing {
  const undone: { answer: SaidAnswer; by: Undoing }[] = [];
  const last = new Map<string, SaidAnswer>();
  let blocks: SaidAnswer[] = [];
  for (const answer of topic.answers) {
    if (answer.proposal !== undefined && answer.proposal !== proposal.digest && !isCarried(answer, proposal)) continue;
    if (answer.proposal === undefined && answer.kind === "agreement" && !isOf(answer, proposal)) continue;
    // Who agrees has no objection any more.
    if (answer.kind === "agreement") blocks = blocks.filter(({ who }) => who !== answer.who);
    const by = undoingOf(topic, answer, core, policy);
    if (by !== undefined) undone.push({ answer, by });
    if (answer.kind === "objection" || answer.kind === "hold") {
      if (by === undefined) blocks.push(answer);
      last.delete(answer.who);
    } else if (by === undefined) last.set(answer.who, answer);
    else last.delete(answer.who);
  }
  const lasting = [...last.values()];
  return {
    agreements: lasting.filter(({ kind }) => kind === "agreement"),
    abstentions: lasting.filter(({ kind }) => kind === "abstention"),
    blocks,
    undone,
    gone: undoingOf(topic, proposal, core, policy),
  };
}

/** What was objected to is not gone by proposing the same script again. */
function isCarried({ kind, entry }: SaidAnswer, proposal: Proposal): boolean {
  return kind === "objection" && entry < proposal.entry;
}

export type Rules = Pick<Policy, "overrule" | "revoke">;

/** An agreement that names no proposal is with those of the same case that came ahead of it. */
function isOf(answer: SaidAnswer, proposal: Proposal): boolean {
  return proposal.entry < answer.entry && (answer.case === undefined || answer.case === proposal.case);
}

/** What takes a statement back: its own author, whoever may revoke, or as many as may overrule. */
function undoingOf(
  { undoings }: Topic,
  { digest, who }: { readonly digest: string; readonly who: string },
  core: Core,
  { overrule, revoke }: Rules,
): Undoing | undefined {
  const all = undoings.filter(({ of }) => of === digest);
  const single = all.find(
    ({ kind, who: by }) =>
      (kind !== "overruling" && by === who) || (kind === "revocation" && mayRevoke(core.people[by], revoke)),
  );
  if (single !== undefined) return single;
  const overruling = all.filter(({ kind, who: by }) => kind === "overruling" && by !== who);
  return isQuorum(
    overrule,
    overruling.flatMap(({ who: by }) => core.people[by] ?? []),
  )
    ? overruling.at(-1)
    : undefined;
}

function mayRevoke(person: Person | undefined, roles: readonly string[]): boolean {
  return person !== undefined && roles.some((role) => hasRole(person, role));
}

function isQuorum(quorum: Quorum, people: readonly Person[]): boolean {
  const seats = seatsOf(quorum, people);
  return seats.length > 0 && seats.every(({ by }) => by !== undefined);
}
