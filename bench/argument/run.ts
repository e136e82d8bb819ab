// One step in a process of its own, with STEP and RUNS as its arguments. Prints what it took as JSON.
import { type Step, type StepName, steps, textFor } from "./steps.ts";

/** Milliseconds on the clock and of the processors, those of the garbage collector's threads included. */
export interface Took {
  readonly wall: number;
  readonly cpu: number;
}

export interface StepTimes {
  /** By the run: the first is what a user meets, whose process does it once. */
  readonly work: readonly Took[];
  readonly bare: readonly Took[];
}

const [name, runs] = process.argv.slice(2) as [StepName, string];
const step: Step = steps[name];
const text = textFor(step);
const times: { work: Took[]; bare: Took[] } = { work: [], bare: [] };
for (let run = 0; run < Number(runs); run += 1) {
  const { work, bare } = step.prepare(text);
  times.work.push(timed(work));
  times.bare.push(timed(bare));
}
process.stdout.write(JSON.stringify(times satisfies StepTimes));

function timed(act: () => unknown): Took {
  const [began, used] = [performance.now(), process.cpuUsage()];
  act();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - began, cpu: (user + system) / 1000 };
}
