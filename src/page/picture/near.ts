/** The picture near by: elements of SVG for what is in sight, kept as long as it is. */

import { type CaseLayout, linePartsOf, type PlacedLine, type PlacedNode, partsOf } from "../../assurance/index.ts";
import type { Shown } from "../argument/shown.ts";
import { svg } from "../dom/element.ts";
import { partElement } from "./part-element.ts";

/** How a node is set off from the others. */
export interface Emphasis {
  readonly isChosen: (uid: string) => boolean;
  readonly isFound: (uid: string) => boolean;
  /** Nodes that were not found step back. */
  readonly isSearching: boolean;
  readonly hovered: string | undefined;
  readonly canFold: (uid: string) => boolean;
}

export interface NearPicture {
  readonly element: SVGGElement;
  /** `moved`: how far the picture has gone since it was drawn last, in its own pixels; undefined where nothing should move by itself. */
  readonly draw: (
    shown: Shown,
    nodes: readonly PlacedNode[],
    lines: readonly PlacedLine[],
    emphasis: Emphasis,
    moved: Moved | undefined,
  ) => void;
  readonly clear: () => void;
}

export interface Moved {
  readonly x: number;
  readonly y: number;
}

interface Drawn {
  /** In its place, and within it what the node looks like. */
  readonly holder: SVGGElement;
  readonly element: SVGGElement;
  readonly node: PlacedNode;
}

/** What is laid out anew goes to its place, so that eyes can follow. */
const timing = { duration: 260, easing: "cubic-bezier(0.2, 0.7, 0.2, 1)" } as const;
const fresh = [{ opacity: 0 }, { opacity: 1 }];

export function createNear(published: ReadonlySet<string>): NearPicture {
  const [behind, middle, front] = [svg("g", { class: "lines" }), svg("g", { class: "nodes" }), svg("g")];
  const element = svg("g", {}, behind, middle, front);
  let layout: CaseLayout | undefined;
  const nodesDrawn = new Map<string, Drawn>();
  const linesDrawn = new Map<PlacedLine, SVGGElement>();

  const drawNodes = (nodes: readonly PlacedNode[], emphasis: Emphasis, moved: Moved | undefined): void => {
    const wanted = new Set(nodes.map(({ uid }) => uid));
    for (const [uid, drawn] of nodesDrawn)
      if (!wanted.has(uid)) {
        drawn.holder.remove();
        nodesDrawn.delete(uid);
      }
    for (const node of nodes) {
      const before = nodesDrawn.get(node.uid);
      const isSame = before !== undefined && before.node.box === node.box;
      let drawn = before;
      if (!isSame || drawn === undefined) {
        before?.holder.remove();
        const made = nodeElement(node, published.has(node.node.label), emphasis.canFold(node.uid));
        drawn = { holder: svg("g", {}, made), element: made, node };
        middle.append(drawn.holder);
      }
      if (before?.node !== node) {
        place(drawn.holder, node);
        drawn = { ...drawn, node };
        if (moved !== undefined) {
          const [x, y] = [(before?.node.left ?? 0) - node.left + moved.x, (before?.node.top ?? 0) - node.top + moved.y];
          if (before === undefined) drawn.element.animate(fresh, timing);
          else if (Math.hypot(x, y) > 1)
            drawn.element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: "none" }], timing);
        }
      }
      nodesDrawn.set(node.uid, drawn);
      emphasize(drawn.element, node.uid, emphasis);
    }
  };

  const drawLines = (lines: readonly PlacedLine[]): void => {
    const wanted = new Set(lines);
    for (const [line, drawn] of linesDrawn)
      if (!wanted.has(line)) {
        drawn.remove();
        linesDrawn.delete(line);
      }
    for (const line of lines) {
      if (linesDrawn.has(line)) continue;
      const made = svg("g", {}, ...linePartsOf(line).map(partElement));
      if (line.isCurved) behind.prepend(made);
      else behind.append(made);
      linesDrawn.set(line, made);
    }
  };

  return {
    element,
    draw: (shown, nodes, lines, emphasis, moved) => {
      const isNew = layout !== undefined && layout !== shown.layout;
      if (isNew && moved !== undefined) behind.animate(fresh, timing);
      if (layout !== shown.layout) front.replaceChildren(...shown.signs.map(partElement));
      layout = shown.layout;
      drawLines(lines);
      drawNodes(nodes, emphasis, isNew ? moved : undefined);
    },
    clear: () => {
      for (const group of [behind, middle, front]) group.replaceChildren();
      nodesDrawn.clear();
      linesDrawn.clear();
      layout = undefined;
    },
  };
}

function nodeElement(node: PlacedNode, isPublic: boolean, canFold: boolean): SVGGElement {
  const { box, width, height, hidden } = node;
  const ring = svg("rect", {
    class: "ring",
    x: -6,
    y: box.body.top - 6,
    width: width + 12,
    height: box.body.height + 12,
    rx: box.shape === "circle" || box.shape === "oval" ? box.body.height / 2 + 6 : box.shape === "round" ? 20 : 7,
  });
  const handle =
    !canFold || hidden > 0
      ? undefined
      : svg(
          "g",
          { class: "handle", transform: `translate(${width / 2} ${height + 3})` },
          svg("circle", { r: 8 }),
          svg("path", { d: "M-4 0h8" }),
        );
  return svg(
    "g",
    { class: "node", "data-label": node.node.label },
    ring,
    ...partsOf(box, isPublic).map(partElement),
    handle,
  );
}

function place(element: SVGGElement, { left, top }: PlacedNode): void {
  element.setAttribute("transform", `translate(${Math.round(left * 10) / 10} ${Math.round(top * 10) / 10})`);
}

function emphasize(element: SVGGElement, uid: string, emphasis: Emphasis): void {
  const { classList } = element;
  classList.toggle("chosen", emphasis.isChosen(uid));
  classList.toggle("found", emphasis.isFound(uid));
  classList.toggle("back", emphasis.isSearching && !emphasis.isFound(uid));
  classList.toggle("hovered", emphasis.hovered === uid);
}
