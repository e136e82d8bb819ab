/** One page on a log. */

import { histogram } from "../../charts/index.ts";
import type { Summary } from "../../logs/index.ts";
import { safe, timeText } from "../runs/words.ts";
import { shortClass } from "./class-word.ts";
import { bar, numberText, share, type TextStyle } from "./count-text.ts";
import { failingText } from "./failing-text.ts";
import { overChart } from "./over-text.ts";
import { slowestText } from "./slowest-text.ts";
import { tableText } from "./table.ts";

/** What a terminal of so many columns shows. */
export function summaryText(summary: Summary, width: number, text: TextStyle): string {
  const { say, style } = text;
  const { records, from, to, points, scripts, hosts, users, runs, classes, failing, slowest, overTime } = summary;
  if (records === 0) return "";
  const range = Number.isNaN(from) ? "" : `${timeText(from)} – ${timeText(to)}\n`;
  const sizes = [
    ["records", records],
    ["runs", runs],
    ["scripts", scripts.length],
    ["hosts", hosts.length],
    ["users", users.length],
  ] as const;
  const parts = [
    `${style.strong(sizes.map(([name, number]) => `${say(name)} ${numberText(number)}`).join(", "))}\n${range}${points.map(([name, number]) => `${safe(name)} ${numberText(number)}`).join(", ")}\n`,
    `${histogram(overChart(overTime, undefined, say), width).join("\n")}\n`,
  ];
  if (failing.total === 0) parts.push(`${say("no failure")}\n`);
  else
    parts.push(
      `${style.strong(say("Failures by class"))}\n${classTable(classes, failing.total, say)}`,
      `${style.strong(say("What fails most"))}\n${failingText(failing, text)}`,
    );
  if (slowest.length > 0) parts.push(`${style.strong(say("What took longest"))}\n${slowestText(slowest, text)}`);
  return parts.join("\n");
}

/** One JSON object. */
export function summaryJson({ from, to, overTime: _, slowest, failing, ...rest }: Summary): string {
  const iso = (time: number): string | null => (Number.isNaN(time) ? null : new Date(time).toISOString());
  const calls = failing.calls.map((call) => ({
    ...call,
    classes: Object.fromEntries(call.classes),
    last: iso(call.last),
  }));
  const pairs = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [
      name,
      name === "classes" || !Array.isArray(value) ? value : Object.fromEntries(value as [string, number][]),
    ]),
  );
  return `${JSON.stringify({ from: iso(from), to: iso(to), ...pairs, failures: failing.total, failing: calls, slowest: slowest.map(({ line }) => JSON.parse(line) as unknown) })}\n`;
}

function classTable(classes: Summary["classes"], total: number, say: TextStyle["say"]): string {
  const largest = Math.max(1, ...classes.map(({ failures }) => failures));
  return tableText(
    [
      { title: say("CLASS") },
      { title: say("FAILURES"), right: true },
      { title: "%", right: true },
      { title: say("UNHANDLED"), right: true },
      { title: "" },
    ],
    classes.map((one) => [
      shortClass(safe(one.class), say),
      numberText(one.failures),
      share(one.failures, total),
      numberText(one.unhandled),
      bar(one.failures / largest),
    ]),
  );
}
