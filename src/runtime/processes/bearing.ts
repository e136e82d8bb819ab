/** Words that are refused before a command starts, where its failure is accepted or reported (language 4). */

import { accept, type Policy } from "../../records/index.ts";
import { Fault } from "../faults/fault.ts";
import { settle } from "../faults/settle.ts";
import type { Run } from "../run.ts";

/** What `work` gives; a word of its own that cannot be had counts as status 1, or as that of its failing command. A fault that came through a function is not the command's. */
export async function bearing(run: Run, work: () => Promise<number> | number, policy: Policy): Promise<number> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof Fault) || !thrown.ofWord || thrown.passed.length > 0) throw thrown;
    settle(run, thrown, policy === accept);
    if (policy !== accept) run.unseen += 1;
    return thrown.status;
  }
}

/** A failing `$(…)` keeps the command from starting whose word it is. */
export async function substituted<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.passed.length === 0) thrown.ofWord = true;
    throw thrown;
  }
}
