/** From a test file's name to a program with its tests: load, check, compile. */

import { check } from "../../checker/index.ts";
import { shippedCommands, withRows } from "../../commands/index.ts";
import { compile } from "../../compiler/index.ts";
import { type Diagnostic, DiagnosticList } from "../../diagnostics/index.ts";
import { caseFor } from "../argument/case-name.ts";
import { scriptCase } from "../argument/script-case.ts";
import { canonicalDigest, digestOf } from "../bundle.ts";
import { type Config, defaultConfig } from "../config-shape.ts";
import { loadScript } from "../load.ts";
import { programsOnPath } from "../programs.ts";
import type { Runnable } from "../runnable.ts";
import { configFor, misconfigured } from "../script-config.ts";
import { isUnprepared, type LoadProblem } from "../unprepared.ts";
import type { CoveredFile } from "./coverage-report.ts";
import type { WorkerRequest } from "./events.ts";

export interface PreparedTests {
  readonly config: Config;
  readonly runnable: Runnable;
  /** Only where coverage is asked for. */
  readonly covered: readonly CoveredFile[];
}

/** Why a file's tests cannot be run, and the files that were read on the way. */
export interface UnpreparedTests {
  readonly paths: readonly string[];
  readonly problem?: LoadProblem;
  readonly diagnostics: readonly Diagnostic[];
}

/** Only programs that the tests themselves name are looked for: of the scripts under test some may be faked, and others not called. */
export async function prepareTests(
  file: string,
  options: Pick<WorkerRequest, "strict" | "coverage" | "caseFile">,
): Promise<PreparedTests | UnpreparedTests> {
  const found = await configFor(file);
  if (!found.ok) {
    const { problem } = misconfigured(found);
    return { paths: [], diagnostics: [], ...(problem === undefined ? {} : { problem }) };
  }
  const config = { ...defaultConfig, ...found.config };
  const loaded = await loadScript(file, config.packages);
  if ("problem" in loaded) return { paths: [], diagnostics: [], problem: loaded };
  const paths = loaded.files.map(({ path }) => path);
  const commands = withRows(shippedCommands, config.commands);
  const programs = programsOnPath();
  const named = caseFor(options.caseFile, config);
  const argument = named === undefined ? undefined : scriptCase(named);
  if (argument !== undefined && isUnprepared(argument)) {
    const { problem } = argument;
    return { paths, diagnostics: [], ...(problem === undefined ? {} : { problem }) };
  }
  const checked = check({
    files: loaded.files,
    commands,
    strict: options.strict || config.strict,
    hasCommand: programs.has,
    commandNames: programs.names,
    lookUp: "tests",
    ...(argument === undefined ? {} : { argument: argument.view }),
  });
  const list = new DiagnosticList();
  for (const diagnostic of [...loaded.diagnostics, ...checked.diagnostics]) list.add(diagnostic);
  if (list.hasErrors) return { paths, diagnostics: list.sorted().filter(({ severity }) => severity === "error") };
  return {
    config,
    runnable: {
      files: [...loaded.files, ...loaded.files.flatMap(({ code }) => code ?? [])],
      program: compile(checked, { tests: true, coverage: options.coverage }),
      definedValues: checked.definedValues,
      commandRows: [...checked.commandRows.values()].flat(),
      functions: loaded.files.flatMap((each) => each.package?.functions ?? []),
      looks: loaded.looks,
    },
    covered: options.coverage
      ? loaded.files.map(({ path, script, bytes }) => ({
          path,
          digest: canonicalDigest(script),
          bytes: digestOf(bytes),
        }))
      : [],
  };
}
