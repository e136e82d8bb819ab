/** Small signs as paths in a square of 16 pixels: they look the same whatever fonts there are. */

import { element } from "../../charts/index.ts";
import type { TaskState } from "../overlay.ts";
import type { Icon } from "./scene.ts";

const paths: Readonly<Record<Icon, string>> = {
  undo: "M6 2.5L2.5 6L6 9.5M2.5 6H10a3.7 3.7 0 0 1 0 7.5H6",
  mail: "M1.5 3.5h13v9.5h-13zM1.5 4l6.5 5.2L14.5 4",
  person: "M8 1.8a2.9 2.9 0 1 0 .01 0zM2.3 14.2c0-3.4 2.6-5.3 5.7-5.3s5.7 1.9 5.7 5.3z",
  warning: "M8 1.8L15 14H1zM8 6v4M8 11.6v.9",
  lock: "M3.2 7.4h9.6v7H3.2zM5.2 7.4V5a2.8 2.8 0 0 1 5.6 0v2.4",
  loop: "M13.4 8a5.4 5.4 0 1 1-1.8-4M12 1.2v3.1H8.9",
  files: "M4.5 4.5V1.8h6.2l2.8 2.8v7.6h-3M2.2 4.5h5.6l2.7 2.7v7.3H2.2zM7.6 4.7v2.7h2.7",
};

const states: Readonly<Record<TaskState, string>> = {
  done: "M2.5 8.5L6.5 12.5L13.5 4",
  running: "M4 2.5L13 8L4 13.5Z",
  failed: "M3 3L13 13M13 3L3 13",
  undone: paths.undo,
  "undo-failed": paths.warning,
  "not-reached": "M3 8h10",
};

export function iconAt(icon: Icon, x: number, y: number, color: string): string {
  return drawn(paths[icon], x, y, color, 1);
}

export function stateIconAt(state: TaskState, x: number, y: number, color: string): string {
  return drawn(states[state], x, y, color, 0.75);
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
