/** A plan: its body, and what follows where one of its tasks fails (language 6). */

import type { Flow, OutcomeValue, PlanParts } from "../../records/index.ts";
import { ConsentEnd } from "../consent.ts";
import { asFault } from "../faults/api.ts";
import { Fault, Interruption, ScriptExit } from "../faults/fault.ts";
import { createFault } from "../faults/raise.ts";
import { settle } from "../faults/settle.ts";
import { flushOutputs } from "../files/standard-output.ts";
import { flowOf } from "../flow.ts";
import type { Run } from "../run.ts";
import {
  type BackResult,
  demandPlace,
  frameOf,
  isStopped,
  nextKey,
  openFrame,
  openPart,
  type PlanFrame,
} from "./frame.ts";
import { kept, revived } from "./kept.ts";
import { demandSame } from "./past.ts";
import { BranchEnd, TakeBackOrder } from "./stops.ts";
import { takeBack } from "./take-back.ts";
import { unmet } from "./unmet.ts";
import { note, noteAnyway, recall } from "./write.ts";

export async function runPlan(
  run: Run,
  flow: Flow,
  site: number,
  name: string,
  parts: PlanParts,
  isTask = false,
): Promise<OutcomeValue> {
  const outer = frameOf(flowOf(flow));
  if (outer !== undefined) demandPlace(run, site, outer, `the plan \`${name}\``);
  if (outer !== undefined && isStopped(outer)) throw new BranchEnd();
  const key = nextKey(run, outer, flowOf(flow));
  const earlier = recall(run, key);
  const begun = earlier.find((each) => each.do === "plan");
  const values = parts.values();
  if (begun?.do === "plan") demandSame(run, site, begun, { name, values });
  // Where it stands in another one, its tasks are gone through all the same: they may have to be taken back.
  const ended = outer === undefined ? earlier.findLast((each) => each.do === "ended") : undefined;
  const isTarget = outer === undefined && run.options.journal?.takesBack === key;
  if (ended?.do === "ended" && !isTarget) return endedEarlier(run, site, ended, earlier);
  if (begun === undefined) note(run, site, { do: "plan", key, name, values: values.map(kept) });
  const frame = openFrame(flowOf(flow), `${key}.`, name, outer);
  frame.flow.goal = parts.goal ?? frame.flow.goal;
  let cause: Cause | undefined;
  try {
    await parts.body(frame.flow);
    if (isTarget) throw new TakeBackOrder();
  } catch (thrown) {
    cause = causeOf(run, site, thrown);
    if (cause.fault !== undefined) cause.fault.goal ??= frame.flow.goal;
    // What its body raises does not leave the plan's function: the frame is told here.
    if (!isTask) cause.fault?.pass({ site, values, call: site });
  }
  flushOutputs(run, frame.flow);
  if (cause === undefined || cause.isGood) {
    if (outer !== undefined) outer.shared.back.push(...frame.shared.back);
    else await finish(run, key, frame);
    if (cause !== undefined) throw cause.thrown;
    return { state: "done", fault: null, left: [] };
  }
  return failed(run, { outer, frame, site, key, parts, isTarget }, cause);
}

interface Cause {
  readonly thrown: unknown;
  /** Undefined of an `exit`, and of a signal. */
  readonly fault: Fault | undefined;
  /** `exit 0` ends a plan as done. */
  readonly isGood: boolean;
}

function causeOf(run: Run, site: number, thrown: unknown): Cause {
  if (thrown instanceof ScriptExit) return { thrown, fault: undefined, isGood: thrown.status === 0 };
  if (thrown instanceof Interruption) return { thrown, fault: undefined, isGood: false };
  const fault = asFault(run, thrown, site);
  return { thrown: fault, fault, isGood: false };
}

async function finish(run: Run, key: string, frame: PlanFrame): Promise<void> {
  noteAnyway(run, { do: "ended", key, state: "done", left: [] });
  for (const each of frame.shared.back) await each.forget?.();
}

interface Standing {
  readonly outer: PlanFrame | undefined;
  readonly frame: PlanFrame;
  readonly site: number;
  readonly key: string;
  readonly parts: PlanParts;
  /** The run was taken up to take it back. */
  readonly isTarget: boolean;
}

async function failed(run: Run, standing: Standing, cause: Cause): Promise<OutcomeValue> {
  const { outer, frame, key, parts } = standing;
  // Whoever resumes it finds it as it is.
  if (cause.thrown instanceof ConsentEnd && cause.thrown.pauses) throw cause.thrown;
  const back = await takeBack(run, frame);
  const { fault } = cause;
  const said = outer === undefined || back.undone.length > 0 ? saidOf(frame, back, fault) : null;
  // Whoever asks for the outcome is not told beside it.
  if (fault === undefined && said !== null) run.options.tell?.(said);
  if (fault !== undefined) await follow(run, frame, "failure", async (flow) => parts.onFailure?.(flow, fault));
  const { failed: why } = back;
  if (why !== undefined) await follow(run, frame, "undo-failure", async (flow) => parts.onUndoFailure?.(flow, why));
  const state = back.failed === undefined ? "undone" : "undo failed";
  if (outer === undefined) noteAnyway(run, { do: "ended", key, state, left: back.left });
  if (standing.isTarget && !isSignal(cause.thrown)) {
    // What the earlier engine failed of is known.
    if (fault !== undefined) settle(run, fault, true);
    if (fault !== undefined && said !== null) run.options.tell?.(said);
    endOrdered(run, standing, back);
  }
  // A plan around it cannot go on, nor be taken back, where this one is neither done nor undone.
  if (outer !== undefined && back.failed !== undefined) {
    outer.shared.stuck = back;
    throw cause.thrown;
  }
  if (cause.fault !== undefined) return { state, fault: cause.fault, left: back.left, said };
  if (back.failed === undefined) throw cause.thrown;
  const undone = undoFault(run, standing.site, back);
  if (cause.thrown instanceof ScriptExit) throw undone;
  settle(run, undone, false);
  throw cause.thrown;
}

/** In one line: what of a plan that failed was taken back. */
function saidOf({ name }: PlanFrame, { undone, failed: why }: BackResult, fault: Fault | undefined): string | null {
  if (why !== undefined) return null;
  const condition = unmet(fault);
  const what = undone.length === 0 ? "nothing had to be taken back" : `taken back: ${[...new Set(undone)].join(", ")}`;
  return condition === undefined
    ? `the plan ${name} is not done; ${what}`
    : `the plan ${name} is not done: ${condition}; ${what}`;
}

/** A signal, not the order to take everything back. */
function isSignal(thrown: unknown): boolean {
  return thrown instanceof Interruption && !(thrown instanceof TakeBackOrder);
}

/** What was asked for: everything is taken back, and the script ends there. */
function endOrdered(run: Run, { site }: Standing, back: BackResult): never {
  if (back.failed !== undefined) throw undoFault(run, site, back);
  throw new ScriptExit(0);
}

/** What a plan says is to be done when it fails: a failure there is told, and changes nothing. */
async function follow(run: Run, frame: PlanFrame, part: string, handler: (flow: Flow) => Promise<void>): Promise<void> {
  try {
    await handler(openPart(frame, frame.flow.fork(), part));
  } catch (thrown) {
    if (thrown instanceof ScriptExit || thrown instanceof Interruption) return;
    settle(run, asFault(run, thrown), false);
  }
}

function endedEarlier(
  run: Run,
  site: number,
  { state, left }: { readonly state: OutcomeValue["state"]; readonly left: readonly string[] },
  earlier: ReturnType<typeof recall>,
): OutcomeValue {
  if (state === "done") return { state, fault: null, left };
  const failure = earlier.find((each) => each.do === "failed");
  const message = "an earlier engine took it back";
  const fault =
    failure?.do === "failed"
      ? revived(run, site, failure.fault)
      : createFault(run, site, { kind: "ThrownFault", message, stated: "SystemFault" });
  return { state, fault, left };
}

/** Raises what made a plan fail. */
export function settlePlan(run: Run, site: number, { state, fault, left, said }: OutcomeValue): void {
  if (state === "done") return;
  if (said != null) run.options.tell?.(said);
  if (state === "undone") throw fault;
  if (fault instanceof Fault) settle(run, fault, false);
  throw undoFault(run, site, { left });
}

/** Somebody asks for the outcome: the fault is dealt with. */
export function acceptPlan(run: Run, outcome: OutcomeValue): OutcomeValue {
  if (outcome.fault instanceof Fault) settle(run, outcome.fault, true);
  return outcome;
}

function undoFault(run: Run, site: number, { left, failed: why }: Partial<BackResult>): Fault {
  const reason = why === undefined ? "" : `: ${why.message}`;
  const message = `not everything could be taken back${reason}; left to do by hand, in this order: ${(left ?? []).join(", then ")}`;
  return createFault(run, site, { kind: "UndoFault", message });
}
