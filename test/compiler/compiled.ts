/** Compiles texts and corpus files the way the engine does, and runs the result with a runtime of the test's own. */

import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { type CheckedProgram, check, type LoadedFile } from "../../src/checker/index.ts";
import { shippedCommands } from "../../src/commands/index.ts";
import { compile } from "../../src/compiler/index.ts";
import { renderDiagnostic } from "../../src/diagnostics/index.ts";
import type { Flow, Program, RuntimeApi } from "../../src/records/index.ts";
import { type ImportStatement, parse } from "../../src/syntax/index.ts";
import { createSource } from "../../src/text/index.ts";

/** Files by name; the first is the script. */
export type Texts = Readonly<Record<string, string>>;

export interface Checked {
  readonly program: CheckedProgram;
  /** Errors as a user reads them; empty where the program may be compiled. */
  readonly errors: string;
}

export function checkTexts(texts: Texts): Checked {
  const names = Object.keys(texts);
  let errors = "";
  const files = Object.entries(texts).map(([name, text]): LoadedFile => {
    const source = createSource(name, text);
    const { script, diagnostics } = parse(source);
    for (const each of diagnostics) if (each.severity === "error") errors += renderDiagnostic(each);
    const imports = new Map<ImportStatement, number>();
    for (const node of script.statements) if (node.kind === "import") imports.set(node, names.indexOf(node.path));
    return { source, script, imports };
  });
  const program = check({ files, commands: shippedCommands });
  for (const each of program.diagnostics) if (each.severity === "error") errors += renderDiagnostic(each);
  return { program, errors };
}

/** Compiles texts that must be right; an error of the parser or checker fails the test with its message. */
export function compileTexts(texts: Texts): Program {
  const { program, errors } = checkTexts(texts);
  if (errors !== "") throw new Error(errors);
  return compile(program);
}

export function compileText(text: string): Program {
  return compileTexts({ "test.dscript": text });
}

export function readText(path: string): string {
  return readFileSync(path, "utf8");
}

/** What V8 makes of the code: throws where it is no JavaScript. */
export function functionOf(program: Program): (rt: RuntimeApi, flow: Flow) => Promise<number> {
  const text = `(async function main(rt, $) {\n${program.code}\n})`;
  return runInThisContext(text, { filename: "compiled.js", lineOffset: -1 }) as ReturnType<typeof functionOf>;
}
