/** The parameters that a script declares: its own command line, known ahead of a run (language 3). */

import { showType, type Type } from "./types.ts";

/** What values a parameter takes: a range, both ends included and either absent, or a list. */
export type BoundValues =
  | { readonly kind: "range"; readonly from?: number; readonly to?: number }
  | { readonly kind: "list"; readonly values: readonly (string | number)[] };

export interface ParameterSpec {
  /** The script's name for it: "keep_days". */
  readonly name: string;
  /** Without dashes: "keep-days". */
  readonly option: string;
  readonly type: Type;
  /** It has neither a default nor a type that can do without a value. */
  readonly required: boolean;
  readonly secret: boolean;
  readonly bounds?: BoundValues;
  /** How the bounds stand in the script: `1..10`. */
  readonly boundsText?: string;
  /** The default as the script writes it, without quotes. */
  readonly defaultText?: string;
  readonly says?: string;
  /** Its place among the program's sites. */
  readonly site: number;
}

/** `keep_days` and `keepDays` are `--keep-days`. */
export function optionOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/^_+|_+$/g, "")
    .replace(/_+/g, "-")
    .toLowerCase();
}

/** The type of one value: an array's element, without `?`. */
export function elementType(type: Type): Type {
  if (type.kind === "array") return elementType(type.element);
  return type.kind === "optional" ? elementType(type.base) : type;
}

/** Whether one value lies within the bounds. */
export function isWithin(bounds: BoundValues | undefined, value: unknown): boolean {
  if (bounds === undefined) return true;
  if (bounds.kind === "list") return bounds.values.some((known) => known === value);
  // Ranges are of numbers, durations and sizes: all of them numbers here.
  const number = value as number;
  return !(bounds.from !== undefined && number < bounds.from) && !(bounds.to !== undefined && number > bounds.to);
}

/** "an int in 1..10": what a parameter takes, for messages and help. */
export function takes({ type, bounds, boundsText }: ParameterSpec): string {
  if (bounds?.kind === "list") return bounds.values.map(String).join(", ");
  const name = showType(elementType(type));
  return boundsText === undefined ? name : `${name} in ${boundsText}`;
}
