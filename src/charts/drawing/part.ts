/** What a picture consists of once everything has its place: simple shapes that SVG, PDF and a canvas can all draw. */

import { paintOf, type Tone } from "../palette.ts";
import type { Theme } from "../theme.ts";
import { type IconName, icons } from "./icons.ts";

/** A colour by its place in the theme: a tone's line or its ground, or the ground of the whole picture. */
export type Ink = Tone | `${Tone} ground` | "ground";

export interface Look {
  /** Undefined: not filled. */
  readonly fill?: Ink;
  /** Undefined: no line around it. */
  readonly line?: Ink;
  /** Pixels of the line; 1 where it is left out. */
  readonly thick?: number;
  /** Lengths of dashes and gaps. */
  readonly dash?: readonly number[];
  /** Ends and corners are round. */
  readonly round?: boolean;
}

/** A shape in pixels; `d` is a path of SVG with absolute or relative commands. */
export type Part =
  | ({
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius?: number;
    } & Look)
  | ({
      readonly kind: "ellipse";
      /** Its middle. */
      readonly x: number;
      readonly y: number;
      readonly rx: number;
      readonly ry: number;
    } & Look)
  | ({
      readonly kind: "path";
      readonly d: string;
      /** Where the origin of `d` lies, and how many pixels its unit has; 0, 0 and 1 where it is left out. */
      readonly at?: { readonly x: number; readonly y: number; readonly scale: number };
    } & Look)
  | TextPart;

export interface TextPart {
  readonly kind: "text";
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly size: number;
  readonly text: string;
  readonly ink: Ink;
  readonly anchor: "start" | "middle" | "end";
  /** Drawn with a thin line around its letters: our font has one weight. */
  readonly bold?: boolean;
  /** Pixels that it takes in our font. */
  readonly width: number;
}

/** A sign with its left upper corner at a point. */
export function iconPart(name: IconName, x: number, y: number, size: number, line: Ink): Part {
  const scale = size / 16;
  return { kind: "path", d: icons[name], at: { x, y, scale }, line, thick: 1.5 / scale, round: true };
}

/** The line around bold letters, for one pixel of their size. */
export const boldness = 0.045;

export function colourOf(ink: Ink, theme: Theme): string {
  if (ink === "ground") return theme.ground;
  return ink.endsWith(" ground") ? paintOf(ink.slice(0, -7) as Tone, theme).ground : paintOf(ink as Tone, theme).line;
}
