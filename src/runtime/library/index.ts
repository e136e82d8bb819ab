/** The standard library as compiled code calls it: one function for each row of the signature table. */

import type { RuntimeApi } from "../../records/index.ts";
import type { Run } from "../run.ts";
import { arrayFunctions } from "./arrays.ts";
import { closureFunctions } from "./closures.ts";
import { codeCalls, codeFunctions } from "./codes.ts";
import { csvCalls } from "./csv.ts";
import { foreignFunctions } from "./foreign.ts";
import type { Functions, LibraryFunction } from "./function.ts";
import { type GuardedCall, guard } from "./guard.ts";
import { httpCalls, responseFunctions } from "./http.ts";
import { jsonCalls, jsonFunctions } from "./json.ts";
import { mapFunctions } from "./maps.ts";
import { testlessFunctions } from "./no-test.ts";
import { numberFunctions } from "./numbers.ts";
import { jobCalls, objectFunctions } from "./objects.ts";
import { openFiles } from "./open-files.ts";
import { pathFunctions } from "./paths.ts";
import { patternCalls, patternFunctions } from "./patterns.ts";
import { plainCalls, plainFunctions } from "./plain.ts";
import { sortFunctions } from "./sort.ts";
import { stringFunctions } from "./strings.ts";
import { fileCalls } from "./system-files.ts";
import { hostCalls, hostFunctions, machineCalls } from "./system-host.ts";
import { nameChanges, nameQuestions } from "./system-names.ts";
import { promptCalls, promptFunctions } from "./system-prompts.ts";
import { timeCalls, timeFunctions } from "./times.ts";
import { yamlCalls } from "./yaml.ts";

/** The library of a run: functions of (flow, site, receiver?, ...arguments), one a signature. */
export function libraryApi(run: Run): Pick<RuntimeApi, "library"> {
  const files = openFiles(run);
  const library: Record<string, LibraryFunction> = {
    ...plainFunctions(run),
    ...stringFunctions(run),
    ...patternFunctions(run),
    ...numberFunctions(run),
    ...timeFunctions(run),
    ...pathFunctions,
    ...arrayFunctions(run),
    ...closureFunctions,
    ...sortFunctions(run),
    ...mapFunctions,
    ...objectFunctions(run),
    ...jsonFunctions(run),
    ...hostFunctions,
    ...responseFunctions,
    ...codeFunctions(run),
    ...promptFunctions(files),
    ...(run.options.test?.library(run) ?? testlessFunctions(run)),
  } satisfies Functions;
  const calls: Readonly<Record<string, GuardedCall>> = {
    ...plainCalls(run),
    ...fileCalls(run, files),
    ...nameQuestions,
    ...nameChanges,
    ...hostCalls,
    ...machineCalls(run),
    ...patternCalls,
    ...timeCalls,
    ...codeCalls(run),
    ...httpCalls(run),
    ...jobCalls(run),
    ...jsonCalls(run),
    ...csvCalls(run),
    ...yamlCalls(run),
    ...promptCalls(run, files),
  };
  for (const [key, call] of Object.entries(calls)) library[key] = guard(run, key, call);
  if (run.options.functions !== undefined) Object.assign(library, foreignFunctions(run));
  return { library };
}
