/** The standard library as compiled code calls it: one function for each row of the signature table. */

import type { Run } from "../run.ts";
import { arrayFunctions } from "./arrays.ts";
import { closureFunctions } from "./closures.ts";
import { foreignFunctions } from "./foreign.ts";
import type { Functions, LibraryFunction } from "./function.ts";
import { type GuardedCall, guard } from "./guard.ts";
import { mapFunctions } from "./maps.ts";
import { testlessFunctions } from "./no-test.ts";
import { numberFunctions } from "./numbers.ts";
import { jobCalls, objectFunctions } from "./objects.ts";
import { openFiles } from "./open-files.ts";
import { pathFunctions } from "./paths.ts";
import { plainCalls, plainFunctions } from "./plain.ts";
import { sortFunctions } from "./sort.ts";
import { stringFunctions } from "./strings.ts";
import { fileCalls } from "./system-files.ts";
import { hostCalls, hostFunctions } from "./system-host.ts";
import { nameChanges, nameQuestions } from "./system-names.ts";
import { promptCalls, promptFunctions } from "./system-prompts.ts";

/** The library of a run: functions of (flow, site, receiver?, ...arguments), one a signature; `rare` are its rarer parts, where they are loaded. */
export function libraryFunctions(run: Run, rare: Functions = {}): Functions {
  const files = openFiles(run);
  const library: Record<string, LibraryFunction> = {
    ...plainFunctions(run),
    ...stringFunctions(run),
    ...numberFunctions(run),
    ...pathFunctions,
    ...arrayFunctions(run),
    ...closureFunctions,
    ...sortFunctions(run),
    ...mapFunctions,
    ...objectFunctions(run),
    ...hostFunctions,
    ...promptFunctions(files),
    ...(run.options.test?.library(run) ?? testlessFunctions(run)),
  } satisfies Functions;
  const calls: Readonly<Record<string, GuardedCall>> = {
    ...plainCalls(run),
    ...fileCalls(run, files),
    ...nameQuestions,
    ...nameChanges,
    ...hostCalls,
    ...jobCalls(run),
    ...promptCalls(run, files),
  };
  for (const [key, call] of Object.entries(calls)) library[key] = guard(run, key, call);
  Object.assign(library, rare);
  if (run.options.functions !== undefined) Object.assign(library, foreignFunctions(run));
  return library;
}
