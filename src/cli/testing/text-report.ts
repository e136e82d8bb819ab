/** Results of tests for a person: a line a file, what failed in full, and the counts. */

import { escapeText, type FrameStyle, type Language } from "../../diagnostics/index.ts";
import type { FileResult, TestOutcome } from "../../engine/index.ts";
import { displayWidth } from "../../text/index.ts";
import { countStates, type StateCounts } from "./counts.ts";

export interface TextStyle {
  readonly style: FrameStyle;
  readonly language: Language;
  /** Each test has a line. */
  readonly verbose: boolean;
}

/** A file's line, with its failures below it. */
export function fileText(result: FileResult, text: TextStyle): string {
  const { style, language, verbose } = text;
  const isFailed = result.failure !== undefined || result.tests.some(({ state }) => state === "failed");
  const mark = isFailed ? style.error(language.text("FAIL")) : style.added(pad(language.text("ok"), 4));
  const about =
    result.failure === undefined ? countsText(countStates([result]), language) : language.text("it could not be run");
  const lines = [
    `${mark} ${style.strong(escapeText(result.file))}  ${about}  ${style.dim(seconds(result.milliseconds))}\n`,
  ];
  for (const test of result.tests) lines.push(testText(test, text, verbose));
  if (result.failure !== undefined) lines.push(indented(result.failure.shown, "  "));
  for (const path of result.goldens) lines.push(`  ${language.text(`written: ${escapeText(path)}`)}\n`);
  return lines.join("");
}

function testText(test: TestOutcome, { style, language }: TextStyle, verbose: boolean): string {
  const name = escapeText(test.name);
  const where = style.dim(language.text(`(line ${test.line})`));
  switch (test.state) {
    case "passed":
      return verbose
        ? `  ${style.added(pad(language.text("ok"), 4))} ${name}  ${style.dim(seconds(test.milliseconds))}\n`
        : "";
    case "skipped":
      return `  ${style.warning(language.text("skip"))} ${name}: ${escapeText(test.why ?? "")}\n`;
    case "failed": {
      const lines = [`  ${style.error(language.text("FAIL"))} ${style.strong(name)} ${where}\n`];
      for (const { shown } of test.failures) lines.push(indented(shown, "    "));
      if (test.output !== "") {
        lines.push(`    ${style.dim(language.text("what it printed:"))}\n`);
        lines.push(indented(shownOutput(test.output), `    ${style.dim("|")} `));
      }
      if (test.kept !== undefined) lines.push(`    ${language.text(`its folder is kept: ${escapeText(test.kept)}`)}\n`);
      return lines.join("");
    }
  }
}

/** How long it took, and how many tests were to run. */
export interface Ended {
  readonly milliseconds: number;
  readonly chosen: number;
}

/** `tests: 12 passed, 1 failed, 1 skipped`, with what else is to be said. */
export function summaryText(
  results: readonly FileResult[],
  { milliseconds, chosen }: Ended,
  { style, language }: TextStyle,
): string {
  const counts = countStates(results);
  const all = [
    language.text(`${counts.passed} passed`),
    language.text(`${counts.failed} failed`),
    language.text(`${counts.skipped} skipped`),
  ];
  const left = chosen - counts.passed - counts.failed - counts.skipped;
  if (left > 0) all.push(language.text(`${left} not run`));
  if (counts.unrun > 0) all.push(language.text(filesText(counts.unrun)));
  const paint = counts.failed + counts.unrun + left > 0 ? style.error : style.strong;
  return `${paint(`tests: ${all.join(", ")}`)}  ${style.dim(seconds(milliseconds))}\n`;
}

function filesText(count: number): string {
  return count === 1 ? "1 file could not be run" : `${count} files could not be run`;
}

function countsText({ passed, failed, skipped }: StateCounts, language: Language): string {
  const parts = [
    passed > 0 ? language.text(`${passed} passed`) : "",
    failed > 0 ? language.text(`${failed} failed`) : "",
    skipped > 0 ? language.text(`${skipped} skipped`) : "",
  ];
  return parts.filter((part) => part !== "").join(", ") || language.text("no test");
}

// A screen is enough; machines get more of it.
const mostLines = 40;

function shownOutput(output: string): string {
  const lines = output.replace(/\n+$/, "").split("\n").map(escapeText);
  return (lines.length <= mostLines ? lines : ["…", ...lines.slice(-mostLines)]).join("\n");
}

function indented(text: string, by: string): string {
  const lines = text.replace(/\n+$/, "").split("\n");
  return lines.map((line) => `${line === "" ? by.trimEnd() : by + line}\n`).join("");
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
