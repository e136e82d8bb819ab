/** The options that choose records, shared by `dscript logs` and `dscript incident`. */

import { nearest } from "../../diagnostics/index.ts";
import { type Criteria, readWhen, type ValueName, valueNames } from "../../logs/index.ts";
import { type FaultClass, faultClasses, faultKinds, logPoints } from "../../records/index.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";

/** How times may be written. */
export const timeForms = 'write it as 2026-01-31, "2026-01-31 14:30", 14:30, 2h (ago), today, or 2026-01-31T14:30:00Z';

export const filterOptions: readonly OptionRow[] = [
  { name: "since", value: "TIME", says: "from this time on: a date, 14:30, 2h (ago), today, yesterday, or RFC 3339" },
  { name: "until", value: "TIME", says: "up to this time; a day counts whole" },
  { name: "point", value: "POINT", repeats: true, choices: logPoints, says: "of this log point" },
  {
    name: "class",
    value: "CLASS",
    repeats: true,
    says: "whose likeliest class is this: SystemFault, SoftwareFault, UserFault, ExternalFault",
  },
  { name: "plausible", says: "with --class: where the class is among the plausible ones" },
  { name: "kind", value: "KIND", repeats: true, says: "of this kind of fault, such as TimeoutFault" },
  { name: "script", value: "NAME", repeats: true, says: "whose script's name holds NAME" },
  { name: "task", value: "TASK", repeats: true, says: "of this task" },
  { name: "api", value: "NAME", repeats: true, says: "of this command or call, such as rsync or System.fopen" },
  { name: "host", value: "NAME", repeats: true, says: "of this host" },
  { name: "user", value: "NAME", repeats: true, says: "of this user" },
  { name: "run", value: "ID", repeats: true, says: "of this run; a part of its id is enough" },
  { name: "handled", says: "failures that the script dealt with" },
  { name: "unhandled", says: "failures that it did not deal with" },
  { name: "grep", value: "TEXT", says: "of which a value holds TEXT" },
];

/** What is wrong with the words, and the next step. */
export interface WordMistake {
  readonly problem: string;
  readonly next: string;
}

/** The criteria that options give, seen from `now`. */
export function criteriaOf(options: ParsedOptions, now: number): Criteria | WordMistake {
  const since = timeOf(options, "since", now);
  const until = timeOf(options, "until", now);
  for (const time of [since, until]) if (typeof time === "object") return time;
  if (typeof since === "number" && typeof until === "number" && since >= until)
    return {
      problem: "--since is not ahead of --until, so that no record fits",
      next: "dscript logs --since 2h --until 1h",
    };
  if (options.has("handled") && options.has("unhandled"))
    return { problem: "--handled and --unhandled exclude each other", next: "leave both out, and all failures fit" };
  const classes = classesOf(options);
  if ("problem" in classes) return classes;
  if (options.has("plausible") && classes.names.length === 0)
    return { problem: "--plausible belongs to --class", next: "dscript logs --class SystemFault --plausible" };
  const kind = options.values("kind").find((name) => !faultKinds.some((known) => known === name));
  if (kind !== undefined) return unknownName(`there is no kind of fault ${kind}`, kind, faultKinds);
  const values = Object.fromEntries(
    valueNames.map((name): [ValueName, readonly string[]] => [name, options.values(name)]),
  );
  const points = options.values("point");
  const grep = options.value("grep");
  return {
    ...(typeof since === "number" ? { since } : {}),
    ...(typeof until === "number" ? { until } : {}),
    ...(points.length === 0 ? {} : { points }),
    ...(classes.names.length === 0 ? {} : { classes: classes.names }),
    plausible: options.has("plausible"),
    ...(options.has("handled") ? { handled: true } : options.has("unhandled") ? { handled: false } : {}),
    values,
    ...(grep === undefined ? {} : { grep }),
  };
}

/** What is wrong with a name, with the nearest one that there is, or all of them. */
export function unknownName(problem: string, name: string, known: readonly string[]): WordMistake {
  const meant = nearest(name, known);
  return {
    problem,
    next: meant === undefined ? `there are: ${known.join(", ")}` : `did you mean ${meant}?`,
  };
}

function timeOf(options: ParsedOptions, name: "since" | "until", now: number): number | undefined | WordMistake {
  const text = options.value(name);
  if (text === undefined) return undefined;
  const found = readWhen(text, now);
  if (found === undefined)
    return {
      problem: `--${name} takes a time, not ${text === "" ? '""' : text}`,
      next: timeForms,
    };
  return name === "since" ? found.from : found.to;
}

function classesOf(options: ParsedOptions): { readonly names: readonly FaultClass[] } | WordMistake {
  const names: FaultClass[] = [];
  for (const word of options.values("class")) {
    const asked = word.toLowerCase();
    const name = faultClasses.find((known) => [known, known.slice(0, -5)].some((one) => one.toLowerCase() === asked));
    if (name === undefined) return unknownName(`there is no fault class ${word}`, word, faultClasses);
    names.push(name);
  }
  return { names };
}
