/** `dscript case evidence monitors CASE`: the monitors of cases judged by records, and what is in doubt where they do not hold. */

import {
  createMonitorJudge,
  type DCase,
  type MonitorResult,
  marksOfMonitors,
  statementFileOf,
} from "../../assurance/index.ts";
import { exitCode } from "../../engine/index.ts";
import { type LogSource, RecordScan, readRecords, sourcesOf, TimeValue } from "../../logs/index.ts";
import { displayWidth } from "../../text/index.ts";
import { columns } from "../inject/words.ts";
import { language, refuseWords, tell } from "../language.ts";
import { wordsOrRuns } from "../logs/sources.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { show, write } from "../terminal.ts";
import { momentOf } from "./as-of.ts";
import { subjectFor } from "./bundle-digests.ts";
import { type OpenCase, openCase } from "./case-file.ts";
import { type DoubtsOf, doubtLines } from "./doubts.ts";
import { statementFor } from "./evidence-made.ts";
import { addStatements } from "./statement-file.ts";

/** Exit codes: 0 every monitor holds; 1 one does not, or says nothing. */
export async function judgeMonitors(
  options: ParsedOptions,
  operands: readonly string[],
  doubtsOf?: DoubtsOf,
): Promise<number> {
  if (operands.length === 0)
    return refuseWords("monitors needs a case", "dscript case evidence monitors NAME.dcase.yaml --log FILE");
  const now = momentOf(options);
  if (typeof now === "object") return refuseWords(now.problem, now.next);
  const cases: OpenCase[] = [];
  for (const path of operands) {
    const opened = openCase(path, options, options.has("attach") && !options.has("file"));
    if (typeof opened === "number") return opened;
    cases.push(opened);
  }
  const sources = await logsFor(options.values("log"));
  if (typeof sources === "number") return sources;
  const all = cases.map((each) => each.case);
  const results = await judged(all, sources, now);
  const marks = marksOfMonitors(results);
  if (options.has("json")) for (const result of results) write(1, `${jsonOf(result, now)}\n`);
  else show(1, tableOf(results) + (doubtsOf === undefined ? "" : doubtLines(all, marks, doubtsOf)));
  if (options.has("attach") && !(await attached(cases, results, options))) return exitCode.output;
  return marks.length === 0 ? exitCode.ok : exitCode.testFailed;
}

async function logsFor(asked: readonly string[]): Promise<readonly LogSource[] | number> {
  const words = await wordsOrRuns(asked, false);
  if (typeof words === "number") return words;
  const { sources, missing } = sourcesOf(words);
  const [first] = missing;
  if (first !== undefined)
    return refuseWords(`${safe(first.path)} cannot be read: ${first.code}`, "name a log: --log FILE");
  return sources;
}

async function judged(
  cases: readonly DCase[],
  sources: readonly LogSource[],
  now: number,
): Promise<readonly MonitorResult[]> {
  const judge = createMonitorJudge(cases, now);
  const scan = new RecordScan();
  const time = new TimeValue(scan);
  const slots = new Map(judge.fields.map((name) => [name, scan.want(name)]));
  const field = (name: string): string | undefined => {
    const slot = slots.get(name);
    return slot === undefined ? undefined : scan.text(slot);
  };
  const { troubles } = await readRecords(sources, scan, () => {
    judge.take(time.milliseconds(), field);
    return true;
  });
  for (const { path, code } of troubles) tell(`dscript: ${safe(path)} cannot be read to its end: ${code}\n`);
  return judge.results();
}

function tableOf(results: readonly MonitorResult[]): string {
  const say = (text: string): string => language().text(text);
  if (results.length === 0) return `${say("the case has no monitor")}\n`;
  const head = ["NODE", "MONITOR", "STATUS", "VALUE", "RECORDS", "WHY"].map(say);
  const lines = results.map(({ node: { label, monitor }, is, last, records, says }) => [
    ...[label, monitor.metric, say(is), last === undefined ? "-" : String(last), String(records), say(says)],
  ]);
  return columns([head, ...lines], displayWidth);
}

function jsonOf({ node: { uid, label, monitor }, is, says, last, records }: MonitorResult, now: number): string {
  return JSON.stringify({
    uid,
    label,
    metric: monitor.metric,
    is,
    says,
    last,
    records,
    at: new Date(now).toISOString(),
  });
}

/** Adds a statement for each monitor to its case's file; false where one cannot be written. */
async function attached(
  cases: readonly OpenCase[],
  results: readonly MonitorResult[],
  options: ParsedOptions,
): Promise<boolean> {
  for (const { path, case: whole } of cases) {
    const own = results.filter(({ node }) => whole.nodes.includes(node));
    const made = await Promise.all(
      own.map(async ({ node, is, says, last, records }) =>
        statementFor(node, "monitor", [await subjectFor(node, path)], {
          of: node.monitor.metric,
          result: is === "holds" ? "passed" : "failed",
          figures: { records, ...(last === undefined ? {} : { last }) },
          parameters: { window: node.monitor.window ?? "" },
          says,
        }),
      ),
    );
    if (!addStatements(options.value("file") ?? statementFileOf(path), made)) return false;
  }
  return true;
}
