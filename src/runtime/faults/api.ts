/** What compiled code calls when something has failed: catching, stating, asserting, and frames on the way out. */

import { type FaultClass, type FaultValue, faultClasses, type RuntimeApi } from "../../records/index.ts";
import { flowOf } from "../flow.ts";
import type { Run } from "../run.ts";
import { compare } from "./compare.ts";
import { Fault, Interruption, ScriptExit } from "./fault.ts";
import { createFault, siteAt } from "./raise.ts";
import { settle } from "./settle.ts";

type FaultApi = Pick<
  RuntimeApi,
  | "caught"
  | "statedFault"
  | "matches"
  | "handled"
  | "statusOf"
  | "throwStated"
  | "rethrow"
  | "assertionFailed"
  | "frame"
  | "deferFailed"
>;

export function faultApi(run: Run): FaultApi {
  return {
    caught(_flow, thrown) {
      if (thrown instanceof ScriptExit || thrown instanceof Interruption) throw thrown;
      return asFault(run, thrown);
    },
    matches(fault, name) {
      const known = faultOf(fault);
      if (name === "Fault" || name === known.kind) return true;
      return isFaultClass(name) && known.diagnosis.ranked[0]?.class === name;
    },
    handled(flow, fault) {
      const known = faultOf(fault);
      known.goal ??= flowOf(flow).goal;
      settle(run, known, true);
    },
    statusOf: (fault) => faultOf(fault).status,
    statedFault(_flow, site, name, message) {
      const fault = stated(run, site, name, message);
      // A value as yet: it is a fault once it is thrown.
      run.underWay.delete(fault);
      return fault;
    },
    throwStated(_flow, site, name, message) {
      throw stated(run, site, name, message);
    },
    rethrow(_flow, _site, fault) {
      const known = faultOf(fault);
      known.settled = false;
      run.underWay.add(known);
      throw known;
    },
    assertionFailed(_flow, site, why, ...values) {
      throw createFault(run, site, {
        kind: "AssertionFault",
        message: why ?? "the assertion does not hold",
        api: "assert",
        ...compare(siteAt(run, site).arguments, values, run.secrets.mask),
      });
    },
    frame(thrown, site, values, call = site) {
      if (thrown instanceof ScriptExit || thrown instanceof Interruption) return thrown;
      const fault = asFault(run, thrown, call);
      fault.pass({ site, values, call });
      return fault;
    },
    deferFailed(_flow, pending, thrown) {
      // What ends the script goes ahead of a fault; of two faults the first goes on.
      if (thrown instanceof Interruption || (thrown instanceof ScriptExit && !(pending instanceof Interruption)))
        return thrown;
      if (!(thrown instanceof ScriptExit)) settle(run, asFault(run, thrown), false);
      return pending;
    },
  };
}

/** The fault behind anything thrown: what JavaScript itself throws becomes a fault of ours. */
export function asFault(run: Run, thrown: unknown, site = 0): Fault {
  if (thrown instanceof Fault) return thrown;
  if (thrown instanceof RangeError && /call stack/i.test(thrown.message))
    return createFault(run, site, {
      kind: "StackFault",
      message: "functions call each other too deeply: the stack is full",
    });
  if (thrown instanceof RangeError && /^Invalid (?:string|array) length|maximum size exceeded/i.test(thrown.message))
    return createFault(run, site, {
      kind: "OverflowFault",
      message:
        "a text, array or map would become larger than one value may be (a text has at most 536870888 characters)",
    });
  // The checker takes it that nobody else changes a variable between its test and its use: a job that does is found here.
  if (
    thrown instanceof TypeError &&
    /^\s+at [^\n]*dscript:script/m.exec(thrown.stack ?? "")?.index === firstFrame(thrown)
  )
    return createFault(run, site, {
      kind: "AssertionFault",
      message: "a value was missing where the script had made sure of it: another part of it changed it meanwhile",
    });
  // Anything else is a bug of the engine: it must not pass for a fault of the script.
  throw thrown;
}

/** Where the stack of an error begins, behind its message. */
function firstFrame(thrown: Error): number {
  return /^\s+at /m.exec(thrown.stack ?? "")?.index ?? -1;
}

function stated(run: Run, site: number, name: string, message: string): Fault {
  if (isFaultClass(name)) return createFault(run, site, { kind: "ThrownFault", message, api: "throw", stated: name });
  // The checker lets only kinds and classes through.
  return createFault(run, site, { kind: name as Fault["kind"], message, api: "throw" });
}

function isFaultClass(name: string): name is FaultClass {
  return faultClasses.some((known) => known === name);
}

function faultOf(fault: FaultValue): Fault {
  // Compiled code only has faults that `caught` gave it.
  return fault as Fault;
}
