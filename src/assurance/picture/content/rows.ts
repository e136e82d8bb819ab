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
/** What a mark behind a label takes. */
const markRoom = iconRoom + 2;
/** At both ends of the words in a pill. */
export const pillSide = 7;

/** Notes of a node, and lines of each. */
const mostNotes = 10;
const noteLines = 6;

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

/** What a box holds, before it is known how wide it is. One at a time: it is filled anew for each node. */
export class Content {
  /** Undefined where only labels are shown. */
  pieces: Pieces | undefined;
  notes: readonly Pieces[] = noNotes;
  mostLines = 0;
  charWrap: number | undefined;
  /** Pixels of what should not be cut: the longest word, the label, the words of how it stands. */
  widest = 0;
  /** Pixels of the label, and of how it stands; 0 of what stands nowhere. */
  labelWidth = 0;
  statusWidth = 0;
  #node: CaseNode | undefined;
  #shown: Shown | undefined;

  of(node: CaseNode, shown: Shown): this {
    const { detail, mark, say } = shown;
    const text = shown.text.trim();
    const { charWrap } = node.presentation ?? noPresentation;
    this.#node = node;
    this.#shown = shown;
    this.mostLines = shown.mostLines;
    this.charWrap = charWrap === undefined ? undefined : Math.min(80, Math.max(8, charWrap));
    this.pieces = text === "" ? undefined : textPieces.read(text, rowLooks.text.size);
    this.notes =
      detail === 2 ? shortened(notesOf(node, say)).map((note) => new Pieces().read(note, rowLooks.note.size)) : noNotes;
    const width = widthOf("label", node.label, node.kind === undefined ? undefined : kindIcons[node.kind]);
    this.labelWidth = detail === 0 && mark !== undefined ? width + markRoom : width;
    this.statusWidth =
      mark === undefined || detail === 0 ? 0 : widthOf("status", wordsOf(shown, mark), marks[mark].icon);
    let widest = Math.max(width, this.statusWidth, this.pieces?.widest() ?? 0);
    for (let at = 0; at < this.notes.length; at += 1) widest = Math.max(widest, this.notes[at]!.widest());
    this.widest = Math.min(widest, widestWord);
    return this;
  }

  label(): Row {
    const { label, type, kind } = this.#node!;
    const { detail, mark } = this.#shown!;
    const row = rowOf("label", label, toneOf[type], kind === undefined ? undefined : kindIcons[kind]);
    return detail === 0 && mark !== undefined ? { ...row, width: this.labelWidth, mark } : row;
  }

  status(): Row | undefined {
    const { detail, mark } = this.#shown!;
    if (mark === undefined || detail === 0) return undefined;
    return rowOf("status", wordsOf(this.#shown!, mark), marks[mark].tone, marks[mark].icon);
  }
}

const noPresentation: { readonly charWrap?: number } = {};

function wordsOf({ words, say }: Shown, mark: Mark): string {
  return words === undefined || words === "" ? say(marks[mark].word) : words;
}

function shortened(notes: readonly string[]): readonly string[] {
  return notes.length > mostNotes ? [...notes.slice(0, mostNotes - 1), "…"] : notes;
}

/** Rows in their place within a shape; filled anew for each. */
export interface Sized {
  width: number;
  height: number;
  rowsTop: number;
  /** Rows begin so many pixels from the left; undefined: they stand in the middle. */
  indent: number | undefined;
  /** The pixels that the rows were made for. */
  room: number;
}

/** The rows for so many pixels. */
export function rowsOf(content: Content, room: number): readonly Row[] {
  const { pieces, notes, mostLines } = content;
  const rows: Row[] = [fitted(content.label(), room)];
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
  const status = content.status();
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
    const { pieces, notes, mostLines, labelWidth, statusWidth } = content;
    this.count = 0;
    this.height = 0;
    if (notes.length > 0) {
      for (const { role, width } of rowsOf(content, room)) this.#add(role, width);
      return this;
    }
    this.#add("label", labelWidth <= room ? labelWidth : fitted(content.label(), room).width);
    if (pieces !== undefined) {
      const { count, widths } = textLines.fill(pieces, room);
      const isCut = count > mostLines;
      for (let at = 0; at < (isCut ? mostLines - 1 : count); at += 1) this.#add("text", widths[at]!);
      if (isCut)
        this.#add("text", exactWidth(cutFrom(textLines, mostLines - 1, rowLooks.text.size, room), rowLooks.text.size));
    }
    if (statusWidth > 0) this.#add("status", statusWidth <= room ? statusWidth : fitted(content.status()!, room).width);
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

function rowOf(role: RowRole, text: string, ink: Ink, icon?: IconName): Row {
  const width = widthOf(role, text, icon);
  return icon === undefined ? { role, text, width, ink } : { role, text, width, ink, icon };
}

function widthOf(role: RowRole, text: string, icon: IconName | undefined): number {
  return (
    exactWidth(text, rowLooks[role].size) +
    (icon === undefined ? 0 : text === "" ? iconSize : iconRoom) +
    (role === "status" ? 2 * pillSide : 0)
  );
}

function fitted(row: Row, room: number): Row {
  if (row.width <= room) return row;
  const space = room - (row.icon === undefined ? 0 : iconRoom) - (row.role === "status" ? 2 * pillSide : 0);
  const cut = rowOf(row.role, fittedText(row.text, rowLooks[row.role].size, space, exactWidth), row.ink, row.icon);
  return row.mark === undefined ? cut : { ...cut, width: cut.width + markRoom, mark: row.mark };
}
