/** The rows of a node's box: its label, its text, what is noted, and how it stands. */

import { exactWidth, fittedText, type IconName, type Ink, Lines, Pieces } from "../../../charts/index.ts";
import type { CaseNode } from "../../model/case.ts";
import type { Detail, Mark, Say } from "../options.ts";
import { notesOf } from "./notes.ts";
import { kindIcons, marks, toneOf } from "./shapes.ts";

export type RowRole = "label" | "text" | "note" | "status";

export interface Row {
  readonly role: RowRole;
  readonly text: string;
  /** With its icon. */
  readonly width: number;
  readonly icon?: IconName;
  readonly ink: Ink;
  /** An icon behind it: how a node stands whose words are left out. */
  readonly mark?: Mark;
}

/** Pixels of the letters, of a row, and of the icon with the room behind it. */
export const rowLooks: Readonly<Record<RowRole, { readonly size: number; readonly height: number }>> = {
  label: { size: 13, height: 19 },
  text: { size: 13, height: 18 },
  note: { size: 11, height: 15 },
  status: { size: 11.5, height: 20 },
};
export const iconSize = 12;
export const iconRoom = 16;
/** At both ends of the words in a pill. */
export const pillSide = 7;

/** Notes of a node, and lines of each. */
const mostNotes = 10;
const noteLines = 6;

/** What a box holds, before it is known how wide it is; until that of another node is made. */
export interface Content {
  readonly label: Row;
  /** Undefined where only labels are shown. */
  readonly pieces: Pieces | undefined;
  readonly notes: readonly Pieces[];
  readonly status: Row | undefined;
  readonly mostLines: number;
  readonly charWrap: number | undefined;
  /** Pixels of what should not be cut: the longest word, the label, the words of how it stands. */
  readonly widest: number;
}

/** A word that is wider is cut all the same. */
const widestWord = 200;

const noNotes: readonly Pieces[] = [];

/** All that the rows of a node depend on. */
export interface Shown {
  readonly detail: Detail;
  readonly mostLines: number;
  /** Empty where only labels are shown. */
  readonly text: string;
  readonly mark: Mark | undefined;
  readonly words: string | undefined;
  readonly say: Say;
}

/** Of the one text that is looked at. */
const textPieces = new Pieces();
const textLines = new Lines();

export function contentOf(node: CaseNode, shown: Shown): Content {
  const { detail, mostLines, mark, words, say } = shown;
  const text = shown.text.trim();
  const notes =
    detail === 2 ? shortened(notesOf(node, say)).map((note) => new Pieces().read(note, rowLooks.note.size)) : noNotes;
  const label = rowOf(
    "label",
    node.label,
    toneOf[node.type],
    node.kind === undefined ? undefined : kindIcons[node.kind],
  );
  const { charWrap } = node.presentation ?? {};
  const pieces = text === "" ? undefined : textPieces.read(text, rowLooks.text.size);
  const stands =
    mark === undefined || detail === 0
      ? undefined
      : rowOf(
          "status",
          words === undefined || words === "" ? say(marks[mark].word) : words,
          marks[mark].tone,
          marks[mark].icon,
        );
  let widest = Math.max(label.width, stands?.width ?? 0, pieces?.widest() ?? 0);
  for (const note of notes) widest = Math.max(widest, note.widest());
  return {
    label: detail === 0 && mark !== undefined ? { ...label, width: label.width + iconRoom + 2, mark } : label,
    pieces,
    notes,
    status: stands,
    widest: Math.min(widest, widestWord),
    mostLines,
    charWrap: charWrap === undefined ? undefined : Math.min(80, Math.max(8, charWrap)),
  };
}

function shortened(notes: readonly string[]): readonly string[] {
  return notes.length > mostNotes ? [...notes.slice(0, mostNotes - 1), "…"] : notes;
}

/** Rows in their place within a shape. */
export interface Sized {
  readonly width: number;
  readonly height: number;
  readonly rowsTop: number;
  /** Rows begin so many pixels from the left; undefined: they stand in the middle. */
  readonly indent: number | undefined;
  /** The pixels that the rows were made for. */
  readonly room: number;
}

/** The rows for so many pixels. */
export function rowsOf({ label, pieces, notes, status, mostLines }: Content, room: number): readonly Row[] {
  const rows: Row[] = [fitted(label, room)];
  if (pieces !== undefined) {
    const { count, widths } = textLines.fill(pieces, room);
    const isCut = count > mostLines;
    for (let at = 0; at < (isCut ? mostLines - 1 : count); at += 1)
      rows.push({ role: "text", text: textLines.textOf(at), width: widths[at]!, ink: "ink" });
    if (isCut) rows.push(rowOf("text", cutFrom(textLines, mostLines - 1, rowLooks.text.size, room), "ink"));
  }
  for (const note of notes) {
    const lines = textLines.fill(note, room);
    for (let at = 0; at < Math.min(lines.count, noteLines - 1); at += 1)
      rows.push(rowOf("note", lines.textOf(at), "muted"));
    if (lines.count >= noteLines)
      rows.push(rowOf("note", cutFrom(lines, noteLines - 1, rowLooks.note.size, room), "muted"));
  }
  if (status !== undefined) rows.push(fitted(status, room));
  return rows;
}

function cutFrom(lines: Lines, from: number, size: number, room: number): string {
  return fittedText(lines.restFrom(from), size, room, exactWidth);
}

/** How wide and how high the rows of one content at a time are, without their texts. */
export class RowSizes {
  count = 0;
  readonly widths: number[] = [];
  readonly heights: number[] = [];
  /** Pixels of all rows together. */
  height = 0;

  /** Those that `rowsOf` gives. */
  of(content: Content, room: number): this {
    const { label, pieces, notes, status, mostLines } = content;
    this.count = 0;
    this.height = 0;
    if (notes.length > 0) {
      for (const { role, width } of rowsOf(content, room)) this.#add(role, width);
      return this;
    }
    this.#add("label", fittedWidth(label, room));
    if (pieces !== undefined) {
      const { count, widths } = textLines.fill(pieces, room);
      const isCut = count > mostLines;
      for (let at = 0; at < (isCut ? mostLines - 1 : count); at += 1) this.#add("text", widths[at]!);
      if (isCut)
        this.#add("text", exactWidth(cutFrom(textLines, mostLines - 1, rowLooks.text.size, room), rowLooks.text.size));
    }
    if (status !== undefined) this.#add("status", fittedWidth(status, room));
    return this;
  }

  widest(): number {
    let widest = 0;
    for (let at = 0; at < this.count; at += 1) if (this.widths[at]! > widest) widest = this.widths[at]!;
    return widest;
  }

  #add(role: RowRole, width: number): void {
    const { height } = rowLooks[role];
    this.widths[this.count] = width;
    this.heights[this.count] = height;
    this.count += 1;
    this.height += height;
  }
}

function fittedWidth(row: Row, room: number): number {
  return row.width <= room ? row.width : fitted(row, room).width;
}

function rowOf(role: RowRole, text: string, ink: Ink, icon?: IconName): Row {
  const width =
    exactWidth(text, rowLooks[role].size) +
    (icon === undefined ? 0 : text === "" ? iconSize : iconRoom) +
    (role === "status" ? 2 * pillSide : 0);
  return { role, text, width, ink, ...(icon === undefined ? {} : { icon }) };
}

function fitted(row: Row, room: number): Row {
  if (row.width <= room) return row;
  const space = room - (row.icon === undefined ? 0 : iconRoom) - (row.role === "status" ? 2 * pillSide : 0);
  const cut = rowOf(row.role, fittedText(row.text, rowLooks[row.role].size, space, exactWidth), row.ink, row.icon);
  return row.mark === undefined ? cut : { ...cut, width: cut.width + iconRoom + 2, mark: row.mark };
}
