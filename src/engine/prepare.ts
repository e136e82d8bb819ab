/** From a script's name to a program that may run: load, check, compile. */

import { check } from "../checker/index.ts";
import { type CommandTable, shippedCommands } from "../commands/index.ts";
import { compile } from "../compiler/index.ts";
import { type Diagnostic, DiagnosticList } from "../diagnostics/index.ts";
import type { Program } from "../records/index.ts";
import { exitCode } from "./exit-code.ts";
import { type LoadedScript, type LoadProblem, loadScript } from "./load.ts";
import { type Programs, programsInList, programsOnPath } from "./programs.ts";

export interface PrepareRequest {
  /** A path, or "-" for standard input. */
  readonly name: string;
  readonly strict: boolean;
  /** A file that lists the commands of the machine in question; absent for this one. */
  readonly commandList: string | undefined;
  readonly defines: ReadonlyMap<string, string>;
  readonly commands?: CommandTable;
}

/** A script without an error, ready to run. */
export interface Prepared {
  readonly loaded: LoadedScript;
  /** Advice. */
  readonly diagnostics: readonly Diagnostic[];
  readonly dropped: number;
  readonly definedValues: ReadonlyMap<string, unknown>;
  readonly program: () => Program;
}

/** A script that may not run: it does not check, or cannot be read (`problem`). */
export interface Unprepared {
  readonly code: number;
  readonly problem?: LoadProblem;
  readonly diagnostics: readonly Diagnostic[];
  readonly dropped: number;
}

/** Tells a script that may not run from one that may, or that did. */
export function isUnprepared<T extends object>(value: T | Unprepared): value is Unprepared {
  return "code" in value && "diagnostics" in value;
}

/** Loads and checks a script; its program is compiled on demand. */
export function prepare(request: PrepareRequest): Prepared | Unprepared {
  const loaded = loadScript(request.name);
  if ("problem" in loaded) return { code: exitCode.usage, problem: loaded, diagnostics: [], dropped: 0 };
  const programs = programsFor(request.commandList);
  if ("problem" in programs) return { code: exitCode.usage, problem: programs, diagnostics: [], dropped: 0 };
  const checked = check({
    files: loaded.files,
    commands: request.commands ?? shippedCommands,
    strict: request.strict,
    defines: request.defines,
    hasCommand: programs.has,
    commandNames: programs.names,
  });
  const list = new DiagnosticList();
  for (const diagnostic of [...loaded.diagnostics, ...checked.diagnostics]) list.add(diagnostic);
  const diagnostics = list.sorted();
  if (list.hasErrors) return { code: exitCode.doesNotCheck, diagnostics, dropped: list.dropped };
  return {
    loaded,
    diagnostics,
    dropped: list.dropped,
    definedValues: checked.definedValues,
    program: () => compile(checked),
  };
}

function programsFor(list: string | undefined): Programs | LoadProblem {
  if (list === undefined) return programsOnPath(process.env["PATH"] ?? "/usr/local/bin:/usr/bin:/bin");
  try {
    return programsInList(list);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    return { problem: `the list of commands ${list} cannot be read: ${code}`, next: "make one there with: compgen -c | sort -u" };
  }
}
