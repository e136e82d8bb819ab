/** Whether the value of a parameter is what its declaration says. */

import { durationUnits, readDuration } from "../../records/index.ts";
import type { Json } from "../model/json.ts";
import type { Parameter, ParameterType } from "../model/pattern.ts";

export type Aspect = "type" | "range" | "choices";

export interface Complaint {
  readonly message: string;
  readonly help: string;
}

/** What is wrong with one aspect of a value; what has no value has no mistakes. */
export function mistakeOf(parameter: Parameter, about: Aspect): Complaint | undefined {
  const { name, type, value, range, choices } = parameter;
  switch (about) {
    case "type":
      if (value === undefined || isOfType(value, type)) return undefined;
      return {
        message: `the parameter \`${name}\` is of the type ${type}, but its value is \`${shown(value)}\``,
        help: `a value of this type is written like \`${examples[type]}\``,
      };
    case "range":
      return range === undefined ? undefined : outOf(parameter, range, value === undefined || isOfType(value, type));
    case "choices":
      if (choices === undefined || value === undefined || choices.some((each) => isSame(each, value))) return undefined;
      return {
        message: `the value of \`${name}\` is none of its choices: \`${shown(value)}\``,
        help: `its choices are ${choices
          .slice(0, 10)
          .map((each) => `\`${shown(each)}\``)
          .join(", ")}`,
      };
  }
}

const examples: Readonly<Record<ParameterType, string>> = {
  String: "disk",
  Int: "3",
  Double: "0.8",
  Boolean: "true",
  Duration: "30s",
  List: "[a, b]",
};

function outOf(
  { name, type, value }: Parameter,
  [low, high]: NonNullable<Parameter["range"]>,
  fits: boolean,
): Complaint | undefined {
  const [least, greatest] = [sizeOf(low, type), sizeOf(high, type)];
  if (least === undefined || greatest === undefined)
    return {
      message: `the range of \`${name}\` has ends that are not of the type ${type}`,
      help: "a range belongs to an Int, a Double or a Duration: its least and its greatest value",
    };
  if (least > greatest)
    return {
      message: `the range of \`${name}\` is empty: \`${low}\` to \`${high}\``,
      help: "write the least value ahead of the greatest one",
    };
  const size = value === undefined || !fits ? undefined : sizeOf(value, type);
  if (size === undefined || (size >= least && size <= greatest)) return undefined;
  return {
    message: `the value of \`${name}\` is outside of its range: \`${shown(value ?? null)}\`, not \`${low}\` to \`${high}\``,
    help: "give it a value within the range, or agree on another range",
  };
}

function isOfType(value: Json, type: ParameterType): boolean {
  switch (type) {
    case "String":
      return typeof value === "string";
    case "Boolean":
      return typeof value === "boolean";
    case "List":
      return Array.isArray(value);
    case "Int":
    case "Double":
    case "Duration":
      return sizeOf(value, type) !== undefined;
  }
}

/** What a value is compared by; undefined where its type has no order, or where it is of another type. */
function sizeOf(value: Json, type: ParameterType): number | undefined {
  if (type === "Duration") return typeof value === "string" ? readDuration(value) : undefined;
  if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
  if (type === "Int") return Number.isSafeInteger(value) ? value : undefined;
  return type === "Double" ? value : undefined;
}

/** A text of D-Script's durations. */
export function isDuration(text: string): boolean {
  return readDuration(text) !== undefined;
}

export const durationHelp = `a duration is written like \`30s\`, \`12h\` or \`90d\`; the units are ${Object.keys(
  durationUnits,
)
  .map((unit) => `\`${unit}\``)
  .join(", ")}`;

function isSame(a: Json, b: Json): boolean {
  return a === b || (typeof a === "object" && textOf(a) === textOf(b));
}

function shown(value: Json): string {
  const text = typeof value === "string" ? value : textOf(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function textOf(value: Json): string {
  try {
    return JSON.stringify(value);
  } catch {
    // Lists in lists, thousands deep.
    return "…";
  }
}
