/** Results of tests as JUnit XML, as Jenkins (junit-10.xsd) and GitLab read it. */

import type { Failure, FileResult, TestOutcome } from "../../engine/index.ts";
import { attributes, content, seconds } from "../xml.ts";

/** The whole document; `started` is when the tests began, in milliseconds since the epoch. */
export function junitText(results: readonly FileResult[], started: number, host: string): string {
  const tests = results.flatMap((result) => result.tests);
  const failed = tests.filter(({ state }) => state === "failed").length;
  const errors = results.filter(({ failure }) => failure !== undefined).length;
  const time = results.reduce((sum, result) => sum + result.milliseconds, 0);
  const head = attributes({
    name: "dscript test",
    tests: tests.length + errors,
    failures: failed,
    errors,
    time: seconds(time),
  });
  const suites = results.map((result) => suite(result, started, host)).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${suites}</testsuites>\n`;
}

function suite(result: FileResult, started: number, host: string): string {
  const errors = result.failure === undefined ? 0 : 1;
  const of = (state: string): number => result.tests.filter((test) => test.state === state).length;
  const head = attributes({
    name: result.file,
    tests: result.tests.length + errors,
    failures: of("failed"),
    errors,
    skipped: of("skipped"),
    time: seconds(result.milliseconds),
    // Without a fraction and a zone, as the schema has it: UTC.
    timestamp: new Date(started).toISOString().slice(0, 19),
    hostname: host,
    file: result.file,
  });
  const cases = result.tests.map((test) => testCase(result.file, test)).join("");
  const whole = result.failure === undefined ? "" : unrun(result.file, result.failure);
  return `  <testsuite${head}>\n${cases}${whole}  </testsuite>\n`;
}

function testCase(file: string, test: TestOutcome): string {
  const head = attributes({
    name: test.name,
    classname: className(file),
    time: seconds(test.milliseconds),
    file,
    line: test.line,
  });
  const inner = test.failures.map((failure) => `      ${failed("failure", failure)}\n`);
  if (test.state === "skipped") inner.push(`      <skipped${attributes({ message: test.why ?? "" })}/>\n`);
  if (test.output !== "") inner.push(`      <system-out>${content(test.output)}</system-out>\n`);
  return inner.length === 0 ? `    <testcase${head}/>\n` : `    <testcase${head}>\n${inner.join("")}    </testcase>\n`;
}

/** A file that could not be run: an error that stands for all its tests. */
function unrun(file: string, failure: Failure): string {
  const head = attributes({ name: "the file could be run", classname: className(file), time: "0.000", file });
  return `    <testcase${head}>\n      ${failed("error", failure)}\n    </testcase>\n`;
}

function failed(element: "failure" | "error", { message, kind, plain }: Failure): string {
  const type = kind === "" ? "Failure" : kind;
  return `<${element}${attributes({ message, type })}>${content(plain)}</${element}>`;
}

/** Readers part packages at dots: a file's folders become them. */
function className(file: string): string {
  return file
    .replace(/\.dscript$/, "")
    .replace(/^(?:\.?\/)+/, "")
    .replaceAll("/", ".");
}
