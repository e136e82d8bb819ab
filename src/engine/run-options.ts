/** What the runtime gets for a run: its program and words, where it works, and the modules' defaults. */

import type { CommandTable } from "../commands/index.ts";
import { createLazyDiagnosis } from "../diagnosis/index.ts";
import { flowFiles, type InjectionHook, type RunOptions } from "../runtime/index.ts";
import { atomicModule } from "./atomic.ts";
import type { Config } from "./config-shape.ts";
import type { Inherited } from "./inherited.ts";
import type { RunJournal } from "./journal/open.ts";
import { learnedWeights } from "./learned-weights.ts";
import type { ReadParameters } from "./parameters.ts";
import type { RunRecords } from "./records.ts";
import { toldNobody } from "./rehearsed.ts";
import { rolesOfRun } from "./roles/of-run.ts";
import type { Runnable } from "./runnable.ts";
import type { Settings, StartRequest } from "./start-request.ts";
import { historyFolder, lockFolder, type RunState } from "./state.ts";
import { createSupport } from "./support.ts";
import { createTestedLines } from "./tested-lines.ts";
import { type RunWatch, watchRun } from "./watch.ts";

/** What is known of a run ahead of its first command. */
export interface RunParts {
  readonly request: StartRequest;
  readonly settings: Settings;
  readonly runnable: Runnable;
  /** Those that are known of, with what the script says of programs. */
  readonly commands: CommandTable;
  readonly state: RunState;
  readonly records: RunRecords;
  readonly words: Exclude<ReadParameters, { readonly kind: "help" }>;
  readonly inherited: Inherited;
  readonly injection: InjectionHook | undefined;
  /** Without what the engine's own callers have put there. */
  readonly environment: ReadonlyMap<string, string>;
  readonly directory: string;
  readonly durable: boolean;
  readonly journal: RunJournal;
  /** A mark of what its files hold. */
  readonly mark: () => string;
  readonly isRehearsed: boolean;
  /** Whether it is a rehearsal, a test or a part of a campaign. */
  readonly isOnPurpose: boolean;
}

/** Those of a run; `own` is what its start decides. */
export async function runOptions(
  parts: RunParts,
  own: Pick<RunOptions, "program" | "maxTime" | "show">,
  watched: RunWatch | undefined,
): Promise<RunOptions> {
  const { request, settings, runnable, commands, state, records, words, mark, injection } = parts;
  const { isRehearsed, isOnPurpose } = parts;
  const { config, language, sandboxed } = settings;
  const { reporter } = request;
  const support = sandboxed === undefined ? createSupport(runnable, mark) : undefined;
  const diagnosis = createLazyDiagnosis({
    commands,
    rules: config.diagnosis,
    support: support?.at ?? createTestedLines(runnable.files),
    offline: sandboxed !== undefined,
    files: flowFiles,
    learned: learnedWeights,
    ...(watched === undefined ? {} : { sampler: watched.sampler }),
  });
  return {
    ...own,
    paths: runnable.files.map((file) => file.path),
    runId: state.runId,
    arguments: words.kind === "values" ? words.rest : [],
    parameters: words.kind === "values" ? words.values : new Map(),
    environment: parts.environment,
    directory: parts.directory,
    commands,
    ...(sandboxed === undefined ? { journal: parts.journal } : {}),
    diagnose: diagnosis.diagnose,
    prepareDiagnosis: async () => {
      await Promise.all([diagnosis.prepare(), support?.prepare()]);
    },
    ...(support === undefined ? {} : { prepareSupport: support.prepare }),
    ...(watched === undefined ? {} : { watch: watched.watch }),
    emit: records.emit,
    ...(request.echo ? { echo: reporter.echo } : {}),
    tell: (sentence) => reporter.say(`dscript: ${sentence}\n`),
    ...traceOf(request, config),
    captureLimit: config.captureLimit,
    grace: config.timeoutGrace,
    durable: parts.durable,
    defines: runnable.definedValues,
    functions: runnable.functions,
    ...parts.inherited,
    ...rolesOfRun({
      config,
      language,
      state,
      script: runnable.files[0]?.path ?? "",
      isTrial: isOnPurpose && !isRehearsed,
    }),
    lockFolder,
    atomic: atomicModule(state),
    ...(injection === undefined ? {} : { injection }),
    seesTerminal: settings.seesTerminal ?? false,
    ...(isRehearsed ? toldNobody(reporter) : {}),
    ...sandboxed?.options(runnable),
  };
}

/** What watches its host and its commands; a test's run is as its sandbox has it, not as its host does. */
export async function watchOf(parts: RunParts): Promise<RunWatch | undefined> {
  const { request, settings, runnable, commands, records, directory } = parts;
  const { config, sandboxed } = settings;
  if (sandboxed !== undefined) return undefined;
  return watchRun({
    paths: config.sampler ? watchedPaths(directory, runnable) : undefined,
    script: runnable.program.files[0]?.name ?? request.name,
    every: request.sample ?? config.sample,
    emit: records.emit,
    commands,
    learnsIn: config.usualTimes ? historyFolder : undefined,
  });
}

function traceOf({ trace }: StartRequest, config: Config): Pick<RunOptions, "trace"> {
  const mode = trace ?? config.trace;
  return mode === undefined ? {} : { trace: mode };
}

/** Where a run works: its folder, its script's, and the one for temporary files. */
function watchedPaths(directory: string, { files }: Runnable): readonly string[] {
  const script = files[0]?.path;
  return [directory, ...(script === undefined ? [] : [script]), process.env["TMPDIR"] ?? "/tmp"];
}
