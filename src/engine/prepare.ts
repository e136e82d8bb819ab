/** From a script's name to a program that may run: load, check, compile. */

import { type CheckedProgram, check } from "../checker/index.ts";
import type { CommandTable } from "../commands/index.ts";
import { compile } from "../compiler/index.ts";
import { type Diagnostic, DiagnosticList } from "../diagnostics/index.ts";
import type { Program } from "../records/index.ts";
import type { CaseName } from "./argument/case-name.ts";
import { exitCode } from "./exit-code.ts";
import { mayChange } from "./gate/may-change.ts";
import { loadScript } from "./load.ts";
import type { LoadedFile, LoadedScript } from "./loaded.ts";
import { type Programs, programsInList, programsOnPath } from "./programs.ts";
import type { Runnable } from "./runnable.ts";
import { isUnprepared, type LoadProblem, type Unprepared } from "./unprepared.ts";

export interface PrepareRequest {
  /** A path, or "-" for standard input. */
  readonly name: string;
  readonly strict: boolean;
  /** A file that lists the commands of the machine in question; absent for this one. */
  readonly commandList: string | undefined;
  readonly defines: ReadonlyMap<string, string>;
  readonly commands: CommandTable;
  /** The versions that modules must have. */
  readonly packages: ReadonlyMap<string, string>;
  /** The configuration has rows of its own for the table of commands. */
  readonly ownRows: boolean;
  /** The roles that the configuration has an address for; absent where nobody is told. */
  readonly roles?: readonly string[];
  /** The D-Case that its goals and context values are looked up in. */
  readonly case?: CaseName;
  /** Compiled with counters, for a run within a test whose coverage is asked for. */
  readonly coverage?: boolean;
  /** The script is to run: programs that only its tests name are no matter. */
  readonly isRun?: boolean;
  /** The script is only drawn: this machine need not have its programs, nor addresses for its roles. */
  readonly isDrawn?: boolean;
}

/** A script without an error, ready to run. */
export interface Prepared {
  /** Advice. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was not said or not read, in sentences. */
  readonly leftOut: readonly string[];
  /** Index 0 is the script itself. */
  readonly files: readonly LoadedFile[];
  readonly runnable: () => Runnable;
  /** The goals that it serves, by what names them; and the text of their D-Case. */
  readonly served: CheckedProgram["served"];
  readonly case: Runnable["case"];
}

/** Loads and checks a script; its program is compiled on demand. */
export async function prepare(request: PrepareRequest): Promise<Prepared | Unprepared> {
  const loaded = await loadScript(request.name, request.packages);
  if ("problem" in loaded) return { code: exitCode.usage, problem: loaded, diagnostics: [], leftOut: [] };
  const programs = programsFor(request.commandList);
  if ("problem" in programs) return { code: exitCode.usage, problem: programs, diagnostics: [], leftOut: [] };
  const found =
    request.case === undefined ? undefined : (await import("./argument/script-case.ts")).scriptCase(request.case);
  if (found !== undefined && isUnprepared(found)) return found;
  const argument = request.case && found && { path: request.case.path, text: found.text };
  const checked = check({
    files: loaded.files,
    commands: request.commands,
    strict: request.strict,
    defines: request.defines,
    hasCommand: request.isDrawn === true ? () => true : programs.has,
    commandNames: programs.names,
    commandsWhere: programs.where,
    ...(request.roles === undefined || request.isDrawn === true ? {} : { roles: request.roles }),
    ...(request.isRun === true ? { lookUp: "script" } : {}),
    ...(found === undefined ? {} : { argument: found.view }),
  });
  const list = new DiagnosticList();
  for (const diagnostic of [...loaded.diagnostics, ...checked.diagnostics]) list.add(diagnostic);
  const diagnostics = list.sorted();
  const leftOut = leftOutOf(loaded, list.dropped + checked.dropped);
  if (list.hasErrors) return { code: exitCode.doesNotCheck, diagnostics, leftOut };
  return {
    diagnostics,
    leftOut,
    files: loaded.files,
    served: checked.served,
    case: argument,
    runnable: () => ({
      files: [...loaded.files, ...loaded.files.flatMap(({ code }) => code ?? [])],
      program: withEffect(compile(checked, { coverage: request.coverage === true })),
      definedValues: checked.definedValues,
      commandRows: [...checked.commandRows.values()].flat(),
      functions: loaded.files.flatMap((file) => file.package?.functions ?? []),
      looks: loaded.looks,
      ...(argument === undefined ? {} : { case: argument }),
    }),
  };
}

function withEffect(program: Program): Program {
  return mayChange(program) ? program : { ...program, mayChange: false };
}

function leftOutOf({ unread }: LoadedScript, dropped: number): readonly string[] {
  return [
    ...(dropped > 0 ? [`and ${dropped} more`] : []),
    ...unread.map(({ name, line }) => `${name} was not read from line ${line} on: there are too many mistakes ahead`),
  ];
}

function programsFor(list: string | undefined): Programs | LoadProblem {
  if (list === undefined) return programsOnPath();
  try {
    return programsInList(list);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    return {
      problem: `the list of commands ${list} cannot be read: ${code}`,
      next: "make one there with: compgen -c | sort -u",
    };
  }
}
