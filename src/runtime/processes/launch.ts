/** From words to a running program: search, exec, and what exec's error means (language 3; execvp(3)). */

import { basename, dirname } from "node:path";
import type { StageRun } from "../../records/index.ts";
import type { InjectionHook } from "../asked-of-engine.ts";
import { isHere, seenFrom } from "../files/here.ts";
import type { ScriptFlow } from "../flow.ts";
import { existsSync, statSync } from "../host/files.ts";
import type { OnlyFakes } from "../run.ts";
import type { StageTrace } from "../tracing/stage-trace.ts";
import type { Tracing } from "../tracing/tracing.ts";
import { expectedErrno, takesOtherUser } from "./entering.ts";
import { errnoName, errnoText } from "./errno.ts";
import type { Live } from "./live.ts";
import { fsPath, packStrings } from "./memory.ts";
import { notStarted, type Outcome } from "./outcome.ts";
import { interpreterOf, isText } from "./program-head.ts";
import { defaultPath, type NoProgram, type Program, whyNotRunnable } from "./program-search.ts";
import type { SpawnRequest } from "./spawn.ts";

export interface Launch {
  readonly argv: readonly string[];
  readonly stage: StageRun;
  readonly descriptors: readonly (number | undefined)[];
  readonly group: SpawnRequest["group"];
  /** Its place in the script. */
  readonly site?: number;
  /** Its system calls are followed, where that can be; `isAsked`: somebody is to be told where not. */
  readonly trace?: { readonly tracing: Tracing; readonly isAsked: boolean } | undefined;
}

/** A program that has started. */
export interface Launched {
  readonly pid: number;
  /** The command's number in the run. */
  readonly number: number;
  readonly trace: StageTrace | undefined;
}

const notFoundStatus = 127;
const notRunStatus = 126;

/** Starts a program: its process number and command number, or the outcome of a stage that could not start. */
export function launch(
  run: {
    commandCount: number;
    readonly only?: OnlyFakes | null;
    readonly fakes?: string | null;
    readonly options: { readonly runId: string; readonly injection?: InjectionHook };
  },
  live: Live,
  flow: ScriptFlow,
  request: Launch,
): Launched | Outcome {
  const { argv, stage } = request;
  const name = argv[0];
  if (name === undefined) return refused("no program to run: the first word is an empty list", notFoundStatus);
  for (const [index, word] of argv.entries()) {
    if (word.includes("\0")) return refused(`argument ${index} holds a NUL character, which no program can be given`);
  }
  if (run.only !== undefined && run.only !== null && !isAllowed(run.only, name)) return notFaked(name);
  const extra = stage.env ?? [];

  run.commandCount += 1;
  const number = run.commandCount;
  const environment = live.environments.block(flow.environment.variables, extra, number);
  if (typeof environment === "string") return refused(`the environment variable ${environment} holds a NUL character`);
  const path = extra.findLast(([key]) => key === "PATH")?.[1] ?? flow.environment.get("PATH");
  const entering = flow.namespace?.words;
  const spawn = (inner: Program, own: readonly string[]): number => {
    let [program, words, directory] = [inner, own, flow.directory];
    if (entering !== undefined) {
      const errno = expectedErrno(inner, directory);
      if (errno !== 0) return -errno;
      // The program that enters searches PATH as exec does, so that a command is called as it is written.
      words = [...entering(directory), ...(own === argv && run.fakes == null ? own : [inner.path, ...own.slice(1)])];
      program = live.search.find(words[0] ?? "", undefined, directory) as Program;
      directory = "";
    }
    const packed = packStrings(live.native, words, 0, live.arguments);
    // The next command likely fits, too; a giant is not kept.
    if (packed.memory.length > live.arguments.length && packed.memory.length < largestKept)
      live.arguments = packed.memory;
    live.expect(number);
    return live.spawner.spawn({
      program: program.memory,
      argv: packed.memory,
      environment,
      descriptors: request.descriptors,
      directory,
      umask: flow.umask,
      group: request.group,
    });
  };

  let trace: StageTrace | undefined;
  const start = (program: Program, words: readonly string[]): number => {
    // A fake is the test's own: what it does tells nothing of the program that it stands for.
    const isFake = run.fakes != null && program.path.startsWith(`${run.fakes}/`);
    if (request.trace === undefined || isFake || traces(words, struck)) return spawn(program, words);
    const { tracing, isAsked } = request.trace;
    trace = tracing.begin();
    const wrapped =
      trace && tracing.wrap(trace, program, words, { directory: flow.directory, searched: path, isAsked });
    const pid = wrapped === undefined ? 0 : spawn(wrapped.program, wrapped.words);
    if (pid > 0) return pid;
    // What keeps strace from starting (E2BIG) may not keep the command.
    if (trace !== undefined) tracing.abandon(trace);
    trace = undefined;
    return spawn(program, words);
  };

  // A fake is found whatever the script makes of PATH.
  const searched = run.fakes == null ? path : `${run.fakes}:${path ?? defaultPath}`;
  let program = live.search.find(name, searched, flow.directory);
  const struck = run.options.injection?.command(request.site ?? 0, name);
  if (struck !== undefined && "errno" in struck) program = { errno: struck.errno };
  if (!("memory" in program)) return noProgram(name, program);
  let words = argv;
  if (struck !== undefined && "words" in struck) {
    words = [...struck.words, program.path, ...argv.slice(1)];
    program = live.search.find(words[0] ?? "", undefined, flow.directory);
    if (!("memory" in program)) return noProgram(words[0] ?? "", program);
  }
  if (entering !== undefined && takesOtherUser(program, flow.directory)) return withoutRights(name);
  let result = start(program, words);
  if (result < 0 && !name.includes("/") && searchAgain.has(errnoName(-result))) {
    // What was found earlier may have been removed or replaced since.
    program = live.search.find(name, searched, flow.directory, true);
    if (!("memory" in program)) {
      live.forget(number);
      return noProgram(name, program);
    }
    result = start(program, argv);
  }
  if (result < 0 && errnoName(-result) === "ENOEXEC" && isText(seenFrom(flow.directory, program.path))) {
    const shell = live.search.find("/bin/sh", undefined, flow.directory) as Program;
    result = start(shell, ["/bin/sh", program.path, ...argv.slice(1)]);
  }
  if (result > 0) return { pid: result, number, trace };
  live.forget(number);
  return explain(name, argv, program, errnoName(-result), flow.directory);
}

/** Whether a program may run where only fakes do; what is written with its folder counts by its name, where that is allowed. */
function isAllowed({ folder, allowed, engine }: OnlyFakes, name: string): boolean {
  if (name === engine || allowed.has(name)) return true;
  if (!name.includes("/")) return existsSync(`${folder}/${name}`);
  return dirname(name) === folder || allowed.has(basename(name));
}

function notFaked(name: string): Outcome {
  const bare = JSON.stringify(basename(name));
  const message = `${JSON.stringify(name)} is no fake, and Test.onlyFakes lets no other program run; fake it with Test.fake(${bare}), or name it: Test.onlyFakes(${bare})`;
  const trouble = { kind: "CommandFault", message, notStarted: true, stated: "SoftwareFault" } as const;
  return notStarted(trouble, notRunStatus);
}

const largestKept = 1 << 20;
const searchAgain = new Set(["ENOENT", "EACCES", "ENOTDIR", "ENOEXEC"]);

function refused(message: string, status = notRunStatus): Outcome {
  return notStarted({ kind: "ArgumentFault", message, notStarted: true }, status);
}

/** Nobody becomes another user within a user namespace of an ordinary one. */
function withoutRights(name: string): Outcome {
  const message = `"${name}" runs as another user, which has no effect in trees that a user without rights writes apart; start it outside of the block, or run the script as root`;
  return failed(message, "EPERM", notRunStatus);
}

function noProgram(name: string, why: NoProgram): Outcome {
  if (why.errno === "ENOENT") {
    return failed(`"${name}" is not found: no folder of PATH has such a program`, "ENOENT", notFoundStatus);
  }
  return failed(`"${why.path ?? name}" cannot be run: ${reason(why.errno)}`, why.errno, notRunStatus);
}

/** Which of the things that exec touches was at fault. */
function explain(name: string, argv: readonly string[], program: Program, errno: string, directory: string): Outcome {
  if (statSync(isHere(directory) ? "." : fsPath(directory), { throwIfNoEntry: false })?.isDirectory() !== true) {
    return failed(`"${name}" cannot start: its working directory "${directory}" is gone`, errno, notRunStatus);
  }
  const file = seenFrom(directory, program.path);
  if (errno === "ENOENT" || errno === "ENOTDIR" || errno === "EACCES") {
    const wrong = whyNotRunnable(file, directory);
    if (wrong === "ENOENT" || wrong === "ENOTDIR") {
      return failed(`"${name}" is not found: ${errnoText(wrong)}`, wrong, notFoundStatus);
    }
    if (wrong !== null) return failed(`"${name}" cannot be run: ${reason(wrong)}`, wrong, notRunStatus);
    const interpreter = interpreterOf(file);
    const missing = interpreter === undefined ? "its loader" : `its interpreter "${interpreter}"`;
    return failed(`"${name}" cannot be run: ${missing} is not usable: ${errnoText(errno)}`, errno, notRunStatus);
  }
  if (errno === "E2BIG") {
    const bytes = argv.reduce((sum, word) => sum + Buffer.byteLength(word) + 1, 0);
    const message = `"${name}" cannot start: its ${argv.length - 1} arguments (${bytes} bytes) and the environment are more than the system takes at once`;
    return failed(`${message}; give them in parts, or in a file`, errno, notRunStatus);
  }
  return failed(`"${name}" cannot start: ${reason(errno)}`, errno, notRunStatus);
}

function reason(errno: string): string {
  switch (errno) {
    case "EISDIR":
      return "it is a directory";
    case "EACCES":
      return `${errnoText(errno)} (it has no execute permission, or its file system allows none)`;
    case "ENOEXEC":
      return "it is no program for this machine";
    case "EAGAIN":
      return "the system allows no more processes now";
    case "EMFILE":
      return `${errnoText(errno)}: the limit of this process (ulimit -n) is reached`;
    default:
      return errnoText(errno);
  }
}

function failed(message: string, errno: string, status: number): Outcome {
  return notStarted({ kind: "CommandFault", message, errno, notStarted: true }, status);
}

const tracers: ReadonlySet<string> = new Set(["strace", "ltrace", "gdb"]);

/** A process has one tracer: a program that traces itself, or a fault that is made by one, would find it taken. */
function traces(words: readonly string[], struck: ReturnType<InjectionHook["command"]>): boolean {
  const ahead = struck !== undefined && "words" in struck ? struck.words : [];
  return [words[0] ?? "", ...ahead].some((word) => tracers.has(basename(word)));
}
