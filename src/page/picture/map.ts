/** The whole case in small, with the part of it that is in sight. */

import { marks } from "../../assurance/index.ts";
import { colourOf, type Theme } from "../../charts/index.ts";
import type { Shown } from "../argument/shown.ts";
import { centred, seen } from "../camera/camera.ts";
import { html } from "../dom/element.ts";
import type { Emphasis } from "./near.ts";
import type { Stage } from "./stage.ts";

export interface MapContent {
  readonly shown: () => Shown;
  readonly emphasis: () => Emphasis;
  readonly theme: () => Theme;
  readonly isWanted: () => boolean;
}

export interface OverviewMap {
  readonly element: HTMLElement;
  /** What is shown, or how, is something else. */
  readonly redraw: () => void;
}

const width = 208;
const [lowest, highest] = [72, 150];

export function createMap(stage: Stage, { shown, emphasis, theme, isWanted }: MapContent): OverviewMap {
  const canvas = html("canvas", {});
  const view = html("div", { class: "view" });
  const element = html("div", { class: "map", "aria-hidden": "true" }, canvas, view);
  let isDrawn = false;
  let height = lowest;
  const scales = (): { readonly across: number; readonly down: number } => {
    const { whole } = shown();
    // A case that is far wider than high is stretched: nobody could see a line of one pixel.
    return { across: width / Math.max(1, whole.width), down: height / Math.max(1, whole.height) };
  };

  const draw = (): void => {
    isDrawn = true;
    const { layout, whole } = shown();
    height = Math.round(Math.max(lowest, Math.min(highest, (width * whole.height) / Math.max(1, whole.width))));
    const scale = window.devicePixelRatio || 1;
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    const context = canvas.getContext("2d");
    if (context === null) return;
    const { across, down } = scales();
    const colours = theme();
    const { isSearching, isFound, isChosen } = emphasis();
    context.setTransform(scale, 0, 0, scale, 0, 0);
    for (const pass of [0, 1])
      for (const { uid, left, top, box } of layout.nodes) {
        const isSpecial = isChosen(uid) || (isSearching && isFound(uid)) || (box.mark ?? "holds") !== "holds";
        if (isSpecial !== (pass === 1)) continue;
        const tone =
          isSearching && isFound(uid)
            ? "back"
            : (box.mark ?? "holds") === "holds"
              ? box.tone
              : marks[box.mark ?? "holds"].tone;
        context.globalAlpha = pass === 0 ? (isSearching ? 0.25 : 0.5) : 1;
        context.fillStyle = colourOf(isChosen(uid) ? "calm" : tone, colours);
        const [w, h] = [Math.max(1, box.width * across), Math.max(1, box.height * down)];
        const grow = pass === 1 ? Math.max(0, (layout.nodes.length > 1000 ? 1.5 : 3) - w) / 2 : 0;
        context.fillRect(left * across - grow, top * down - grow, w + 2 * grow, h + 2 * grow);
      }
  };

  const place = (): void => {
    const { whole } = shown();
    const part = seen(stage.camera(), stage.free());
    const isAllSeen =
      part.left <= 0 &&
      part.top <= 0 &&
      part.left + part.width >= whole.width &&
      part.top + part.height >= whole.height;
    element.hidden = !isWanted() || isAllSeen;
    if (element.hidden) return;
    if (!isDrawn) draw();
    const { across, down } = scales();
    const clamp = (at: number, most: number): number => Math.max(0, Math.min(most, at));
    const [left, top] = [clamp(part.left * across, width), clamp(part.top * down, height)];
    const { style } = view;
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.width = `${Math.max(4, clamp((part.left + part.width) * across, width) - left)}px`;
    style.height = `${Math.max(4, clamp((part.top + part.height) * down, height) - top)}px`;
  };
  const go = (event: PointerEvent): void => {
    const { left, top } = canvas.getBoundingClientRect();
    const { across, down } = scales();
    const [x, y] = [(event.clientX - left) / across, (event.clientY - top) / down];
    stage.look(centred(x, y, stage.free(), stage.camera().zoom));
  };
  element.addEventListener("pointerdown", (event) => {
    element.setPointerCapture(event.pointerId);
    go(event);
    event.preventDefault();
  });
  element.addEventListener("pointermove", (event) => {
    if (event.buttons > 0 && element.hasPointerCapture(event.pointerId)) go(event);
  });
  stage.onFrame(place);
  return {
    element,
    redraw: () => {
      isDrawn = false;
      place();
    },
  };
}
