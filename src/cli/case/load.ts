/** The cases that a command line names, or what is wrong with them, said. */

import {
  type CaseCodec,
  type CaseReading,
  codecNamed,
  codecs,
  type DCase,
  type Trouble,
} from "../../assurance/index.ts";
import { exitCode, type LoadedCase, loadCase } from "../../engine/index.ts";
import { refuseWords } from "../language.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import { type ColorChoice, show, styleFor, write } from "../terminal.ts";
import { type CaseNote, noteJson, noteText } from "./said.ts";

/** A file that was read as a case. */
export interface ReadCase extends LoadedCase {
  readonly reading: Extract<CaseReading, { readonly ok: true }>;
  readonly codec: CaseCodec;
}

export const formatNames: readonly string[] = codecs.map(({ name }) => name);

export const fromOption: OptionRow = {
  name: "from",
  value: "FORMAT",
  choices: formatNames,
  says: "the format of the file, where its name and its beginning do not say it",
};

export const colorOption: OptionRow = {
  name: "color",
  value: "WHEN",
  choices: ["auto", "always", "never"],
  says: "colour the output",
};

export const jsonOption: OptionRow = { name: "json", says: "JSON instead of text" };

/** Reads a case; a number is the exit code, after what is wrong has been said. Warnings are said where they are wanted. */
export function readOrSay(
  name: string,
  options: ParsedOptions,
  { saysWarnings = true, called }: { readonly saysWarnings?: boolean; readonly called?: string | undefined } = {},
): ReadCase | number {
  const loaded = loadCase(name, { codec: codecNamed(options.value("from") ?? ""), called });
  return "problem" in loaded ? refuseWords(loaded.problem, loaded.next) : readable(loaded, options, saysWarnings);
}

/** A file that is a case; else what is wrong is said, and the value is the exit code. */
export function readable(loaded: LoadedCase, options: ParsedOptions, saysWarnings = true): ReadCase | number {
  const { reading, codec } = loaded;
  if (reading.ok && codec !== undefined) {
    if (saysWarnings) for (const note of notesOf(loaded, "warning", reading.warnings)) sayNote(note, options, 2);
    return { ...loaded, reading, codec };
  }
  if (!reading.ok) for (const note of notesOf(loaded, "error", reading.errors)) sayNote(note, options, 2);
  return exitCode.doesNotCheck;
}

/** What a file that is not there has of a case beside another one: its module's name alone. */
export function noneBeside(other: DCase | undefined): DCase {
  return { module: { name: other?.module.name ?? "" }, nodes: [], edges: [] };
}

export function notesOf(
  { source }: LoadedCase,
  severity: CaseNote["severity"],
  troubles: readonly Trouble[],
): readonly CaseNote[] {
  return troubles.map(({ code, message, span, help }) => ({ severity, code, message, source, span, help }));
}

/** As text, or as a line of JSON where that is asked for. */
export function sayNote(note: CaseNote, options: ParsedOptions, fd: 1 | 2): void {
  const style = styleFor(options.value("color") as ColorChoice | undefined, fd);
  if (options.has("json")) write(fd, `${noteJson(note)}\n`);
  else show(fd, `${noteText(note, style)}\n`);
}
