/** One stage of a pipeline on its way: a program with its descriptors, or a group of statements in a flow of its own. */

import { closeSync } from "node:fs";
import { basename } from "node:path";
import { writesLinesOnly } from "../../commands/index.ts";
import type { StageRun, Waiting } from "../../records/index.ts";
import { steadyNow } from "../clock.ts";
import { Fault, isExit, ScriptExit } from "../faults/fault.ts";
import { forget } from "../faults/settle.ts";
import type { ScriptFlow } from "../flow.ts";
import { brieflyInNamespace } from "../host/in-namespace.ts";
import { Bound, overdueStatus } from "./bound.ts";
import { CaptureOutput } from "./capture-output.ts";
import { argumentsOfStage } from "./describe.ts";
import { endEverything } from "./end-everything.ts";
import type { ErrorView } from "./error-view.ts";
import { type Launch, launch } from "./launch.ts";
import { after } from "./limit.ts";
import type { Command, Live } from "./live.ts";
import { forkMarked, marksOf } from "./marks.ts";
import { ended, type Outcome } from "./outcome.ts";
import { isOver } from "./over.ts";
import type { Processes } from "./processes.ts";
import { limitProgram, overdueOutcome } from "./program-limit.ts";
import type { StageFiles } from "./redirects.ts";
import { outputFor } from "./stage-output.ts";
import { endIfTerminalWanted, terminalTrouble } from "./terminal-wanted.ts";
import { traceOf } from "./traced.ts";
import { lookAtWaiting } from "./waiting/load.ts";
import { watchCommand } from "./watch-command.ts";

export interface StageContext {
  readonly processes: Processes;
  readonly live: Live;
  readonly flow: ScriptFlow;
  readonly siteIndex: number;
  readonly stage: StageRun;
  /** Its place in the pipeline, from 0. */
  readonly index: number;
  readonly files: StageFiles;
}

const pipeStatus = 128 + 13;

/** Starts a program; `done` is called once, when it has ended or could not start. The stage's own files are closed at once. */
export function startProgram(context: StageContext, done: (outcome: Outcome) => void): void {
  const { processes, live, flow, stage, files } = context;
  const marks = marksOf(flow);
  const argv = argumentsOfStage(stage);
  const began = steadyNow();
  const errorFd = files.descriptors[2];
  const view = viewOf(context, errorFd, argv[0] ?? "");
  if (view !== null) files.descriptors[2] = view.fd;
  if (view?.together === true) files.descriptors[1] = view.fd;
  // A program in another group may not read from the terminal, not even a password: there a time limit does without one.
  const ownGroup = marks.background || (stage.limit !== undefined && !live.native.hasTerminal());
  const request: Launch = {
    argv,
    stage,
    descriptors: files.descriptors,
    group: ownGroup ? "own" : "engine",
    site: context.siteIndex,
    trace: traceOf(processes.run, live, flow, stage),
  };
  // The watchdog is no part of what a flow starts.
  live.guard();
  const result = brieflyInNamespace(flow, () => launch(processes.run, live, flow, request));
  closeFiles(files);
  if (!("pid" in result)) {
    void view?.end(false);
    done(result);
    return;
  }
  const { background } = marks;
  const { pid, number, trace } = result;
  const command: Command = { pid, number, ownGroup, background, began, flow, argv, stage: context.index };
  live.begin(command, context.siteIndex);
  const watch = watchCommand(context, argv, began);
  for (let bound = marks.bound; bound !== null; bound = bound.outer) bound.numbers?.push(command.number);
  if (marks.account !== null && marks.account.pid === 0) marks.account.pid = command.pid;
  const limit = stage.limit === undefined ? null : limitProgram(processes, live, command, stage.limit);
  const wantsTerminal = background ? endIfTerminalWanted(processes.run, live, command) : null;
  live.children.watch(command.pid, true, (ending) => {
    live.end(command);
    const isWanted = ending.status !== 0 || limit !== null;
    const calls = trace?.end({ pid, name: argv[0] ?? "", words: argv.slice(1), directory: flow.directory }, isWanted);
    const traced = calls === undefined || calls.length === 0 ? {} : { calls };
    const finish = (stderr: string, overdue: boolean): void => {
      const elapsed = steadyNow() - began;
      watch?.(ending.status === 0 && !overdue ? elapsed : undefined);
      const { number } = command;
      const { user, system, memory } = ending;
      const wanted = wantsTerminal?.() ?? null;
      if (wanted !== null)
        done({ ...ended, ...ending, ...wanted, number, elapsed, stderr, trouble: terminalTrouble(argv[0] ?? "") });
      else if (overdue)
        done({
          ...{ ...overdueOutcome(argv[0] ?? "", stage.limit ?? 0, limit?.waiting()), ...traced },
          ...{ number, user, system, memory, elapsed, stderr },
        });
      else done({ ...ended, ...ending, ...traced, number, elapsed, stderr });
    };
    const text = view === null ? "" : view.end(ending.status !== 0);
    if (limit === null && typeof text === "string") finish(text, false);
    else
      void (async () => {
        const overdue = (await limit?.hasStruck()) ?? false;
        finish(typeof text === "string" ? text : await seenInTime(processes, flow, text, overdue), overdue);
      })();
  });
}

// How long the error output's reader is waited for once a command's time is over, and how often a flow looks whether it is.
const patience = 100;

/** What a command wrote to its error output, once that has reached its reader; nobody waits for a stalled reader when the flow has to end. */
function seenInTime(processes: Processes, flow: ScriptFlow, text: Promise<string>, overdue: boolean): Promise<string> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (overdue || processes.ending !== null || processes.run.interruption !== null || isOver(flow)) end("");
    }, patience);
    void text.then(end);
    function end(seen: string): void {
      clearInterval(timer);
      resolve(seen);
    }
  });
}

function viewOf({ live, flow, files }: StageContext, fd: number | undefined, program: string): ErrorView | null {
  if (fd === undefined || fd < 0) return null;
  for (const output of [flow.stderr, flow.stdout])
    if (output instanceof CaptureOutput && output.fd === fd) return { fd, end: output.follow() };
  return live.relays.view(fd, files.descriptors[1] ?? -1, {
    regular: files.regular.has(fd),
    linesOnly: writesLinesOnly(basename(program)),
  });
}

/** Runs a group in a flow of its own, with the stage's descriptors as its standard ones; its files are closed when it has ended. */
export async function runGroup(
  context: StageContext,
  piped: boolean,
  overdueFault: (waiting: Waiting | undefined) => Fault,
): Promise<Outcome> {
  const { flow, stage, files } = context;
  const { descriptors } = files;
  const began = steadyNow();
  const limit = stage.limit;
  const numbers: number[] = [];
  const bound = limit === undefined ? null : new Bound(marksOf(flow).bound, numbers);
  const stdout = outputFor(context, descriptors[1] ?? -1, "standard output", piped, null);
  const stderr = outputFor(context, descriptors[2] ?? -1, "error output", false, stdout);
  const account = { user: 0, system: 0, memory: 0, stages: [], pid: 0 };
  const inner = forkMarked(
    flow,
    { stdin: descriptors[0] ?? -1, stdout: stdout.output, stderr: stderr.output },
    {
      ...{ descriptors: descriptors.slice(), account },
      ...(bound === null ? {} : { bound }),
      ...(stage.trace === true ? { traced: true } : {}),
    },
  );
  for (const [name, value] of stage.env ?? []) inner.environment.set(name, value);
  let thrown: unknown;
  let status = 0;
  const body = (async () => {
    try {
      status = (await stage.group?.(inner)) ?? 0;
      await stdout.finish();
      await stderr.finish();
    } catch (caught) {
      thrown = caught;
    } finally {
      closeFiles(files);
    }
  })();
  if (bound === null || limit === undefined) await body;
  else if (await strikes(context, bound, limit, body, overdueFault)) {
    const { over } = bound;
    // What the group accepted of it on the way is the group's own affair.
    if (over instanceof Fault) over.settled = false;
    if (thrown !== over) forget(context.processes.run, thrown);
    return { ...ended, status: overdueStatus, thrown: over, elapsed: steadyNow() - began };
  }
  const usage = { user: account.user, system: account.system, memory: account.memory };
  const elapsed = steadyNow() - began;
  if (thrown === undefined) return { ...ended, ...usage, elapsed, status, dealtWith: status !== 0 };
  if (isExit(thrown)) return { ...ended, ...usage, elapsed, status: thrown.status, chosen: true };
  // Its reader has gone, as SIGPIPE tells a program.
  if (thrown instanceof ScriptExit && thrown.status === pipeStatus && stdout.output.fd !== flow.stdout.fd)
    return { ...ended, ...usage, elapsed, status: pipeStatus, signal: "SIGPIPE" };
  return { ...ended, ...usage, elapsed, status: 1, thrown };
}

/** Waits for a group under a time limit; whether the limit struck. Its finally and defer then have the time of grace. */
async function strikes(
  { processes }: StageContext,
  bound: Bound,
  limit: number,
  body: Promise<void>,
  overdueFault: (waiting: Waiting | undefined) => Fault,
): Promise<boolean> {
  const { run, live } = processes;
  const { grace } = run.options;
  const end = (): Promise<void> => endBound(processes, bound);
  let cancel = (): void => {};
  let isInTime = false;
  const strike = async (): Promise<void> => {
    const roots = live === null ? [] : commandsWithin(live, bound);
    const waiting =
      live === null || roots.length === 0 ? undefined : await lookAtWaiting(run, live, bound.numbers ?? [], roots);
    if (isInTime) return;
    bound.over = overdueFault(waiting);
    await end();
  };
  const struck = new Promise<void>((resolve) => {
    cancel = after(limit, () => void strike().then(resolve));
  });
  await Promise.race([body, struck]);
  cancel();
  if (bound.over === null) {
    isInTime = true;
    return false;
  }
  await Promise.race([body, new Promise((resolve) => setTimeout(resolve, grace))]);
  bound.closed = true;
  await end();
  return true;
}

/** Ends what a limit's commands have started, also after setsid. */
export async function endBound({ run, live }: Processes, bound: Bound): Promise<void> {
  if (live === null) return;
  await endEverything(run, live, bound.numbers ?? [], run.options.grace, commandsWithin(live, bound));
}

/** The commands that run in a bounded flow, or in flows forked from it. */
export function commandsWithin(live: Live, bound: Bound): Command[] {
  return [...live.commands].filter((command) => {
    for (let at = marksOf(command.flow).bound; at !== null; at = at.outer) if (at === bound) return true;
    return false;
  });
}

export function closeFiles(files: StageFiles): void {
  for (const fd of files.opened) closeSync(fd);
  files.opened.length = 0;
}
