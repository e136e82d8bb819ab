/** Times, durations, sizes and ends of runs, as a person reads them. */

import type { RunSummary } from "../../engine/index.ts";

/** "2026-01-02 03:04:05" in the time of this machine. */
export function timeText(milliseconds: number): string {
  const date = new Date(milliseconds);
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ["KiB", "MiB", "GiB", "TiB"];
  let value = bytes / 1024;
  let at = 0;
  while (value >= 1024 && at < units.length - 1) {
    value /= 1024;
    at += 1;
  }
  return `${value.toFixed(1)} ${units[at]}`;
}

/** "0", "71", "running", "killed", "?": how a run ended, in a word. */
export function endText({ state, end }: RunSummary): string {
  if (end !== undefined) return String(end.code);
  return state === "unknown" ? "?" : state;
}

/** "IOFault SystemFault", "interrupted", or nothing. */
export function faultText({ end }: RunSummary): string {
  if (end?.interrupted === true) return "interrupted";
  return end?.kind === undefined ? "" : `${end.kind} ${end.class ?? ""}`.trim();
}

/** A text from a file, without what would steer a terminal or break a line. */
export function safe(text: unknown): string {
  return String(text).replace(
    /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The members of a run that machines read. */
export function jsonOf(run: RunSummary): string {
  const { id, time, state, script, path, end, bytes, folder } = run;
  const { script: _, path: __, ...ending } = end ?? {};
  return JSON.stringify({ id, time: new Date(time).toISOString(), script, path, state, ...ending, bytes, folder });
}
