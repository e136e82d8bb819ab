/** The watch of a script: its monitors look, each in a job of its own; what follows from that is done one after the other (language 6). */

import { type Flow, type MonitorParts, type WatchClause, type WhenParts, watchBounds } from "../../records/index.ts";
import type { WatchOptions } from "../asked-of-engine.ts";
import { turn } from "../control/pause.ts";
import { showDuration } from "../control/texts.ts";
import { createFault } from "../faults/raise.ts";
import { flushOutputs } from "../files/standard-output.ts";
import { flowOf, type ScriptFlow } from "../flow.ts";
import { after } from "../processes/limit.ts";
import { processesOf, throwIfStopped } from "../processes/processes.ts";
import { waitIn } from "../processes/wait-in.ts";
import type { Run } from "../run.ts";
import { Bell } from "./bell.ts";
import { Monitor } from "./monitor.ts";
import { lookByTimers, lookOnHeldClock } from "./timing.ts";
import { When } from "./when.ts";

export interface Watched {
  readonly monitors: readonly MonitorParts[];
  readonly whens: readonly WhenParts[];
}

/** Watches until the time is over, a block says `exit`, or the run is interrupted. */
export async function watchOver(run: Run, outer: Flow, options: WatchOptions, watched: Watched): Promise<void> {
  const flow = flowOf(outer);
  flushOutputs(run, flow);
  demandBounds(run, watched);
  const bell = new Bell();
  const { monitors, whens } = create(run, flow, options, watched, bell);
  const { resumes } = options;
  if (resumes !== undefined) {
    // The script is the one that the earlier engine ran.
    await whens.find(({ key }) => key === resumes.when)?.resume(resumes.values);
    return;
  }
  options.say(summary(watched));
  try {
    if (run.clock.isHeld) await goOnHeldClock(run, flow, options, monitors, whens);
    else await goOn(run, flow, options, monitors, whens, bell);
  } finally {
    await Promise.all(monitors.map((monitor) => monitor.end()));
  }
}

function create(run: Run, flow: ScriptFlow, options: WatchOptions, watched: Watched, bell: Bell) {
  const whens: When[] = [];
  const monitors = watched.monitors.map((parts, index): Monitor => {
    const onValue = (): void => {
      for (const when of whens) if (when.parts.judgedBy.includes(index)) when.isDue = true;
      bell.ring();
    };
    return new Monitor(parts, { run, flow, bell, say: options.say, onValue });
  });
  const count = new Map<string, number>();
  for (const parts of watched.whens) {
    const nth = (count.get(parts.text) ?? 0) + 1;
    count.set(parts.text, nth);
    const key = nth === 1 ? parts.text : `${parts.text} #${nth}`;
    const named = parts.named.flatMap((index) => monitors[index] ?? []);
    whens.push(new When(parts, key, named, { run, flow, options }));
  }
  return { monitors, whens };
}

async function goOn(
  run: Run,
  flow: ScriptFlow,
  { lasts }: WatchOptions,
  monitors: readonly Monitor[],
  whens: readonly When[],
  bell: Bell,
): Promise<void> {
  const stop = lookByTimers(monitors);
  let isOver = false;
  const end = (): void => {
    isOver = true;
    bell.ring();
  };
  const cancel = lasts === undefined ? undefined : after(lasts, end);
  try {
    while (!isOver) {
      await judgeDue(whens);
      throwIfStopped(processesOf(run), flow);
      await waitIn(processesOf(run), flow, bell.next());
    }
  } finally {
    stop();
    cancel?.();
  }
}

/** A test's watch takes no time but its clock's. */
async function goOnHeldClock(
  run: Run,
  flow: ScriptFlow,
  { lasts }: WatchOptions,
  monitors: readonly Monitor[],
  whens: readonly When[],
): Promise<void> {
  const until = lasts === undefined ? undefined : run.clock.now() + lasts;
  const next = lookOnHeldClock(monitors, run.clock, until);
  while (await next()) {
    await judgeDue(whens);
    await turn(run, flow);
  }
  if (until !== undefined) run.clock.advance(Math.max(0, until - run.clock.now()));
}

/** In their order; what one does may take long, so that the next is judged by what is known by then. */
async function judgeDue(whens: readonly When[]): Promise<void> {
  for (let due = dueOf(whens); due.length > 0; due = dueOf(whens)) for (const when of due) await when.judge();
}

function dueOf(whens: readonly When[]): readonly When[] {
  return whens.filter(({ isDue }) => isDue);
}

/** What is computed has its bounds, too. */
function demandBounds(run: Run, { monitors, whens }: Watched): void {
  for (const { site, every } of monitors) demand(run, site, [["every", every]]);
  for (const { site, times, per } of whens)
    demand(run, site, [
      ["at most", times],
      ["per", per],
    ]);
}

function demand(run: Run, site: number, clauses: readonly (readonly [WatchClause, number])[]): void {
  for (const [clause, value] of clauses) {
    const { least, most, says } = watchBounds[clause];
    if (value >= least && value <= most) continue;
    const values = clauses.map(([, each]) => each);
    throw createFault(run, site, { kind: "ArgumentFault", message: `\`${clause}\` takes ${says}`, values });
  }
}

function summary({ monitors, whens }: Watched): string {
  const each = monitors.map(({ name, every }) => `${name} every ${showDuration(every)}`).join(", ");
  if (whens.length === 0) return `watches ${each}; nothing follows from that; Ctrl-C ends it`;
  return whens.length === 1
    ? `watches ${each}, for 1 \`when\`; Ctrl-C ends it`
    : `watches ${each}, for ${whens.length} \`when\`s; Ctrl-C ends it`;
}
