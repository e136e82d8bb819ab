/** A record as a line that a person reads. */

import type { FrameStyle } from "../../diagnostics/index.ts";
import { durationText } from "../../records/index.ts";
import { displayWidth } from "../../text/index.ts";
import { pointWords } from "../point-words.ts";
import { safe, timeText } from "../runs/words.ts";
import { classWord, type Fields } from "./class-word.ts";
import { padded } from "./table.ts";

/** What a line is drawn with. */
export interface LineStyle {
  readonly style: FrameStyle;
  readonly say: (text: string) => string;
}

/** The record's own keys, which the line shows in other ways or not at all. */
const ours = new Set([
  ..."LogPoint FaultType ScriptName ScriptLine Api ElapsedTime Errno Message Time RunId Seq Host User ScriptHash".split(
    " ",
  ),
  ..."Diagnosis Kind ErrnoName Handled Phase Risky Owner Removal Heard Task Goal GoalLabel GoalUid TraceId SpanId".split(
    " ",
  ),
]);
/** Columns that hosts and places are lined up to; longer ones push the rest aside. */
const widest = { host: 16, place: 28 };

/** Makes lines whose columns grow with what comes, so that a stream can be drawn as it passes. */
export function createRecordLines({ style, say }: LineStyle): (fields: Fields) => string {
  const widths = { host: 0, place: 0 };
  const column = (name: keyof typeof widths, text: string): string => {
    widths[name] = Math.max(widths[name], Math.min(displayWidth(text), widest[name]));
    return padded(text, widths[name]);
  };
  const pointWidth = Math.max(...Object.values(pointWords).map((word) => displayWidth(say(word))));
  return (fields) => {
    const point = String(fields["LogPoint"]);
    const isError = point === "ErrorPoint";
    const isHandled = fields["Handled"] === true;
    const word = padded(Object.hasOwn(pointWords, point) ? say(pointWords[point] ?? "") : safe(point), pointWidth);
    const shown =
      isError && !isHandled
        ? style.error(word)
        : isError || point === "ResponseCheckPoint"
          ? style.warning(word)
          : word;
    const place = `${text(fields["ScriptName"]) || "?"}:${text(fields["ScriptLine"]) || "?"}`;
    const ahead = [
      style.dim(timeOf(fields["Time"])),
      column("host", text(fields["Host"])),
      column("place", place),
      shown,
    ].join("  ");
    return `${ahead}  ${what(fields, isError, { style, say })}\n`;
  };
}

/** What happened, behind the columns. */
function what(fields: Fields, isError: boolean, { style, say }: LineStyle): string {
  const api = text(fields["Api"]);
  const faultClass = classWord(fields, say);
  const elapsed =
    typeof fields["ElapsedTime"] === "number" ? ` ${style.dim(`(${durationText(fields["ElapsedTime"])})`)}` : "";
  const message = typeof fields["Message"] === "string" ? safe(say(fields["Message"])) : text(fields["Message"]);
  if (isError) {
    const label = faultClass === "" ? "" : `${style.strong(faultClass)} `;
    const end = fields["Handled"] === true ? ` ${style.dim(say("(the script dealt with it)"))}` : "";
    // A command's message names it itself.
    const ahead = message.startsWith(`${api} `) ? "" : `${api}${message === "" ? "" : ": "}`;
    return `${label}${ahead}${message}${end}${elapsed}`;
  }
  const phase = fields["Phase"] === undefined ? "" : `${safe(say(String(fields["Phase"])))} `;
  const call = callOf(fields, api);
  return `${phase}${faultClass === "" ? "" : `${faultClass} `}${call}${message === "" ? "" : `: ${message}`}${elapsed}`;
}

/** A command as it was written; another call with its arguments. */
function callOf(fields: Fields, api: string): string {
  const others = Object.entries(fields).filter(([name]) => !ours.has(name));
  const line = others.find(([name]) => name === "argv")?.[1];
  const rest = others.filter(([name, value]) => name !== "argv" && !(name === "status" && value === "0"));
  const values = rest.map(
    ([name, value]) => ` ${safe(name)}=${safe(typeof value === "string" ? value : JSON.stringify(value))}`,
  );
  return `${typeof line === "string" ? safe(line) : api}${values.join("")}`;
}

/** "2026-01-02 03:04:05.006" in the time of this machine; what is no time stands there as it is. */
function timeOf(time: unknown): string {
  const at = typeof time === "string" && /^\d{4}-/.test(time) ? Date.parse(time) : Number.NaN;
  if (Number.isNaN(at)) return padded(time === undefined ? "?" : text(time), 23);
  return `${timeText(at)}.${String(Math.floor(at) % 1000).padStart(3, "0")}`;
}

function text(value: unknown): string {
  if (value === undefined || value === null) return "";
  return safe(typeof value === "string" ? value : JSON.stringify(value));
}
