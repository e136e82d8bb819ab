/** `dscript case instantiate`: makes a case of a pattern, or makes it again where it stands. */

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  type Arguments,
  type DCase,
  instantiate,
  type Json,
  parametersIn,
  valueOfWords,
} from "../../assurance/index.ts";
import { nearest } from "../../diagnostics/index.ts";
import { exitCode } from "../../engine/index.ts";
import { displayWidth } from "../../text/index.ts";
import { columns } from "../inject/words.ts";
import { language, refuseWords } from "../language.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import { packageFolder } from "../package-folder.ts";
import { show, write } from "../terminal.ts";
import { caseText, type OpenCase, openCase, putText, tellOf, textOf } from "./case-file.ts";
import { digestOfCase } from "./digest-of-case.ts";

export const instantiateOptions: readonly OptionRow[] = [
  { name: "args", value: "FILE", says: "instantiate: arguments by name, as YAML or JSON" },
  {
    name: "set",
    value: "NAME=VALUE",
    repeats: true,
    says: "instantiate: an argument; of a list, its values with commas between",
  },
  { name: "as", value: "NAME", says: "instantiate: what the instance is called; the pattern's name otherwise" },
  { name: "into", value: "CASE", says: "instantiate: put it into this case, or make it again there" },
  { name: "under", value: "NODE", says: "instantiate: the node of that case which it supports" },
  { name: "was", value: "FILE", says: "instantiate: the pattern as it was when the instance was made" },
  { name: "prune", says: "instantiate: remove nodes that the pattern makes no more, and that nobody has touched" },
  { name: "partial", says: "instantiate: write it also where arguments are missing or wrong" },
  { name: "output", short: "o", value: "FILE", says: "write to this file" },
];

const ending = ".dcase.yaml";

/** Exit codes: 0; 64 words, or a file that cannot be read; 65 arguments; 74 a file that cannot be written; 76 a case or pattern with errors. */
export async function instantiateCommand(options: ParsedOptions, operands: readonly string[]): Promise<number> {
  const [name, ...more] = operands;
  if (name === undefined) return listPatterns(options);
  if (more.length > 0)
    return refuseWords(
      "instantiate takes one pattern",
      "dscript case instantiate backup --args FILE -o NAME.dcase.yaml",
    );
  if (options.has("under") && !options.has("into"))
    return refuseWords("--under names a node of the case that --into names", "add --into NAME.dcase.yaml");
  const pattern = patternNamed(name, options);
  if (typeof pattern === "number") return pattern;
  const into = opened(options.value("into"), options, true);
  if (typeof into === "number") return into;
  const was = opened(options.value("was"), options);
  if (typeof was === "number") return was;
  const given = await argumentsFrom(options, pattern.case);
  if (typeof given === "number") return given;
  return make(options, pattern, given, into, was);
}

function make(
  options: ParsedOptions,
  pattern: OpenCase,
  given: Arguments,
  into: OpenCase | undefined,
  was: OpenCase | undefined,
): number {
  const [as, under] = [options.value("as"), options.value("under")];
  const made = instantiate(pattern.case, given, {
    digest: digestOfCase(pattern.case) ?? "",
    isPruned: options.has("prune"),
    language: language().name,
    ...(as === undefined ? {} : { as }),
    ...(into === undefined ? {} : { into: into.case }),
    ...(under === undefined ? {} : { under }),
    ...(was === undefined ? {} : { was: was.case }),
  });
  for (const { message, help } of made.troubles) tellOf(pattern.case.module.name, message, help);
  for (const { message, help } of made.told) tellOf(into?.path ?? pattern.path, message, help);
  if (made.troubles.length > 0 && !options.has("partial")) {
    refuseWords("nothing is written", "give these arguments, or add --partial");
    return exitCode.refused;
  }
  const output = options.value("output") ?? into?.path;
  if (output === undefined) {
    write(1, caseText(made.case, options.has("json") ? "x.json" : `x${ending}`, undefined));
    return exitCode.ok;
  }
  const isNew = output !== into?.path;
  if (isNew && existsSync(output))
    return refuseWords(`${output} is there already`, `--into ${output} puts it there, or makes it again`);
  if (!putText(output, caseText(made.case, output, into), isNew)) return exitCode.output;
  const nodes = made.case.nodes.length;
  if (options.has("json")) write(1, `${JSON.stringify({ file: output, nodes })}\n`);
  else show(1, `${language().text(`${output} has ${nodes} nodes`)}\n`);
  return exitCode.ok;
}

function opened(path: string | undefined, options: ParsedOptions, isWritten = false): OpenCase | number | undefined {
  return path === undefined ? undefined : openCase(path, options, isWritten);
}

/** A file, or a pattern that comes with D-Script. */
function patternNamed(name: string, options: ParsedOptions): OpenCase | number {
  if (name === "-" || existsSync(name)) return openCase(name, options);
  const own = join(catalogue(), `${name}${ending}`);
  if (!name.includes("/") && existsSync(own)) return openCase(own, options);
  const meant = nearest(name, patternNames());
  return refuseWords(
    `there is no file and no pattern ${name === "" ? '""' : name}`,
    meant === undefined ? "dscript case instantiate lists the patterns" : `did you mean ${meant}?`,
  );
}

function catalogue(): string {
  return join(packageFolder(), "patterns");
}

function patternNames(): readonly string[] {
  try {
    const names = readdirSync(catalogue());
    return names
      .filter((each) => each.endsWith(ending))
      .map((each) => each.slice(0, -ending.length))
      .sort();
  } catch {
    return [];
  }
}

/** The patterns that come with D-Script, each with what it argues for and the names of its parameters. */
function listPatterns(options: ParsedOptions): number {
  const rows: string[][] = [];
  for (const name of patternNames()) {
    const found = openCase(join(catalogue(), `${name}${ending}`), options);
    if (typeof found === "number") return found;
    const [root] = found.case.nodes;
    const text = root?.translations?.[language().name] ?? root?.text ?? "";
    if (options.has("json"))
      write(1, `${JSON.stringify({ name, text, parameters: [...parametersIn(found.case).values()] })}\n`);
    rows.push([name, text, ""], ["", [...parametersIn(found.case).keys()].join(" "), ""]);
  }
  if (!options.has("json")) show(1, columns(rows, displayWidth));
  return exitCode.ok;
}

/** `--args` and `--set` together, the latter winning. */
async function argumentsFrom(options: ParsedOptions, pattern: DCase): Promise<Arguments | number> {
  const file = options.value("args");
  const read = file === undefined ? {} : await argumentsIn(file);
  if (typeof read === "number") return read;
  const parameters = parametersIn(pattern);
  const set: Record<string, Json> = {};
  for (const word of options.values("set")) {
    const at = word.indexOf("=");
    if (at < 1) return refuseWords(`--set ${word} names no value`, "write it as --set NAME=VALUE");
    const name = word.slice(0, at);
    set[name] = valueOfWords(word.slice(at + 1), parameters.get(name)?.type ?? "String");
  }
  return { ...read, ...set };
}

async function argumentsIn(file: string): Promise<Arguments | number> {
  const text = textOf(file, "name a file of arguments: NAME: value");
  if (typeof text === "number") return text;
  const { parseDocument } = await import("yaml");
  const document = parseDocument(text, { uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) {
    tellOf(`${file}:${error.linePos?.[0].line ?? 1}`, `this is not YAML: ${error.message.split("\n")[0] ?? ""}`);
    return exitCode.refused;
  }
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  if (value === null) return {};
  if (typeof value === "object" && !Array.isArray(value)) return value as Arguments;
  tellOf(file, "arguments are a map: NAME: value", "see patterns/examples for some");
  return exitCode.refused;
}
