/** Checks texts and corpus files the way the engine does, but on a machine whose programs are known. */

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type CheckedProgram, type CheckOptions, check, type LoadedFile } from "../../src/checker/index.ts";
import { shippedCommands } from "../../src/commands/index.ts";
import { type Diagnostic, DiagnosticList, renderDiagnostic } from "../../src/diagnostics/index.ts";
import { type ImportStatement, parse } from "../../src/syntax/index.ts";
import { createSource } from "../../src/text/index.ts";

export interface Checked {
  readonly program: CheckedProgram;
  /** The parser's and the checker's, sorted. */
  readonly diagnostics: readonly Diagnostic[];
}

export type Extra = Partial<Omit<CheckOptions, "files">>;

/** Checks one text, without asking for programs unless told. */
export function checkText(text: string, extra: Extra = {}): Checked {
  const source = createSource("test.dscript", text);
  const { script, diagnostics } = parse(source);
  const program = check({
    files: [{ source, script, imports: new Map() }],
    commands: shippedCommands,
    ...extra,
  });
  return { program, diagnostics: merged(diagnostics, program) };
}

/** The codes of all diagnostics of a text, in order. */
export function codesOf(text: string, extra: Extra = {}): readonly string[] {
  return checkText(text, extra).diagnostics.map((each) => each.code);
}

/** The codes of a text's errors. */
export function errorsOf(text: string, extra: Extra = {}): readonly string[] {
  return checkText(text, extra)
    .diagnostics.filter((each) => each.severity === "error")
    .map((each) => each.code);
}

/** Checks a file with the files that it imports. */
export function checkFile(path: string, extra: Extra = {}): Checked {
  const files: LoadedFile[] = [];
  const found: Diagnostic[] = [];
  const indexes = new Map<string, number>();
  const load = (file: string, name: string): number => {
    const known = indexes.get(file);
    if (known !== undefined) return known;
    const index = files.length;
    indexes.set(file, index);
    const source = createSource(name, readFileSync(file, "utf8"));
    const { script, diagnostics } = parse(source);
    found.push(...diagnostics);
    const imports = new Map<ImportStatement, number>();
    files.push({ source, script, imports });
    for (const node of script.statements)
      if (node.kind === "import") imports.set(node, load(join(dirname(file), node.path), node.path));
    return index;
  };
  load(path, path.slice(path.lastIndexOf("/") + 1));
  const program = check({ files, commands: shippedCommands, ...extra });
  return { program, diagnostics: merged(found, program) };
}

/** Diagnostics as a user reads them. */
export function rendered(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((each) => renderDiagnostic(each)).join("\n");
}

function merged(parsed: readonly Diagnostic[], program: CheckedProgram): readonly Diagnostic[] {
  const list = new DiagnosticList();
  for (const each of [...parsed, ...program.diagnostics]) list.add(each);
  return list.sorted();
}
