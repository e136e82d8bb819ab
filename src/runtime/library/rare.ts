/** What few scripts call of the library, and searches with patterns: loaded when a program names some of it. */

import { withinBounds } from "../regex/bounded.ts";
import type { Run } from "../run.ts";
import { codeCalls, codeFunctions } from "./codes.ts";
import { csvCalls } from "./csv.ts";
import type { Functions, LibraryFunction } from "./function.ts";
import { type GuardedCall, guard } from "./guard.ts";
import { httpCalls, responseFunctions } from "./http.ts";
import { jsonCalls, jsonFunctions } from "./json.ts";
import { patternCalls, patternFunctions } from "./patterns.ts";
import { machineCalls } from "./system-host.ts";
import { timeCalls, timeFunctions } from "./times.ts";
import { yamlCalls } from "./yaml.ts";

export { withinBounds };

/** Functions as `libraryFunctions` has them. */
export function rareFunctions(run: Run): Record<string, LibraryFunction> {
  const library: Record<string, LibraryFunction> = {
    ...patternFunctions(run),
    ...timeFunctions(run),
    ...jsonFunctions(run),
    ...responseFunctions,
    ...codeFunctions(run),
  } satisfies Functions;
  const calls: Readonly<Record<string, GuardedCall>> = {
    ...machineCalls(run),
    ...patternCalls,
    ...timeCalls,
    ...codeCalls(run),
    ...httpCalls(run),
    ...jsonCalls(run),
    ...csvCalls(run),
    ...yamlCalls(run),
  };
  for (const [key, call] of Object.entries(calls)) library[key] = guard(run, key, call);
  return library;
}
