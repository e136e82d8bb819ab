/** Finds the command that a command line means, reads its options, and runs it. */

import { statSync } from "node:fs";
import { nearest } from "../diagnostics/index.ts";
import { exitCode, rawArguments } from "../engine/index.ts";
import type { CliCommand } from "./command.ts";
import { runCommand } from "./commands/run.ts";
import { parseWords } from "./options.ts";
import { write } from "./terminal.ts";

// Everything but `run` is loaded when it is asked for: the way to a script's first command is short.
const others: Readonly<Record<string, () => Promise<CliCommand>>> = {
  check: async () => (await import("./commands/check.ts")).checkCommand,
  new: async () => (await import("./commands/new.ts")).newCommand,
  notify: async () => (await import("./commands/notify.ts")).notifyCommand,
  explain: async () => (await import("./commands/explain.ts")).explainCommand,
};

const commandNames: readonly string[] = ["run", ...Object.keys(others), "help"];

/** Runs a command line; the value is the exit code. */
export async function dispatch(decoded: readonly string[]): Promise<number> {
  const words = rawArguments(decoded);
  const [first] = words;
  if (first === undefined) return help([], 2);
  if (first === "--help" || first === "-h" || first === "help") return help(words.slice(1), 1);
  if (first === "--version" || first === "-V") return version();
  if (first === "run") return start(runCommand, words.slice(1));
  const load = Object.hasOwn(others, first) ? others[first] : undefined;
  if (load !== undefined) return start(await load(), words.slice(1));
  if (isScriptName(first)) return start(runCommand, words);
  const hint = nearest(first, commandNames);
  const next = hint === undefined ? "dscript --help lists what there is" : `did you mean \`dscript ${hint}\`?`;
  return mistake(`there is no command and no file ${first}`, next);
}

/** `dscript FILE` runs a file: it names a path or a script, stands for standard input, or an option of `run` comes first. */
function isScriptName(word: string): boolean {
  return word.startsWith("-") || word.includes("/") || word.endsWith(".dscript") || exists(word);
}

async function start(command: CliCommand, words: readonly string[]): Promise<number> {
  const asksHelp = command.stopsAtOperand ? words[0] === "--help" || words[0] === "-h" : words.includes("--help");
  if (asksHelp) return help([command.name], 1);
  const parsed = parseWords(words, command.options, command.stopsAtOperand);
  if ("mistake" in parsed) {
    const meant = nearest(parsed.found, parsed.candidates);
    return mistake(
      parsed.mistake,
      meant === undefined ? `dscript ${command.name} --help shows what it takes` : `did you mean ${meant}?`,
    );
  }
  return command.run(parsed.options, parsed.operands);
}

function mistake(what: string, next: string): number {
  write(2, `dscript: ${what}\n  ${next}\n`);
  return exitCode.usage;
}

async function help(words: readonly string[], fd: 1 | 2): Promise<number> {
  const { helpText } = await import("./help.ts");
  const [name] = words;
  const load = name === undefined || !Object.hasOwn(others, name) ? undefined : others[name];
  const command = name === "run" ? runCommand : load === undefined ? undefined : await load();
  if (name !== undefined && command === undefined && name !== "help")
    return mistake(`there is no command ${name}`, "dscript --help lists what there is");
  const all = [runCommand, ...(await Promise.all(Object.values(others).map((one) => one())))];
  write(fd, helpText(command, all));
  return fd === 1 ? exitCode.ok : exitCode.usage;
}

async function version(): Promise<number> {
  const { versionText } = await import("./version.ts");
  write(1, versionText());
  return exitCode.ok;
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
