/** A proposal as people read it ahead of their answer: what it is, for what, who must agree, and what would void it. */

import { basename } from "node:path";
import { type Consent, type Core, hasRole, isAuthor, judge, type Proposal, type Scope } from "../../consent/index.ts";
import { safe } from "../runs/words.ts";
import type { Spoken } from "./topic.ts";

/** Who agrees now, apart from hosts and hours. */
export function consentOf({ place, topic, tier, facts }: Spoken, proposal: Proposal): Consent {
  const { core, policy } = place;
  return judge(topic, proposal, { core, policy, tier, asks: facts?.asks ?? {}, asked: undefined, now: Date.now() });
}

export function proposalText(spoken: Spoken, proposal: Proposal): string {
  const { subject, place } = spoken;
  return [
    `${safe(subject.name)}: proposal ${proposal.digest.slice(0, 12)} of ${nameOf(place.core, proposal.who)}, ${proposal.time.slice(0, 16).replace("T", " ")}`,
    ...contentLines(spoken, proposal),
    ...answerLines(spoken, proposal),
    ...voidLines(spoken, proposal),
    "",
  ].join("\n");
}

/** What would be agreed on. */
function contentLines({ tierName, tier }: Spoken, proposal: Proposal): readonly string[] {
  const nodes = (proposal.nodes ?? []).map(({ label }) => label);
  return [
    ...(proposal.says === undefined ? [] : [`  ${safe(proposal.says)}`]),
    `  class of risk  ${tierName}: ${safe(tier.says)}`,
    `  bundle         ${proposal.bundle}`,
    ...(proposal.case === undefined ? [] : [`  case           ${proposal.case}`]),
    ...(nodes.length === 0 ? [] : [`  for            ${nodes.map(safe).join(", ")}`]),
    ...scopeTexts(proposal.scope ?? {}).map((text) => `  only           ${text}`),
    ...(proposal.notBefore === undefined ? [] : [`  from           ${proposal.notBefore}`]),
    ...(proposal.expires === undefined ? [] : [`  until          ${proposal.expires}`]),
  ];
}

/** Who has agreed, who has not, and what is in the way. */
function answerLines(spoken: Spoken, proposal: Proposal): readonly string[] {
  const { core } = spoken.place;
  const consent = consentOf(spoken, proposal);
  return [
    ...consent.seats.map(({ role, by }) =>
      by === undefined
        ? `  to agree       ${role}: ${couldText(role, consent, core)}`
        : `  agreed         ${role}: ${nameOf(core, by)}`,
    ),
    ...consent.standing.agreements.map(
      ({ who, digest }) => `  said           ${nameOf(core, who)} agrees (${digest.slice(0, 12)})`,
    ),
    ...consent.standing.blocks.map(({ kind, who, reason = "", digest, node, until }) => {
      const at = node === undefined ? "" : ` ${safe(node)}`;
      const end = until === undefined ? "" : ` until ${until}`;
      return `  ${kind.padEnd(13)}  ${nameOf(core, who)}${at}${end}: ${safe(reason)} (${digest.slice(0, 12)})`;
    }),
  ];
}

/** What would end an agreement, and what has already. */
function voidLines(spoken: Spoken, proposal: Proposal): readonly string[] {
  const { facts, subject, tierName } = spoken;
  const files = Object.keys(spoken.files).map((path) => safe(basename(path)));
  const { ends } = consentOf(spoken, proposal);
  return [
    `  void with      a changed word of ${files.join(", ") || safe(subject.name)}`,
    ...(facts === undefined ? [] : ["  void with      a change of these nodes, or of what they rest on"]),
    `  void with      a change of the rules for ${tierName}`,
    ...(ends === undefined ? [] : [`  ends           ${new Date(ends).toISOString()}`]),
    ...(facts !== undefined && proposal.case !== undefined && proposal.case !== facts.digest
      ? ["  the case has changed since it was proposed"]
      : []),
  ];
}

function couldText(role: string, { proposal }: Consent, core: Core): string {
  const could = Object.values(core.people).filter((person) => hasRole(person, role) && !isAuthor(proposal, person.id));
  return could.length === 0 ? "nobody" : could.map(({ id }) => nameOf(core, id)).join(", ");
}

export function nameOf(core: Core, id: string): string {
  const name = core.people[id]?.name;
  return name === undefined || name === id ? safe(id) : `${safe(name)} (${safe(id)})`;
}

function scopeTexts({ hosts, schedule, directories, parameters, runs }: Scope): readonly string[] {
  return [
    ...(hosts === undefined ? [] : [`on ${hosts.map(safe).join(", ")}`]),
    ...(schedule === undefined ? [] : [`at ${schedule.map(safe).join("; ")}`]),
    ...(directories === undefined ? [] : [`in ${directories.map(safe).join(", ")}`]),
    ...Object.entries(parameters ?? {}).map(([name, bound]) => `with ${safe(name)} as ${safe(JSON.stringify(bound))}`),
    ...(runs === undefined ? [] : [`${runs} times`]),
  ];
}
