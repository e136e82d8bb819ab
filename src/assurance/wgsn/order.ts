/** The parts of a text in the order of their revisions, oldest first, each with its number and who made it. */

import type { Span } from "../../text/index.ts";
import type { Revision } from "../model/revision.ts";
import { type HeaderTag, type HistoryLine, isRevisionNumber, known, type Troubles } from "./header-lines.ts";
import type { Part } from "./outline.ts";
import { brokenNumber, brokenTime, revisionMismatch, revisionTwice } from "./troubles.ts";
import { readTime } from "./when.ts";

export interface NumberedPart {
  readonly part: Part;
  readonly made: Omit<Revision, "case">;
}

export interface Order {
  readonly parts: readonly NumberedPart[];
  /** Whether the text says anything of how it came about; a single part without a header does not. */
  readonly isHistory: boolean;
}

/** Tags of a header that tell of the revision; the others tell of the module. */
export const ofRevision: ReadonlySet<string> = new Set([
  "Revision",
  "CommitMessage",
  "Author",
  "Role",
  "Date",
  "Process",
]);

export function inOrder(parts: readonly Part[], { errors }: Troubles): Order {
  const histories = new Map<number, HistoryLine>();
  for (const part of parts) for (const history of part.histories) histories.set(history.number, history);
  const numbered: NumberedPart[] = [];
  const taken = new Set<number>();
  let before = -1;
  for (const part of [...parts].reverse()) {
    const { number = before + 1, at } = numberOf(part, histories, errors);
    if (taken.has(number)) errors.push(revisionTwice(number, at));
    taken.add(number);
    before = number;
    const own = part.histories.find((each) => each.number === number) ?? histories.get(number);
    numbered.push({ part, made: { number, ...madeOf(part, own, errors) } });
  }
  numbered.sort((a, b) => a.made.number - b.made.number);
  const isHistory = parts.length > 1 || numbered.some(({ made }) => Object.keys(made).length > 1 || made.number > 0);
  return { parts: numbered, isHistory };
}

interface Numbering {
  readonly number?: number;
  readonly at: Span;
}

function numberOf(part: Part, histories: ReadonlyMap<number, HistoryLine>, errors: Troubles["errors"]): Numbering {
  const start = { start: part.at.start, end: part.at.start };
  const tag = tagOf(part, "Revision");
  const [first] = part.histories;
  if (tag === undefined) {
    if (first === undefined || part.histories.length > 1) return { at: first?.at ?? start };
    return { number: first.number, at: first.at };
  }
  if (!isRevisionNumber(tag.value)) {
    errors.push(brokenNumber(tag.value, tag.at));
    return { at: tag.at };
  }
  const number = Number(tag.value);
  if (first !== undefined && !histories.has(number)) errors.push(revisionMismatch(first.number, number, tag.at));
  return { number, at: tag.at };
}

function madeOf(
  part: Part,
  history: HistoryLine | undefined,
  errors: Troubles["errors"],
): Omit<Revision, "case" | "number"> {
  const message = tagOf(part, "CommitMessage");
  const said = message === undefined ? {} : { message: message.value };
  if (history !== undefined) {
    const { number: _, at: __, ...who } = history;
    return { ...who, ...said };
  }
  const date = tagOf(part, "Date");
  const time = date === undefined ? null : readTime(date.value);
  if (date !== undefined && time === undefined) errors.push(brokenTime(date.value, date.at));
  return {
    ...(typeof time === "string" ? { time } : {}),
    ...known("author", tagOf(part, "Author")?.value),
    ...known("role", tagOf(part, "Role")?.value),
    ...known("process", tagOf(part, "Process")?.value),
    ...said,
  };
}

function tagOf(part: Part, name: string): HeaderTag | undefined {
  return part.tags.findLast((tag) => tag.name === name);
}
