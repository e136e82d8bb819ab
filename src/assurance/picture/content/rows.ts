/** The rows of a node's box: its label, its text, what is noted, and how it stands. */

import {
  exactWidth,
  filled,
  fittedText,
  type IconName,
  type Ink,
  type Piece,
  piecesOf,
  restOf,
} from "../../../charts/index.ts";
import type { CaseNode } from "../../model/case.ts";
import { type ContentOptions, type Mark, textFor } from "../options.ts";
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

/** What a box holds, before it is known how wide it is. */
export interface Content {
  readonly label: Row;
  /** Undefined where only labels are shown. */
  readonly pieces: readonly Piece[] | undefined;
  readonly notes: readonly (readonly Piece[])[];
  readonly status: Row | undefined;
  readonly mostLines: number;
  readonly charWrap: number | undefined;
  /** Pixels of what should not be cut: the longest word, the label, the words of how it stands. */
  readonly widest: number;
}

/** A word that is wider is cut all the same. */
const widestWord = 200;

export function contentOf(node: CaseNode, options: ContentOptions): Content {
  const { detail = 1, say = (text) => text, statuses, mostLines = 16 } = options;
  const status = statuses?.get(node.uid);
  const text = detail === 0 ? "" : textFor(node, options).trim();
  const notes = (detail === 2 ? shortened(notesOf(node, say)) : []).map((note) => piecesOf(note, rowLooks.note.size));
  const label = rowOf(
    "label",
    node.label,
    toneOf[node.type],
    node.kind === undefined ? undefined : kindIcons[node.kind],
  );
  const { charWrap } = node.presentation ?? {};
  const pieces = text === "" ? undefined : piecesOf(text, rowLooks.text.size);
  const stands =
    status === undefined || detail === 0
      ? undefined
      : rowOf(
          "status",
          status.words === "" ? say(marks[status.mark].word) : status.words,
          marks[status.mark].tone,
          marks[status.mark].icon,
        );
  let widest = Math.max(label.width, stands?.width ?? 0);
  for (const { width } of [...(pieces ?? []), ...notes.flat()]) if (width > widest) widest = width;
  return {
    label:
      detail === 0 && status !== undefined ? { ...label, width: label.width + iconRoom + 2, mark: status.mark } : label,
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
  readonly rows: readonly Row[];
  readonly rowsTop: number;
  readonly indent: number | undefined;
}

/** The rows for so many pixels. */
export function rowsOf({ label, pieces, notes, status, mostLines }: Content, room: number): readonly Row[] {
  const rows: Row[] = [fitted(label, room)];
  if (pieces !== undefined) {
    const { size } = rowLooks.text;
    const all = filled(pieces, size, room, exactWidth);
    const { lines, widths } = all;
    const isCut = lines.length > mostLines;
    for (let at = 0; at < (isCut ? mostLines - 1 : lines.length); at += 1)
      rows.push({ role: "text", text: lines[at]!, width: widths[at]!, ink: "ink" });
    if (isCut) rows.push(rowOf("text", fittedText(restOf(all, mostLines - 1), size, room, exactWidth), "ink"));
  }
  for (const note of notes) {
    const { size } = rowLooks.note;
    const all = filled(note, size, room, exactWidth);
    for (const line of all.lines.slice(0, noteLines - 1)) rows.push(rowOf("note", line, "muted"));
    if (all.lines.length >= noteLines)
      rows.push(rowOf("note", fittedText(restOf(all, noteLines - 1), size, room, exactWidth), "muted"));
  }
  if (status !== undefined) rows.push(fitted(status, room));
  return rows;
}

export function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { role }) => sum + rowLooks[role].height, 0);
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
