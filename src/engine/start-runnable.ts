/** The one place where a run is put together, from what it may run to what is told and kept at its end. */

import { withRows } from "../commands/index.ts";
import type { Program } from "../records/index.ts";
import { type Fault, type InjectionHook, injectionVariable, loadInjection, type RunOptions } from "../runtime/index.ts";
import { settleTransactions } from "./atomic.ts";
import { contentMark } from "./earlier-runs.ts";
import { exitCode } from "./exit-code.ts";
import { mistakeView, viewOf } from "./fault-view.ts";
import { isReallyApart } from "./gate/apart.ts";
import { stateElsewhere } from "./gate/nested-state.ts";
import { consentOf, tellAnswer } from "./gate/pass.ts";
import { gateSubject } from "./gate/subject.ts";
import { callersEnvironment, takeInherited } from "./inherited.ts";
import { headerOf } from "./journal/header-of.ts";
import { createJournal } from "./journal/open.ts";
import type { TakenUp } from "./journal/resume.ts";
import { readWords } from "./parameters.ts";
import { rawEnvironment } from "./raw-arguments.ts";
import { openRecords } from "./records.ts";
import { refuseToRun } from "./refuse.ts";
import { takeRehearsal } from "./rehearsed.ts";
import { tidyRuns } from "./retention.ts";
import { endingOf, noteEnd } from "./run-notes.ts";
import { type RunParts, runOptions, watchOf } from "./run-options.ts";
import { type Outcome, runProgram } from "./run-script.ts";
import { filesToKeep, pathOf, type Runnable } from "./runnable.ts";
import type { Settings, StartRequest, WatchSettings } from "./start-request.ts";
import { createRunState, knownRunState, type RunState } from "./state.ts";
import { createUnhandled, isTold } from "./unhandled.ts";
import { isUnprepared, type Unprepared } from "./unprepared.ts";
import type { Watching } from "./watching/index.ts";
import { workingDirectory } from "./working-directory.ts";

/** Runs it from its words to its end; the outcome, or why it did not start. */
export async function startRunnable(
  request: StartRequest,
  settings: Settings,
  runnable: Runnable,
): Promise<Outcome | Unprepared> {
  const { reporter, takenUp } = request;
  const { config, language, sandboxed } = settings;
  const refused = await whyNot(request, settings, runnable);
  if (refused !== undefined) return refused;
  const words = readWords(runnable.program, request.arguments);
  if (words.kind === "help") {
    reporter.help(request.name, runnable.program);
    const nothing = { commands: 0, unseen: 0, milliseconds: 0, interrupted: false, faults: [] };
    return { code: exitCode.ok, isHelp: true, ...nothing };
  }
  const resumes = takenUp?.header.watch;
  const state = takenUp === undefined ? createRunState() : knownRunState(takenUp.root, takenUp.id);
  const inherited = takeInherited();
  const isRehearsed = takeRehearsal();
  const commands = withRows(settings.commands, runnable.commandRows);
  // What was begun on purpose in a world of its own is a rehearsal to a gate.
  const isOnPurpose = isRehearsed || sandboxed !== undefined || process.env[injectionVariable] !== undefined;
  const { gate } = settings;
  const isApart = isOnPurpose && gate !== undefined && isReallyApart(isRehearsed);
  const asked = { request, config, runnable, words, isRehearsal: isOnPurpose, isApart };
  const answer = words.kind === "mistakes" || gate === undefined ? undefined : await gate.ask(gateSubject(asked));
  // What is left half done on the host is not a rehearsal's to settle, and what it would settle is not its script's change.
  if (!isRehearsed && takenUp === undefined && answer?.allowed !== false)
    await settleTransactions((sentence) => reporter.say(`dscript: ${sentence}\n`));
  // The records of a test, of a campaign and of a dry run are their own: nobody else is told.
  const wanted = [...(isOnPurpose ? [] : config.log), ...request.sinks];
  const specs = reporter.json && !wanted.includes("stderr") ? [...wanted, "stderr"] : wanted;
  const durable = request.durable || config.durable || answer?.still !== undefined;
  const script = { script: request.name, path: pathOf(request.name, runnable) };
  const files = runnable.files.map((file) => file.bytes);
  const records = await openRecords({ specs, files, state, durable, say: reporter.say, ...script });
  if ("mistake" in records) return usage(records.mistake, "dscript run --help shows the options");
  const refusal = answer === undefined ? undefined : await tellAnswer(answer, { records, runnable, reporter });
  if (refusal !== undefined) {
    const nothing = { commands: 0, unseen: 0, milliseconds: 0, interrupted: false };
    noteEnd(state, { ...script, code: refusal.code, ...nothing, records: records.count() });
    return refusal;
  }
  // Beside the run: an emergency does not wait for a mail server.
  const announced = isOnPurpose ? undefined : announce(answer, { config, state });
  const limit = await limitOf(request, settings, runnable);
  const { program } = limit;
  const injection = await injectionOf(program);
  const given = environmentOf(takenUp);
  const environment = gate?.environment(given) ?? given;
  const elsewhere = stateElsewhere(given, environment, program);
  if (elsewhere !== undefined) reporter.say(`dscript: ${elsewhere}\n`);
  const directory = workingDirectory();
  const headerFor = (of: RunState) => headerOf({ request, config, runnable, environment, directory, state: of });
  const journal = createJournal({
    state,
    ...(takenUp === undefined || resumes !== undefined ? {} : { earlier: takenUp }),
    header: () => headerFor(state),
  });
  // Asked at the end of the run, or with its first failure: never ahead of the first command.
  let marked: string | undefined;
  const mark = (): string => {
    marked ??= contentMark(runnable.files);
    return marked;
  };
  const parts: RunParts = {
    ...{ commands, inherited, injection, isRehearsed, isOnPurpose },
    ...{ request, settings, runnable, state, records, words, environment, directory, durable, journal, mark },
  };
  // Records on standard error stand in for the drawing of faults: a machine reads it then.
  const recordsOnError = specs.includes("stderr");
  const onFault = request.notify && sandboxed === undefined ? config.onFault : undefined;
  const unhandled = createUnhandled(
    program,
    runnable.files.map((file) => file.path),
  );
  const masked = new Map<Fault, string>();
  const show: RunOptions["show"] = (fault, mask) => {
    masked.set(fault, mask(fault.symptom.message));
    if (recordsOnError && onFault === undefined) return;
    const view = words.kind === "mistakes" ? mistakeView(program, fault, mask) : viewOf(program, fault, mask);
    if (onFault !== undefined) unhandled.add(fault, view);
    if (!recordsOnError) reporter.fault(view);
  };
  const watched = await watchOf(parts);
  const consent = consentOf(answer, records.emit, runnable);
  const options = { ...(await runOptions(parts, { ...limit, show }, watched)), ...consent };
  const watch = request.watch ?? (resumes === undefined ? undefined : { lasts: undefined });
  const watching = watch === undefined ? undefined : await watchingOf(watch);
  if (watching !== undefined && isUnprepared(watching)) {
    watched?.end();
    journal.close();
    await records.close();
    return watching;
  }
  const ended =
    words.kind === "mistakes"
      ? refuseToRun(options, words.mistakes, reporter.say)
      : await runProgram(program, watching === undefined ? options : { ...options, ...watching.options });
  const isUnfinished = [journal.close(), watching?.end() === true].includes(true);
  const outcome = isUnfinished ? { ...ended, code: exitCode.willResume } : ended;
  if (isUnfinished) reporter.say(unfinishedText(state.runId));
  await notifyOf(outcome);
  await announced;
  watched?.end();
  await records.close();
  await sandboxed?.end(request.name, state.runId, runnable);
  noteEnd(state, { ...script, ...endingOf(outcome, program, masked), records: records.count(), mark: mark() });
  await watched?.keep(state.root());
  await tidyRuns(state, config.retention);
  if (words.kind === "mistakes" && !recordsOnError)
    reporter.say(`dscript: \`dscript run ${request.name} --help\` shows what it takes\n`);
  return outcome;

  async function announce(given: typeof answer, by: { config: typeof config; state: RunState }): Promise<void> {
    const { text = "", notify: roles = [] } = given?.emergency ?? {};
    if (given?.allowed !== true || roles.length === 0) return;
    const { tellEmergency } = await import("./emergency.ts");
    const failures = await tellEmergency({ roles, text, script: script.path, language }, by);
    for (const failure of failures) reporter.say(`dscript: ${failure}\n`);
  }

  async function notifyOf(said: Outcome): Promise<void> {
    if (onFault === undefined || !isTold(onFault, said)) return;
    const { notify } = await import("./telling.ts");
    await notify({ settings: onFault, language, outcome: said, options, unhandled, state, say: reporter.say });
  }

  async function watchingOf({ lasts }: WatchSettings): Promise<Watching | Unprepared> {
    const { openWatching } = await import("./watching/index.ts");
    return openWatching({
      ...{ name: request.name, path: script.path, lockFolder: options.lockFolder, state, lasts, headerFor },
      ...(sandboxed === undefined ? { journal } : {}),
      ...(resumes === undefined || takenUp === undefined ? {} : { resumes, earlier: takenUp }),
      unfinished: (id) => reporter.say(unfinishedText(id)),
      // A machine reads the records.
      say: (sentence) => (reporter.json ? undefined : options.tell?.(sentence)),
      failed: (fault, end) => notifyOf({ ...end, unseen: 0, interrupted: false, faults: [fault] }),
    });
  }
}

/** Why it does not start: its files have changed since it was left, or there is nothing to watch. */
async function whyNot(
  { name, reporter, takenUp, watch }: StartRequest,
  { sandboxed }: Settings,
  runnable: Runnable,
): Promise<Unprepared | undefined> {
  if (takenUp !== undefined) {
    const { changedSince } = await import("./journal/changed.ts");
    const changed = changedSince(takenUp.header, filesToKeep(runnable));
    for (const line of changed?.leftOut ?? []) reporter.say(`${line}\n`);
    if (changed !== undefined) return changed;
  }
  const { monitors } = runnable.program;
  if (watch !== undefined && monitors === undefined)
    return usage(
      `${name} has no monitors: there is nothing to watch`,
      "write one, `monitor load every 10s { … return … }`, or run it with `dscript run`",
    );
  if (watch === undefined && takenUp?.header.watch === undefined && monitors !== undefined && sandboxed === undefined) {
    const names = monitors.map((each) => `\`${each}\``).join(", ");
    reporter.say(`dscript: its monitors (${names}) look under \`dscript watch ${name}\`\n`);
  }
  return undefined;
}

/** The program, and the time that all of it may take. */
async function limitOf(
  request: StartRequest,
  { config }: Settings,
  { program }: Runnable,
): Promise<Pick<RunOptions, "program" | "maxTime">> {
  const milliseconds = request.maxTime ?? config.maxTime;
  if (milliseconds === undefined) return { program };
  const { withStackSites } = await import("./stack-site.ts");
  const { siteOfStack, program: placed } = withStackSites(program);
  return { program: placed, maxTime: { milliseconds, siteOfStack } };
}

/** What an injection campaign has happen to this run; its commands do not see the variable. */
async function injectionOf(program: Program): Promise<InjectionHook | undefined> {
  const file = process.env[injectionVariable];
  if (file === undefined) return undefined;
  delete process.env[injectionVariable];
  return loadInjection(file, program);
}

/** What an earlier engine had, with what looks secret as it is now. */
function environmentOf(takenUp: TakenUp | undefined): ReadonlyMap<string, string> {
  const now = callersEnvironment(rawEnvironment(process.env));
  return takenUp === undefined ? now : new Map([...now, ...takenUp.header.environment]);
}

function unfinishedText(id: string): string {
  return `dscript: a plan is not finished: \`dscript resume ${id}\` goes on with it, \`dscript undo ${id}\` takes it back\n`;
}

function usage(problem: string, next: string): Unprepared {
  return { code: exitCode.usage, problem: { problem, next }, diagnostics: [], leftOut: [] };
}
