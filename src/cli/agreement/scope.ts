/** The scope of a proposal or an agreement, from the command line. */

import { parse } from "yaml";
import type { Json } from "../../assurance/index.ts";
import type { Scope } from "../../consent/index.ts";
import { readSchedule } from "../../records/index.ts";
import { refuseWords } from "../language.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";

export const scopeOptions: readonly OptionRow[] = [
  { name: "host", value: "GLOB", repeats: true, says: "it is for these hosts alone: web*" },
  {
    name: "schedule",
    value: "SCHEDULE",
    repeats: true,
    says: "it is for these hours alone: Mon-Fri 09:00-18:00, or @{PEAK} of the D-Case",
  },
  { name: "directory", value: "GLOB", repeats: true, says: "it is to be started in these folders alone" },
  {
    name: "parameter",
    value: "NAME=BOUND",
    repeats: true,
    says: "a parameter is to be that: users=40, users={least: 1, most: 40}, mode={oneOf: [a, b]}, file={like: /srv/*}",
  },
  { name: "runs", value: "N", says: "it is for so many runs on a host" },
  { name: "from", value: "TIME", says: "it counts from then on: 2027-04-01, 2027-04-01T08:00:00Z" },
  { name: "until", value: "TIME", says: "it counts until then" },
];

export interface Bounds {
  readonly scope: Scope | undefined;
  readonly notBefore: string | undefined;
  readonly expires: string | undefined;
}

/** A number is an exit code. `constant`: what the D-Case calls by a name, for `--schedule @{PEAK}`. */
export function boundsOf(
  options: ParsedOptions,
  constant: (name: string) => string | undefined = () => undefined,
): Bounds | number {
  const schedule: string[] = [];
  for (const asked of options.values("schedule")) {
    const [, name] = /^@\{(.+)\}$/.exec(asked) ?? [];
    const each = name === undefined ? asked : constant(name);
    if (each === undefined)
      return refuseWords(
        `the case has no text ${name ?? ""} at a goal that the script serves`,
        "name a parameter of it",
      );
    schedule.push(each);
    const read = readSchedule(each);
    if (typeof read === "string")
      return refuseWords(
        `--schedule ${JSON.stringify(each)}: ${read}`,
        "write it as Mon-Fri 09:00-18:00, Sat 10:00-12:00",
      );
  }
  const parameters: Record<string, Json> = {};
  for (const each of options.values("parameter")) {
    const found = parameterOf(each);
    if (typeof found === "number") return found;
    parameters[found.name] = found.bound;
  }
  const runs = options.value("runs");
  if (runs !== undefined && !/^[1-9]\d{0,8}$/.test(runs))
    return refuseWords(`--runs takes a number from 1 on, not ${JSON.stringify(runs)}`, "for example: --runs 1");
  const times = [timeOf(options, "from"), timeOf(options, "until")];
  const [notBefore, expires] = times;
  if (typeof notBefore === "number") return notBefore;
  if (typeof expires === "number") return expires;
  const scope: Scope = {
    ...listOf("hosts", options.values("host")),
    ...listOf("schedule", schedule),
    ...listOf("directories", options.values("directory")),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    ...(runs === undefined ? {} : { runs: Number(runs) }),
  };
  return { scope: Object.keys(scope).length === 0 ? undefined : scope, notBefore, expires };
}

function listOf(name: string, values: readonly string[]): Record<string, readonly string[]> {
  return values.length === 0 ? {} : { [name]: values };
}

function parameterOf(text: string): { readonly name: string; readonly bound: Json } | number {
  const at = text.indexOf("=");
  const help = "write it as --parameter NAME=VALUE, or --parameter 'NAME={least: 1, most: 40}'";
  if (at < 1) return refuseWords(`--parameter ${text} names no bound`, help);
  const name = text.slice(0, at);
  try {
    const bound = parse(text.slice(at + 1)) as Json;
    const known = ["least", "most", "oneOf", "like"];
    if (typeof bound === "object" && bound !== null && !Array.isArray(bound)) {
      const unknown = Object.keys(bound).find((key) => !known.includes(key));
      if (unknown !== undefined)
        return refuseWords(`--parameter ${name}: there is no bound ${unknown}`, `bounds are ${known.join(", ")}`);
    }
    return { name, bound };
  } catch {
    return refuseWords(`--parameter ${name}: ${JSON.stringify(text.slice(at + 1))} is no value`, help);
  }
}

/** A day begins at midnight of UTC. */
export function timeOf(options: ParsedOptions, name: "from" | "until"): string | undefined | number {
  const text = options.value(name);
  if (text === undefined) return undefined;
  const isTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/.test(text);
  const time = isTime ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time))
    return refuseWords(
      `--${name} takes a time, not ${JSON.stringify(text)}`,
      `for example: --${name} 2027-04-01 or --${name} 2027-04-01T08:00:00Z`,
    );
  return new Date(time).toISOString();
}
