/** `dscript case diff`: what differs between two cases, or between a case and what git has of it. */

import { existsSync } from "node:fs";
import { codecNamed, type DCase, differenceOf, diffJson, diffText } from "../../assurance/index.ts";
import {
  exitCode,
  type LoadedCase,
  type LoadProblem,
  loadCase,
  loadCommitted,
  type ReadingChoice,
  revisionOf,
} from "../../engine/index.ts";
import { language, refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { type ColorChoice, show, styleFor, write } from "../terminal.ts";
import { noneBeside, readable } from "./load.ts";

/** Exits with 1 where they differ, as diff(1) does. */
export async function diffCases(options: ParsedOptions, [first = "", second]: readonly string[]): Promise<number> {
  const [before, after] = second === undefined ? [committedName(first), workingName(first)] : [first, second];
  // A module that says no name has the same one in both, whatever its files are called.
  const called = isRevision(after) ? revisionOf(after)?.file : after;
  const earlier = await readAny(before, options, called);
  if (typeof earlier === "number") return earlier;
  const later = await readAny(after, options, called);
  if (typeof later === "number") return later;
  const difference = differenceOf(earlier ?? noneBeside(later), later ?? noneBeside(earlier));
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

/** Undefined for what git names where one side has no such file; a number is the exit code. */
async function readAny(
  name: string,
  options: ParsedOptions,
  called: string | undefined,
): Promise<DCase | undefined | number> {
  if (name === "/dev/null") return undefined;
  const loaded = await loadAny(name, { codec: codecNamed(options.value("from") ?? ""), called });
  const found = "problem" in loaded ? refuseWords(loaded.problem, loaded.next) : readable(loaded, options);
  return typeof found === "number" ? found : found.reading.file.case;
}

async function loadAny(name: string, choice: ReadingChoice): Promise<LoadedCase | LoadProblem> {
  const committed = isRevision(name) ? revisionOf(name) : undefined;
  if (committed === undefined) return loadCase(name, choice);
  return loadCommitted(committed.revision, committed.file, new AbortController().signal, choice);
}
