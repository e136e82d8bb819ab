/** `dscript case check`: what is wrong with an argument, by rules with ids. */

import {
  type CheckedModule,
  checkCases,
  codecNamed,
  type Finding,
  gsn2xLine,
  isProfile,
  type Profile,
  profileNames,
} from "../../assurance/index.ts";
import { exitCode, type LoadedCase, loadCase, loadModules, rolesFor } from "../../engine/index.ts";
import { refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { write } from "../terminal.ts";
import { notesOf, sayNote } from "./load.ts";
import type { CaseNote } from "./said.ts";

export async function checkCommandOf(options: ParsedOptions, names: readonly string[]): Promise<number> {
  const codec = codecNamed(options.value("from") ?? "");
  const given: LoadedCase[] = [];
  for (const name of names) {
    const loaded = loadCase(name, { codec });
    if ("problem" in loaded) return refuseWords(loaded.problem, loaded.next);
    given.push(loaded);
  }
  const { modules, missing } = loadModules(given);
  const notes: CaseNote[] = [];
  for (const module of modules) {
    const { reading } = module;
    notes.push(...notesOf(module, reading.ok ? "warning" : "error", reading.ok ? reading.warnings : reading.errors));
  }
  const read = modules.flatMap((module) => checkedOf(module));
  const profile = profileOf(options, read);
  if (typeof profile !== "string") return profile.code;
  const roles = await rolesFor(given[0]?.name ?? ".");
  const files = { has: (path: string): boolean => !missing.some(({ path: lost }) => lost === path) };
  const findings = checkCases(read, {
    profile,
    today: today(),
    files,
    ...(roles === undefined ? {} : { roles }),
    ...listOf(options, "only"),
    ...listOf(options, "off"),
    ...listOf(options, "also"),
  });
  const sources = new Map(modules.map((module) => [module.name, module.source]));
  if (options.value("format") === "gsn2x") return asGsn2x(findings, notes);
  for (const finding of findings) {
    const source = sources.get(finding.file);
    if (source !== undefined) notes.push({ ...finding, severity: finding.level, code: finding.rule, source });
  }
  for (const note of notes) sayNote(note, options, 1);
  return summed(notes, modules, options);
}

function checkedOf({ reading, name }: LoadedCase): readonly CheckedModule[] {
  return reading.ok ? [{ case: reading.file.case, places: reading.places, file: name }] : [];
}

/** What the command line says, else the first file itself. */
function profileOf(options: ParsedOptions, [first]: readonly CheckedModule[]): Profile | { readonly code: number } {
  const said = options.value("profile") ?? first?.case.module.profile ?? "dcase";
  if (isProfile(said)) return said;
  return { code: refuseWords(`there is no profile ${said}`, `there are ${profileNames.join(", ")}`) };
}

function listOf(options: ParsedOptions, name: "only" | "off" | "also") {
  const values = options.values(name).flatMap((value) => value.split(","));
  return values.length === 0 ? {} : { [name]: values };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function asGsn2x(findings: readonly Finding[], notes: readonly CaseNote[]): number {
  for (const finding of findings) {
    const line = gsn2xLine(finding);
    if (line !== undefined) write(2, `${line}\n`);
  }
  for (const { message, source } of notes) write(2, `Error: (${source.name}): ${message}\n`);
  const errors = notes.length + findings.filter(({ level }) => level === "error").length;
  return errors > 0 ? exitCode.doesNotCheck : exitCode.ok;
}

function summed(notes: readonly CaseNote[], modules: readonly LoadedCase[], options: ParsedOptions): number {
  const count = (severity: CaseNote["severity"]): number => notes.filter((note) => note.severity === severity).length;
  const [errors, warnings, advice] = [count("error"), count("warning"), count("advice")];
  if (!options.has("json")) {
    const nodes = modules.reduce((sum, { reading }) => sum + (reading.ok ? reading.file.case.nodes.length : 0), 0);
    tell(
      `${of(modules.length, "file")} with ${of(nodes, "node")}: ${of(errors, "error")}, ${of(warnings, "warning")}, ${advice} of advice\n`,
    );
  }
  const fails = errors > 0 || (options.has("strict") && warnings > 0);
  return fails ? exitCode.doesNotCheck : exitCode.ok;
}

function of(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
