/** A fault as it is drawn for a person: its place, its ranking, its trace. */

import type { FaultView } from "../diagnostics/index.ts";
import { type Program, type Site, systemCallText } from "../records/index.ts";
import type { Fault, Mask } from "../runtime/index.ts";
import { createSource, type Span } from "../text/index.ts";
import { labelsOf } from "./parameters.ts";
import { traceOf } from "./trace.ts";

/** The view of a fault that left its script, or that status style reports. */
export function viewOf(program: Program, fault: Fault, mask: Mask): FaultView {
  return maskedView({ ...viewWithoutTrace(program, fault), ...traceOf(program, fault, mask) }, mask);
}

/** The view of a mistake in the words of a command line: nothing has run, so that there is no trace; an unknown option has no place. */
export function mistakeView(program: Program, fault: Fault, mask: Mask): FaultView {
  const view = maskedView(viewWithoutTrace(program, fault), mask);
  if (program.parameters.some((spec) => labelsOf(spec).includes(fault.symptom.api))) return view;
  const { source: _source, span: _span, ...placeless } = view;
  return placeless;
}

function viewWithoutTrace(program: Program, fault: Fault): FaultView {
  const site = program.sites[fault.site];
  const file = program.files[site?.file ?? 0];
  const stage = site?.stages?.[fault.stage];
  return {
    kind: fault.kind,
    message: fault.symptom.message,
    isScripts: isScripts(fault),
    source: createSource(file?.name ?? "", file?.text ?? ""),
    span: argumentAtFault(site, fault) ?? {
      start: stage?.start ?? site?.start ?? 0,
      end: stage?.end ?? site?.end ?? 0,
    },
    plausible: fault.diagnosis.plausible,
    ranked: fault.diagnosis.ranked.map((share) => ({
      class: share.class,
      p: share.p,
      reason: share.reasons[0]?.says ?? "",
      reasons: share.reasons,
    })),
    advice: fault.diagnosis.advice,
    ...clearedBy(fault),
    ...(fault.goal == null ? {} : { serving: fault.goal }),
    ...(fault.isNotRetried ? { isNotRetried: true } : {}),
    ...(fault.diagnosis.call === undefined ? {} : { systemCall: systemCallText(fault.diagnosis.call) }),
    ...(fault.symptom.compared === undefined ? {} : { compared: fault.symptom.compared }),
    ...(fault.symptom.difference === undefined ? {} : { difference: fault.symptom.difference }),
    stack: [],
  };
}

/** The evidence for the script that counts most, where there is any. */
function clearedBy({ diagnosis }: Fault): Pick<FaultView, "cleared"> {
  const found = diagnosis.ranked.flatMap((share) =>
    share.reasons
      .filter(({ rule, weight }) => rule.startsWith("evidence.") && weight < 0)
      .map(({ says, weight }) => ({ class: share.class, reason: says, weight })),
  );
  const [most] = found.sort((a, b) => a.weight - b.weight);
  return most === undefined ? {} : { cleared: { class: most.class, reason: most.reason } };
}

/** Secrets hidden in all that a run has put into it; the script's own text stands as it is in its file. */
function maskedView(view: FaultView, mask: Mask): FaultView {
  return {
    ...view,
    message: mask(view.message),
    ...(view.systemCall === undefined ? {} : { systemCall: mask(view.systemCall) }),
    ...(view.compared === undefined
      ? {}
      : { compared: view.compared.map((each) => ({ ...each, text: mask(each.text) })) }),
    ranked: view.ranked.map((share) => ({
      ...share,
      reason: mask(share.reason ?? ""),
      reasons: (share.reasons ?? []).map((reason) => ({ ...reason, says: mask(reason.says) })),
    })),
    stack: view.stack.map((frame) => ({
      ...frame,
      name: mask(frame.name),
      arguments: frame.arguments.map((argument) => ({ ...argument, text: mask(argument.text) })),
    })),
  };
}

/** Whether the script wrote the message itself: `throw UserFault("…")`, `assert(x, "…")`. */
function isScripts({ symptom: { api, message } }: Fault): boolean {
  return api === "throw" || (api === "assert" && message !== "the assertion does not hold");
}

/** Where the argument is written that a call failed on. An overflow is of the whole calculation, whichever operand is the larger. */
function argumentAtFault(site: Site | undefined, { kind, symptom, diagnosis }: Fault): Span | undefined {
  if (site === undefined || symptom.api !== site.api || kind === "OverflowFault") return undefined;
  const found = site.arguments.find((argument) => argument.name === diagnosis.about);
  return found?.start === undefined || found.end === undefined ? undefined : { start: found.start, end: found.end };
}
