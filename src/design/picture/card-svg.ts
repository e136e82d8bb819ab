/** Draws a card: its shape says what it is, its border and its sign say the same as its colour. */

import { type Attributes, element, paintOf, type Theme, textAt } from "../../charts/index.ts";
import type { TaskState } from "../overlay.ts";
import { sideOf } from "./card.ts";
import { iconAt, stateIconAt } from "./icons.ts";
import type { Card, TextLine, Tone } from "./scene.ts";

const codeFont = "'DejaVu Sans Mono',ui-monospace,Menlo,Consolas,'Noto Sans Mono CJK JP','Sawarabi Gothic',monospace";
const stateTones: Readonly<Record<TaskState, Tone>> = {
  done: "good",
  running: "calm",
  failed: "bad",
  undone: "back",
  "undo-failed": "bad",
  "not-reached": "muted",
};

export function cardSvg(card: Card, theme: Theme): string {
  const { left, top, height, icon, number, texts, state } = card;
  const line = paintOf(isFaint(card) ? "muted" : card.tone, theme).line;
  const first = texts[0];
  const middle = first === undefined ? top + height / 2 : top + first.y - first.size * 0.34;
  const side = sideOf(card.shape);
  return element(
    "g",
    {},
    shapeSvg(card, line, theme),
    icon === undefined ? "" : iconAt(icon, left + side - 1, middle - 8, line),
    number === undefined ? "" : numberSvg(number, left + side + 7, middle, line, theme),
    ...texts.map((one) => textSvg(isFaint(card) ? { ...one, tone: "muted" } : one, left, top, theme)),
    state === undefined ? "" : stateSvg(card, state, theme),
  );
}

function isFaint({ isFaint, state }: Card): boolean {
  return isFaint === true || state?.state === "not-reached";
}

function shapeSvg(card: Card, line: string, theme: Theme): string {
  const { shape, left: x, top: y, width, height } = card;
  const { ground } = paintOf(isFaint(card) ? "ink" : card.tone, theme);
  const border: Attributes = {
    fill: ground,
    stroke: line,
    "stroke-width": shape === "task" || shape === "plan" ? 1.7 : 1.4,
    "stroke-dasharray": shape === "risk" || isFaint(card) ? "5 4" : undefined,
  };
  const box = { x, y, width, height };
  switch (shape) {
    case "task":
    case "loop":
      return element("rect", { ...box, rx: 6, ...border });
    case "plan":
      return [
        element("rect", { ...box, rx: 3, ...border }),
        element("path", {
          d: `M${x + 6} ${y}V${y + height}M${x + width - 6} ${y}V${y + height}`,
          stroke: line,
          "stroke-width": 1.2,
        }),
      ].join("");
    case "undo":
      return element("rect", { ...box, rx: 14, ...border });
    case "stays":
      return [
        element("rect", { ...box, rx: 2, ...border }),
        element("rect", {
          x: x + 3,
          y: y + 3,
          width: width - 6,
          height: height - 6,
          rx: 1,
          fill: "none",
          stroke: line,
          "stroke-width": 0.9,
        }),
      ].join("");
    case "message":
      return element("path", {
        d: `M${x + 6} ${y}H${x + width - 14}L${x + width} ${y + 14}V${y + height - 6}q0 6 -6 6H${x + 6}q-6 0 -6 -6V${y + 6}q0 -6 6 -6Z`,
        ...border,
      });
    case "question":
      return element("path", {
        d: `M${x + 12} ${y}H${x + width - 12}L${x + width} ${y + height / 2}L${x + width - 12} ${y + height}H${x + 12}L${x} ${y + height / 2}Z`,
        ...border,
      });
    case "pill":
      return element("rect", { ...box, rx: Math.min(22, height / 2), ...border });
    case "risk":
      return element("rect", { ...box, rx: 3, ...border });
    case "code":
      return element("path", { d: `M${x} ${y}V${y + height}`, stroke: line, "stroke-width": 3 });
  }
}

function numberSvg(number: number, x: number, y: number, color: string, theme: Theme): string {
  const text = String(number);
  return [
    element("circle", { cx: x, cy: y, r: 9.5, fill: color }),
    textAt(x, y + 3.9, text.length > 2 ? 8.5 : 11, theme.ground, text, { "text-anchor": "middle", "font-weight": 700 }),
  ].join("");
}

function textSvg({ text, x, y, size, tone, font, anchor }: TextLine, left: number, top: number, theme: Theme): string {
  // Blanks that indent code stay.
  const shown = font === "code" ? text.replace(/ {2,}/g, (blanks) => "\u00a0".repeat(blanks.length)) : text;
  return textAt(left + x, top + y, size, paintOf(tone, theme).line, shown, {
    "font-family": font === "code" ? codeFont : undefined,
    "font-weight": font === "strong" ? 700 : undefined,
    "text-anchor": anchor,
  });
}

/** A band at the card's foot. */
function stateSvg({ left, top, width, height }: Card, state: NonNullable<Card["state"]>, theme: Theme): string {
  const { line, ground } = paintOf(stateTones[state.state], theme);
  const y = top + height - 23;
  return [
    element("path", {
      d: `M${left + 1} ${y}H${left + width - 1}V${y + 17}q0 5 -5 5H${left + 6}q-5 0 -5 -5Z`,
      fill: ground,
      stroke: "none",
    }),
    element("path", { d: `M${left} ${y}h${width}`, stroke: line, "stroke-width": 1 }),
    stateIconAt(state.state, left + 14, y + 5.5, line),
    textAt(left + 34, y + 15.5, 12, line, state.says),
  ].join("");
}
