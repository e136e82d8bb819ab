/** Results of tests as TAP 14 (testanything.org/tap-version-14-specification.html). */

import type { Failure, FileResult, TestOutcome } from "../../engine/index.ts";

/** The whole stream; `signal` is what ended it early. */
export function tapText(results: readonly FileResult[], signal?: string): string {
  const lines: string[] = [];
  let count = 0;
  for (const result of results) {
    for (const test of result.tests) {
      count += 1;
      lines.push(...testLines(count, result.file, test));
    }
    if (result.failure === undefined) continue;
    count += 1;
    lines.push(`not ok ${count} - ${described(`${result.file}: it could not be run`)}`, ...yaml([result.failure], ""));
  }
  if (signal !== undefined) lines.push(`Bail out! ended by ${signal}`);
  return ["TAP version 14", `1..${count}`, ...lines, ""].join("\n");
}

function testLines(number: number, file: string, test: TestOutcome): readonly string[] {
  const title = `${number} - ${described(`${file}: ${test.name}`)}`;
  switch (test.state) {
    case "passed":
      return [`ok ${title}`, "  ---", `  duration_ms: ${test.milliseconds.toFixed(3)}`, "  ..."];
    case "skipped":
      return [`ok ${title} # SKIP ${oneLine(test.why ?? "")}`.trimEnd()];
    case "failed":
      return [`not ok ${title}`, ...yaml(test.failures, test.output, test.milliseconds)];
  }
}

/** A diagnostic block; its texts are JSON strings, which YAML reads. */
function yaml(failures: readonly Failure[], output: string, milliseconds?: number): readonly string[] {
  const [first] = failures;
  const block = [
    ...(milliseconds === undefined ? [] : [`duration_ms: ${milliseconds.toFixed(3)}`]),
    `message: ${text(first?.message ?? "")}`,
    "severity: fail",
    ...(first === undefined || first.kind === "" ? [] : [`kind: ${text(first.kind)}`]),
    ...(first === undefined || first.class === "" ? [] : [`class: ${text(first.class)}`]),
    ...(first === undefined || first.line === 0 ? [] : ["at:", `  file: ${text(first.file)}`, `  line: ${first.line}`]),
    `details: ${text(failures.map(({ plain }) => plain).join("\n"))}`,
    ...(output === "" ? [] : [`output: ${text(output)}`]),
  ];
  return ["  ---", ...block.map((line) => `  ${line}`), "  ..."];
}

function text(value: string): string {
  // JSON leaves these as they are, and YAML does not allow them.
  return JSON.stringify(value.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[\u007f-\u009f\ufeff\ufffe\uffff\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A description ends at its line, and `#` begins a directive. */
function described(title: string): string {
  return oneLine(title).replace(/[\\#]/g, "\\$&");
}

function oneLine(value: string): string {
  return value.replace(/\p{Surrogate}/gu, "\ufffd").replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
}
