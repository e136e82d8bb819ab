/** What a gate decides about a run, recorded for who watches over security, and shown. */

import type { RecordBody } from "../../records/index.ts";
import type { RunOptions } from "../../runtime/index.ts";
import { exitCode } from "../exit-code.ts";
import type { RunRecords } from "../records.ts";
import type { Runnable } from "../runnable.ts";
import type { Reporter } from "../start-request.ts";
import type { Unprepared } from "../unprepared.ts";
import type { GateAnswer } from "./gate.ts";

/** The record of a decision: faults 3 names it a SecurityAudit. */
function auditOf(answer: GateAnswer, { program }: Runnable): RecordBody {
  const { allowed, mode, reasons, bundle, emergency } = answer;
  const nodes = [...new Set(reasons.flatMap(({ node }) => node ?? []))];
  return {
    logPoint: "SecurityAudit",
    faultType: [],
    scriptName: program.files[0]?.name ?? "",
    scriptLine: 1,
    api: "gate",
    arguments: [
      ["decision", allowed ? "allow" : "refuse"],
      ["mode", mode],
      ...(bundle === undefined ? [] : ([["bundle", bundle]] as const)),
      ...(emergency === undefined ? [] : ([["emergency", emergency.digest]] as const)),
      ...(reasons.length === 0 ? [] : ([["reasons", reasons.map(({ code }) => code).join(" ")]] as const)),
      ...(nodes.length === 0 ? [] : ([["nodes", nodes.join(" ")]] as const)),
    ],
    ...(reasons.length === 0 ? {} : { message: reasons.map(({ message }) => message).join("; ") }),
    time: Date.now(),
  };
}

/** Tells what was decided; what keeps the run from starting, where something does. */
export async function tellAnswer(
  answer: GateAnswer,
  { records, runnable, reporter }: { records: RunRecords; runnable: Runnable; reporter: Reporter },
): Promise<Unprepared | undefined> {
  records.emit(auditOf(answer, runnable));
  if (answer.shown !== "" && !reporter.json) reporter.say(answer.shown);
  if (answer.allowed) return undefined;
  await records.close();
  return { code: exitCode.notAgreed, diagnostics: [], leftOut: [] };
}

/** What the runtime asks ahead of each change. */
export function consentOf(
  answer: GateAnswer | undefined,
  tell: (body: RecordBody) => void,
  runnable: Runnable,
): Pick<RunOptions, "consent"> {
  const still = answer?.still;
  if (answer === undefined || still === undefined) return {};
  const { outlived } = answer;
  return {
    consent: {
      outlived,
      ended() {
        const reason = still();
        if (reason === undefined) return undefined;
        tell(auditOf({ ...answer, allowed: false, reasons: [reason] }, runnable));
        return `${reason.code}: ${reason.message}`;
      },
    },
  };
}
