/** What may stand at a place of a command line, by the commands' own tables and by what a script declares. */

import { declaredBy } from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { language } from "../language.ts";
import type { OptionRow } from "../options.ts";
import { type Candidates, nothing } from "./candidate.ts";
import type { TypedLine } from "./line.ts";
import { parameterCandidates } from "./parameter-candidates.ts";

const help: OptionRow = { name: "help", says: "show what it takes" };

/** The candidates at the cursor; the line's first word is `dscript` or a script that runs by itself. */
export async function candidatesFor(
  { words, current }: TypedLine,
  commands: readonly CliCommand[],
): Promise<Candidates> {
  const [program, ...rest] = words;
  if (program === undefined) return nothing;
  if (!/(?:^|\/)dscript$/.test(program)) return scriptCandidates(program, rest, current);
  const [first, ...others] = rest;
  const run = commands.find((command) => command.name === "run");
  if (run === undefined) return nothing;
  if (first === undefined) return firstWord(commands, run, current);
  if (first === "help") return { ...nothing, words: others.length === 0 ? summaries(commands) : [] };
  const command = commands.find((known) => known.name === first);
  if (command === undefined) return commandCandidates(run, rest, current);
  const part = command.parts?.find(({ name }) => name === `${first} ${others[0]}`);
  return part === undefined
    ? commandCandidates(command, others, current)
    : commandCandidates(part, others.slice(1), current);
}

function firstWord(commands: readonly CliCommand[], run: CliCommand, current: string): Candidates {
  const version: OptionRow = { name: "version", says: "versions of D-Script and of Node" };
  if (current.startsWith("-")) return { ...nothing, words: labels([...run.options, help, version]) };
  return {
    ...nothing,
    words: [...summaries(commands), ["help", language().text("say what a command takes")]],
    files: "scripts",
  };
}

function summaries(commands: readonly CliCommand[]): Candidates["words"] {
  return commands.map(({ name, summary }) => [name, language().text(summary)] as const);
}

/** Goes through the words by the command's table, as reading them does. */
async function commandCandidates(command: CliCommand, words: readonly string[], current: string): Promise<Candidates> {
  let optionsEnd = false;
  let operands = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (!optionsEnd && word === "--") optionsEnd = true;
    else if (optionsEnd || word === "-" || !word.startsWith("-")) {
      if (command.stopsAtOperand) return scriptCandidates(word, words.slice(at + 1), current);
      operands += 1;
    } else {
      const row = rowOf(command, word);
      if (row?.value === undefined || word.includes("=")) continue;
      at += 1;
      if (at === words.length) return valueCandidates(row, "", current);
    }
  }
  if (!optionsEnd && current.startsWith("--") && current.includes("=")) {
    const glue = current.slice(0, current.indexOf("=") + 1);
    const row = rowOf(command, glue.slice(0, -1));
    return row === undefined ? nothing : valueCandidates(row, glue, current);
  }
  if (!optionsEnd && current.startsWith("-")) return { ...nothing, words: labels([...command.options, help]) };
  const { completes } = command;
  if (typeof completes === "function")
    return { ...nothing, words: operands === 0 ? completes().map((word) => [word, ""] as const) : [] };
  return { ...nothing, files: completes === "nothing" ? "none" : completes };
}

function rowOf(command: CliCommand, word: string): OptionRow | undefined {
  const label = word.split("=", 1)[0] ?? "";
  return command.options.find(
    ({ name, short }) => label === `--${name}` || (short !== undefined && label === `-${short}`),
  );
}

function labels(rows: readonly OptionRow[]): Candidates["words"] {
  return rows.flatMap(({ name, short, says }) => [
    [`--${name}`, language().text(says)] as const,
    ...(short === undefined ? [] : [[`-${short}`, language().text(says)] as const]),
  ]);
}

function valueCandidates(row: OptionRow, glue: string, current: string): Candidates {
  const known = [...(row.choices ?? []), ...(row.forms ?? [])];
  const form = row.forms?.find((one) => one.endsWith(":") && current.startsWith(`${glue}${one}`));
  if (form !== undefined) return { ...nothing, files: form === "file:" ? "files" : "none", glue: `${glue}${form}` };
  const words = known.map((word) => [`${glue}${word}`, ""] as const);
  return { words, files: row.value === "FILE" ? "files" : "none", glue };
}

/** The words behind a script's name are its own: its parameters, or files. */
async function scriptCandidates(script: string, words: readonly string[], current: string): Promise<Candidates> {
  const line = script === "-" ? undefined : await declaredBy(script);
  return line === undefined ? { ...nothing, files: "files" } : parameterCandidates(line, words, current);
}
