/** A proposal as people read it ahead of their answer: what it is, for what, who must agree, and what would void it. */

import { type Consent, type Core, hasRole, isAuthor, judge, type Proposal, type Scope } from "../../consent/index.ts";
import { unifiedDifference } from "../../text/index.ts";
import { safe } from "../runs/words.ts";
import { contentOf } from "./contents.ts";
import type { Spoken } from "./topic.ts";

/** Who agrees now, apart from hosts and hours. */
export function consentOf({ place, topic, tier, facts }: Spoken, proposal: Proposal): Consent {
  const { core, policy } = place;
  return judge(topic, proposal, { core, policy, tier, asks: facts?.asks ?? {}, asked: undefined, now: Date.now() });
}

export function proposalText(spoken: Spoken, proposal: Proposal): string {
  const { place, tierName, tier, facts, subject } = spoken;
  const { core } = place;
  const consent = consentOf(spoken, proposal);
  const nodes = (proposal.nodes ?? []).map(({ label }) => label);
  const scope = scopeTexts(proposal.scope ?? {});
  return [
    `${safe(subject.name)}: proposal ${proposal.digest.slice(0, 12)} of ${nameOf(core, proposal.who)}, ${proposal.time.slice(0, 16).replace("T", " ")}`,
    ...(proposal.says === undefined ? [] : [`  ${safe(proposal.says)}`]),
    `  class of risk  ${tierName}: ${safe(tier.says)}`,
    `  bundle         ${proposal.bundle}`,
    ...(proposal.case === undefined ? [] : [`  case           ${proposal.case}`]),
    ...(nodes.length === 0 ? [] : [`  for            ${nodes.join(", ")}`]),
    ...scope.map((text) => `  only           ${text}`),
    ...(proposal.notBefore === undefined ? [] : [`  from           ${proposal.notBefore}`]),
    ...(proposal.expires === undefined ? [] : [`  until          ${proposal.expires}`]),
    ...consent.seats.map(({ role, by }) =>
      by === undefined
        ? `  to agree       ${role}: ${couldText(role, consent, core)}`
        : `  agreed         ${role}: ${nameOf(core, by)}`,
    ),
    ...consent.standing.blocks.map(
      ({ kind, who, reason = "", digest }) =>
        `  ${kind.padEnd(13)}  ${nameOf(core, who)}: ${safe(reason)} (${digest.slice(0, 12)})`,
    ),
    ...(facts !== undefined && proposal.case !== undefined && proposal.case !== facts.digest
      ? ["  the case has changed since it was proposed"]
      : []),
    "  it is void as soon as a word of the script, of what it imports or of its dscript.yaml changes, or what its goals rest on",
    "",
  ].join("\n");
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

/** What has changed since a person agreed last, file by file; empty where they never did. */
export function sinceLast({ place, subject }: Spoken, proposal: Proposal, who: string): string {
  const last = lastAgreed(place, subject.path, who, proposal);
  if (last === undefined) return "";
  const paths = new Set([...Object.keys(last.files ?? {}), ...Object.keys(proposal.files ?? {})]);
  const parts = [...paths].flatMap((path) => {
    const [old, now] = [last.files?.[path], proposal.files?.[path]];
    if (old === now) return [];
    const [before, after] = [old, now].map((digest) =>
      digest === undefined ? "" : contentOf(place.log, digest)?.toString("utf8"),
    );
    if (before === undefined || after === undefined) return [`${path}: what it was is not kept here\n`];
    return [[`  ${path}:`, ...unifiedDifference(before, after).map((line) => `  ${line}`)].join("\n").concat("\n")];
  });
  const head = `since you agreed last, on ${last.time.slice(0, 10)}:\n`;
  return parts.length === 0 ? `${head}  no file has changed\n` : `${head}${parts.join("")}`;
}

function lastAgreed(
  { memory, core }: Spoken["place"],
  script: string,
  who: string,
  than: Proposal,
): Proposal | undefined {
  const bundles = core.scripts[script] ?? [];
  return bundles
    .flatMap((bundle) => {
      const { proposals, answers } = memory.topic(bundle);
      return proposals.filter(
        ({ digest }) =>
          digest !== than.digest &&
          answers.some((each) => each.who === who && each.kind === "agreement" && each.proposal === digest),
      );
    })
    .sort((a, b) => a.entry - b.entry)
    .at(-1);
}
