/** What a compiled script calls: commands, files, time, numbers, faults. */

import type { Flow, Program, RuntimeApi } from "../records/index.ts";
import type { InjectionHook } from "./asked-of-engine.ts";
import { controlApi } from "./control/index.ts";
import type { RunLimit } from "./control/run-limit.ts";
import { faultApi } from "./faults/api.ts";
import { flushOutputs } from "./files/standard-output.ts";
import { accessSync, lookingThrough, readFileSync, statSync } from "./host/files.ts";
import type { FlowNamespace } from "./host/in-namespace.ts";
import type { Namespaces } from "./host/namespaces.ts";
import { loadedFunctions, loadLibrary } from "./library/load.ts";
import type { HelperEnd, HelperRequest } from "./processes/helper.ts";
import { finishProcesses, processApi, startMain } from "./processes/index.ts";
import type { Partner } from "./processes/partner.ts";
import { createRun, type MaxTime, type Run, type RunOptions, type TestLibrary } from "./run.ts";
import type { TerminalAnswer, TerminalQuestion } from "./tasks/terminal-question.ts";

export type {
  Answer,
  ApprovalRequest,
  Firing,
  FiringEnd,
  InjectionHook,
  RoleMessage,
  Telling,
  TraceMode,
  WatchedCommand,
  WatchOptions,
} from "./asked-of-engine.ts";
export { steadyNow } from "./clock.ts";
export { holdLock } from "./control/lock.ts";
export { showDuration } from "./control/texts.ts";
export { asFault } from "./faults/api.ts";
export { consentEnded, Fault, Interruption, mostOuter, ScriptExit } from "./faults/fault.ts";
export { createFault } from "./faults/raise.ts";
export { settle, settleLost } from "./faults/settle.ts";
export { showArgument } from "./faults/show-argument.ts";
export { nameOf, textOf } from "./files/bytes.ts";
export { isBelow, realPathOf } from "./files/paths.ts";
export { makeFolders, removeTree } from "./files/temporary.ts";
export { pathOnly } from "./host/files.ts";
export type { FlowNamespace } from "./host/in-namespace.ts";
export type { Namespaces } from "./host/namespaces.ts";
export { nextLine } from "./host/next-line.ts";
export {
  arrivedFile,
  callsFile,
  callsWord,
  type InjectionAction,
  type InjectionRule,
  injectionVariable,
  strikesFile,
} from "./injection/rule.ts";
export { wordsOfLine } from "./processes/describe.ts";
export { abandonReplacements, isEnding } from "./processes/index.ts";
export type { Partner } from "./processes/partner.ts";
export { growthOf } from "./regex/growth.ts";
export { interrupt, type Run, type RunOptions, type TestLibrary } from "./run.ts";
export type { Mask } from "./secrets.ts";
export type { AtomicModule, Clash, CommittedTrees, RefusedTrees, RunTrees } from "./tasks/atomic-module.ts";
export { clockFile, type SandboxFile, sandboxVariable } from "./testing/sandbox.ts";
export { TestSkip } from "./testing/skip.ts";
export { dayAndTime } from "./watching/words.ts";

/** Runs a command of the engine's own, loaded on demand: undefined where it ended well, else a sentence. */
export async function runHelper(request: HelperRequest): Promise<string | undefined> {
  const { runHelper: start } = await import("./processes/helper.ts");
  return start(request);
}

/** Runs a command of the engine's own whose status is an answer, loaded on demand. */
export async function askHelper(request: HelperRequest): Promise<HelperEnd> {
  const { askHelper: start } = await import("./processes/helper.ts");
  return start(request);
}

/** Starts a process of the engine's own that answers questions, loaded on demand: the error's name where that cannot be. */
export async function startPartner(
  argv: readonly string[],
  environment: Readonly<NodeJS.ProcessEnv>,
): Promise<Partner | string> {
  const { startPartner: start } = await import("./processes/partner.ts");
  return start(argv, environment);
}

/** What does something with the files below an open folder as with all that there are: a namespace's root, which links do not leave. Loaded on demand. */
export async function lookInto(root: number): Promise<FlowNamespace["within"]> {
  const { throughRoot } = await import("./host/view.ts");
  const way = throughRoot(root);
  return (work) => lookingThrough(way, work);
}

/** Asks at the run's own terminal, loaded on demand. */
export async function askTerminal(question: TerminalQuestion): Promise<TerminalAnswer> {
  const { askTerminal: ask } = await import("./tasks/terminal-question.ts");
  return ask(question);
}

/** The rules of an injection campaign, loaded on demand; undefined where their file is gone. */
export async function loadInjection(file: string, program: Program): Promise<InjectionHook | undefined> {
  const { readInjection } = await import("./injection/hook.ts");
  return readInjection(file, program);
}

/** Mounts and network namespaces, loaded on demand. */
export async function openNamespaces(): Promise<Namespaces> {
  const { namespaces } = await import("./host/namespaces.ts");
  return namespaces();
}

/** Starts the limit on a run's time, loaded on demand. */
export async function startRunLimit(run: Run, maxTime: MaxTime): Promise<RunLimit> {
  const { startRunLimit: start } = await import("./control/run-limit.ts");
  return start(run, maxTime);
}

/** What Test and Fake do, loaded on demand. */
export async function loadTestLibrary(): Promise<TestLibrary> {
  const { testLibrary } = await import("./library/testing.ts");
  return testLibrary;
}

/** What `notify` and `approve` do within a test, loaded on demand. */
export async function loadRolesInTest(folder: string): Promise<Pick<RunOptions, "notifyRole" | "approve">> {
  const { rolesInTest } = await import("./testing/told.ts");
  return rolesInTest(folder);
}

/** Tries to lock an open file without waiting: null, or the error's name (EAGAIN where another holds it). */
export async function tryLockFile(fd: number): Promise<string | null> {
  const { tryLock } = await import("./files/native.ts");
  return tryLock(fd);
}

/** Waits until an open file is locked; false where a signal or a file system came between. What waits goes on also where nobody waits for it any more. */
export async function waitForLockedFile(fd: number): Promise<boolean> {
  const { waitForLock } = await import("./files/native.ts");
  return waitForLock(fd);
}

/** Replaces a regular file's content, all of it or nothing, loaded on demand; throws what the system says. */
export async function replaceScript(path: string | Buffer, content: Uint8Array): Promise<void> {
  const { replaceFile } = await import("./files/replace.ts");
  replaceFile(path, statSync(path), content, { umask: process.umask(), namespace: null });
}

/** Looks at files where the flow's are whose call it is, as node:fs looks at them. */
export const flowFiles = { accessSync, readFileSync, statSync };

/** A run's runtime: what its compiled code is given. */
export interface Runtime {
  readonly run: Run;
  readonly api: RuntimeApi;
  readonly flow: Flow;
  /** Writes what the script printed so far, so that it stands ahead of what the engine says next. */
  readonly flush: () => void;
  /** Loads what a program names of the library; ahead of its body. */
  readonly prepare: (program: Pick<Program, "code">) => Promise<void>;
  /** Ends what is still open: jobs are joined (their failures raise), files closed, output written. Call it once, however the script ended. */
  readonly finish: () => Promise<void>;
}

const noCounters = new Float64Array(0);

/** Sets a run up; nothing is started yet. */
export function createRuntime(options: RunOptions): Runtime {
  const run = createRun(options);
  const flow = startMain(run);
  const api: RuntimeApi = {
    ...faultApi(run),
    ...controlApi(run),
    ...processApi(run),
    chosenTest: () => run.options.test?.index ?? -1,
    counters: run.options.counters ?? noCounters,
    // Its two hundred functions are made at the first call of one: a script of commands alone needs none.
    get library() {
      const library = loadedFunctions(run);
      Object.defineProperty(api, "library", { value: library });
      return library;
    },
  };
  const flush = (): void => {
    try {
      flushOutputs(run, flow);
    } catch {
      // The run's end tells of it, behind the fault that is on its way.
    }
  };
  return { run, api, flow, flush, prepare: ({ code }) => loadLibrary(code), finish: () => finish(run) };
}

async function finish(run: Run): Promise<void> {
  try {
    await finishProcesses(run);
  } finally {
    await Promise.all(run.leaving);
  }
}
