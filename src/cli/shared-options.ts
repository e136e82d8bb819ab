/** The options that commands share. */

import { languageNames } from "./language.ts";
import type { OptionRow, ParsedOptions } from "./options.ts";
import type { ColorChoice } from "./terminal.ts";

/** Every command has it. */
export const languageOption: OptionRow = {
  name: "lang",
  value: "LANGUAGE",
  choices: languageNames,
  says: "the language of messages; LC_ALL, LC_MESSAGES and LANG choose it otherwise",
};

export const caseOption: OptionRow = {
  name: "case",
  value: "FILE",
  says: "the D-Case of the goals that it serves; `case` in dscript.yaml names it otherwise",
};

export const checkOptions: readonly OptionRow[] = [
  { name: "strict", says: "no status style: every failure that is not accepted ends the script" },
  { name: "define", value: "NAME=VALUE", repeats: true, says: "replace a constant of the script's top level" },
  {
    name: "commands",
    value: "FILE",
    says: "look commands up in this list instead of on this machine (a name or path a line)",
  },
  caseOption,
  { name: "json", says: "one JSON object a line instead of text" },
  { name: "color", value: "WHEN", choices: ["auto", "always", "never"], says: "colour the output" },
  languageOption,
];

export interface SharedOptions {
  readonly strict: boolean;
  readonly commandList: string | undefined;
  readonly caseFile: string | undefined;
  readonly json: boolean;
  /** Undefined where the command line does not say. */
  readonly color: ColorChoice | undefined;
}

export function sharedOptions(options: ParsedOptions): SharedOptions {
  return {
    strict: options.has("strict"),
    commandList: options.value("commands"),
    caseFile: options.value("case"),
    json: options.has("json"),
    color: colorOf(options.value("color")),
  };
}

function colorOf(value: string | undefined): ColorChoice | undefined {
  return value === "always" || value === "never" || value === "auto" ? value : undefined;
}

/** `--define NAME=VALUE`, each once. */
export function definesOf(options: ParsedOptions): ReadonlyMap<string, string> | { problem: string; next: string } {
  const defines = new Map<string, string>();
  for (const text of options.values("define")) {
    const at = text.indexOf("=");
    if (at < 1) return { problem: `--define ${text} names no value`, next: "write it as --define NAME=VALUE" };
    defines.set(text.slice(0, at), text.slice(at + 1));
  }
  return defines;
}
