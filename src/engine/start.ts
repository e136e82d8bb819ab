/** The one place where a run is put together: configuration, program, records, diagnosis, and the modules' defaults. */

import { join } from "node:path";
import { type CommandTable, shippedCommands, withRows } from "../commands/index.ts";
import { createLazyDiagnosis } from "../diagnosis/index.ts";
import type { Diagnostic, FaultView, Language } from "../diagnostics/index.ts";
import { Origin, type OriginSet, type Program } from "../records/index.ts";
import {
  type Fault,
  type InjectionHook,
  injectionVariable,
  loadInjection,
  type RunOptions,
  sandboxVariable,
} from "../runtime/index.ts";
import { atomicModule, settleTransactions } from "./atomic.ts";
import { type Config, defaultConfig, type Present } from "./config-shape.ts";
import { contentMark } from "./earlier-runs.ts";
import { exitCode } from "./exit-code.ts";
import { mistakeView, viewOf } from "./fault-view.ts";
import { takeInherited } from "./inherited.ts";
import type { Header } from "./journal/header.ts";
import { headerOf } from "./journal/header-of.ts";
import { createJournal } from "./journal/open.ts";
import type { TakenUp } from "./journal/resume.ts";
import { learnedWeights } from "./learned-weights.ts";
import type { NotifyTrial, NotifyTrialRequest } from "./notify-test.ts";
import { type ReadParameters, readParameters } from "./parameters.ts";
import type { Prepared, PrepareRequest } from "./prepare.ts";
import { cachedProgram, keepProgram } from "./program-cache.ts";
import { rawEnvironment } from "./raw-arguments.ts";
import { openRecords } from "./records.ts";
import { refuseToRun } from "./refuse.ts";
import { takeRehearsal } from "./rehearsed.ts";
import { tidyRuns } from "./retention.ts";
import { rolesOfRun } from "./roles/of-run.ts";
import { endingOf, noteEnd } from "./run-notes.ts";
import { type Outcome, runProgram } from "./run-script.ts";
import type { Runnable } from "./runnable.ts";
import { configFor, misconfigured } from "./script-config.ts";
import { createRunState, historyFolder, knownRunState, type RunState } from "./state.ts";
import { createSupport } from "./support.ts";
import { createTestedLines } from "./tested-lines.ts";
import type { Sandboxed } from "./testing/sandboxed.ts";
import { createUnhandled, isTold } from "./unhandled.ts";
import { isUnprepared, type Unprepared } from "./unprepared.ts";
import { watchRun } from "./watch.ts";
import type { Watching } from "./watching/index.ts";
import { workingDirectory } from "./working-directory.ts";

/** Whom a run tells what it sees; only the command line draws. */
export interface Reporter {
  readonly json: boolean;
  readonly diagnostic: (diagnostic: Diagnostic) => void;
  readonly fault: (view: FaultView) => void;
  readonly echo: (line: string) => void;
  readonly say: (text: string) => void;
  /** The help of a script with parameters, on standard output. */
  readonly help: (name: string, program: Program) => void;
}

/** What is asked of a script; its table of commands comes from the configuration. */
export interface ScriptRequest extends Omit<PrepareRequest, "commands" | "packages" | "roles" | "ownRows"> {
  readonly present: Present;
}

export interface StartRequest extends ScriptRequest {
  readonly arguments: readonly string[];
  readonly sinks: readonly string[];
  readonly echo: boolean;
  /** Records are on disk ahead of the change that they announce. */
  readonly durable: boolean;
  /** Milliseconds that the run may take; undefined for what the configuration says. */
  readonly maxTime: number | undefined;
  /** Whose system calls are followed; undefined for what the configuration says. */
  readonly trace: "never" | "always" | undefined;
  /** Milliseconds from one PeriodicPoint to the next; undefined for what the configuration says. */
  readonly sample: number | undefined;
  /** Whether `on_fault` counts. */
  readonly notify: boolean;
  readonly reporter: Reporter;
  /** A run that is taken up again. */
  readonly takenUp?: TakenUp;
  /** The script's monitors go on behind its top level (`dscript watch`). */
  readonly watch?: WatchSettings;
}

/** How a script is watched. */
export interface WatchSettings {
  /** Milliseconds after which the watch ends; undefined for never. */
  readonly lasts: number | undefined;
}

/** Checks a script against its configuration, without running it. */
export async function checkScript(request: ScriptRequest): Promise<Prepared | Unprepared> {
  const found = await configFor(request.name);
  await request.present(found.ok ? found.config : defaultConfig);
  if (!found.ok) return misconfigured(found);
  const { prepare } = await import("./prepare.ts");
  return prepare(configured(request, found.config));
}

/** Runs a script from its name to its end; the outcome, or why it did not start. */
export async function startScript(request: StartRequest): Promise<Outcome | Unprepared> {
  const { reporter } = request;
  const found = await configFor(request.name);
  const language = await request.present(found.ok ? found.config : defaultConfig);
  for (const warning of found.warnings) reporter.say(`dscript: ${warning}\n`);
  if (!found.ok) return misconfigured(found);
  const { config } = found;
  const sandboxed = process.env[sandboxVariable] === undefined ? undefined : await sandboxOf();
  // Within a test nobody is told, so that nobody needs an address.
  const { roles = [], ...rest } = configured(request, config);
  const known = sandboxed === undefined ? { ...rest, roles } : rest;
  const wanted = { ...known, coverage: sandboxed?.isCovered === true, isRun: true };
  const runnable = await runnableOf(wanted, reporter);
  if (isUnprepared(runnable)) return runnable;
  return startRunnable(request, { config, language, sandboxed, commands: wanted.commands }, runnable);
}

/** What is known of a run once its configuration is read. */
interface Settings {
  readonly config: Config;
  readonly language: Language;
  readonly sandboxed?: Sandboxed | undefined;
  readonly commands: CommandTable;
  readonly seesTerminal?: boolean;
}

/** Runs a single command as a script would, its words as they were given on a command line; the outcome, or why it did not start. */
export async function startCommand(
  request: StartRequest,
  words: readonly string[],
  origin: OriginSet,
): Promise<Outcome | Unprepared> {
  const found = await configFor("-");
  const language = await request.present(found.ok ? found.config : defaultConfig);
  if (!found.ok) return misconfigured(found);
  const { config } = found;
  const commands = withRows(shippedCommands, config.commands);
  // That a host lacks a program that hosts usually have is no mistake of who asked for it.
  const isKnown = commands.has(words[0] ?? "");
  const { commandAlone } = await import("./command-alone.ts");
  return startRunnable(
    request,
    { config, language, commands, seesTerminal: true },
    commandAlone(words, isKnown ? Origin.literal : origin, origin),
  );
}

async function startRunnable(
  request: StartRequest,
  { config, language, sandboxed, commands: known, seesTerminal = false }: Settings,
  runnable: Runnable,
): Promise<Outcome | Unprepared> {
  const { reporter, takenUp } = request;
  const changed = takenUp === undefined ? undefined : await changedSince(takenUp, runnable);
  if (changed !== undefined) {
    for (const line of changed.leftOut) reporter.say(`${line}\n`);
    return changed;
  }
  const { monitors } = runnable.program;
  const resumes = takenUp?.header.watch;
  if (request.watch !== undefined && monitors === undefined) return nothingToWatch(request.name);
  if (request.watch === undefined && resumes === undefined && monitors !== undefined && sandboxed === undefined)
    reporter.say(`dscript: ${monitorsRest(request.name, monitors)}\n`);
  const state = takenUp === undefined ? createRunState() : knownRunState(takenUp.root, takenUp.id);
  await settleTransactions((sentence) => reporter.say(`dscript: ${sentence}\n`));
  const inherited = takeInherited();
  const isRehearsed = takeRehearsal();
  // The records of a test, of a campaign and of a dry run are their own: nobody else is told.
  const isOnPurpose = isRehearsed || sandboxed !== undefined || process.env[injectionVariable] !== undefined;
  const asked = [...(isOnPurpose ? [] : config.log), ...request.sinks];
  const specs = reporter.json && !asked.includes("stderr") ? [...asked, "stderr"] : asked;
  const durable = request.durable || config.durable;
  const records = await openRecords({
    ...{ specs, files: runnable.files.map((file) => file.bytes), state, durable, say: reporter.say },
    ...{ script: request.name, path: pathOf(request.name, runnable) },
  });
  if ("mistake" in records) return usage(records.mistake, "dscript run --help shows the options");
  const maxTime = request.maxTime ?? config.maxTime;
  const placed = maxTime === undefined ? undefined : (await import("./stack-site.ts")).withStackSites(runnable.program);
  const program = placed?.program ?? runnable.program;
  const words = readWords(program, request.arguments);
  if (words.kind === "help") {
    await records.close();
    reporter.help(request.name, program);
    const nothing = { commands: 0, unseen: 0, milliseconds: 0, interrupted: false, faults: [] };
    return { code: exitCode.ok, isHelp: true, ...nothing };
  }
  const commands = withRows(known, runnable.commandRows);
  // Records on standard error stand in for the drawing of faults: a machine reads it then.
  const recordsOnError = specs.includes("stderr");
  const onFault = request.notify && sandboxed === undefined ? config.onFault : undefined;
  const unhandled = createUnhandled(
    program,
    runnable.files.map((file) => file.path),
  );
  const injection = await injectionOf(program);
  const masked = new Map<Fault, string>();
  const directory = workingDirectory();
  // A test's run is as its sandbox has it, not as its host does.
  const watched =
    sandboxed === undefined
      ? await watchRun({
          paths: config.sampler ? watchedPaths(directory, runnable) : undefined,
          script: program.files[0]?.name ?? request.name,
          every: request.sample ?? config.sample,
          emit: records.emit,
          commands,
          learnsIn: config.usualTimes ? historyFolder : undefined,
        })
      : undefined;
  // Asked at the end of the run, or with its first failure: never ahead of the first command.
  let marked: string | undefined;
  const mark = (): string => {
    marked ??= contentMark(runnable.files);
    return marked;
  };
  const diagnosis = createLazyDiagnosis({
    commands,
    rules: config.diagnosis,
    support: sandboxed === undefined ? createSupport(runnable.files, mark) : createTestedLines(runnable.files),
    offline: sandboxed !== undefined,
    learned: learnedWeights,
    ...(watched === undefined ? {} : { sampler: watched.sampler }),
  });
  const environment = environmentOf(takenUp);
  const journal = createJournal({
    state,
    ...(takenUp === undefined || resumes !== undefined ? {} : { earlier: takenUp }),
    header: () => headerFor(state),
  });
  const options: RunOptions = {
    program,
    paths: runnable.files.map((file) => file.path),
    runId: state.runId,
    arguments: words.kind === "values" ? words.rest : [],
    parameters: words.kind === "values" ? words.values : new Map(),
    environment,
    directory,
    commands,
    ...(sandboxed === undefined ? { journal } : {}),
    diagnose: diagnosis.diagnose,
    prepareDiagnosis: diagnosis.prepare,
    ...(watched === undefined ? {} : { watch: watched.watch }),
    emit: records.emit,
    show: (fault, mask) => {
      masked.set(fault, mask(fault.symptom.message));
      if (recordsOnError && onFault === undefined) return;
      const view = words.kind === "mistakes" ? mistakeView(program, fault, mask) : viewOf(program, fault, mask);
      if (onFault !== undefined) unhandled.add(fault, view);
      if (!recordsOnError) reporter.fault(view);
    },
    ...(request.echo ? { echo: reporter.echo } : {}),
    tell: (sentence) => reporter.say(`dscript: ${sentence}\n`),
    ...traceOf(request, config),
    captureLimit: config.captureLimit,
    grace: config.timeoutGrace,
    durable,
    ...(maxTime === undefined || placed === undefined
      ? {}
      : { maxTime: { milliseconds: maxTime, siteOfStack: placed.siteOfStack } }),
    defines: runnable.definedValues,
    functions: runnable.functions,
    ...inherited,
    ...rolesOfRun({
      config,
      language,
      state,
      script: runnable.files[0]?.path ?? "",
      isTrial: isOnPurpose && !isRehearsed,
    }),
    lockFolder: lockFolder(),
    atomic: atomicModule(state),
    ...(injection === undefined ? {} : { injection }),
    seesTerminal,
    ...(isRehearsed ? toldNobody(reporter) : {}),
    ...sandboxed?.options(runnable),
  };
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
  if (onFault !== undefined && isTold(onFault, outcome)) {
    const { notify } = await import("./telling.ts");
    await notify({ settings: onFault, language, outcome, options, unhandled, state, say: reporter.say });
  }
  watched?.end();
  await records.close();
  await sandboxed?.end(request.name, state.runId, runnable);
  const script = { script: request.name, path: pathOf(request.name, runnable) };
  noteEnd(state, { ...script, ...endingOf(outcome, program, masked), records: records.count(), mark: mark() });
  await watched?.keep(state.root());
  await tidyRuns(state, config.retention);
  if (words.kind === "mistakes" && !recordsOnError)
    reporter.say(`dscript: \`dscript run ${request.name} --help\` shows what it takes\n`);
  return outcome;

  function headerFor(of: RunState): Header {
    return headerOf({ request, config, runnable, environment, directory, state: of });
  }

  async function watchingOf({ lasts }: WatchSettings): Promise<Watching | Unprepared> {
    const { openWatching } = await import("./watching/index.ts");
    return openWatching({
      ...{ name: request.name, path: pathOf(request.name, runnable), lockFolder: options.lockFolder, state, lasts },
      ...(sandboxed === undefined ? { journal } : {}),
      ...(resumes === undefined || takenUp === undefined ? {} : { resumes, earlier: takenUp }),
      headerFor,
      unfinished: (id) => reporter.say(unfinishedText(id)),
      // A machine reads the records.
      say: (sentence) => (reporter.json ? undefined : options.tell?.(sentence)),
      async failed(fault, ended) {
        const said: Outcome = { ...ended, unseen: 0, interrupted: false, faults: [fault] };
        if (onFault === undefined || !isTold(onFault, said)) return;
        const { notify } = await import("./telling.ts");
        await notify({ settings: onFault, language, outcome: said, options, unhandled, state, say: reporter.say });
      },
    });
  }
}

/** Said of a script that is run: what it would watch. */
function monitorsRest(name: string, monitors: readonly string[]): string {
  const names = monitors.map((each) => `\`${each}\``).join(", ");
  return `its monitors (${names}) look under \`dscript watch ${name}\``;
}

function nothingToWatch(name: string): Unprepared {
  return usage(
    `${name} has no monitors: there is nothing to watch`,
    "write one, `monitor load every 10s { … return … }`, or run it with `dscript run`",
  );
}

/** Loaded with a run that is taken up. */
async function changedSince({ header }: TakenUp, { files }: Runnable): Promise<Unprepared | undefined> {
  const { changedSince: compare } = await import("./journal/changed.ts");
  return compare(header, files);
}

/** What an earlier engine had, with what looks secret as it is now. */
function environmentOf(takenUp: TakenUp | undefined): ReadonlyMap<string, string> {
  const now = rawEnvironment(process.env);
  return takenUp === undefined ? now : new Map([...now, ...takenUp.header.environment]);
}

/** What a dry run makes of `notify`: it says whom a run would tell. */
function toldNobody({ say }: Reporter): Pick<RunOptions, "notifyRole"> {
  return {
    notifyRole: async ({ role, text }) => {
      say(`dscript: dry run: ${role} is not told: ${JSON.stringify(text)}\n`);
      return [{ channel: "nobody: a dry run tells nobody", elapsed: 0 }];
    },
  };
}

function unfinishedText(id: string): string {
  return `dscript: a plan is not finished: \`dscript resume ${id}\` goes on with it, \`dscript undo ${id}\` takes it back\n`;
}

function traceOf({ trace }: StartRequest, config: Config): Pick<RunOptions, "trace"> {
  const mode = trace ?? config.trace;
  return mode === undefined ? {} : { trace: mode };
}

/** What a test that runs this script has set up. */
async function sandboxOf(): Promise<Sandboxed | undefined> {
  const { readSandbox } = await import("./testing/sandboxed.ts");
  return readSandbox();
}

/** What an injection campaign has happen to this run; its commands do not see the variable. */
async function injectionOf(program: Program): Promise<InjectionHook | undefined> {
  const file = process.env[injectionVariable];
  if (file === undefined) return undefined;
  delete process.env[injectionVariable];
  return loadInjection(file, program);
}

/** Where a run works: its folder, its script's, and the one for temporary files. */
function watchedPaths(directory: string, { files }: Runnable): readonly string[] {
  const script = files[0]?.path;
  return [directory, ...(script === undefined ? [] : [script]), process.env["TMPDIR"] ?? "/tmp"];
}

/** The script's absolute path; empty for standard input. */
function pathOf(name: string, { files }: Runnable): string {
  return name === "-" ? "" : (files[0]?.path ?? "");
}

/** Sends a sample through every channel of `on_fault`, or of a role. */
export async function tryNotify(request: NotifyTrialRequest): Promise<NotifyTrial> {
  const { tryNotify: attempt } = await import("./telling.ts");
  return attempt(request);
}

/** A script without parameters gets every word, `--help` too, in ARGV (language 3). */
function readWords(program: Program, words: readonly string[]): ReadParameters {
  if (program.parameters.length === 0) return { kind: "values", values: new Map(), rest: words };
  return readParameters(program, words);
}

/** The program of an earlier run, or a new one; the checker and the compiler are loaded only for the latter. */
async function runnableOf(request: PrepareRequest, reporter: Reporter): Promise<Runnable | Unprepared> {
  const known = cachedProgram(request);
  if (known !== undefined) return known;
  const { prepare } = await import("./prepare.ts");
  const prepared = await prepare(request);
  if (isUnprepared(prepared)) {
    // Advice is for whoever writes the script: `check` gives it.
    for (const diagnostic of prepared.diagnostics) if (diagnostic.severity === "error") reporter.diagnostic(diagnostic);
    for (const line of prepared.leftOut) reporter.say(`${line}\n`);
    return prepared;
  }
  const runnable = prepared.runnable();
  keepProgram(request, runnable);
  return runnable;
}

function configured(request: ScriptRequest, config: Config): PrepareRequest {
  const commands = withRows(shippedCommands, config.commands);
  const strict = request.strict || config.strict;
  const roles = [...config.roles.keys()];
  return { ...request, strict, commands, packages: config.packages, roles, ownRows: config.commands.length > 0 };
}

/** Locks hold across all users' runs of a host, so that their folder is everybody's. */
function lockFolder(): string {
  return join("/tmp", "dscript-locks");
}

function usage(problem: string, next: string): Unprepared {
  return { code: exitCode.usage, problem: { problem, next }, diagnostics: [], leftOut: [] };
}
