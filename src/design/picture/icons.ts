/** The signs on cards. */

import { element, type IconName, icons } from "../../charts/index.ts";
import type { TaskState } from "../overlay.ts";
import type { Icon } from "./scene.ts";

const states: Readonly<Record<TaskState, IconName>> = {
  done: "check",
  running: "play",
  failed: "cross",
  undone: "undo",
  "undo-failed": "warning",
  "not-reached": "dash",
};

export function iconAt(icon: Icon, x: number, y: number, color: string): string {
  return drawn(icons[icon], x, y, color, 1);
}

export function stateIconAt(state: TaskState, x: number, y: number, color: string): string {
  return drawn(icons[states[state]], x, y, color, 0.75);
}

function drawn(d: string, x: number, y: number, color: string, scale: number): string {
  return element("path", {
    d,
    transform: `translate(${x} ${y})${scale === 1 ? "" : ` scale(${scale})`}`,
    stroke: color,
    "stroke-width": 1.5 / scale,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    fill: "none",
  });
}
