/** Results of tests as one JSON document (docs/language/8-tests.md, 5). */

import type { Failure, FileResult } from "../../engine/index.ts";
import { countStates } from "./counts.ts";

export function jsonText(results: readonly FileResult[], milliseconds: number, signal?: string): string {
  const { passed, failed, skipped, unrun } = countStates(results);
  const files = results.map((result) => ({
    file: result.file,
    milliseconds: rounded(result.milliseconds),
    ...(result.failure === undefined ? {} : { failure: failureOf(result.failure) }),
    tests: result.tests.map((test) => ({
      name: test.name,
      line: test.line,
      state: test.state,
      milliseconds: rounded(test.milliseconds),
      ...(test.why === undefined ? {} : { why: test.why }),
      ...(test.failures.length === 0 ? {} : { failures: test.failures.map(failureOf) }),
      ...(test.output === "" ? {} : { output: test.output }),
      ...(test.kept === undefined ? {} : { kept: test.kept }),
    })),
  }));
  const end = signal === undefined ? {} : { endedBy: signal };
  const summary = { passed, failed, skipped, filesNotRun: unrun, milliseconds: rounded(milliseconds) };
  return `${JSON.stringify({ format: 1, summary, ...end, files }, undefined, 2)}\n`;
}

function failureOf({ kind, class: faultClass, message, file, line, plain }: Failure) {
  return { kind, class: faultClass, message, file, line, text: plain };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
