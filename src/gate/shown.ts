/** What a person sees of a decision: the warning of a script that nobody has agreed on, and what to do about it. */

import { type Consent, type Core, hasRole, isAuthor, reasonRows, type Seat, stepOf } from "../consent/index.ts";
import type { Decided } from "./decide.ts";

/** Without these nothing can be said of what people agreed on: launch, files, policy, log, the decision itself. */
const groundSteps: ReadonlySet<number> = new Set([1, 2, 4, 5, 11]);

/** Empty where there is nothing to say. */
export function shownOf(decided: Decided, isAllowed: boolean): string {
  const { asked, reasons, mode, emergency, consent, core, bundle } = decided;
  if (mode === "audit" || (reasons.length === 0 && emergency === undefined)) return "";
  if (emergency !== undefined)
    return `dscript: ${asked.name} runs as an emergency until ${emergency.until}: ${safe(emergency.reason)}\n  somebody else has to review it: dscript gate review ${emergency.digest.slice(0, 12)}\n`;
  const head = isAllowed
    ? `${asked.name} would not run under an enforcing policy`
    : reasons.some((each) => groundSteps.has(stepOf(each)))
      ? `${asked.name} does not run: the gate cannot tell whether it is agreed on`
      : `${asked.name} does not run: it is not agreed on`;
  const lines = reasons.map((each) => `  ${each.code}  ${safe(each.message)}`);
  const people = consent === undefined || core === undefined ? [] : peopleLines(consent, core);
  const helps = [...new Set(reasons.map(({ help }) => help))].map((help) => `  - ${help}`);
  const isBroken = bundle === undefined;
  return [
    `dscript: ${head}`,
    ...lines,
    ...(people.length === 0 ? [] : ["", ...people]),
    "",
    "What to do:",
    ...helps,
    ...(isBroken ? [] : [`  - see each step: dscript gate explain ${asked.name}`]),
    "",
  ].join("\n");
}

function peopleLines(consent: Consent, core: Core): readonly string[] {
  const { proposal, seats } = consent;
  const filled = seats.filter(({ by }) => by !== undefined);
  const roles = [...new Set(seats.filter(({ by }) => by === undefined).map(({ role }) => role))];
  return [
    `  proposed by  ${nameOf(core, proposal.who)}, ${proposal.time.slice(0, 10)}`,
    ...(filled.length === 0 ? [] : [`  agreed       ${filled.map((seat) => seatText(seat, core)).join(", ")}`]),
    ...roles.map((role) => `  to agree     ${role}: ${couldText(role, consent, core)}`),
  ];
}

function seatText({ role, by = "" }: Seat, core: Core): string {
  return `${nameOf(core, by)} (${role})`;
}

function couldText(role: string, { proposal, counted }: Consent, core: Core): string {
  const could = Object.values(core.people).filter(
    (person) =>
      hasRole(person, role) && !isAuthor(proposal, person.id) && !counted.some(({ who }) => who === person.id),
  );
  return could.length === 0 ? "nobody" : could.map(({ name }) => safe(name)).join(", ");
}

function nameOf(core: Core, id: string): string {
  return safe(core.people[id]?.name ?? id);
}

export interface ShownStep {
  readonly step: number;
  readonly title: string;
  /** "free": the class of risk needs nobody's agreement, so that nobody has to propose it either. */
  readonly state: "ok" | "no" | "free" | "not looked at";
  readonly reasons: Decided["reasons"];
}

/** The procedure, step by step: what was looked at, and what it came to. */
export function stepsOf({ reasons, looked, consent }: Decided): readonly ShownStep[] {
  return stepTitles.map((title, index): ShownStep => {
    const step = index + 1;
    const own = reasons.filter((each) => stepOf(each) === step);
    if (own.length > 0) return { step, title, state: "no", reasons: own };
    if (!looked.has(step)) return { step, title, state: "not looked at", reasons: [] };
    // Nothing is in the way, and there is nothing that people have said: it is free.
    if (step === proposedStep && consent === undefined) return { step, title: askedNobody, state: "free", reasons: [] };
    return { step, title, state: "ok", reasons: [] };
  });
}

const proposedStep = 6;
const askedNobody = "nobody is asked for this class of risk: it needs no proposal";

const stepTitles = [
  "the engine was started cleanly",
  "every file is as it was read",
  "the script is a file",
  "the policy is signed, and none older than was seen",
  "the log is whole, fresh, and none older than was seen",
  "somebody has proposed it as it stands",
  "its D-Case is as it was agreed on where it counts",
  "enough people agree, and nobody objects",
  "here and now is within what was agreed on",
  "the evidence passes and is fresh",
] as const;

/** Texts of people's making: what could steer a terminal is taken out. */
function safe(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) => (sign === "\n" || sign === "\t" ? " " : "\ufffd"));
}

export interface Explanation {
  readonly title: string;
  /** "Step 8 of the gate." */
  readonly where: string;
  /** The next step. */
  readonly help: string;
}

/** What `dscript explain` says of a code of the gate; undefined where it is none. */
export function explanationOf(code: string): Explanation | undefined {
  if (!Object.hasOwn(reasonRows, code)) return undefined;
  const { step, title, help } = reasonRows[code as keyof typeof reasonRows];
  return { title, where: `Step ${step} of the gate.`, help };
}

/** Every code of the gate, in the order of its steps. */
export const gateCodes: readonly string[] = Object.keys(reasonRows);
