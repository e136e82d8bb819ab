/** `approve`: the script goes on with a yes alone (language 6). */

import type { Flow } from "../../records/index.ts";
import type { Answer } from "../asked-of-engine.ts";
import { showDuration } from "../control/texts.ts";
import { Interruption } from "../faults/fault.ts";
import { createFault } from "../faults/raise.ts";
import { flushOutputs } from "../files/standard-output.ts";
import { flowOf, type ScriptFlow } from "../flow.ts";
import { pointAt } from "../point.ts";
import { after } from "../processes/limit.ts";
import { processesOf } from "../processes/processes.ts";
import { waitIn } from "../processes/wait-in.ts";
import type { Run } from "../run.ts";
import { frameOf, nextKey } from "./frame.ts";
import { standingOf } from "./standing.ts";
import { note, recall } from "./write.ts";

export interface Approval {
  readonly role: string;
  readonly question: string;
  readonly timeout: number | null;
}

export async function askApproval(run: Run, flow: Flow, site: number, asked: Approval): Promise<void> {
  const own = flowOf(flow);
  flushOutputs(run, own);
  const key = nextKey(run, frameOf(own), own);
  const earlier = recall(run, key).findLast((each) => each.do === "answer");
  const answer: Pick<Answer, "yes" | "why"> =
    earlier?.do === "answer" ? { yes: earlier.yes } : await ask(run, own, site, asked);
  if (answer.yes !== null && earlier === undefined) note(run, site, { do: "answer", key, yes: answer.yes });
  if (answer.yes === true) return;
  const { role, question } = asked;
  const why = answer.yes === false ? saysNo(answer.why) : (answer.why ?? "there is no answer");
  const message = `${role} did not approve ${JSON.stringify(question)}: ${why}`;
  throw createFault(run, site, { kind: "ApprovalFault", message, values: [role, question] });
}

function saysNo(why: string | undefined): string {
  return why === undefined ? "the answer was no" : `the answer was no: ${why}`;
}

async function ask(run: Run, flow: ScriptFlow, site: number, asked: Approval): Promise<Answer> {
  const { approve } = run.options;
  const { role, timeout } = asked;
  const question = run.secrets.mask(asked.question);
  if (approve === undefined) return { yes: null, why: "nobody can be asked here", way: "none" };
  const ended = new AbortController();
  const cancel = timeout === null ? undefined : after(timeout, () => ended.abort());
  const asking = approve({ role, question, timeout, signal: ended.signal, ...standingOf(run, flow, site) });
  try {
    let answer = await waitIn(processesOf(run), flow, asking);
    if (ended.signal.aborted && answer.yes === null)
      answer = { ...answer, why: `no answer came within ${showDuration(timeout ?? 0)}` };
    audit(run, site, { role, question }, answer);
    return answer;
  } catch (thrown) {
    ended.abort();
    const why =
      thrown instanceof Interruption ? `${thrown.signal} interrupted the run` : "a time limit ended the asking";
    audit(run, site, { role, question }, { ...(await asking), yes: null, why });
    throw thrown;
  } finally {
    cancel?.();
    ended.abort();
    // The terminal is left in order, and nothing of a command runs on.
    await asking;
  }
}

/** Who let the script go on, or did not. */
function audit(
  run: Run,
  site: number,
  { role, question }: Pick<Approval, "role" | "question">,
  { yes, why, by, way }: Answer,
): void {
  run.options.emit({
    logPoint: "SecurityAudit",
    ...pointAt(run, site),
    api: "approve",
    arguments: [
      ["role", role],
      ["question", question],
      ["answer", yes === null ? "none" : yes ? "yes" : "no"],
      ...(why === undefined ? [] : ([["why", why]] as const)),
      ...(by === undefined ? [] : ([["by", by]] as const)),
      ["way", way],
    ],
  });
}
