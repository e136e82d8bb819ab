/** The signs on the page's buttons, as paths in a square of 16 pixels; those of the picture are its own. */

import { type IconName, icons } from "../../charts/index.ts";
import { svg } from "../dom/element.ts";

const own = {
  search: "M7 2.2a4.8 4.8 0 1 0 .01 0zM10.6 10.6L14 14",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4M5.5 5.5h5v5h-5z",
  unfold: "M8 2v3.4M5.4 5.4h5.2v3H5.4zM8 8.4v2M3.4 13.6v-3.2h9.2v3.2M8 10.4v3.2",
  foldUp: "M5 2.4h6v4H5zM8 6.4v2.8M5.2 9.2h5.6v4.4H5.2zM6.6 11.4h2.8M8 10v2.8",
  sun: "M8 5.2a2.8 2.8 0 1 0 .01 0zM8 1.4v1.4M8 13.2v1.4M1.4 8h1.4M13.2 8h1.4M3.3 3.3l1 1M11.7 11.7l1 1M12.7 3.3l-1 1M4.3 11.7l-1 1",
  moon: "M13.4 9.8A5.8 5.8 0 1 1 6.2 2.6a4.6 4.6 0 0 0 7.2 7.2z",
  half: "M8 2.2a5.8 5.8 0 1 0 .01 0zM8 2.2v11.6M8 4.8h3.6M8 8h5.6M8 11.2h3.6",
  close: "M4 4l8 8M12 4l-8 8",
  only: "M8 2.2a5.8 5.8 0 1 0 .01 0zM8 6.4a1.6 1.6 0 1 0 .01 0z",
  link: "M6.6 9.4l2.8-2.8M7.4 4.8l1.7-1.7a2.7 2.7 0 0 1 3.8 3.8l-1.7 1.7M8.6 11.2l-1.7 1.7a2.7 2.7 0 0 1-3.8-3.8l1.7-1.7",
  back: "M9.5 3L4.5 8l5 5",
} as const;

export type ChromeIcon = keyof typeof own | IconName;

export function icon(name: ChromeIcon): SVGElement {
  const d = Object.hasOwn(own, name) ? own[name as keyof typeof own] : icons[name as IconName];
  return svg("svg", { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true" }, svg("path", { d }));
}
