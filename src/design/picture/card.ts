/** Cards measured from their texts, and placed. */

import { textWidth, wrapped } from "../../charts/index.ts";
import { displayWidth } from "../../text/index.ts";
import type { Card, Icon, Scene, Shape, TextLine, Tone } from "./scene.ts";
import { codeSize, noteSize, titleSize } from "./sizes.ts";

export interface Paragraph {
  readonly text: string;
  readonly role: "title" | "note" | "code" | "label";
  readonly tone?: Tone;
  /** Lines at most; what is longer is cut. */
  readonly most?: number;
}

export interface CardLook {
  readonly shape: Shape;
  readonly tone: Tone;
  readonly width: number;
  readonly icon?: Icon;
  readonly number?: number;
  readonly state?: NonNullable<Card["state"]>;
  readonly isCentred?: boolean;
  readonly isFaint?: boolean;
}

/** A card that has its size, and no place yet. */
export interface SizedCard {
  readonly width: number;
  readonly height: number;
  readonly put: (scene: Scene, left: number, top: number) => void;
}

const sizes = { title: titleSize, note: noteSize, code: codeSize, label: noteSize } as const;
const [paddingX, paddingY] = [14, 11];
/** What an icon or a number takes from the left. */
const iconRoom = 24;

/** From a card's edge to its content: a hexagon's and a sub-plan's sides take room. */
export function sideOf(shape: Shape): number {
  return paddingX + (shape === "question" ? 10 : shape === "plan" ? 6 : 0);
}

export function cardOf(paragraphs: readonly Paragraph[], look: CardLook): SizedCard {
  const { icon, number, isCentred = false, width, shape } = look;
  const side = sideOf(shape);
  const indent = side + (icon === undefined && number === undefined ? 0 : iconRoom);
  const inner = width - indent - side;
  const texts: TextLine[] = [];
  let y = paddingY;
  for (const [at, { text, role, tone, most }] of paragraphs.entries()) {
    const size = sizes[role];
    if (at > 0) y += role === "code" ? (paragraphs[at - 1]?.role === "code" ? 0 : 5) : role === "label" ? 7 : 4;
    for (const line of role === "code"
      ? wrapped(text, size, inner, most ?? 4, codeWidth)
      : balanced(text, size, inner, most ?? 4)) {
      y += Math.round(size * 1.36);
      texts.push({
        text: line,
        x: isCentred ? indent + inner / 2 : indent,
        y: y - Math.round(size * 0.32),
        size,
        tone: tone ?? (role === "title" || role === "code" ? "ink" : "muted"),
        font: role === "code" ? "code" : role === "label" ? "strong" : "text",
        ...(isCentred ? { anchor: "middle" as const } : {}),
      });
    }
  }
  const height = y + paddingY + (look.state === undefined ? 0 : 20);
  const { isCentred: _, ...shown } = look;
  return { width, height, put: (scene, left, top) => scene.cards.push({ ...shown, left, top, height, texts }) };
}

/** Fonts of code have letters of one width, those of Japanese twice as wide. */
function codeWidth(text: string, size: number): number {
  return displayWidth(text) * size * 0.61;
}

/** Lines of about the same length: no word stands alone in the last one. */
function balanced(text: string, size: number, room: number, most: number): readonly string[] {
  const lines = wrapped(text, size, room, most);
  const last = lines.at(-1) ?? "";
  if (lines.length < 2 || textWidth(last, size) > room / 2) return lines;
  for (const part of [0.62, 0.72, 0.82, 0.9]) {
    const narrow = wrapped(text, size, room * part, most + 1);
    if (narrow.length === lines.length) return narrow;
  }
  return lines;
}

/** A short text in a rounded card that is as wide as it needs to be. */
export function pillOf(text: string, tone: Tone, note: string, most: number): SizedCard {
  const needed = Math.max(textWidth(text, titleSize), textWidth(note, noteSize)) + 2 * paddingX + 14;
  return cardOf([{ text, role: "title" }, ...(note === "" ? [] : [{ text: note, role: "note" as const }])], {
    shape: "pill",
    tone,
    width: Math.max(90, Math.min(most, Math.ceil(needed))),
    isCentred: true,
  });
}
