/** What the commands of `dscript log` have in common: problems, keys, numbers, and how an entry is shown. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readEnvelope } from "../../agreement/index.ts";
import { exitCode } from "../../engine/index.ts";
import { isProblem, keyTrouble, type LogProblem, names, readKeyFile, type SigningKey } from "../../ledger/index.ts";
import { codeOf } from "../../logs/index.ts";
import { refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";

const exits: Readonly<Record<LogProblem["kind"], number>> = {
  words: exitCode.usage,
  data: exitCode.refused,
  output: exitCode.output,
  busy: exitCode.busy,
};

/** Says a problem, and the next step; the value is the exit code. */
export function refuse({ code, message, help, kind }: LogProblem): number {
  tell(`dscript: ${code}: ${message}\n  ${help}\n`);
  return exits[kind];
}

/** The passphrase of an option's file; undefined where it is not given, a number is an exit code. */
export function passphraseOf(options: ParsedOptions, name: string): string | undefined | number {
  const path = options.value(name);
  if (path === undefined) return undefined;
  try {
    const [line = ""] = readFileSync(path, "utf8").split(/\r?\n/);
    return line === "" ? refuseWords(`${path} holds no passphrase`, "write it into the first line") : line;
  } catch (thrown) {
    return refuseWords(
      `${path} cannot be read: ${codeOf(thrown)}`,
      "name a file with the passphrase in its first line",
    );
  }
}

/** The log's own key, which signs what is appended there; a number is an exit code. */
export function logKeyOf(folder: string, options: ParsedOptions): SigningKey | number {
  const key = keyOf(join(folder, names.key), options, "log-passphrase-file");
  if (typeof key === "number") return key;
  const trouble = keyTrouble(folder, key);
  return trouble === undefined ? key : refuse(trouble);
}

export function keyOf(path: string, options: ParsedOptions, option: string): SigningKey | number {
  const passphrase = passphraseOf(options, option);
  if (typeof passphrase === "number") return passphrase;
  const key = readKeyFile(path, passphrase);
  if (!isProblem(key)) return key;
  const help = key.help.replace("--passphrase-file", `--${option}`);
  return refuse({ ...key, help });
}

/** What a file holds, or standard input where it is "-"; a number is an exit code. */
export function readText(path: string, help: string): { readonly text: string } | number {
  try {
    return { text: readFileSync(path === "-" ? 0 : path, "utf8") };
  } catch (thrown) {
    return refuseWords(`${safe(path)} cannot be read: ${codeOf(thrown)}`, help);
  }
}

/** A number of an entry below `size`; a number is not given back where it is none: that is an exit code as text. */
export function entryNumber(word: string, size: number): { readonly index: number } | number {
  if (/^\d{1,15}$/.test(word) && Number(word) < size) return { index: Number(word) };
  const last = size === 0 ? "the log is empty" : `the log has entries 0 to ${size - 1}`;
  return refuseWords(`there is no entry ${word}`, last);
}

/** "2027-03-31T12:00:00Z  mia  hold  switch_over.dscript": an entry in a line, without its number. */
export function entryLine(bytes: Uint8Array): string {
  const reading = readEnvelope(bytes);
  if (!reading.ok) return safe(reading.trouble.message);
  const { time, who, kind, subject } = reading.envelope.statement;
  return [time, who ?? "-", kind, subject.map(({ name }) => name).join(", ")].map(safe).join("  ");
}

/** A line with an entry's number and what it is. */
export function entryText(bytes: Uint8Array, index: number, size: number, options: ParsedOptions): string {
  return options.has("json")
    ? `${JSON.stringify({ entry: index, ...entryJson(bytes) })}\n`
    : `${String(index).padStart(String(size - 1).length)}  ${entryLine(bytes)}\n`;
}

/** What a program is told of an entry. */
export function entryJson(bytes: Uint8Array): { readonly [name: string]: unknown } {
  const reading = readEnvelope(bytes);
  if (!reading.ok) return { problem: reading.trouble.message };
  const { statement: whole, signatures } = reading.envelope;
  const { value: _, ...statement } = whole;
  return { ...statement, keys: signatures.map(({ keyid }) => keyid) };
}
