/** The modes of fopen: what C writes, as flags of open(2). */

import { constants } from "node:fs";
import { Refusal } from "./refusal.ts";

const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND, O_EXCL } = constants;

const modes: Readonly<Record<string, number>> = {
  r: O_RDONLY,
  "r+": O_RDWR,
  w: O_WRONLY | O_CREAT | O_TRUNC,
  "w+": O_RDWR | O_CREAT | O_TRUNC,
  a: O_WRONLY | O_CREAT | O_APPEND,
  "a+": O_RDWR | O_CREAT | O_APPEND,
  x: O_WRONLY | O_CREAT | O_EXCL,
  "x+": O_RDWR | O_CREAT | O_EXCL,
};

/** The flags of a mode as C writes it; a "b" means nothing, "wx" is "x". */
export function flagsOf(mode: string): number {
  const plain = mode.replace("b", "").replace(/^wx/, "x");
  const flags = Object.hasOwn(modes, plain) ? modes[plain] : undefined;
  if (flags === undefined)
    throw new Refusal(
      "ArgumentFault",
      `the mode ${JSON.stringify(mode)} is none of "r", "w", "a", "x", each with or without "+"`,
      "EINVAL",
      "mode",
    );
  return flags;
}

/** Whether a mode changes files. */
export function isForWriting(mode: string): boolean {
  return mode !== "r" && mode !== "rb";
}

/** Whether a file of this mode can be read. */
export function isForReading(mode: string): boolean {
  return mode.includes("+") || !isForWriting(mode);
}
