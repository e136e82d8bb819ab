/** A record as one line of JSON: the booklet's keys first and in its order, ours behind them (faults 3). */

import { errnoByName } from "./errno.ts";
import { type FaultClass, faultClasses } from "./fault.ts";
import type { LogRecord, RecordBody } from "./record.ts";

/** What is the same in every record of a run. */
export interface RunFields {
  /** A ULID. */
  readonly runId: string;
  readonly host: string;
  readonly user: string;
  /** SHA-256 of the script's bytes, in hexadecimal digits. */
  readonly scriptHash: string;
}

/** Longer values of arguments and messages are cut here (UTF-16 units), with their length behind. */
const longestValue = 4096;
/** The arguments of one record take no more than this; `ArgumentsOmitted` counts what is left out. */
const mostArguments = 32 * 1024;

/** The keys of a record that are no arguments of its call. */
export const recordKeys: ReadonlySet<string> = new Set([
  ..."LogPoint FaultType ScriptName ScriptLine Api ArgumentsOmitted ElapsedTime Errno Message Time RunId Seq Host User".split(
    " ",
  ),
  ..."ScriptHash Diagnosis Kind ErrnoName SystemCall Handled Phase Risky Owner Removal Heard DiagnosisTime Task Goal GoalLabel GoalUid TraceId SpanId".split(
    " ",
  ),
]);

/** "SystemFault,UserFault": the classes as the booklet's record joins them, in `faultClasses` order. */
export function faultTypeText(classes: readonly FaultClass[]): string {
  return faultClasses.filter((name) => classes.includes(name)).join(",");
}

/**
 * Encodes a record. Keys that do not apply are absent; the text holds no newline and is valid JSON in UTF-8 whatever the values hold:
 * control characters and lone surrogates are written as \u escapes. `Errno` is the number, as in the booklet; `ErrnoName` its name.
 * Times are in milliseconds, `Time` is RFC 3339 in UTC with microseconds.
 */
export function encodeRecord(body: RecordBody, run: RunFields, seq: number): LogRecord {
  const line = new Line();
  line.text("LogPoint", body.logPoint);
  if (body.faultType.length > 0) line.text("FaultType", faultTypeText(body.faultType));
  line.text("ScriptName", body.scriptName);
  line.number("ScriptLine", body.scriptLine);
  line.text("Api", body.api);
  writeArguments(line, body.arguments);
  if (body.elapsed !== undefined) line.number("ElapsedTime", Math.round(body.elapsed * 1000) / 1000);
  const errno = body.errno === undefined ? undefined : errnoByName(body.errno);
  if (errno !== undefined) line.number("Errno", errno.number);
  if (body.message !== undefined) line.text("Message", body.message);
  line.text("Time", rfc3339(body.time));
  line.text("RunId", run.runId);
  line.number("Seq", seq);
  line.text("Host", run.host);
  line.text("User", run.user);
  line.text("ScriptHash", run.scriptHash);
  if (body.diagnosis !== undefined) line.json("Diagnosis", diagnosisJson(body.diagnosis));
  if (body.kind !== undefined) line.text("Kind", body.kind);
  if (body.errno !== undefined) line.text("ErrnoName", body.errno);
  if (body.systemCall !== undefined) line.text("SystemCall", body.systemCall);
  if (body.handled !== undefined) line.json("Handled", String(body.handled));
  if (body.phase !== undefined) line.text("Phase", body.phase);
  if (body.risky === true) line.json("Risky", "true");
  if (body.owner !== undefined) line.text("Owner", body.owner);
  if (body.removal !== undefined) line.text("Removal", body.removal);
  if (body.heard !== undefined) line.json("Heard", heardJson(body.heard));
  if (body.diagnosisTime !== undefined) line.number("DiagnosisTime", Math.round(body.diagnosisTime * 100) / 100);
  if (body.task !== undefined) line.text("Task", body.task);
  if (body.goal !== undefined) line.text("Goal", body.goal.text);
  if (body.goal?.label !== undefined) line.text("GoalLabel", body.goal.label);
  if (body.goal?.uid !== undefined) line.text("GoalUid", body.goal.uid);
  if (body.traceId !== undefined) line.text("TraceId", body.traceId);
  if (body.spanId !== undefined) line.text("SpanId", body.spanId);
  const isFault = body.logPoint === "ErrorPoint";
  return { point: body.logPoint, isFault, json: line.end(), urgent: isFault && body.handled !== true };
}

/** An argument whose name is one of the record's own keys, or was there before, gets "_" behind it until it is free. */
function writeArguments(line: Line, pairs: RecordBody["arguments"]): void {
  if (pairs.length === 0) return;
  const taken = new Set<string>();
  let left = mostArguments;
  for (let at = 0; at < pairs.length; at += 1) {
    const [name, value] = pairs[at] ?? ["", ""];
    left -= Math.min(value.length, longestValue) + name.length;
    if (left < 0) {
      line.number("ArgumentsOmitted", pairs.length - at);
      return;
    }
    let key = name;
    while (recordKeys.has(key) || taken.has(key)) key += "_";
    taken.add(key);
    line.text(key, value);
  }
}

function diagnosisJson(diagnosis: NonNullable<RecordBody["diagnosis"]>): string {
  const shares = diagnosis.map(
    (share) =>
      `{"class":"${share.class}","p":${finite(Math.round(share.p * 1000) / 1000)},"reasons":[${share.reasons.map(quote).join(",")}]}`,
  );
  return `[${shares.join(",")}]`;
}

function heardJson(heard: NonNullable<RecordBody["heard"]>): string {
  return `{${Object.entries(heard)
    .map(([rule, scale]) => `${quote(rule)}:${finite(scale)}`)
    .join(",")}}`;
}

/** Built by hand, not as an object: an object would move keys like "1" to its front and trip over "__proto__". */
class Line {
  #text = "";

  json(key: string, json: string): void {
    this.#text += `${this.#text === "" ? "{" : ","}${quote(key)}:${json}`;
  }

  text(key: string, value: string): void {
    this.json(key, quote(value));
  }

  number(key: string, value: number): void {
    this.json(key, finite(value));
  }

  end(): string {
    return `${this.#text}}`;
  }
}

// JSON.stringify escapes C0 and lone surrogates; these it leaves, and a terminal or a viewer would obey them.
const steering = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

function quote(value: string): string {
  const cut = value.length > longestValue ? `${value.slice(0, longestValue)}… (${value.length} characters)` : value;
  return JSON.stringify(cut).replace(steering, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function finite(value: number): string {
  return Number.isFinite(value) ? String(value) : "null";
}

let lastSecond = Number.NaN;
let lastPrefix = "";

function rfc3339(time: number): string {
  const micros = Math.round((Number.isFinite(time) ? time : 0) * 1000);
  const second = Math.floor(micros / 1e6);
  if (second !== lastSecond) {
    // Beyond what a Date can hold, the end of it: a wrong clock must not stop a record.
    const bounded = Math.max(-62135596800, Math.min(253402300799, second));
    lastPrefix = new Date(bounded * 1000).toISOString().slice(0, 19);
    lastSecond = second;
  }
  return `${lastPrefix}.${String(micros - second * 1e6).padStart(6, "0")}Z`;
}
