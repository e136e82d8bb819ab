/** Lines ahead of a revision's first node: `#3::time;author;role;process`, and tags of the whole revision. */

import type { Span } from "../../text/index.ts";
import type { Trouble } from "../model/reading.ts";
import { readTagLine } from "./tag-line.ts";
import { brokenNumber, brokenRevision, brokenTime, outside } from "./troubles.ts";
import { readTime } from "./when.ts";

/** Who wrote a revision. The oldest files name those of all revisions on top of the first. */
export interface HistoryLine {
  readonly number: number;
  readonly time?: string;
  readonly author?: string;
  readonly role?: string;
  readonly process?: string;
  readonly at: Span;
}

export interface HeaderTag {
  readonly name: string;
  readonly value: string;
  readonly at: Span;
}

export interface HeaderLines {
  readonly histories: readonly HistoryLine[];
  readonly tags: readonly HeaderTag[];
}

interface Into {
  readonly histories: HistoryLine[];
  readonly tags: HeaderTag[];
}

export interface Troubles {
  readonly errors: Trouble[];
  readonly warnings: Trouble[];
}

export function readHeaderLine(line: string, start: number, into: Into, { errors, warnings }: Troubles): void {
  const at = { start, end: start + line.trimEnd().length };
  const [, number, fields] = /^#\s*(\d+)\s*::(.*)$/s.exec(line) ?? [];
  if (number !== undefined) {
    if (!isRevisionNumber(number)) errors.push(brokenNumber(number, at));
    else {
      const history = readHistory(Number(number), fields ?? "", at, errors);
      if (history !== undefined) into.histories.push(history);
    }
    return;
  }
  const shown = line.length > 40 ? `${line.slice(0, 40).trimEnd()}…` : line.trimEnd();
  if (/^#\s*\d/.test(line)) {
    errors.push(brokenRevision(shown, at));
    return;
  }
  const tag = readTagLine(line);
  if (tag === undefined || line.startsWith("#")) warnings.push(outside(shown, at));
  else into.tags.push({ name: tag[0], value: tag[1], at });
}

/** `3`, and not `-3`, `3.5` or a number of ten digits. */
export function isRevisionNumber(text: string): boolean {
  return /^\d{1,9}$/.test(text);
}

function readHistory(number: number, fields: string, at: Span, errors: Trouble[]): HistoryLine | undefined {
  const [when = "", author, role, process] = fields.split(";").map((field) => field.trim());
  const time = readTime(when);
  if (time === undefined) {
    errors.push(brokenTime(when, at));
    return undefined;
  }
  return {
    number,
    ...(time === null ? {} : { time }),
    ...known("author", author),
    ...known("role", role),
    ...known("process", process),
    at,
  };
}

/** `-` stands for what nobody said; a hard space for a space, which AssureNote does not bear there. */
export function known<K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } {
  if (value === undefined || value === "" || value === "-") return {};
  return { [key]: value.replaceAll("\u00a0", " ") } as { readonly [key in K]?: string };
}
