/** Methods of String. */

import { outside } from "../control/containers.ts";
import { createFault } from "../faults/raise.ts";
import { compareTexts } from "../files/bytes.ts";
import type { Run } from "../run.ts";
import type { Functions } from "./function.ts";

// V8 holds texts of up to 2^29-24 units.
const longest = 2 ** 29 - 24;

export function stringFunctions(run: Run): Functions {
  return {
    "String.length": (_flow, _site, text: string) => text.length,
    "String.isEmpty": (_flow, _site, text: string) => text === "",
    "String.charAt": (_flow, site, text: string, index: number) => {
      if (index < 0 || index >= text.length) throw outside(run, site, index, text.length, "a text");
      return text.charAt(index);
    },
    "String.characters": (_flow, _site, text: string) => Array.from(text),
    "String.split": (_flow, _site, text: string, separator: string) =>
      separator === "" ? Array.from(text) : text.split(separator),
    "String.lines": (_flow, _site, text: string) => linesOf(text),
    "String.trim": (_flow, _site, text: string) => text.trim(),
    "String.trimStart": (_flow, _site, text: string) => text.trimStart(),
    "String.trimEnd": (_flow, _site, text: string) => text.trimEnd(),
    "String.upper": (_flow, _site, text: string) => text.toUpperCase(),
    "String.lower": (_flow, _site, text: string) => text.toLowerCase(),
    "String.contains": (_flow, _site, text: string, part: string) => text.includes(part),
    "String.startsWith": (_flow, _site, text: string, part: string) => text.startsWith(part),
    "String.endsWith": (_flow, _site, text: string, part: string) => text.endsWith(part),
    "String.indexOf": (_flow, _site, text: string, part: string, from?: number) => text.indexOf(part, from),
    "String.lastIndexOf": (_flow, _site, text: string, part: string) => text.lastIndexOf(part),
    "String.count": (_flow, site, text: string, part: string) => {
      if (part === "") throw refuse(run, site, "an empty text cannot be counted", [part]);
      return text.split(part).length - 1;
    },
    "String.slice": (_flow, _site, text: string, from: number, to?: number) => text.slice(from, to),
    "String.replace": (_flow, _site, text: string, part: string, by: string) =>
      part === "" ? text : text.replaceAll(part, () => by),
    "String.replaceFirst": (_flow, _site, text: string, part: string, by: string) => text.replace(part, () => by),
    "String.before": (_flow, _site, text: string, part: string) => {
      const at = text.indexOf(part);
      return at === -1 ? text : text.slice(0, at);
    },
    "String.after": (_flow, _site, text: string, part: string) => {
      const at = text.indexOf(part);
      return at === -1 ? "" : text.slice(at + part.length);
    },
    "String.words": (_flow, _site, text: string) => text.split(/\s+/).filter((word) => word !== ""),
    "String.capitalize": (_flow, _site, text: string) => text.replace(/^./su, (first) => first.toUpperCase()),
    "String.removePrefix": (_flow, _site, text: string, prefix: string) =>
      text.startsWith(prefix) ? text.slice(prefix.length) : text,
    "String.removeSuffix": (_flow, _site, text: string, suffix: string) =>
      text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text,
    "String.repeat": (_flow, site, text: string, times: number) => {
      if (times < 0) throw refuse(run, site, `a text cannot be repeated ${times} times`, [times]);
      if (text.length * times > longest) throw refuse(run, site, tooLong(text.length * times), [times]);
      return text.repeat(times);
    },
    "String.padStart": (_flow, site, text: string, width: number, fill = " ") => {
      if (width > longest) throw refuse(run, site, tooLong(width), [width, fill]);
      return text.padStart(width, fill);
    },
    "String.padEnd": (_flow, site, text: string, width: number, fill = " ") => {
      if (width > longest) throw refuse(run, site, tooLong(width), [width, fill]);
      return text.padEnd(width, fill);
    },
    "String.compare": (_flow, _site, text: string, other: string) => Math.sign(compareTexts(text, other)),
  };
}

/** The lines of a text: a newline, or "\r\n", ends a line; what follows the last one is a line if it is not empty. */
export function linesOf(text: string): string[] {
  if (text === "") return [];
  const lines = text.includes("\r") ? text.split(/\r?\n/) : text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function tooLong(length: number): string {
  return `a text of ${length} characters is too long: ${longest} at most`;
}

function refuse(run: Run, site: number, message: string, values: readonly unknown[]): Error {
  return createFault(run, site, { kind: "ArgumentFault", message, values });
}
