/** Collects from a stream of records what incidents are made of. */

import type { ChangeEvent, Evidence, FailureEvent, Measured, Share } from "../../incidents/index.ts";
import { type RecordScan, TimeValue } from "../../logs/index.ts";
import type { Fields } from "../logs/class-word.ts";

/** Failures that are kept; what comes later is counted only. */
const mostFailures = 50_000;
/** Changes that are kept: the newest. */
const mostChanges = 50_000;
/** Quantities of hosts, and values of each; of more values every second one is kept, again and again. */
const mostQuantities = 400;
const mostValues = 4000;

/** The record's own keys: what else has a number is a measured quantity, what else has a text an argument. */
const own = new Set(
  "LogPoint FaultType ScriptName ScriptLine Api ArgumentsOmitted ElapsedTime Errno Message Time RunId Seq Host User ScriptHash Diagnosis Kind ErrnoName Handled Phase Risky Owner Removal Heard Task Goal GoalLabel GoalUid TraceId SpanId".split(
    " ",
  ),
);

export interface Collector {
  /** Takes the record that was scanned last. */
  readonly take: () => void;
  readonly evidence: () => Evidence;
  /** Failures beyond those that are kept. */
  readonly leftOut: () => number;
}

export function createCollector(scan: RecordScan): Collector {
  const failures: FailureEvent[] = [];
  const changes: ChangeEvent[] = [];
  let nextChange = 0;
  const measured = new Map<string, Thinned>();
  const seen = new Map<string, { from: number; to: number }>();
  const host = scan.want("Host");
  const time = new TimeValue(scan);
  let leftOut = 0;
  return {
    take: () => {
      const at = time.milliseconds();
      if (Number.isNaN(at)) return;
      const where = scan.text(host) ?? "";
      const span = seen.get(where);
      if (span === undefined) seen.set(where, { from: at, to: at });
      else {
        span.from = Math.min(span.from, at);
        span.to = Math.max(span.to, at);
      }
      const point = scan.text(scan.point);
      if (point === "PeriodicPoint") for (const [key, value] of quantities(scan)) note(measured, where, key, at, value);
      if (point === "SystemChangePoint") {
        const change = changeOf(scan.record() ?? {}, at);
        if (change === undefined) return;
        changes[nextChange] = change;
        nextChange = (nextChange + 1) % mostChanges;
      }
      if (point !== "ErrorPoint" && point !== "ResponseCheckPoint") return;
      if (failures.length >= mostFailures) {
        leftOut += 1;
        return;
      }
      const fields = scan.record();
      if (fields !== undefined) failures.push(eventOf(fields, at));
    },
    evidence: () => ({
      failures,
      changes,
      measured: [...measured.values()].map(
        ({ host: where, key, points }): Measured => ({
          host: where,
          key,
          points: points.toSorted((a, b) => a.time - b.time),
        }),
      ),
      seen,
    }),
    leftOut: () => leftOut,
  };
}

interface Thinned {
  readonly host: string;
  readonly key: string;
  points: { time: number; value: number }[];
  /** Of so many values one is kept. */
  every: number;
  count: number;
}

function note(measured: Map<string, Thinned>, host: string, key: string, time: number, value: number): void {
  const name = `${host}\0${key}`;
  let found = measured.get(name);
  if (found === undefined) {
    if (measured.size >= mostQuantities) return;
    found = { host, key, points: [], every: 1, count: 0 };
    measured.set(name, found);
  }
  found.count += 1;
  if (found.count % found.every !== 0) return;
  found.points.push({ time, value });
  if (found.points.length < mostValues) return;
  found.points = found.points.filter((_, at) => at % 2 === 1);
  found.every *= 2;
}

function quantities(scan: RecordScan): readonly (readonly [string, number])[] {
  return Object.entries(scan.record() ?? {}).flatMap(([key, value]) => {
    if (own.has(key) || (typeof value !== "string" && typeof value !== "number") || value === "") return [];
    const number = Number(value);
    return Number.isFinite(number) ? [[key, number] as const] : [];
  });
}

/** Undefined of the record behind a change: that ahead of it tells of the same. */
function changeOf(fields: Fields, time: number): ChangeEvent | undefined {
  if (fields["Phase"] === "after") return undefined;
  const text = (key: string): string => (typeof fields[key] === "string" ? fields[key] : "");
  const given = argumentsIn(fields);
  const line = fields["argv"];
  return {
    time,
    host: text("Host"),
    script: text("ScriptName") || "?",
    line: Number(fields["ScriptLine"]) || 0,
    what: typeof line === "string" ? line : [text("Api") || "?", ...given].join(" "),
    values: given,
    run: text("RunId"),
  };
}

function argumentsIn(fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([key, value]) => (own.has(key) || typeof value !== "string" ? [] : [value]));
}

function eventOf(fields: Fields, time: number): FailureEvent {
  const text = (key: string): string => (typeof fields[key] === "string" ? fields[key] : "");
  const point = text("LogPoint");
  return {
    time,
    host: text("Host"),
    script: text("ScriptName") || "?",
    line: Number(fields["ScriptLine"]) || 0,
    api: text("Api") || "?",
    kind: point === "ResponseCheckPoint" ? point : text("Kind"),
    errno: text("ErrnoName"),
    message: text("Message"),
    // A slow answer is nothing that a script must deal with.
    handled: fields["Handled"] === true || point === "ResponseCheckPoint",
    shares: sharesOf(fields),
    removal: text("Removal"),
    run: text("RunId"),
    trace: text("TraceId"),
    task: text("Task"),
    values: argumentsIn(fields),
    elapsed: Number(fields["ElapsedTime"]) || 0,
  };
}

/** The diagnosis' classes; of a record without one, those of its FaultType, all alike. */
function sharesOf(fields: Fields): readonly Share[] {
  const { Diagnosis: diagnosis, FaultType: faultType } = fields;
  if (Array.isArray(diagnosis)) {
    const shares = diagnosis.flatMap((share: unknown): readonly Share[] => {
      if (typeof share !== "object" || share === null) return [];
      const { class: name, p, reasons } = share as Fields;
      const reason = Array.isArray(reasons) && typeof reasons[0] === "string" ? reasons[0] : "";
      // "path.owner +1.0: runs as uid 1000": the sentence alone.
      return typeof name === "string"
        ? [{ class: name, p: Number(p) || 0, reason: reason.replace(/^\S+(?: [+-][\d.]+)?: /, "") }]
        : [];
    });
    if (shares.length > 0) return shares.sort((a, b) => b.p - a.p);
  }
  const names = typeof faultType === "string" && faultType !== "" ? faultType.split(",") : [];
  return names.map((name) => ({ class: name, p: 1 / names.length, reason: "" }));
}
