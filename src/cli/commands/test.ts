/** `dscript test`: runs the tests in scripts, and says which failed and why. */

import { maxTimeExpected, openTesting, readMaxTime } from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { present } from "../present.ts";
import { caseOption, languageOption } from "../shared-options.ts";
import { readFilter } from "../testing/filter.ts";
import { listTests } from "../testing/list.ts";
import { formats, type TestOptions } from "../testing/options.ts";
import { runOnce } from "../testing/run-once.ts";
import { watch } from "../testing/watch.ts";
import { work } from "../testing/worker.ts";

export const testCommand: CliCommand = {
  name: "test",
  operands: "[FILE|DIR…]",
  summary: "run the tests in scripts",
  about: [
    'Finds NAME_test.dscript and every script that has a block test "…" { … }, in the files and folders that are named,\notherwise below the working directory; not in hidden folders, nor in node_modules. docs/language/8-tests.md has the rules.',
    "Each test has a folder, a home and an evaluation of the files of its own. Files are run beside each other.",
    "Exit codes: 0 all tests passed or were skipped; 1 one failed, a file could not be run, or too little is covered;\n64 usage, or there is no test; 74 a report cannot be written; 130, 143 interrupted.",
  ],
  options: [
    { name: "filter", value: "TEXT", says: "only tests whose name has this text, or fits this /regex/" },
    { name: "parallel", value: "N", says: "run so many files at a time; as many as there are processors otherwise" },
    { name: "timeout", value: "DURATION", says: "end a test, and all that it started, after this time (60s)" },
    { name: "bail", says: "stop at the first test that fails" },
    { name: "update", says: "write golden files, in place of comparing with them" },
    { name: "keep", says: "keep the folders of failed tests, and say where they are" },
    { name: "watch", says: "run files again whenever they, or what they import, change" },
    { name: "list", says: "name the tests, and run none" },
    { name: "verbose", short: "v", says: "a line for each test" },
    { name: "format", value: "FORMAT", choices: formats, says: "how results are written" },
    { name: "output", short: "o", value: "FILE", says: "write what --format says to a file" },
    { name: "junit", value: "FILE", says: "also write JUnit XML to a file" },
    { name: "tap", value: "FILE", says: "also write TAP to a file" },
    { name: "coverage", says: "show which lines and branches the tests came by" },
    { name: "min-coverage", value: "PERCENT", says: "fail where fewer lines are covered" },
    { name: "coverage-json", value: "FILE", says: "write coverage as JSON to a file" },
    { name: "lcov", value: "FILE", says: "write coverage as a tracefile of lcov to a file" },
    { name: "evidence", value: "FILE", says: "also add evidence (in-toto) to a file: a line for each file of tests" },
    { name: "strict", says: "no status style in the scripts under test" },
    caseOption,
    { name: "color", value: "WHEN", choices: ["auto", "always", "never"], says: "colour the output" },
    languageOption,
  ],
  examples: [
    ["dscript test", "all tests below this folder"],
    ["dscript test --filter rotates backup_test.dscript", "those of one file whose name has a word"],
    ["dscript test --junit report.xml --coverage --min-coverage 80", "for a build server"],
    ["dscript test backup_test.dscript --evidence backup.evidence.jsonl", "as evidence of a D-Case"],
    ["dscript test --watch lib", "again and again, while writing"],
  ],
  stopsAtOperand: false,
  completes: "scripts",
  async run(options, operands) {
    const { presentTests, workerRequest } = await openTesting();
    const request = workerRequest();
    if (request !== undefined) return work(request);
    await presentTests(present);
    const read = readOptions(options, operands);
    if ("problem" in read) return refuseWords(read.problem, read.next);
    if (options.has("list")) return listTests(read);
    const refused = await (await import("../gate/opening.ts")).refuseUnagreed("rehearse", "-");
    if (refused !== undefined) return refused;
    return options.has("watch") ? watch(read) : runOnce(read);
  },
};

interface Mistake {
  readonly problem: string;
  readonly next: string;
}

const usualTimeout = 60_000;

function readOptions(options: ParsedOptions, operands: readonly string[]): TestOptions | Mistake {
  const filter = readFilter(options.value("filter"));
  if (filter !== undefined && "problem" in filter) return filter;
  const parallel = wholeNumber(options.value("parallel"), 1, 1024);
  if (parallel === "none")
    return { problem: "--parallel takes a number from 1 to 1024", next: "for example: --parallel 4" };
  const asked = options.value("timeout");
  const timeout = asked === undefined ? usualTimeout : readMaxTime(asked);
  if (timeout === undefined)
    return {
      problem: `--timeout takes ${maxTimeExpected}, not ${JSON.stringify(asked)}`,
      next: "for example: --timeout 90s",
    };
  const least = wholeNumber(options.value("min-coverage"), 0, 100);
  if (least === "none")
    return { problem: "--min-coverage takes a number from 0 to 100", next: "for example: --min-coverage 80" };
  if (options.has("evidence") && options.has("filter"))
    return { problem: "--evidence is of all tests of a file", next: "leave --filter out" };
  const files = { coverageJson: options.value("coverage-json"), lcov: options.value("lcov") };
  const color = options.value("color");
  return {
    names: operands.length === 0 ? ["."] : operands,
    filter,
    parallel: parallel ?? process.getBuiltinModule("node:os").availableParallelism(),
    timeout,
    bail: options.has("bail"),
    update: options.has("update"),
    keep: options.has("keep"),
    strict: options.has("strict"),
    caseFile: options.value("case"),
    verbose: options.has("verbose"),
    format: formats.find((format) => format === options.value("format")) ?? "text",
    output: options.value("output"),
    junit: options.value("junit"),
    tap: options.value("tap"),
    evidence: options.value("evidence"),
    coverage: [least, files.coverageJson, files.lcov].some((each) => each !== undefined) || options.has("coverage"),
    leastCoverage: least,
    ...files,
    color: color === "always" || color === "never" ? color : undefined,
  };
}

/** Undefined where nothing was given; "none" where what was given is no such number. */
function wholeNumber(text: string | undefined, low: number, high: number): number | undefined | "none" {
  if (text === undefined) return undefined;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return value >= low && value <= high ? value : "none";
}
