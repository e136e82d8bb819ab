/** The leaves of a configuration's schema: each says what is expected and how it looks. */

import { z } from "zod";
import { readDuration } from "../records/index.ts";

/** Says what is expected and how it looks. */
export function needs(expected: string, example: string): { readonly error: string } {
  return { error: `${expected}\n${example}` };
}

/** A text that a function turns into a value; undefined is the mistake. */
export function read<T>(parse: (value: unknown) => T | undefined, expected: string, example: string) {
  return z.unknown().transform((value, context): T => {
    const result = parse(value);
    if (result !== undefined) return result;
    context.addIssue({ code: "custom", message: `${expected}\n${example}` });
    return z.NEVER;
  });
}

export const yesOrNo = (name: string) => z.boolean(needs("true or false", `${name}: true`));

/** YAML 1.2 reads `on` and `off` as texts; true and false mean the same. */
export const onOrOff = (name: string) =>
  read(
    (value) => (value === "on" || value === true ? true : value === "off" || value === false ? false : undefined),
    "on or off",
    `${name}: off`,
  );

/** Milliseconds from `low` to `high`. */
export function duration(expected: string, low: number, high: number, example: string) {
  const units = high > 86_400_000 ? "ms s m h d" : "ms s m h";
  return read(
    (value) => within(typeof value === "string" ? readDuration(value) : undefined, low, high),
    `${expected}, with its unit (${units})`,
    example,
  );
}

/** The value itself where it lies in the range. */
export function within(value: number | undefined, low: number, high: number): number | undefined {
  return value !== undefined && value >= low && value <= high ? value : undefined;
}
