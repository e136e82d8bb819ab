/** Whether what was agreed on is what is at hand: the host, the hour, the parameters, the number of runs. */

import type { Json } from "../../assurance/index.ts";
import { isWithinSchedule, readSchedule } from "../../records/index.ts";
import { globFits } from "../policy/glob.ts";
import { type Reason, reason } from "../reasons/reasons.ts";
import type { Scope } from "../topic/topic.ts";

/** How a script is about to run. */
export interface Circumstances {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly host: string;
  /** The folder that it is started in. */
  readonly directory: string;
  /** Values that the command line gives its parameters: what it leaves out is as the script has it. */
  readonly parameters: ReadonlyMap<string, Json>;
  /** Words that belong to no parameter. */
  readonly rest: readonly string[];
  /** Constants that the command line gives a value. */
  readonly defines: ReadonlyMap<string, string>;
}

export interface AskedScope extends Circumstances {
  /** How often it has run under the proposal. */
  readonly runs: number;
}

export function outOfScope(scope: Scope, asked: AskedScope): readonly Reason[] {
  return [
    ...hostOf(scope, asked),
    ...scheduleOf(scope, asked),
    ...directoryOf(scope, asked),
    ...parametersOf(scope, asked),
    ...(scope.runs !== undefined && asked.runs >= scope.runs
      ? [reason("DS6094", `runs that were agreed on: ${scope.runs}; it has had ${asked.runs}`)]
      : []),
  ];
}

function hostOf({ hosts }: Scope, { host }: AskedScope): readonly Reason[] {
  if (hosts === undefined || hosts.some((glob) => globFits(glob.toLowerCase(), host.toLowerCase()))) return [];
  return [reason("DS6091", `it was agreed on for ${hosts.join(", ")}, and this is ${host}`)];
}

function directoryOf({ directories }: Scope, { directory }: AskedScope): readonly Reason[] {
  if (directories === undefined || directories.some((glob) => globFits(glob, directory))) return [];
  return [reason("DS6096", `it was agreed on to be started in ${directories.join(", ")}, and this is ${directory}`)];
}

function scheduleOf({ schedule }: Scope, { now }: AskedScope): readonly Reason[] {
  if (schedule === undefined || schedule.some((each) => holdsAt(each, now))) return [];
  return [reason("DS6092", `it was agreed on for ${schedule.join("; ")}, and now it is ${weekTime(new Date(now))}`)];
}

/** A schedule that cannot be read holds never. */
function holdsAt(text: string, now: number): boolean {
  const windows = readSchedule(text);
  return typeof windows !== "string" && isWithinSchedule(windows, new Date(now));
}

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

function weekTime(at: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${days[at.getDay()] ?? ""} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

function parametersOf({ parameters = {} }: Scope, asked: AskedScope): readonly Reason[] {
  const found: Reason[] = [];
  for (const [name, bound] of Object.entries(parameters)) {
    const value = name === "ARGV" ? [...asked.rest] : (asked.defines.get(name) ?? asked.parameters.get(name));
    if (value !== undefined && !isWithin(value, bound))
      found.push(reason("DS6093", `${name} was agreed on as ${boundText(bound)}, and is ${JSON.stringify(value)}`));
  }
  if (Object.keys(parameters).length > 0 && !Object.hasOwn(parameters, "ARGV") && asked.rest.length > 0)
    found.push(reason("DS6093", `nothing was agreed on about the words ${JSON.stringify(asked.rest)}`));
  for (const [name, value] of asked.defines)
    if (!Object.hasOwn(parameters, name)) found.push(reason("DS6095", `--define ${name}=${value} was not agreed on`));
  return found;
}

/** A bound is a value, or an object of `least`, `most`, `oneOf` and `like` (a glob). A list is within where each of it is. */
function isWithin(value: Json, bound: Json): boolean {
  if (typeof bound !== "object" || bound === null || Array.isArray(bound)) return isEqual(value, bound);
  if (Array.isArray(value)) return (value as readonly Json[]).every((each) => isWithin(each, bound));
  const { least, most, oneOf, like, ...unknown } = bound as { readonly [key: string]: Json };
  if (Object.keys(unknown).length > 0) return false;
  const number = typeof value === "number" ? value : Number(value);
  if (least !== undefined && !(number >= Number(least))) return false;
  if (most !== undefined && !(number <= Number(most))) return false;
  if (oneOf !== undefined && !(Array.isArray(oneOf) && oneOf.some((each: Json) => isEqual(value, each)))) return false;
  return like === undefined || globFits(String(like), String(value));
}

function isEqual(a: Json, b: Json): boolean {
  if (Array.isArray(a) || Array.isArray(b)) return JSON.stringify(a) === JSON.stringify(b);
  return a === b || String(a) === String(b);
}

function boundText(bound: Json): string {
  if (typeof bound !== "object" || bound === null || Array.isArray(bound)) return JSON.stringify(bound);
  const { least, most, oneOf, like } = bound as { readonly [key: string]: Json };
  const parts = [
    ...(least === undefined ? [] : [`at least ${JSON.stringify(least)}`]),
    ...(most === undefined ? [] : [`at most ${JSON.stringify(most)}`]),
    ...(oneOf === undefined ? [] : [`one of ${JSON.stringify(oneOf)}`]),
    ...(like === undefined ? [] : [`like ${JSON.stringify(like)}`]),
  ];
  return parts.length === 0 ? JSON.stringify(bound) : parts.join(", ");
}
