/** Which language a person is spoken to in: `--lang`, else `lang` in dscript.yaml, else the environment. What machines read is English. */

import { english, type Language } from "../diagnostics/index.ts";
import { exitCode } from "../engine/index.ts";
import type { ParsedOptions } from "./options.ts";
import { tell as write } from "./terminal.ts";

export const languageNames = ["en", "ja"] as const;
export type LanguageName = (typeof languageNames)[number];

// A process speaks to one person: this is the one place that knows how.
let spoken: Language = english;
let isChosen = false;
let isForPrograms = false;
let areRefusalsJson = false;

/** The language that is spoken now. */
export function language(): Language {
  return spoken;
}

/** From now on a program reads what is said on standard error: a line of JSON each, with `severity`, `message`, and the next step as `hint`. */
export function speakJson(): void {
  isForPrograms = true;
}

/** From now on a program reads what is said against the command line: in English, as all that programs read. */
export async function refuseInJson(): Promise<void> {
  areRefusalsJson = true;
  await choose("en");
}

/** Says lines on standard error, in the language that is spoken. */
export function tell(text: string): void {
  write(isForPrograms ? jsonOf("warning", text) : spoken.text(text));
}

/** Says what is wrong with a command line, and the next step; the value is the exit code. */
export function refuseWords(problem: string, next: string): number {
  refuseAbout(undefined, problem, next);
  return exitCode.usage;
}

/** The same of a file, or of a place in one; the parts are translated each by itself. */
export function refuseAbout(where: string | undefined, problem: string, next?: string): void {
  if (isForPrograms || areRefusalsJson)
    write(jsonOf("error", next === undefined ? problem : `${problem}\n${next}`, where));
  else if (where === undefined) tell(`dscript: ${problem}\n${next === undefined ? "" : `  ${next}\n`}`);
  else write(`dscript: ${where}: ${spoken.text(problem)}\n${next === undefined ? "" : `  ${spoken.text(next)}\n`}`);
}

function jsonOf(severity: string, text: string, file?: string): string {
  const [message = "", ...rest] = text
    .replace(/^dscript: /, "")
    .trimEnd()
    .split("\n");
  const hint = rest.length === 0 ? undefined : rest.map((line) => line.trim()).join(" ");
  return `${JSON.stringify({ severity, file, message, hint })}\n`;
}

/** Takes the language from the command line, or from the environment. */
export async function chooseLanguage(options: Pick<ParsedOptions, "has" | "value">): Promise<void> {
  const asked = nameOf(options.value("lang"));
  if (options.has("json")) await choose("en");
  else if (asked !== undefined) await choose(asked);
  else if (!isChosen) await speak(languageOfEnvironment(process.env));
}

/** What the command line says wins over all that follows. */
export async function choose(name: LanguageName): Promise<void> {
  isChosen = true;
  await speak(name);
}

/** Takes the language of a configuration, where the command line names none. */
export async function configureLanguage(name: LanguageName | "auto"): Promise<void> {
  if (!isChosen) await speak(name === "auto" ? languageOfEnvironment(process.env) : name);
}

async function speak(name: LanguageName): Promise<void> {
  if (name === spoken.name) return;
  // Its tables cost a start some milliseconds: whoever reads English does not pay them.
  spoken = name === "ja" ? (await import("../japanese/index.ts")).japanese : english;
}

/** As setlocale(3) finds the locale of messages: the first variable that is not empty. A codeset other than UTF-8 cannot write Japanese here. */
function languageOfEnvironment(env: Readonly<Record<string, string | undefined>>): LanguageName {
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((value) => value !== undefined && value !== "");
  return locale !== undefined && /^ja(?:_[A-Z]{2})?(?:\.utf-?8)?(?:@\w+)?$/i.test(locale) ? "ja" : "en";
}

export function nameOf(text: string | undefined): LanguageName | undefined {
  return languageNames.find((name) => name === text);
}
