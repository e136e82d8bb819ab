/** Reading the words behind a script's name by the parameters that it declares (language 3). */

import { readFileSync } from "node:fs";
import { nearest } from "../diagnostics/index.ts";
import { elementType, exampleOf, isWithin, type ParameterSpec, readValue, takes } from "../records/index.ts";

/** A word that does not fit: what is wrong, at which parameter if one is meant, and what was given. */
export interface ParameterMistake {
  readonly spec?: ParameterSpec;
  /** As the person wrote it: "--keep-days". */
  readonly option: string;
  readonly given: string;
  readonly message: string;
}

/** What the words of a command line say: values by the parameters' names, and the words that are left over. */
export type ReadParameters =
  | { readonly kind: "values"; readonly values: ReadonlyMap<string, unknown>; readonly rest: readonly string[] }
  | { readonly kind: "help" }
  | { readonly kind: "mistakes"; readonly mistakes: readonly ParameterMistake[] };

/** What a script says of its own command line. */
export interface CommandLine {
  readonly parameters: readonly ParameterSpec[];
  /** It reads ARGV: words that belong to no parameter are its business. */
  readonly readsArguments: boolean;
}

/** A script without parameters gets every word, `--help` too, in ARGV (language 3). */
export function readWords(line: CommandLine, words: readonly string[]): ReadParameters {
  if (line.parameters.length === 0) return { kind: "values", values: new Map(), rest: words };
  return readParameters(line, words);
}

/** Reads every word, and reports every mistake: a person corrects a command line once. */
export function readParameters(line: CommandLine, words: readonly string[]): ReadParameters {
  const reading = new Reading(line);
  for (let at = 0; at < words.length; ) {
    if (words[at] === "--") {
      reading.rest.push(...words.slice(at + 1));
      break;
    }
    const taken = reading.take(words, at);
    if (taken === "help") return { kind: "help" };
    at += taken;
  }
  return reading.finish();
}

class Reading {
  readonly rest: string[] = [];
  readonly #line: CommandLine;
  readonly #labels: ReadonlyMap<string, Label>;
  readonly #values = new Map<string, unknown>();
  readonly #mistakes: ParameterMistake[] = [];
  /** Parameters that were mentioned, rightly or not. */
  readonly #seen = new Set<string>();

  constructor(line: CommandLine) {
    this.#line = line;
    this.#labels = new Map(line.parameters.flatMap(meanings));
  }

  /** Takes the word at `at`, and its value if that is a word of its own: how many words that were. */
  take(words: readonly string[], at: number): number | "help" {
    const word = words[at] ?? "";
    if (!/^-[^-\d.]|^--/.test(word)) {
      this.rest.push(word);
      return 1;
    }
    const { label, joined } = split(word);
    const found = this.#labels.get(label);
    if (label === "--help" || (label === "-h" && found === undefined)) return "help";
    if (found === undefined) {
      this.#mistakes.push({ option: label, given: joined ?? "", message: this.#unknown(label) });
      return 1;
    }
    const { spec, means } = found;
    if (joined === undefined && (means === "no" || spec.type.kind === "boolean")) {
      this.#set(spec, label, means !== "no");
      return 1;
    }
    if (means === "no") this.#fail(spec, label, joined ?? "", `${label} takes no value`);
    const next = words[at + 1];
    const value = joined ?? (next === undefined || this.#labels.has(split(next).label) ? undefined : next);
    this.#seen.add(spec.name);
    if (value === undefined) this.#fail(spec, label, "", `${label} needs a value: ${takes(spec)}`);
    else if (means === "value") this.#read(spec, label, value);
    else if (means === "file") this.#readFile(spec, label, value);
    return joined === undefined && value !== undefined ? 2 : 1;
  }

  finish(): ReadParameters {
    for (const spec of this.#line.parameters) {
      if (!spec.required || this.#seen.has(spec.name)) continue;
      const what = spec.says === undefined ? "" : ` (${spec.says})`;
      this.#fail(spec, optionLabel(spec), "", `${optionLabel(spec)} is needed${what}: ${takes(spec)}`);
    }
    const [first] = this.rest;
    if (first !== undefined && !this.#line.readsArguments) {
      const message = `the script takes options only, and does not know what to do with "${first}"`;
      this.#mistakes.push({ option: "", given: first, message });
    }
    if (this.#mistakes.length > 0) return { kind: "mistakes", mistakes: this.#mistakes };
    return { kind: "values", values: this.#values, rest: this.rest };
  }

  #read(spec: ParameterSpec, label: string, text: string): void {
    const type = elementType(spec.type);
    const value = readValue(type, text);
    const shown = spec.secret ? "***" : text;
    if (value === undefined) {
      const example = exampleOf(type);
      this.#fail(spec, label, shown, `${label} "${shown}" is no ${type.kind}; it is written like ${example}`);
    } else if (!isWithin(spec.bounds, value)) {
      const near =
        spec.bounds?.kind === "list" && this.#mistakes.length < 20
          ? nearest(text, spec.bounds.values.map(String))
          : undefined;
      const hint = near === undefined ? "" : `; did you mean ${near}?`;
      this.#fail(spec, label, shown, `${label} takes ${takes(spec)}, not ${shown}${hint}`);
    } else this.#set(spec, label, value);
  }

  /** `--token-file FILE`: a secret on the command line could be read by everybody on this host. */
  #readFile(spec: ParameterSpec, label: string, path: string): void {
    try {
      this.#read(spec, label, readFileSync(path, "utf8").replace(/\r?\n$/, ""));
    } catch (thrown) {
      const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : String(thrown);
      this.#fail(spec, label, path, `${label}: ${path} cannot be read: ${code}`);
    }
  }

  #set(spec: ParameterSpec, label: string, value: unknown): void {
    this.#seen.add(spec.name);
    const known = this.#values.get(spec.name);
    if (Array.isArray(known)) known.push(value);
    else if (spec.type.kind === "array") this.#values.set(spec.name, [value]);
    else if (known === undefined) this.#values.set(spec.name, value);
    else this.#fail(spec, label, spec.secret ? "***" : String(value), `${label} is given twice`);
  }

  #fail(spec: ParameterSpec, option: string, given: string, message: string): void {
    this.#mistakes.push({ spec, option, given, message });
  }

  #unknown(label: string): string {
    // Each search goes over all names: a wrong file of arguments must not take minutes.
    const near = this.#mistakes.length < 20 ? nearest(label, [...this.#labels.keys(), "--help"]) : undefined;
    return `there is no parameter ${label}${near === undefined ? "" : `; did you mean ${near}?`}`;
  }
}

/** `--keep-days`; of a name of one letter `-n`. */
function optionLabel(spec: ParameterSpec): string {
  return spec.option.length === 1 ? `-${spec.option}` : `--${spec.option}`;
}

/** What a word that stands for a parameter does: its value follows, it is a flag's opposite, or a file holds the value. */
interface Label {
  readonly spec: ParameterSpec;
  readonly means: "value" | "no" | "file";
}

function meanings(spec: ParameterSpec): readonly (readonly [string, Label])[] {
  const own = [optionLabel(spec), { spec, means: "value" }] as const;
  if (spec.secret) return [own, [`--${spec.option}-file`, { spec, means: "file" }]];
  if (spec.type.kind !== "boolean" || spec.option.length === 1) return [own];
  return [own, [`--no-${spec.option}`, { spec, means: "no" }]];
}

/** Every word that stands for a parameter, its own first. */
export function labelsOf(spec: ParameterSpec): readonly string[] {
  return meanings(spec).map(([label]) => label);
}

function split(word: string): { readonly label: string; readonly joined: string | undefined } {
  const equals = word.indexOf("=");
  if (equals === -1) return { label: word, joined: undefined };
  return { label: word.slice(0, equals), joined: word.slice(equals + 1) };
}
