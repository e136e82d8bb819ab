/** Finds the command that a command line means, reads its options, and runs it. */

import { statSync } from "node:fs";
import { nearest } from "../diagnostics/index.ts";
import { exitCode, keepTrees, keepTreesWord, rawArguments, settleTransactions } from "../engine/index.ts";
import type { CliCommand } from "./command.ts";
import { runCommand } from "./commands/run.ts";
import { choose, chooseLanguage, language, nameOf, refuseInJson, refuseWords, tell } from "./language.ts";
import { type OptionRow, parseWords } from "./options.ts";
import { languageOption } from "./shared-options.ts";
import { show, write } from "./terminal.ts";

// Everything but `run` is loaded when it is asked for: the way to a script's first command is short.
const others: Readonly<Record<string, () => Promise<CliCommand>>> = {
  watch: async () => (await import("./commands/watch.ts")).watchCommand,
  check: async () => (await import("./commands/check.ts")).checkCommand,
  fmt: async () => (await import("./commands/fmt.ts")).fmtCommand,
  test: async () => (await import("./commands/test.ts")).testCommand,
  inject: async () => (await import("./commands/inject.ts")).injectCommand,
  diagnose: async () => (await import("./commands/diagnose.ts")).diagnoseCommand,
  diagram: async () => (await import("./commands/diagram.ts")).diagramCommand,
  case: async () => (await import("./commands/case.ts")).caseCommand,
  bundle: async () => (await import("./commands/bundle.ts")).bundleCommand,
  new: async () => (await import("./commands/new.ts")).newCommand,
  notify: async () => (await import("./commands/notify.ts")).notifyCommand,
  explain: async () => (await import("./commands/explain.ts")).explainCommand,
  resume: async () => (await import("./commands/resume.ts")).resumeCommand,
  undo: async () => (await import("./commands/undo.ts")).undoCommand,
  abandon: async () => (await import("./commands/abandon.ts")).abandonCommand,
  runs: async () => (await import("./commands/runs.ts")).runsCommand,
  propose: async () => (await import("./agreement/commands.ts")).proposeCommand,
  agree: async () => (await import("./agreement/commands.ts")).agreeCommand,
  object: async () => (await import("./agreement/commands.ts")).objectCommand,
  hold: async () => (await import("./agreement/commands.ts")).holdCommand,
  abstain: async () => (await import("./agreement/commands.ts")).abstainCommand,
  withdraw: async () => (await import("./agreement/commands.ts")).withdrawCommand,
  revoke: async () => (await import("./agreement/commands.ts")).revokeCommand,
  overrule: async () => (await import("./agreement/commands.ts")).overruleCommand,
  status: async () => (await import("./agreement/commands.ts")).statusCommand,
  discuss: async () => (await import("./agreement/commands.ts")).discussCommand,
  people: async () => (await import("./commands/people.ts")).peopleCommand,
  gate: async () => (await import("./commands/gate.ts")).gateCommand,
  log: async () => (await import("./commands/log.ts")).logCommand,
  logs: async () => (await import("./commands/logs.ts")).logsCommand,
  incident: async () => (await import("./commands/incident.ts")).incidentCommand,
  completion: async () => (await import("./commands/completion.ts")).completionCommand,
};

const commandNames: readonly string[] = ["run", ...Object.keys(others), "help"];

const helpOption: OptionRow = { name: "help", short: "h", says: "show this text" };
/** What `dscript --help` and `dscript help` take. */
const helpOptions: readonly OptionRow[] = [languageOption, helpOption];

/** Runs a command line; the value is the exit code. */
export async function dispatch(decoded: readonly string[]): Promise<number> {
  const words = await withoutLanguage(rawArguments(decoded));
  const [first] = words;
  if (first === undefined) return help([], 2);
  if (first === "--help" || first === "-h" || first === "help") return help(words.slice(1), 1);
  if (first === "--version" || first === "-V") return version();
  if (first === "__complete") return complete(words.slice(1));
  if (first === keepTreesWord) return keepTrees(words[1]).then(() => exitCode.ok);
  if (first === "run") return start(runCommand, words.slice(1));
  const load = Object.hasOwn(others, first) ? others[first] : undefined;
  if (load !== undefined) {
    (await import("./gate/guard.ts")).guardByHost();
    return start(await load(), words.slice(1));
  }
  if (isScriptName(first)) return misplaced(words) ?? start(runCommand, words);
  const asksJson = words.includes("--json");
  return mistake(`there is no command and no file ${first === "" ? '""' : first}`, nextFor(first), asksJson);
}

function nextFor(word: string): string {
  const hint = nearest(word, commandNames);
  return hint === undefined ? "dscript --help lists what there is" : `did you mean \`dscript ${hint}\`?`;
}

/** `dscript --lang ja …`: ahead of everything, it holds for everything. */
async function withoutLanguage(words: readonly string[]): Promise<readonly string[]> {
  const [first = "", second] = words;
  const joined = first.startsWith("--lang=");
  const name = joined ? nameOf(first.slice("--lang=".length)) : first === "--lang" ? nameOf(second) : undefined;
  // Another value is a mistake that `run` reports.
  if (name === undefined) return words;
  await choose(name);
  return words.slice(joined ? 1 : 2);
}

/** `dscript --strict run x`: the options of a command stand behind its word. */
function misplaced(words: readonly string[]): Promise<number> | undefined {
  if (words[0] === "-" || words[0]?.startsWith("-") !== true) return undefined;
  const parsed = parseWords(words, runCommand.options, true);
  const [name = "", ...rest] = "mistake" in parsed ? [] : parsed.operands;
  if (!commandNames.includes(name) || exists(name)) return undefined;
  const ahead = words.slice(0, words.length - rest.length - 1);
  const line = ["dscript", name, ...ahead, ...rest].join(" ");
  return mistake(
    `${ahead[0]} stands ahead of ${name}, whose option it is`,
    `write it behind: ${line}`,
    ahead.includes("--json"),
  );
}

/** `dscript FILE` runs a file: it names a path or a script, stands for standard input, or an option of `run` comes first. */
function isScriptName(word: string): boolean {
  return word.startsWith("-") || word.includes("/") || word.endsWith(".dscript") || exists(word);
}

async function start(command: CliCommand, words: readonly string[]): Promise<number> {
  const part = command.parts?.find(({ name }) => name === `${command.name} ${words[0]}`);
  if (part !== undefined) return start(part, words.slice(1));
  const parsed = parseWords(words, [...command.options, helpOption], command.stopsAtOperand);
  await chooseLanguage(parsed.options);
  if ("mistake" in parsed ? parsed.asksJson : parsed.options.has("json")) await refuseInJson();
  const asksHelp = !command.stopsAtOperand && words.includes("--help");
  if (asksHelp || parsed.options.has("help")) return help(command.name.split(" "), 1);
  if ("mistake" in parsed) {
    const next = `dscript ${command.name} --help shows what it takes`;
    const [first = "-"] = words;
    // What follows a word that is no command of a group is not for the group.
    if (command.parts !== undefined && !first.startsWith("-"))
      return refuseWords(`there is no command ${command.name} ${first}`, next);
    const meant = nearest(parsed.found, parsed.candidates);
    return refuseWords(parsed.mistake, meant === undefined ? next : `did you mean ${meant}?`);
  }
  // These do that themselves, once they have read their configuration.
  if (command.name !== "run" && command.name !== "watch")
    await settleTransactions((sentence) => tell(`dscript: ${sentence}\n`));
  return command.run(parsed.options, parsed.operands);
}

async function mistake(what: string, next: string, asksJson = false): Promise<number> {
  if (asksJson) await refuseInJson();
  await chooseLanguage({ has: () => false, value: () => undefined });
  return refuseWords(what, next);
}

/** What the shells' completion asks; it must stay silent whatever comes. */
async function complete(words: readonly string[]): Promise<number> {
  await chooseLanguage({ has: () => false, value: () => undefined });
  const { completionText } = await import("./completion/answer.ts");
  write(1, await completionText(words, await allCommands()));
  return exitCode.ok;
}

/** Every command with its table, in the order of the help. */
export async function allCommands(): Promise<readonly CliCommand[]> {
  return [runCommand, ...(await Promise.all(Object.values(others).map((one) => one())))];
}

async function help(words: readonly string[], fd: 1 | 2): Promise<number> {
  const parsed = parseWords(words, helpOptions, false);
  await chooseLanguage(parsed.options);
  if ("mistake" in parsed) return mistake(parsed.mistake, "dscript --help lists what there is", parsed.asksJson);
  const { helpText } = await import("./help.ts");
  const [name, word] = parsed.operands;
  const load = name === undefined || !Object.hasOwn(others, name) ? undefined : others[name];
  const whole = name === "run" ? runCommand : load === undefined ? undefined : await load();
  const command = whole?.parts?.find((part) => part.name === `${name} ${word}`) ?? whole;
  if (name !== undefined && command === undefined && name !== "help")
    return mistake(`there is no command ${name}`, nextFor(name));
  show(fd, helpText(command, await allCommands(), language()));
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
