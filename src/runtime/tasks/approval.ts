/** `approve`: the script goes on with a yes alone (language 6). */

import type { Flow } from "../../records/index.ts";
import { showDuration } from "../control/texts.ts";
import { createFault } from "../faults/raise.ts";
import { flushOutputs } from "../files/standard-output.ts";
import { flowOf } from "../flow.ts";
import { processesOf } from "../processes/processes.ts";
import { waitIn } from "../processes/wait-in.ts";
import type { Run } from "../run.ts";
import { frameOf, nextKey } from "./frame.ts";
import { note, recall } from "./write.ts";

export interface Approval {
  readonly role: string;
  readonly question: string;
  readonly timeout: number | null;
}

export async function askApproval(run: Run, flow: Flow, site: number, asked: Approval): Promise<void> {
  const own = flowOf(flow);
  flushOutputs(run, own);
  const key = nextKey(run, frameOf(own));
  const earlier = recall(run, key).findLast((each) => each.do === "answer");
  const answer = earlier?.do === "answer" ? earlier.yes : await ask(run, own, asked);
  if (typeof answer === "boolean" && earlier === undefined) note(run, site, { do: "answer", key, yes: answer });
  if (answer === true) return;
  const { role, question } = asked;
  const why = answer === false ? "the answer was no" : answer;
  const message = `${role} did not approve ${JSON.stringify(question)}: ${why}`;
  throw createFault(run, site, { kind: "ApprovalFault", message, values: [role, question] });
}

async function ask(run: Run, flow: ReturnType<typeof flowOf>, asked: Approval): Promise<boolean | string> {
  const { approve } = run.options;
  if (approve === undefined) return "nobody can be asked here";
  const ended = new AbortController();
  const { timeout } = asked;
  const timer = timeout === null ? undefined : setTimeout(() => ended.abort(), Math.min(timeout, 2 ** 31 - 1));
  try {
    let answer: boolean | string = "";
    const asking = approve({ ...asked, signal: ended.signal }).then((each) => {
      answer = each;
    });
    await waitIn(processesOf(run), flow, asking);
    return ended.signal.aborted && typeof answer === "string"
      ? `no answer came within ${showDuration(timeout ?? 0)}`
      : answer;
  } finally {
    clearTimeout(timer);
    ended.abort();
  }
}
