/** A campaign's runs as JUnit XML: a test case a run; what is not possible here is skipped, with its reason. */

import type { RunOutcome } from "../../injection/index.ts";
import { attributes, content, seconds } from "../xml.ts";

export function junitText(name: string, outcomes: readonly RunOutcome[], started: number, host: string): string {
  const failures = outcomes.filter(({ problems }) => problems.length > 0).length;
  const skipped = outcomes.filter(({ state }) => state === "not possible").length;
  const time = seconds(outcomes.reduce((sum, { milliseconds }) => sum + (milliseconds ?? 0), 0));
  const counts = { tests: outcomes.length, failures, errors: 0, skipped, time };
  const timestamp = new Date(started).toISOString().slice(0, 19);
  const suite = attributes({ name, ...counts, timestamp, hostname: host });
  const cases = outcomes.map(testCase).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: "dscript inject", ...counts })}>\n  <testsuite${suite}>\n${cases}  </testsuite>\n</testsuites>\n`;
}

function testCase(outcome: RunOutcome): string {
  const { fault, step, area, milliseconds = 0, state, why, problems, verdict } = outcome;
  const head = attributes({
    name: step === null ? fault : `${step} ${fault}`,
    classname: `inject.${area}`,
    time: seconds(milliseconds),
  });
  if (state === "not possible")
    return `    <testcase${head}>\n      <skipped${attributes({ message: why ?? "" })}/>\n    </testcase>\n`;
  if (problems.length === 0) return `    <testcase${head}/>\n`;
  const message = problems.join("; ");
  const body = content([message, verdict?.message ?? ""].filter((each) => each !== "").join("\n"));
  return `    <testcase${head}>\n      <failure${attributes({ message, type: "Unexpected" })}>${body}</failure>\n    </testcase>\n`;
}
