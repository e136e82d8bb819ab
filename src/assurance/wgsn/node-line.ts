/** A line that begins a node: `** G2:Name &4a3bb824 #0:3`, and text behind it where somebody wrote some. */

import type { Span } from "../../text/index.ts";
import type { Trouble } from "../model/reading.ts";
import { type Sort, sortOf } from "./sorts.ts";
import { brokenUid, unknownNode } from "./troubles.ts";

/** A node as it stands in the text. Offsets are of the whole text: a long file has many nodes, and one object for each is enough. */
export interface NodeText {
  readonly depth: number;
  readonly sort: Sort;
  /** `G1`, or the name behind a colon; undefined where the line has neither. */
  readonly label: string | undefined;
  /** From the letter to the end of number and name. */
  readonly start: number;
  readonly end: number;
  /** Hexadecimal, small, without leading zeros. */
  readonly uid: string | undefined;
  readonly uidStart: number;
  /** The revisions in which it was made and changed last. */
  readonly created: number | undefined;
  readonly modified: number | undefined;
  /** Text on the line itself. */
  readonly rest: string;
  /** From behind the node's line to the next node, all of it. */
  readonly body: string;
  readonly bodyStart: number;
}

/** While it is read: what stands below is known when the next node begins. */
export type OpenNodeText = { -readonly [K in keyof NodeText]: NodeText[K] };

const shape = /^(\*+)\s*([A-Za-z]*)(\d+(?:\.\d+)*)?/;
const named = /^:([^\s:&#]\S*)|^:\s+([^\s:&#]\S*)(?=\s*(?:$|[&#]))/;
/** Nothing but what AssureNote writes, which is nearly every line: `&uid #created:modified`. */
const plain = /^ &([1-9a-f][0-9a-f]{0,15})(?: #(\d{1,9}):(\d{1,9}))?$/;

/** Reads the line whose first star stands at `start`. */
export function readNodeLine(line: string, start: number, troubles: Trouble[]): OpenNodeText | undefined {
  const [whole = "", stars = "", letters = "", number] = shape.exec(line) ?? [];
  const sort = sortOf(letters);
  const behind = line.charAt(whole.length);
  if (sort === undefined || !(behind === "" || /[\s:&#@]/.test(behind))) return unknown(line, start, troubles);
  let end = whole.length;
  const letter = letters.length === 1 ? letters.toUpperCase() : sort.letter;
  let label = number === undefined ? undefined : `${letter}${number}`;
  if (behind === ":") {
    const name = named.exec(line.slice(end));
    if (name !== null) label = name[1] ?? name[2];
    end += name?.[0].length ?? 1;
  }
  const found: OpenNodeText = {
    depth: stars.length,
    sort,
    label,
    start: start + whole.length - letters.length - (number?.length ?? 0),
    end: start + end,
    uid: undefined,
    uidStart: start + end,
    created: undefined,
    modified: undefined,
    rest: "",
    body: "",
    bodyStart: start + line.length,
  };
  readMarks(line.slice(end), found, troubles);
  // A small letter ahead of words is an item of somebody's list: `* e …`.
  const isItem = /^[a-z]$/.test(letters) && found.rest !== "" && !found.rest.startsWith("@");
  return isItem ? unknown(line, start, troubles) : found;
}

export function spanOf({ start, end }: NodeText): Span {
  return { start, end };
}

export function uidSpanOf({ start, end, uid, uidStart }: NodeText): Span {
  return uid === undefined ? { start, end } : { start: uidStart, end: uidStart + uid.length + 1 };
}

/** `&uid` and `#created:modified`; an old file has a third number. */
function readMarks(marks: string, into: OpenNodeText, troubles: Trouble[]): void {
  const known = plain.exec(marks);
  if (known !== null) {
    into.uid = known[1];
    into.uidStart += 1;
    into.created = known[2] === undefined ? undefined : Number(known[2]);
    into.modified = known[3] === undefined ? undefined : Number(known[3]);
    return;
  }
  let rest = marks;
  const key = /^(\s*)&(\S+)/.exec(rest);
  if (key !== null) {
    const [all, blanks = "", digits = ""] = key;
    into.uidStart += blanks.length;
    if (/^[0-9a-fA-F]{1,16}$/.test(digits)) into.uid = digits.toLowerCase().replace(/^0+(?=.)/, "");
    else {
      const start = into.uidStart;
      troubles.push(brokenUid(digits, { start, end: start + digits.length + 1 }));
    }
    rest = rest.slice(all.length);
  }
  const history = /^\s*#(\d{1,9})(?::(\d{1,9}))?(?::\d+)*(?=\s|$)/.exec(rest);
  if (history !== null) {
    into.created = Number(history[1]);
    into.modified = Number(history[2] ?? history[1]);
    rest = rest.slice(history[0].length);
  }
  into.rest = rest.trim();
}

function unknown(line: string, start: number, troubles: Trouble[]): undefined {
  const shown = line.trim();
  const few = shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
  troubles.push(unknownNode(few, { start, end: start + line.trimEnd().length }));
  return undefined;
}
