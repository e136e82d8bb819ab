/** Programs that this machine lacks, and what may be meant by them (language 2). */

import { diagnose, nearest } from "../../diagnostics/index.ts";
import type { FileState } from "../file-state.ts";
import { foreignStatement } from "../names/foreign.ts";
import type { MissingCommand, ProgramState } from "../program-state.ts";

/** Says what is missing (DS2501); where the script changes PATH that is only advice (DS7006). */
export function reportCommands(program: ProgramState): void {
  const { where } = program.asked;
  for (const missing of program.notFound) {
    const { file, name, compared } = missing;
    const span = { start: missing.span.start, end: missing.span.end };
    if (isMoved(program, name) || isFaked(program, missing)) continue;
    if (program.changesPath && !name.includes("/")) {
      program.diagnostics.add(diagnose("DS7006", file.source, span, { name, where }));
      continue;
    }
    const own = ownName(program, file, name);
    // Where a comparison is meant, no program is.
    const close = own ?? (compared === undefined && !/[+-]{2}$/.test(name) ? program.asked.nearest(name) : undefined);
    const fix = assignment(file, missing) ?? foreignStatement(name) ?? bareTest(name);
    const params = { name, where, nearest: close, compared, fix };
    program.diagnostics.add(diagnose("DS2501", file.source, span, params));
  }
}

/** What a test fakes need not be there. `x == 1` with an undeclared `x` is no program at all. */
function isFaked({ faked }: ProgramState, { name, compared, isTests }: MissingCommand): boolean {
  return faked.names.has(name) || (isTests && faked.isComputed && compared === undefined);
}

/** A relative path after a `cd`: nobody knows here what it names. */
export function isMoved(program: ProgramState, name: string): boolean {
  return name.includes("/") && !name.startsWith("/") && program.files.some((each) => each.movesAround);
}

/** A call of the library's, or a name of this file. */
function ownName(program: ProgramState, file: FileState, name: string): string | undefined {
  if (program.library.plain.has(name)) return `${name}(…)`;
  const [, own = "", step = ""] = /^(\w+)(\+\+|--)?$/.exec(name) ?? [];
  const near = own.length > 1 ? nearest(own, file.script.declared.keys()) : undefined;
  const declaration = near === undefined ? undefined : file.script.declared.get(near);
  if (near === undefined || declaration === undefined) return undefined;
  return program.symbols.get(declaration)?.kind === "function" ? `${near}()` : `${near}${step}`;
}

/** `if (-f x)` */
function bareTest(name: string): string | undefined {
  return /^-[A-Za-z]$/.test(name) ? `write \`test ${name} …\` or \`[ ${name} … ]\`` : undefined;
}

/** `n= 5` sets the environment of a program called `5`. */
function assignment(file: FileState, { span, name, assigned }: MissingCommand): string | undefined {
  if (assigned === undefined || !(file.script.declared.has(assigned) || /^\d/.test(name))) return undefined;
  const value = file.source.text.slice(span.start, span.end);
  return `an assignment has blanks on both sides of its \`=\`: \`${assigned} = ${value}\``;
}
