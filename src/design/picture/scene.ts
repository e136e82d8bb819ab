/** What a picture consists of, placed: cards with texts, wires, frames and labels. Pixels; colours are tones. */

import type { BoxState } from "../overlay.ts";

/** The tones that it uses. */
export const tones = ["ink", "muted", "good", "bad", "back", "calm"] as const;

export type Tone = (typeof tones)[number];

export type Shape = "task" | "plan" | "undo" | "stays" | "message" | "question" | "loop" | "pill" | "risk" | "code";

export type Icon = "undo" | "mail" | "person" | "warning" | "lock" | "loop" | "files";

/** A line of text; from its card's corner, `y` is its base line. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly tone: Tone;
  readonly font: "text" | "code" | "strong";
  readonly anchor?: "middle";
}

export interface Card {
  readonly shape: Shape;
  readonly tone: Tone;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly icon?: Icon;
  /** The number of a step, in a circle at its corner. */
  readonly number?: number;
  readonly texts: readonly TextLine[];
  /** It did not happen in the run that is laid over. */
  readonly isFaint?: boolean;
  readonly state?: BoxState & { readonly says: string };
}

/** `goes`: it went well. `fails`: it did not. `back`: what is done is taken back. */
export type WireKind = "goes" | "fails" | "back";

export interface Wire {
  readonly kind: WireKind;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly tip: boolean;
}

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly tone: Tone;
  readonly anchor: "start" | "middle";
}

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Everything that is drawn, in the order in which it came. */
export interface Scene {
  readonly cards: Card[];
  readonly wires: Wire[];
  readonly labels: Label[];
  readonly frames: Frame[];
  /** Thick lines where branches part and meet. */
  readonly bars: Frame[];
  /** Where a wire joins another one. */
  readonly dots: { readonly x: number; readonly y: number; readonly kind: WireKind }[];
}

export function createScene(): Scene {
  return { cards: [], wires: [], labels: [], frames: [], bars: [], dots: [] };
}

export type Point = Wire["points"][number];

/** A line through points, with a tip at its end or without. */
export function wire(scene: Scene, kind: WireKind, tip: boolean, ...points: readonly Point[]): void {
  scene.wires.push({ kind, points, tip });
}
