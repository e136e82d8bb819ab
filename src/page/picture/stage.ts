/** The picture on the screen: what is in sight is drawn, near by as SVG and from afar on a canvas. */

import type { CaseLayout, PlacedLine, PlacedNode } from "../../assurance/index.ts";
import { pictureFont, type Theme } from "../../charts/index.ts";
import type { Shown } from "../argument/shown.ts";
import { type Area, type Camera, fitted, kept, nearest, seen } from "../camera/camera.ts";
import { createMotion } from "../camera/motion.ts";
import { html, svg } from "../dom/element.ts";
import { drawFar } from "./far.ts";
import { createNear, type Emphasis } from "./near.ts";
import { sightOf } from "./sight.ts";

export interface Stage {
  /** Holds the picture, and takes the keys and pointers. */
  readonly element: HTMLElement;
  readonly camera: () => Camera;
  /** Looks from there, at once or on a short way. */
  readonly look: (camera: Camera, smoothly?: boolean) => void;
  /** How far away one can go. */
  readonly farthest: () => number;
  /** All of it on the screen, and the part that nothing lies over. */
  readonly area: () => Area;
  readonly free: () => Area;
  /** Pixels that are covered at the right and below. */
  readonly cover: (right: number, below: number) => void;
  /** What is shown, or how, is something else. */
  readonly redraw: () => void;
  readonly nodeAt: (x: number, y: number) => PlacedNode | undefined;
  /** Where a node stands on the screen. */
  readonly areaOf: (node: PlacedNode) => Area;
  /** Told of each frame that was drawn. */
  readonly onFrame: (listener: () => void) => void;
}

export interface StageContent {
  readonly shown: () => Shown;
  readonly emphasis: () => Emphasis;
  readonly theme: () => Theme;
  readonly published: ReadonlySet<string>;
}

interface Sighted {
  readonly layout: CaseLayout;
  readonly area: Area;
  readonly zoom: number;
  readonly nodes: readonly PlacedNode[];
  readonly lines: readonly PlacedLine[];
  readonly isNear: boolean;
}

/** Elements of SVG, about: with more of them no browser moves smoothly, and nobody could read them. */
const mostElements = 2400;
/** Where letters are too small to be read, shapes will do. */
const unreadable = 0.25;
const mostUnread = 900;
/** What is painted is stretched so far before it is painted anew, and so many milliseconds after the last move. */
const mostScaled = 1.8;
const restMilliseconds = 140;
/** What is drawn around what is in sight, as parts of it, so that not every move needs new elements. */
const around = 0.25;

export function createStage({ shown, emphasis, theme, published }: StageContent): Stage {
  const canvas = html("canvas", { class: "far", "aria-hidden": "true" });
  const near = createNear(published);
  const world = svg("g", {}, near.element);
  const picture = svg("svg", { class: "near", "aria-hidden": "true", "font-family": pictureFont }, world);
  const element = html("div", { class: "stage" }, canvas, picture);
  const motion = createMotion();
  const listeners: (() => void)[] = [];
  let [width, height, right, below] = [0, 0, 0, 0];
  let camera: Camera = { x: 0, y: 0, zoom: 1 };
  // From where the last frame was seen.
  let lastSeen = camera;
  // From where the picture near by was painted.
  let painted = camera;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let sighted: Sighted | undefined;
  // What is near by is drawn already, but for what comes into sight.
  let ready = false;

  const area = (): Area => ({ left: 0, top: 0, width, height });
  const free = (): Area => ({
    left: 0,
    top: 0,
    width: Math.max(100, width - right),
    height: Math.max(100, height - below),
  });
  const farthest = (): number => Math.min(0.2, fitted(shown().whole, free()).zoom * 0.7);

  const frame = (): void => {
    asked = 0;
    const view = seen(camera, area());
    if (!ready || sighted === undefined || !contains(sighted.area, view)) draw(view);
    if (element.dataset["mode"] === "near") place();
    lastSeen = camera;
    for (const listener of listeners) listener();
  };

  /** While somebody moves, the picture that is painted is moved and scaled; once they rest, it is painted anew in its size. */
  const place = (): void => {
    const by = camera.zoom / painted.zoom;
    clearTimeout(rest);
    if (by > 1 / mostScaled && by < mostScaled) {
      const [x, y] = [camera.x - painted.x * by, camera.y - painted.y * by];
      picture.style.transform = by === 1 && x === 0 && y === 0 ? "" : `translate(${x}px, ${y}px) scale(${by})`;
      if (picture.style.transform !== "") rest = setTimeout(paint, restMilliseconds);
    } else paint();
  };
  const paint = (): void => {
    painted = camera;
    const { x, y, zoom } = camera;
    world.setAttribute("transform", `translate(${x} ${y}) scale(${zoom})`);
    picture.style.transform = "";
  };

  const draw = (view: Area): void => {
    const now = shown();
    const { nodes, lines, isNear } = inSight(now, view);
    const context = canvas.getContext("2d");
    const wasNear = element.dataset["mode"] === "near";
    if (context !== null && !(isNear && wasNear)) {
      const scale = window.devicePixelRatio || 1;
      if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
        canvas.width = Math.round(width * scale);
        canvas.height = Math.round(height * scale);
      }
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.clearRect(0, 0, width, height);
      if (!isNear) drawFar(context, nodes, lines, camera, theme(), emphasis());
    }
    if (isNear) {
      const { x, y, zoom } = lastSeen;
      const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches || zoom !== camera.zoom;
      const moved = isStill ? undefined : { x: (x - camera.x) / zoom, y: (y - camera.y) / zoom };
      near.draw(now, nodes, lines, emphasis(), moved);
      if (!wasNear) paint();
    } else near.clear();
    ready = isNear;
    element.dataset["mode"] = isNear ? "near" : "far";
  };

  /** What is to be drawn: as long as the view stays within it, the same. */
  const inSight = (now: Shown, view: Area): Sighted => {
    const { zoom } = camera;
    const before = sighted;
    if (before !== undefined && before.layout === now.layout && contains(before.area, view)) {
      const by = before.zoom / zoom;
      if (by > 0.5 && by < 2 && (before.isNear || zoom < before.zoom * 1.2)) return before;
    }
    const sight = sightOf(now.layout);
    const at = (area: Area): Pick<Sighted, "area" | "nodes" | "lines"> => ({
      area,
      nodes: sight.nodesIn(area),
      lines: sight.linesIn(area),
    });
    const own = at(view);
    const isNear = weightOf(own) <= (zoom < unreadable ? mostUnread : mostElements);
    const wider = at(widened(view));
    const isBearable = !isNear || weightOf(wider) <= 1.5 * mostElements;
    sighted = { ...(isBearable ? wider : own), layout: now.layout, zoom, isNear };
    return sighted;
  };

  const ask = (): void => {
    if (asked === 0) asked = requestAnimationFrame(frame);
  };
  const see = (next: Camera): void => {
    camera = kept(next, shown().whole, free());
    ask();
  };
  new ResizeObserver(() => {
    // What was in the middle stays there.
    const { clientWidth, clientHeight } = element;
    camera = { ...camera, x: camera.x + (clientWidth - width) / 2, y: camera.y + (clientHeight - height) / 2 };
    [width, height] = [clientWidth, clientHeight];
    ready = false;
    ask();
  }).observe(element);

  return {
    element,
    camera: () => camera,
    look: (next, smoothly = false) => {
      motion.stop();
      const zoom = Math.min(nearest, Math.max(farthest(), next.zoom));
      const to = kept({ ...next, zoom }, shown().whole, free());
      if (smoothly) motion.to(camera, to, see);
      else see(to);
    },
    farthest,
    area,
    free,
    cover: (nextRight, nextBelow) => {
      [right, below] = [nextRight, nextBelow];
      [width, height] = [element.clientWidth, element.clientHeight];
    },
    redraw: () => {
      ready = false;
      ask();
    },
    nodeAt: (x, y) => sightOf(shown().layout).nodeAt((x - camera.x) / camera.zoom, (y - camera.y) / camera.zoom),
    areaOf: (node) => ({
      left: node.left * camera.zoom + camera.x,
      top: node.top * camera.zoom + camera.y,
      width: node.width * camera.zoom,
      height: node.height * camera.zoom,
    }),
    onFrame: (listener) => {
      listeners.push(listener);
    },
  };
}

function weightOf({ nodes, lines }: Pick<Sighted, "nodes" | "lines">): number {
  let sum = 3 * lines.length;
  for (const { box } of nodes) sum += box.rows.length + 4;
  return sum;
}

function widened({ left, top, width, height }: Area): Area {
  return {
    left: left - width * around,
    top: top - height * around,
    width: width * (1 + 2 * around),
    height: height * (1 + 2 * around),
  };
}

function contains(outer: Area, inner: Area): boolean {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.left + outer.width >= inner.left + inner.width &&
    outer.top + outer.height >= inner.top + inner.height
  );
}
