/** What stands of all that was said of a proposal: each person's last word, and what was taken back. */

import type { Core } from "../core.ts";
import { hasRole, type Person } from "../people/people.ts";
import type { Policy, Quorum } from "../policy/policy.ts";
import type { Proposal, SaidAnswer, Topic, Undoing } from "../topic/topic.ts";
import { seatsOf } from "./seats.ts";

export interface Standing {
  /** Each person's agreement, where it is the last word; who holds it says when, and takes back no yes. */
  readonly agreements: readonly SaidAnswer[];
  readonly abstentions: readonly SaidAnswer[];
  /** Objections that nobody has answered and holds that nobody has withdrawn, in their order; a hold's time may be over. */
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
    // Who agrees has no objection any more; a hold is about when, and stays until its time is over.
    if (answer.kind === "agreement") blocks = blocks.filter(({ who, kind }) => kind === "hold" || who !== answer.who);
    const by = undoingOf(topic, answer, core, policy);
    if (by !== undefined) undone.push({ answer, by });
    if (isBlock(answer)) {
      if (by === undefined) blocks.push(answer);
      if (answer.kind === "objection") last.delete(answer.who);
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

/** What was objected to, or is held, is not gone by proposing the same script again. */
function isCarried(answer: SaidAnswer, proposal: Proposal): boolean {
  return isBlock(answer) && answer.entry < proposal.entry;
}

function isBlock({ kind }: SaidAnswer): boolean {
  return kind === "objection" || kind === "hold";
}

export type Rules = Pick<Policy, "overrule" | "revoke">;

/** An agreement that names no proposal is with those of the same case that came ahead of it. */
function isOf(answer: SaidAnswer, proposal: Proposal): boolean {
  return proposal.entry < answer.entry && (answer.case === undefined || answer.case === proposal.case);
}

/**
 * What takes a statement back: its own author, or whoever may revoke, or, of an objection, as many as may overrule.
 * Nobody revokes a no of somebody else's, and nobody overrules a hold.
 */
function undoingOf(
  { undoings }: Topic,
  said: Proposal | SaidAnswer,
  core: Core,
  { overrule, revoke }: Rules,
): Undoing | undefined {
  const { digest, who } = said;
  const all = undoings.filter(({ of }) => of === digest);
  const single = all.find(
    ({ kind, who: by }) =>
      (kind !== "overruling" && by === who) ||
      (kind === "revocation" && othersMay(kind, said) && mayRevoke(core.people[by], revoke)),
  );
  if (single !== undefined || !othersMay("overruling", said)) return single;
  const overruling = all.filter(({ kind, who: by }) => kind === "overruling" && by !== who);
  return isQuorum(
    overrule,
    overruling.flatMap(({ who: by }) => core.people[by] ?? []),
  )
    ? overruling.at(-1)
    : undefined;
}

/** Whether that is what takes back such a statement of somebody else's. */
export function othersMay(kind: Undoing["kind"], said: Proposal | SaidAnswer): boolean {
  const of = "kind" in said ? said.kind : "proposal";
  if (kind === "overruling") return of === "objection";
  return kind === "revocation" && (of === "proposal" || of === "agreement");
}

function mayRevoke(person: Person | undefined, roles: readonly string[]): boolean {
  return person !== undefined && roles.some((role) => hasRole(person, role));
}

function isQuorum(quorum: Quorum, people: readonly Person[]): boolean {
  const seats = seatsOf(quorum, people);
  return seats.length > 0 && seats.every(({ by }) => by !== undefined);
}
