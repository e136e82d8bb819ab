/** Whether a proposal is agreed on: by whom, who is missing, and what is in its way. */

import type { Core } from "../core.ts";
import { hasRole, keyAt, type Person } from "../people/people.ts";
import type { Policy, Quorum, Tier } from "../policy/policy.ts";
import { type Reason, reason } from "../reasons/reasons.ts";
import { clocksDiffer } from "../take/entry.ts";
import type { Proposal, SaidAnswer, Topic } from "../topic/topic.ts";
import { type AskedScope, outOfScope } from "./scope.ts";
import { larger, type Seat, seatsOf } from "./seats.ts";
import { type Standing, standingOf } from "./standing.ts";

export interface Consent {
  readonly proposal: Proposal;
  readonly seats: readonly Seat[];
  readonly standing: Standing;
  /** Agreements that count, and those that do not, with why. */
  readonly counted: readonly SaidAnswer[];
  readonly passedOver: readonly { readonly answer: SaidAnswer; readonly why: string }[];
  /** When the first of those that count ends: milliseconds since the epoch; undefined for never. */
  readonly ends: number | undefined;
  /** Steps 6, 8 and 9 of the gate; none where it is agreed on. */
  readonly reasons: readonly Reason[];
}

export interface Judging {
  readonly core: Core;
  readonly policy: Policy;
  readonly tier: Tier;
  /** What the D-Case asks for. */
  readonly asks: Quorum;
  /** Undefined where only people are asked about, and not a run. */
  readonly asked: AskedScope | undefined;
  readonly now: number;
}

export function judge(topic: Topic, proposal: Proposal, judging: Judging): Consent {
  const { core, policy, tier, asks, asked, now } = judging;
  const standing = standingOf(topic, proposal, core, policy);
  const passedOver: { answer: SaidAnswer; why: string }[] = [];
  const counted: SaidAnswer[] = [];
  for (const answer of standing.agreements) {
    const why = whyNot(answer, proposal, judging);
    if (why === undefined) counted.push(answer);
    else passedOver.push({ answer, why });
  }
  const quorum = larger(tier.agree, asks);
  const people = counted.flatMap(({ who }) => core.people[who] ?? []);
  const seats = seatsOf(quorum, people);
  const ends = endOf(proposal, counted, tier);
  const reasons = [
    ...(standing.gone === undefined ? [] : [goneReason(standing.gone)]),
    ...blockReasons(standing.blocks, core, now),
    ...periodReasons(proposal, now),
    ...seatReasons(seats, { quorum, proposal, core, standing, passedOver }),
    ...(asked === undefined ? [] : outOfScope(proposal.scope ?? {}, asked)),
    ...(asked === undefined || proposal.scope !== undefined ? [] : outOfScope({}, asked)),
  ];
  return { proposal, seats, standing, counted, passedOver, ends, reasons: once(reasons) };
}

/** A sentence on why an agreement does not count now. */
function whyNot(answer: SaidAnswer, proposal: Proposal, { core, tier, asked, now }: Judging): string | undefined {
  const person = core.people[answer.who];
  if (person === undefined || keyAt(person, answer.keyid, answer.entry) === undefined)
    return "the key that signed it is no longer theirs";
  if (isAuthor(proposal, answer.who)) return "nobody approves the own change";
  if (answer.case !== undefined && answer.case !== proposal.case) return "it is for another state of the case";
  if (answer.notBefore !== undefined && now < Date.parse(answer.notBefore))
    return `it counts from ${answer.notBefore} on`;
  // It would outlast what the rules let it last.
  if (Date.parse(answer.time) > now + clocksDiffer) return `it is dated ahead: ${answer.time}`;
  const end = endOfAnswer(answer, tier);
  if (end !== undefined && now >= end) return `it has expired on ${new Date(end).toISOString()}`;
  if (asked === undefined || answer.scope === undefined) return undefined;
  // What it does not speak of is as it was proposed.
  const { parameters = {} } = answer.scope;
  const defines = new Map([...asked.defines].filter(([name]) => Object.hasOwn(parameters, name)));
  return outOfScope(answer.scope, { ...asked, defines })[0]?.message;
}

export function isAuthor({ who, authors = [] }: Proposal, id: string): boolean {
  return who === id || authors.includes(id);
}

function endOfAnswer({ expires, time }: SaidAnswer, { lasts }: Tier): number | undefined {
  return earliest(
    expires === undefined ? undefined : Date.parse(expires),
    lasts === undefined ? undefined : Date.parse(time) + lasts,
  );
}

function endOf(proposal: Proposal, counted: readonly SaidAnswer[], tier: Tier): number | undefined {
  const own = proposal.expires === undefined ? undefined : Date.parse(proposal.expires);
  return counted.reduce((end, answer) => earliest(end, endOfAnswer(answer, tier)), own);
}

function earliest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

function goneReason({
  who,
  kind,
  reason: why,
}: {
  readonly who: string;
  readonly kind: string;
  readonly reason: string;
}): Reason {
  return kind === "revocation"
    ? reason("DS6086", `${who} has revoked it: ${why}`)
    : reason("DS6062", `${who} has withdrawn it: ${why}`);
}

function blockReasons(blocks: readonly SaidAnswer[], core: Core, now: number): readonly Reason[] {
  return blocks.flatMap(({ kind, who, reason: why = "", node, until }) => {
    const name = core.people[who]?.name ?? who;
    const at = node === undefined ? {} : { node };
    if (kind === "objection")
      return [
        reason("DS6082", node === undefined ? `${name} objects: ${why}` : `${name} objects to ${node}: ${why}`, at),
      ];
    if (until !== undefined && now >= Date.parse(until)) return [];
    return [
      reason("DS6083", until === undefined ? `${name} holds it: ${why}` : `${name} holds it until ${until}: ${why}`),
    ];
  });
}

function periodReasons({ notBefore, expires }: Proposal, now: number): readonly Reason[] {
  if (notBefore !== undefined && now < Date.parse(notBefore))
    return [reason("DS6085", `it counts from ${notBefore} on`)];
  return expires !== undefined && now >= Date.parse(expires)
    ? [reason("DS6084", `it was agreed on until ${expires}`)]
    : [];
}

interface Seated extends Pick<Consent, "standing" | "passedOver" | "proposal"> {
  readonly quorum: Quorum;
  readonly core: Core;
}

function seatReasons(
  seats: readonly Seat[],
  { quorum, proposal, core, standing, passedOver }: Seated,
): readonly Reason[] {
  const everybody = Object.values(core.people);
  return Object.entries(quorum).flatMap(([role, needs]) => {
    const filled = seats.filter((seat) => seat.role === role && seat.by !== undefined);
    if (filled.length >= needs) return [];
    const could = everybody.filter((person) => hasRole(person, role) && !isAuthor(proposal, person.id));
    const whose = role === "any" ? "anybody" : role;
    if (could.length < needs)
      return [reason("DS6087", `${whose}: ${needs} must agree, and only ${could.length} could: authors do not count`)];
    const open = could.filter(({ id }) => !filled.some(({ by }) => by === id));
    return [missing({ role: whose, needs, has: filled.length }, open, standing, passedOver)];
  });
}

function missing(
  { role, needs, has }: { readonly role: string; readonly needs: number; readonly has: number },
  open: readonly Person[],
  standing: Standing,
  passedOver: Consent["passedOver"],
): Reason {
  const expired = passedOver.find(
    ({ answer, why }) => why.startsWith("it has expired") && open.some(({ id }) => id === answer.who),
  );
  if (expired !== undefined)
    return reason("DS6084", `the agreement of ${expired.answer.who} (${role}) does not count: ${expired.why}`);
  const revoked = standing.undone.find(
    ({ answer, by }) => by.kind === "revocation" && open.some(({ id }) => id === answer.who),
  );
  if (revoked !== undefined)
    return reason(
      "DS6086",
      `the agreement of ${revoked.answer.who} (${role}) was revoked by ${revoked.by.who}: ${revoked.by.reason}`,
    );
  const other = passedOver.find(({ answer }) => open.some(({ id }) => id === answer.who));
  const names = open.map(({ name, id }) => `${name} (${id})`).join(", ");
  const head = `${role}: ${needs} must agree, ${has} so far; still to ask: ${names}`;
  return reason(
    "DS6081",
    other === undefined ? head : `${head}; the agreement of ${other.answer.who} does not count: ${other.why}`,
  );
}

function once(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.filter((each, at) => reasons.findIndex(({ message }) => message === each.message) === at);
}
