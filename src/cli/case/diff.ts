/** `dscript case diff`: what differs between two cases, or between a case and what git has of it. */

import { existsSync } from "node:fs";
import { codecNamed, differenceOf, diffJson, diffText } from "../../assurance/index.ts";
import {
  exitCode,
  type LoadedCase,
  type LoadProblem,
  loadCase,
  loadCommitted,
  revisionOf,
} from "../../engine/index.ts";
import { language, refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { type ColorChoice, show, styleFor, write } from "../terminal.ts";
import { type ReadCase, readable } from "./load.ts";

/** Exits with 1 where they differ, as diff(1) does. */
export async function diffCases(options: ParsedOptions, [first = "", second]: readonly string[]): Promise<number> {
  const [before, after] = second === undefined ? [committedName(first), workingName(first)] : [first, second];
  const earlier = await readAny(before, options);
  if (typeof earlier === "number") return earlier;
  const later = await readAny(after, options);
  if (typeof later === "number") return later;
  const difference = differenceOf(earlier.reading.file.case, later.reading.file.case);
  if (options.has("json")) write(1, `${diffJson(difference).trimEnd()}\n`);
  else {
    const paint = styleFor(options.value("color") as ColorChoice | undefined, 1);
    show(1, diffText(difference, { say: language().text, paint }));
  }
  return difference.isSame ? exitCode.ok : exitCode.answerFalse;
}

/** One name alone is compared with what git has of it last. */
function committedName(name: string): string {
  return isRevision(name) ? name : `HEAD:${name}`;
}

function workingName(name: string): string {
  return isRevision(name) ? (revisionOf(name)?.file ?? name) : name;
}

/** `HEAD~2:aspen.dcase.yaml`, where no file has that name. */
function isRevision(name: string): boolean {
  return revisionOf(name) !== undefined && !existsSync(name);
}

async function readAny(name: string, options: ParsedOptions): Promise<ReadCase | number> {
  const loaded = await loadAny(name, options);
  return "problem" in loaded ? refuseWords(loaded.problem, loaded.next) : readable(loaded, options);
}

async function loadAny(name: string, options: ParsedOptions): Promise<LoadedCase | LoadProblem> {
  const codec = codecNamed(options.value("from") ?? "");
  const committed = isRevision(name) ? revisionOf(name) : undefined;
  if (committed === undefined) return loadCase(name, codec);
  return loadCommitted(committed.revision, committed.file, new AbortController().signal, codec);
}
