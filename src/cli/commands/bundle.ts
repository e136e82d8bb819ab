/** `dscript bundle`: what a run of a script consists of, with digests. */

import { type Bundle, bundleOf, bundleSays, exitCode, isUnprepared, type Unprepared } from "../../engine/index.ts";
import { changesBetween, changeText, whatText } from "../bundle-difference.ts";
import type { CliCommand } from "../command.ts";
import { language, refuseWords } from "../language.ts";
import { consoleReporter } from "../reporter.ts";
import { languageOption } from "../shared-options.ts";
import { show, write } from "../terminal.ts";

export const bundleCommand: CliCommand = {
  name: "bundle",
  operands: "FILE",
  summary: "list every file of a run, with digests",
  about: [
    "The script, what it imports, and its dscript.yaml. The canonical digest is taken over what a file says: comments,\nblanks and line breaks change nothing, one word of a command does. The digest of the bytes stands beside it.",
    "Exit codes: 0; 1 --against: they differ; 64 a file cannot be read; 76 one has errors; 78 the configuration is wrong.",
  ],
  options: [
    { name: "json", says: "one JSON object instead of text" },
    { name: "print", says: "the canonical text itself, of every file" },
    { name: "says", says: "what it does: the commands, parameters, hosts and goals that it names" },
    { name: "against", value: "FILE", says: "what differs from that script, in what it does and what it says" },
    { name: "expand", says: "the same, with every use of own syntax replaced by what it stands for" },
    languageOption,
  ],
  examples: [
    ["dscript bundle backup.dscript", "what would be agreed on"],
    ["dscript bundle --against approved/backup.dscript backup.dscript", "what would have to be agreed on anew"],
    ["dscript bundle --print backup.dscript | diff before.txt -", "what has changed in what it says"],
  ],
  stopsAtOperand: false,
  completes: "scripts",
  async run(options, operands) {
    const [file] = operands;
    if (file === undefined || operands.length > 1) return refuseWords("bundle needs one file", "dscript bundle FILE");
    const other = options.value("against");
    if (other !== undefined) return compare(other, file, options.has("json"));
    if (options.has("says")) return tellSays(file, options.has("json"));
    const bundle = await bundleOf(file);
    if (isUnprepared(bundle)) return refuse(file, bundle);
    if (options.has("json")) write(1, `${jsonOf(bundle)}\n`);
    else if (options.has("print") || options.has("expand")) write(1, printed(bundle, options.has("expand")));
    else show(1, listed(bundle));
    return exitCode.ok;
  },
};

function refuse(file: string, { code, diagnostics, problem }: Unprepared): number {
  const reporter = consoleReporter({ json: false, color: undefined });
  for (const diagnostic of diagnostics) reporter.diagnostic(diagnostic);
  if (problem !== undefined) reporter.problem(file, problem);
  return code;
}

async function tellSays(file: string, isJson: boolean): Promise<number> {
  const says = await bundleSays(file);
  if (isUnprepared(says)) return refuse(file, says);
  const { bundle, commands, parameters, hosts, goals } = says;
  if (isJson) {
    const of = { commands: Object.fromEntries(commands), parameters: Object.fromEntries(parameters), hosts, goals };
    write(1, `${JSON.stringify({ bundle: bundle.digest, language: bundle.language, ...of })}\n`);
    return exitCode.ok;
  }
  const { text } = language();
  const rows = [
    ...[...commands].map(([name, effect]) => ["command", `${name}: ${text(effect)}`] as const),
    ...[...parameters].map(([name, type]) => ["parameter", `${name}: ${type}`] as const),
    ...hosts.map((name) => ["host", name] as const),
    ...goals.map((name) => ["goal", name] as const),
  ];
  for (const [what, said] of rows) show(1, `${whatText(what, text)}  ${said}\n`);
  return exitCode.ok;
}

async function compare(other: string, file: string, isJson: boolean): Promise<number> {
  const before = await bundleSays(other);
  if (isUnprepared(before)) return refuse(other, before);
  const after = await bundleSays(file);
  if (isUnprepared(after)) return refuse(file, after);
  const changes = changesBetween(before, after);
  if (isJson) write(1, `${JSON.stringify({ before: before.bundle.digest, after: after.bundle.digest, changes })}\n`);
  else for (const change of changes) show(1, `${changeText(change, language().text)}\n`);
  return changes.length === 0 ? exitCode.ok : exitCode.answerFalse;
}

function listed({ digest, files }: Bundle): string {
  const { text } = language();
  const blocks = files.map(
    ({ role, path, canonical, bytes }) =>
      `${text(role)}  ${path}\n  ${text("canonical")}  ${canonical}\n  ${text("bytes")}  ${bytes}\n`,
  );
  return `${text("bundle")}  ${digest}\n\n${blocks.join("\n")}`;
}

function printed({ files }: Bundle, isExpanded: boolean): string {
  const texts = files.map(({ role, path, text, expanded }) => {
    const shown = isExpanded ? (expanded ?? text) : text;
    return `==> ${role} ${path}\n${shown}`;
  });
  return texts.join("\n");
}

function jsonOf({ digest, language: version, files }: Bundle): string {
  const shown = files.map(({ role, path, canonical, bytes, uses }) => ({
    ...{ role, path, canonical, bytes },
    ...(uses.length > 0 && { uses }),
  }));
  return JSON.stringify({ bundle: digest, language: version, files: shown });
}
