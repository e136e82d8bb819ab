/** What a command waits for when its time is over: looked up in /proc just ahead of its end. */

import type { Waiting } from "../../../records/index.ts";
import { steadyNow } from "../../clock.ts";
import type { RunOptions } from "../../run.ts";
import { createHunt } from "../end-everything.ts";
import { cookieToken } from "../environment-block.ts";
import type { Command, Live } from "../live.ts";
import { type Others, type Reason, weights } from "./descriptors.ts";
import { procNumbers } from "./proc-text.ts";
import { best, stateOf, whyWaiting } from "./thread.ts";

/** Milliseconds: looks at who runs or waits for a disk, at once and after each of these; and the most that all may take. */
const laterLooks = [35, 70];
const patience = 100;
const mostProcesses = 64;
const mostThreads = 32;
/** Clock ticks a second, whatever the kernel's own are (USER_HZ). */
const ticksASecond = 100;
/** A command that had less of a processor than this, and was not seen to want one, was held up by something else. */
const little = 0.3;
/** Nothing that holds it up was seen, and it had as much as this in all its time. */
const busy = 0.1;

/** What the commands with these numbers wait for, with all that they started; undefined where /proc does not tell. Never throws; 100 ms at most. */
export async function waitingOf(
  run: { readonly options: Pick<RunOptions, "runId"> },
  live: Live,
  numbers: readonly number[],
  roots: readonly Command[],
): Promise<Waiting | undefined> {
  try {
    return await look(run, live, numbers, roots);
  } catch {
    // A look that fails must not keep the limit from acting.
    return undefined;
  }
}

interface Seen {
  readonly pids: readonly number[];
  readonly reason: Reason | undefined;
  readonly runs: boolean;
  readonly onDisk: Reason | undefined;
  readonly ticks: number;
  readonly at: number;
}

async function look(
  run: { readonly options: Pick<RunOptions, "runId"> },
  live: Live,
  numbers: readonly number[],
  roots: readonly Command[],
): Promise<Waiting | undefined> {
  const began = steadyNow();
  const tokens = numbers.map((number) => cookieToken(run.options.runId, number));
  const hunt = createHunt(live, tokens, roots);
  const commands = [...live.commands].map((command) => command.pid).slice(0, mostProcesses);
  const see = (): Seen => {
    const members = hunt().slice(0, mostProcesses);
    return seeAll({ members: members.map(({ pid }) => pid), commands }, new Set(members.map(({ parent }) => parent)));
  };
  const first = see();
  const isSure = !first.runs && first.onDisk === undefined && (first.reason?.weight ?? 0) > weights.derived;
  if (isSure) return first.reason?.waiting;

  const looks = [first];
  for (const after of laterLooks) {
    const pause = began + after - steadyNow();
    if (steadyNow() - began + Math.max(0, pause) > patience) break;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, pause)));
    looks.push(see());
  }
  return judge(looks, Math.min(...roots.map((root) => root.began)));
}

/** Of several looks: a disk that was waited for again and again, a processor that was used or wanted, or what the last one saw. */
function judge(looks: readonly Seen[], started: number): Waiting | undefined {
  const [first, last] = [looks[0], looks.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const disks = looks.flatMap(({ onDisk }) => onDisk ?? []);
  const elapsed = (last.at - first.at) / 1000;
  const share = elapsed > 0 ? Math.max(0, last.ticks - first.ticks) / ticksASecond / elapsed : 0;
  if (disks.length * 2 > looks.length && share < 1 - little) return disks.at(-1)?.waiting;
  // A tick is 10 ms, so that a glimpse may show none: then what it had in all its time counts.
  const life = last.ticks / ticksASecond / Math.max(0.01, (last.at - started) / 1000);
  const wants = looks.filter(({ runs }) => runs).length * 2 > looks.length;
  if (wants || share >= little) {
    const others = best(looks.map(({ reason }) => reason));
    if (others === undefined || others.weight <= weights.processor)
      return { on: "processor", share: rounded(Math.max(share, life)) };
  }
  const found = best(looks.map(({ reason }) => reason)) ?? last.onDisk;
  // Somebody waits for somebody of the same command, who came and went: nothing holds it up that could be named.
  if ((found?.weight ?? 0) > weights.derived) return found?.waiting;
  if (startsOthers(looks) || (found === undefined && life >= busy))
    return { on: "processor", share: rounded(Math.max(share, life)) };
  return share > 0 || looks.some(({ runs }) => runs) ? undefined : found?.waiting;
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}

/** Whether each look saw processes that the one before did not: one program after the other, as fast as it goes. */
function startsOthers(looks: readonly Seen[]): boolean {
  return (
    looks.length > 1 &&
    looks.every((each, at) => at === 0 || each.pids.some((pid) => looks[at - 1]?.pids.includes(pid) !== true))
  );
}

function seeAll(others: Others, hasChild: ReadonlySet<number>): Seen {
  const reasons: (Reason | undefined)[] = [];
  const disks: Reason[] = [];
  let ticks = 0;
  let runs = false;
  for (const pid of others.members) {
    const state = stateOf(String(pid));
    if (state === undefined) continue;
    ticks += state.ticks;
    const found = seeProcess(pid, state.state, hasChild.has(pid), others);
    runs ||= found.runs;
    if (found.onDisk !== undefined) disks.push(found.onDisk);
    reasons.push(found.reason);
  }
  return { pids: others.members, reason: best(reasons), runs, onDisk: disks.at(-1), ticks, at: steadyNow() };
}

/** The main thread decides, unless it only waits for another one. */
function seeProcess(
  pid: number,
  state: string,
  hasChildren: boolean,
  others: Others,
): Pick<Seen, "reason" | "runs" | "onDisk"> {
  const reasons: (Reason | undefined)[] = [];
  let onDisk: Reason | undefined;
  let runs = false;
  const see = (thread: string, inState: string): void => {
    if (inState === "R") runs = true;
    else {
      const found = whyWaiting(pid, thread, inState, others);
      if (found === "child") return;
      if (inState === "D") onDisk = found;
      else reasons.push(found);
    }
  };
  see(String(pid), state);
  const main = reasons[0];
  if (!runs && onDisk === undefined && (main === undefined || main.weight < weights.input) && !hasChildren) {
    for (const thread of procNumbers(`${pid}/task`, mostThreads)) {
      const path = `${pid}/task/${thread}`;
      if (thread !== pid) see(path, stateOf(path)?.state ?? "");
    }
  }
  return { reason: best(reasons), runs, onDisk };
}
