/** `dscript runs --unfinished`, and what a run is told of others at its start. */

import { exitCode, openUnfinished } from "../../engine/index.ts";
import { tell } from "../language.ts";
import { write } from "../terminal.ts";
import { safe } from "./words.ts";

export async function listUnfinished(json: boolean): Promise<number> {
  const { unfinishedRuns, root } = await openUnfinished();
  const all = unfinishedRuns(root);
  if (json) {
    for (const { id, folder, script, plans, problem } of all)
      write(1, `${JSON.stringify({ id, folder, script, plans, ...(problem === undefined ? {} : { problem }) })}\n`);
    return exitCode.ok;
  }
  if (all.length === 0) tell("dscript: no run is unfinished\n");
  for (const { id, script, plans, problem } of all)
    write(1, `${id}  ${problem === undefined ? `${safe(script)}: ${plans.join(", ")}` : problem}\n`);
  return exitCode.ok;
}

/** Ahead of a run: what earlier engines left unfinished is finished or taken back where its configuration says so, and told of otherwise. */
export async function meetUnfinished(): Promise<void> {
  const { unfinishedRuns, takeUpApart, root } = await openUnfinished();
  for (const found of unfinishedRuns(root)) {
    const { id, script, plans, problem, policy } = found;
    const plan = `the plan ${plans.join(", ")} of ${safe(script)}`;
    if (problem !== undefined) {
      tell(`dscript: run ${id} was not finished, and ${problem}: \`dscript abandon ${id}\` gives it up\n`);
    } else if (policy === "tell") {
      const next = `\`dscript resume ${id}\` goes on with it, \`dscript undo ${id}\` takes it back`;
      tell(`dscript: ${plan} was not finished: ${next}\n`);
    } else {
      const how = policy === "finish" ? "is finished now" : "is taken back now";
      tell(`dscript: ${plan} was not finished: it ${how}\n`);
      const failure = await takeUpApart(id, policy);
      if (failure !== undefined) tell(`dscript: that did not succeed: ${failure}\n`);
    }
  }
}
