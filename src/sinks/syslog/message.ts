/** A record as an RFC 5424 message: its header, its main fields as structured data, and its JSON as text. */

import { type Fields, reduced } from "./reduce.ts";
import type { SyslogTarget } from "./target.ts";

/** A record that waits: its JSON, and the process whose run wrote it. */
export interface Waiting {
  readonly pid: number;
  readonly json: string;
}

/**
 * The message of a record, without a frame, in `size` bytes at most. Where the whole does not fit, its text is the record's main
 * fields with `Reduced`, the number of bytes of the whole; where these do not fit either, the structured data is left out, then text is cut.
 * Throws a SyntaxError where the JSON is none.
 */
export function syslogMessage(target: SyslogTarget, { pid, json }: Waiting, size = target.size): Buffer {
  const fields = JSON.parse(json) as Fields;
  const header = headerOf(target, fields, pid);
  const data = structuredData(target.sd, fields);
  const whole = Buffer.from(`${header} ${data} ${inAscii(json)}`);
  if (whole.length <= size) return whole;
  const text = (room: number) => reduced(fields, whole.length, room, inAscii);
  const head = Buffer.byteLength(`${header} ${data} `);
  const short = text(size - head);
  if (short !== undefined) return Buffer.from(`${header} ${data} ${short}`);
  return Buffer.from(`${header} - ${text(size - header.length - 3) ?? ""}`);
}

/** RFC 5424, table 2: a failure that nobody dealt with is an error, one that the script dealt with a warning. */
function severityOf(fields: Fields): number {
  const [error, warning, notice, informational] = [3, 4, 5, 6];
  switch (fields["LogPoint"]) {
    case "ErrorPoint":
      return fields["Handled"] === true ? warning : error;
    case "ResponseCheckPoint":
      return warning;
    case "PeriodicPoint":
      return informational;
    default:
      return fields["FaultType"] === undefined ? notice : warning;
  }
}

function headerOf(target: SyslogTarget, fields: Fields, pid: number): string {
  const priority = target.facility * 8 + severityOf(fields);
  const time = fields["Time"];
  const stamp = typeof time === "string" && /^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{6}Z$/.test(time) ? time : "-";
  const host = word(fields["Host"], 255);
  return `<${priority}>1 ${stamp} ${host} ${target.app} ${pid} ${word(fields["LogPoint"], 32)}`;
}

/** A header field: printable ASCII without a space; "-" where there is none. */
function word(value: unknown, most: number): string {
  const text = typeof value === "string" ? value.replace(/[^!-~]/gu, "?").slice(0, most) : "";
  return text === "" ? "-" : text;
}

const parameters: readonly (readonly [name: string, key: string])[] = [
  ["run", "RunId"],
  ["seq", "Seq"],
  ["script", "ScriptName"],
  ["line", "ScriptLine"],
  ["api", "Api"],
  ["class", "FaultType"],
  ["kind", "Kind"],
  ["errno", "ErrnoName"],
  ["handled", "Handled"],
  ["phase", "Phase"],
  ["elapsed", "ElapsedTime"],
  ["user", "User"],
  ["task", "Task"],
  ["goal", "Goal"],
  ["label", "GoalLabel"],
];
/** UTF-16 units of one parameter's value. */
const longestParameter = 256;

function structuredData(id: string, fields: Fields): string {
  const pairs = parameters
    .filter(([, key]) => fields[key] !== undefined && fields[key] !== null)
    .map(([name, key]) => ` ${name}="${parameter(String(fields[key]))}"`);
  return `[${id}${pairs.join("")}]`;
}

function parameter(value: string): string {
  const cut = value.length > longestParameter ? `${value.slice(0, longestParameter - 1)}…` : value;
  return cut
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu, "\ufffd")
    .replace(/["\\\]]/g, "\\$&");
}

/** JSON in ASCII means the same; so the text needs no byte order mark, which RFC 5424 asks for and JSON readers trip over. */
function inAscii(json: string): string {
  return json.replace(/[^\x00-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
