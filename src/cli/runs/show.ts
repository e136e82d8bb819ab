/** `dscript runs show`: what a run recorded, as a timeline. */

import { exitCode, openHistory, type RunSummary } from "../../engine/index.ts";
import { durationText } from "../../records/index.ts";
import { language, tell } from "../language.ts";
import { pointWords } from "../point-words.ts";
import { write } from "../terminal.ts";
import { findRun } from "./find.ts";
import { endText, faultText, jsonOf, safe, timeText } from "./words.ts";

const say = (text: string): string => language().text(text);

type Fields = Readonly<Record<string, unknown>>;

/** `wanted` is an id, a part of one, or `last`. */
export async function showRun(wanted: string, json: boolean): Promise<number> {
  const only = await findRun(wanted);
  if (typeof only === "number") return only;
  const { summaryOf, recordLines } = await openHistory();
  const run = summaryOf(only);
  write(1, json ? `${jsonOf(run)}\n` : heading(run));
  let torn = 0;
  try {
    for (const { text, fields } of recordLines(run.folder)) {
      if (fields === undefined) torn += 1;
      else write(1, json ? `${text}\n` : entry(fields, run.time));
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    tell(`dscript: the records in ${run.folder} cannot be read: ${code}\n`);
    return exitCode.usage;
  }
  if (torn > 0) tell(`dscript: ${torn} ${torn === 1 ? "line is" : "lines are"} torn and left out\n`);
  return exitCode.ok;
}

function heading(run: RunSummary): string {
  const { end } = run;
  const took =
    end === undefined
      ? ""
      : `, ${durationText(end.milliseconds)}, ${say(`${end.commands} ${end.commands === 1 ? "command" : "commands"}`)}`;
  const code = end === undefined ? endText(run) : `exit ${endText(run)}`;
  const head = `${safe(run.path === "" ? run.script : run.path)}\n${run.id}  ${timeText(run.time)}${took}, ${code}\n`;
  const fault = faultText(run);
  const place = end?.line === undefined || end.line === 0 ? "" : ` (line ${end.line})`;
  const why = fault === "" ? "" : `${fault}${end?.message === undefined ? "" : `: ${safe(end.message)}`}${place}\n`;
  const unseen =
    end === undefined || end.unseen === 0
      ? ""
      : `${say(`${end.unseen} ${end.unseen === 1 ? "failure" : "failures"} that nobody looked at`)}\n`;
  return `${head}${why}${unseen}\n`;
}

const ours = new Set(
  "LogPoint FaultType ScriptName ScriptLine Api ElapsedTime Errno Message Time RunId Seq Host User ScriptHash Diagnosis Kind ErrnoName Handled Phase Owner Removal Heard DiagnosisTime".split(
    " ",
  ),
);

/** A record: when it was, its place, its call with arguments; below it what it says. */
function entry(fields: Fields, start: number): string {
  const at = (Date.parse(String(fields["Time"])) - start) / 1000;
  const offset = `+${Number.isFinite(at) ? Math.max(0, at).toFixed(3) : "?"} s`;
  const point = pointWords[String(fields["LogPoint"])] ?? safe(fields["LogPoint"]);
  const place = `${safe(fields["ScriptName"])}:${safe(fields["ScriptLine"])}`;
  const others = Object.entries(fields).filter(([name]) => !ours.has(name));
  const values = others.map(([name, value]) => ` ${safe(name)}=${safe(JSON.stringify(value))}`).join("");
  const phase = fields["Phase"] === undefined ? "" : `${safe(fields["Phase"])} `;
  const took = typeof fields["ElapsedTime"] === "number" ? `, ${durationText(fields["ElapsedTime"])}` : "";
  const line = `${offset.padStart(12)}  ${point.padEnd(6)}  ${place}  ${phase}${safe(fields["Api"])}${values}${took}\n`;
  return `${line}${told(fields)
    .map((text) => `${" ".repeat(22)}${text}\n`)
    .join("")}`;
}

function told(fields: Fields): readonly string[] {
  const { Message: message, Kind: kind, Diagnosis: diagnosis, Handled: handled } = fields;
  const fault = kind === undefined ? "" : `${safe(kind)}: `;
  const end = handled === true ? say(" (the script dealt with it)") : "";
  const shares = Array.isArray(diagnosis) ? (diagnosis as readonly Fields[]) : [];
  return [
    ...(message === undefined ? [] : [`${fault}${safe(message)}${end}`]),
    ...shares.map((share) => {
      const reasons = Array.isArray(share["reasons"]) ? share["reasons"].map(safe).join("; ") : "";
      return `${safe(share["class"])} ${Number(share["p"]).toFixed(2)}${reasons === "" ? "" : `: ${reasons}`}`;
    }),
  ];
}
