/** What stands of all that was said of a proposal: each person's last word, and what was taken back. */

import type { Core } from "../core.ts";
import { hasRole, type Person } from "../people/people.ts";
import type { Policy } from "../policy/policy.ts";
import type { Proposal, SaidAnswer, Topic, Undoing } from "../topic/topic.ts";
import { type Seat, seatsOf } from "./seats.ts";

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

/** What has become of an objection or of a hold. */
export interface Fate {
  /** What has taken it back: its author, or as many as may overrule it. */
  readonly undone: Undoing | undefined;
  /** Whether it is in the way of the newest proposal that it is about; the time of a hold may be over. */
  readonly blocks: boolean;
  /** Who may overrule it, by seats, and who has; none where nobody may. */
  readonly overruled: readonly Seat[];
}

export function fateOf(topic: Topic, answer: SaidAnswer, core: Core, policy: Rules): Fate {
  const about = topic.proposals.findLast(
    (each) => answer.proposal === undefined || answer.proposal === each.digest || isCarried(answer, each),
  );
  const undone = undoingOf(topic, answer, core, policy);
  const blocks =
    about === undefined
      ? undone === undefined
      : standingOf(topic, about, core, policy).blocks.some(({ digest }) => digest === answer.digest);
  return { undone, blocks, overruled: overruledBy(topic, answer, core, policy) };
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
function undoingOf(topic: Topic, said: Proposal | SaidAnswer, core: Core, policy: Rules): Undoing | undefined {
  const single = topic.undoings.find(
    ({ of, kind, who: by }) =>
      of === said.digest &&
      ((kind !== "overruling" && by === said.who) ||
        (kind === "revocation" && othersMay(kind, said) && mayRevoke(core.people[by], policy))),
  );
  if (single !== undefined) return single;
  const seats = overruledBy(topic, said, core, policy);
  const isOverruled = seats.length > 0 && seats.every(({ by }) => by !== undefined);
  return isOverruled ? overrulingsOf(topic, said).at(-1) : undefined;
}

function overrulingsOf({ undoings }: Topic, { digest, who }: Proposal | SaidAnswer): readonly Undoing[] {
  return undoings.filter(({ of, kind, who: by }) => of === digest && kind === "overruling" && by !== who);
}

/** The seats of those who may overrule it together; none where it is nothing that can be overruled. */
function overruledBy(topic: Topic, said: Proposal | SaidAnswer, core: Core, { overrule }: Rules): readonly Seat[] {
  if (!othersMay("overruling", said)) return [];
  return seatsOf(
    overrule,
    overrulingsOf(topic, said).flatMap(({ who }) => core.people[who] ?? []),
  );
}

/** Whether that is what takes back such a statement of somebody else's. */
export function othersMay(kind: Undoing["kind"], said: Proposal | SaidAnswer): boolean {
  const of = "kind" in said ? said.kind : "proposal";
  if (kind === "overruling") return of === "objection";
  return kind === "revocation" && (of === "proposal" || of === "agreement");
}

/** Whether the policy lets a person take back what others have proposed or agreed on. */
export function mayRevoke(person: Person | undefined, { revoke }: Pick<Rules, "revoke">): boolean {
  return person !== undefined && revoke.some((role) => hasRole(person, role));
}
