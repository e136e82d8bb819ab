/** The picture from afar: shapes in their colours on a canvas, and labels where there is room for them. */

import { marks, type PlacedLine, type PlacedNode } from "../../assurance/index.ts";
import { colourOf, type Ink, pictureFont, type Theme } from "../../charts/index.ts";
import type { Camera } from "../camera/camera.ts";
import { cleaned } from "../dom/cleaned.ts";
import type { Emphasis } from "./near.ts";

/** Pixels of the screen below which a shape is no more than a spot. */
const spot = 5;
/** What is shorter is not drawn. */
const unseen = 0.5;
/** Letters are this high at least, and stand where a box has so much room for them. */
const leastLetters = 7;
const leastRoom = 12;
/** From farther away there are none. */
const leastLabelled = 0.11;

export function drawFar(
  canvas: CanvasRenderingContext2D,
  nodes: readonly PlacedNode[],
  lines: readonly PlacedLine[],
  camera: Camera,
  theme: Theme,
  emphasis: Emphasis,
): void {
  drawLines(canvas, lines, camera, theme);
  for (const [ink, members] of groups(nodes, ({ box }) => box.tone)) drawShapes(canvas, members, camera, ink, theme);
  for (const [ink, members] of groups(
    nodes.filter(({ box }) => box.mark !== undefined && box.mark !== "holds"),
    ({ box }) => marks[box.mark ?? "holds"].tone,
  ))
    drawSpots(canvas, members, camera, colourOf(ink, theme), false);
  if (emphasis.isSearching)
    drawSpots(
      canvas,
      nodes.filter(({ uid }) => emphasis.isFound(uid)),
      camera,
      colourOf("back", theme),
      true,
    );
  drawLabels(canvas, nodes, camera, theme);
}

function groups(nodes: readonly PlacedNode[], inkFor: (node: PlacedNode) => Ink): ReadonlyMap<Ink, PlacedNode[]> {
  const found = new Map<Ink, PlacedNode[]>();
  for (const node of nodes) {
    const ink = inkFor(node);
    const list = found.get(ink);
    if (list === undefined) found.set(ink, [node]);
    else list.push(node);
  }
  return found;
}

/** Upright and level stretches are thin rectangles: a canvas fills thousands of them faster than it draws one long path. */
function drawLines(
  canvas: CanvasRenderingContext2D,
  lines: readonly PlacedLine[],
  { x, y, zoom }: Camera,
  theme: Theme,
): void {
  const thick = Math.max(0.6, Math.min(1.4, 1.4 * zoom));
  for (const isChallenge of [false, true]) {
    const paint = colourOf(isChallenge ? "bad" : "muted", theme);
    canvas.fillStyle = paint;
    canvas.strokeStyle = paint;
    canvas.lineWidth = thick;
    canvas.globalAlpha = Math.min(1, 0.45 + zoom);
    canvas.beginPath();
    for (const { kind, points, isCurved } of lines) {
      if ((kind === "challenges") !== isChallenge) continue;
      if (isCurved) {
        const [first, ...rest] = points;
        if (first === undefined) continue;
        canvas.moveTo(first.x * zoom + x, first.y * zoom + y);
        for (let at = 0; at + 2 < rest.length; at += 3) {
          const [a, b, c] = [rest[at]!, rest[at + 1]!, rest[at + 2]!];
          canvas.bezierCurveTo(
            a.x * zoom + x,
            a.y * zoom + y,
            b.x * zoom + x,
            b.y * zoom + y,
            c.x * zoom + x,
            c.y * zoom + y,
          );
        }
        continue;
      }
      for (let at = 1; at < points.length; at += 1) {
        const [a, b] = [points[at - 1]!, points[at]!];
        const [width, height] = [Math.abs(a.x - b.x) * zoom, Math.abs(a.y - b.y) * zoom];
        if (width < unseen && height < unseen) continue;
        canvas.fillRect(
          Math.min(a.x, b.x) * zoom + x - thick / 2,
          Math.min(a.y, b.y) * zoom + y - thick / 2,
          Math.max(thick, width),
          Math.max(thick, height),
        );
      }
    }
    canvas.stroke();
  }
  canvas.globalAlpha = 1;
}

function drawShapes(
  canvas: CanvasRenderingContext2D,
  nodes: readonly PlacedNode[],
  { x, y, zoom }: Camera,
  ink: Ink,
  theme: Theme,
): void {
  const line = colourOf(ink, theme);
  const large: PlacedNode[] = [];
  canvas.fillStyle = line;
  canvas.globalAlpha = 0.7;
  // The pixels that have their spot: from very far, many nodes share one.
  const spots = new Set<number>();
  for (const node of nodes) {
    const { left, top, width, box } = node;
    if (width * zoom > spot) {
      large.push(node);
      continue;
    }
    const [atX, atY] = [left * zoom + x, (top + box.body.top) * zoom + y];
    if (width * zoom < 1) {
      const pixel = Math.round(atX) * 65_536 + Math.round(atY);
      if (spots.has(pixel)) continue;
      spots.add(pixel);
    }
    canvas.fillRect(atX, atY, Math.max(1, width * zoom), Math.max(1.5, box.body.height * zoom));
  }
  canvas.globalAlpha = 1;
  canvas.fillStyle = colourOf(`${ink} ground` as Ink, theme);
  canvas.strokeStyle = line;
  canvas.lineWidth = Math.max(0.8, 1.4 * zoom);
  canvas.beginPath();
  for (const { left, top, width, box } of large) {
    const [l, t, w, h] = [left * zoom + x, (top + box.body.top) * zoom + y, width * zoom, box.body.height * zoom];
    const lean = box.shape === "slant" ? Math.min(16 * zoom, w / 4) : 0;
    if (box.shape === "circle" || box.shape === "oval") {
      canvas.moveTo(l + w, t + h / 2);
      canvas.ellipse(l + w / 2, t + h / 2, w / 2, h / 2, 0, 0, 2 * Math.PI);
    } else if (box.shape === "round") canvas.roundRect(l, t, w, h, Math.min(h / 2, 16 * zoom));
    else {
      canvas.moveTo(l + lean, t);
      canvas.lineTo(l + w, t);
      canvas.lineTo(l + w - lean, t + h);
      canvas.lineTo(l, t + h);
      canvas.closePath();
    }
  }
  canvas.fill();
  canvas.stroke();
}

function drawSpots(
  canvas: CanvasRenderingContext2D,
  nodes: readonly PlacedNode[],
  { x, y, zoom }: Camera,
  paint: string,
  /** Seen from however far. */
  isAlways: boolean,
): void {
  canvas.fillStyle = paint;
  canvas.beginPath();
  for (const { left, top, width, box } of nodes) {
    const least = isAlways ? 2.5 : Math.min(2, (width * zoom) / 3);
    const radius = Math.max(least, Math.min(7, 9 * zoom));
    const [atX, atY] = [(left + width) * zoom + x, (top + box.body.top) * zoom + y];
    canvas.moveTo(atX + radius, atY);
    canvas.arc(atX, atY, radius, 0, 2 * Math.PI);
  }
  canvas.fill();
}

function drawLabels(
  canvas: CanvasRenderingContext2D,
  nodes: readonly PlacedNode[],
  { x, y, zoom }: Camera,
  theme: Theme,
): void {
  canvas.fillStyle = colourOf("ink", theme);
  if (zoom < leastLabelled) return;
  canvas.textAlign = "center";
  canvas.textBaseline = "middle";
  for (const { left, top, width, box } of nodes) {
    const room = width * zoom - 4;
    if (room < leastRoom) continue;
    const size = Math.max(leastLetters, Math.min(14, box.body.height * zoom * 0.5));
    // Squeezed letters are no letters.
    if (box.node.label.length * size * 0.55 > room * 1.6) continue;
    canvas.font = `${size}px ${pictureFont}`;
    canvas.fillText(
      cleaned(box.node.label.slice(0, 24)),
      (left + width / 2) * zoom + x,
      (top + box.body.top + box.body.height / 2) * zoom + y,
      room,
    );
  }
}
