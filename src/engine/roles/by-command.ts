/** A command that asks for an approval: the question in its environment and on its standard input, the answer as its exit status. */

import { type CommandSettings, timeText, variables } from "../../notices/index.ts";
import { type Answer, type ApprovalRequest, askHelper } from "../../runtime/index.ts";
import { callersEnvironment } from "../inherited.ts";
import { rawEnvironment } from "../raw-arguments.ts";
import { scriptNameOf } from "../script-name.ts";
import { hostName, userName } from "../surroundings.ts";
import type { RolesAround } from "./around.ts";

/** Characters of what a command says that a message shows. */
const longestSaid = 1000;

let asked = 0;

/** 0 is yes, 1 is no, any other end is no answer; what it writes to its error output says why. Never throws. */
export async function askByCommand(
  around: RolesAround,
  { argv, directory }: CommandSettings,
  request: ApprovalRequest,
): Promise<Answer> {
  asked += 1;
  const { runId } = around.state;
  const way = `command ${argv[0] ?? ""}`;
  const facts = factsOf(around, request);
  const { status, failure, said } = await askHelper({
    argv,
    directory,
    input: `${JSON.stringify({ event: "approve", version: 1, ...facts })}\n`,
    environment: new Map([...callersEnvironment(rawEnvironment(process.env)), ...variablesOf(facts)]),
    // The script's own limit stops it.
    milliseconds: Number.POSITIVE_INFINITY,
    stop: request.signal,
    id: `${runId}-approve-${asked}`,
  });
  const text = said.replace(/\s+/g, " ").trim().slice(-longestSaid);
  const why = text === "" ? {} : { why: text };
  if (status === 0) return { yes: true, way, ...why };
  if (status === 1) return { yes: false, way, ...why };
  return { yes: null, way, why: `${way}: ${failure ?? "it failed"}${text === "" ? "" : `: ${text}`}` };
}

function factsOf({ script, state }: RolesAround, { role, question, timeout, plan, place }: ApprovalRequest) {
  return {
    role,
    question,
    script: scriptNameOf(script),
    host: hostName(),
    user: userName(),
    time: timeText(Date.now()),
    run_id: state.runId,
    plan: plan ?? null,
    place: { ...place, file: scriptNameOf(place.file) },
    /** How long there is for an answer; null for any time. */
    seconds: timeout === null ? null : timeout / 1000,
  };
}

function variablesOf(facts: ReturnType<typeof factsOf>): ReadonlyMap<string, string> {
  return variables("DSCRIPT_APPROVAL_", {
    ROLE: facts.role,
    QUESTION: facts.question,
    SCRIPT: facts.script,
    HOST: facts.host,
    USER: facts.user,
    TIME: facts.time,
    RUN_ID: facts.run_id,
    PLAN: facts.plan ?? "",
    FILE: facts.place.file,
    LINE: facts.place.line,
    SECONDS: facts.seconds ?? "",
  });
}
