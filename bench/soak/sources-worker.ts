// Reads, checks and compiles texts by their numbers, from the first argument on, as many as the second says; a line on standard output each thousand.
import { writeSync } from "node:fs";
import { Script } from "node:vm";
import { check } from "../../src/checker/index.ts";
import { shippedCommands } from "../../src/commands/index.ts";
import { compile } from "../../src/compiler/index.ts";
import { renderDiagnostic } from "../../src/diagnostics/index.ts";
import { parse } from "../../src/syntax/index.ts";
import { createSource } from "../../src/text/index.ts";
import { textOf } from "./texts.ts";

const first = Number(process.argv[2]);
const count = Number(process.argv[3]);
const known = new Set(["grep", "sort", "rsync", "ls", "cat", "echo", "sh", "test", "true", "false"]);

let compiled = 0;
for (let index = 0; index < count; index++) {
  if (index % 1000 === 0) tell({ done: index });
  const seed = first + index;
  try {
    if (tryText(textOf(seed))) compiled += 1;
  } catch (error) {
    tell({ failed: seed, why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
tell({ done: count, compiled });

/** Whether the text is a script; throws where reading, checking, compiling or drawing its messages does. */
function tryText(text: string): boolean {
  const source = createSource("soak.dscript", text);
  const { script, diagnostics } = parse(source);
  const program = check({
    files: [{ source, script, imports: new Map() }],
    commands: shippedCommands,
    hasCommand: (name) => known.has(name),
    commandNames: () => [...known],
  });
  for (const each of [...diagnostics, ...program.diagnostics]) renderDiagnostic(each);
  if (!program.ok || diagnostics.some(({ severity }) => severity === "error")) return false;
  // What is compiled must at least be JavaScript.
  new Script(`(async (rt, $) => {${compile(program).code}\n})`);
  return true;
}

function tell(what: object): void {
  writeSync(1, `${JSON.stringify({ ...what, memory: Math.round(process.memoryUsage().rss / 2 ** 20) })}\n`);
}
