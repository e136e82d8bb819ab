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
  readonly draw: (shown: Shown, nodes: readonly PlacedNode[], lines: readonly PlacedLine[], emphasis: Emphasis) => void;
  readonly clear: () => void;
}

interface Drawn {
  readonly element: SVGGElement;
  readonly node: PlacedNode;
}

export function createNear(published: ReadonlySet<string>): NearPicture {
  const [behind, middle, front] = [svg("g", { class: "lines" }), svg("g", { class: "nodes" }), svg("g")];
  const element = svg("g", {}, behind, middle, front);
  let layout: CaseLayout | undefined;
  const nodesDrawn = new Map<string, Drawn>();
  const linesDrawn = new Map<PlacedLine, SVGGElement>();

  const drawNodes = (nodes: readonly PlacedNode[], emphasis: Emphasis): void => {
    const wanted = new Set(nodes.map(({ uid }) => uid));
    for (const [uid, drawn] of nodesDrawn)
      if (!wanted.has(uid)) {
        drawn.element.remove();
        nodesDrawn.delete(uid);
      }
    for (const node of nodes) {
      let drawn = nodesDrawn.get(node.uid);
      if (drawn !== undefined && drawn.node.box !== node.box) {
        drawn.element.remove();
        drawn = undefined;
      }
      if (drawn === undefined) {
        drawn = { element: nodeElement(node, published.has(node.node.label), emphasis.canFold(node.uid)), node };
        middle.append(drawn.element);
        place(drawn.element, node);
      } else if (drawn.node !== node) {
        place(drawn.element, node);
        drawn = { ...drawn, node };
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
    draw: (shown, nodes, lines, emphasis) => {
      if (layout !== shown.layout) front.replaceChildren(...shown.signs.map(partElement));
      layout = shown.layout;
      drawLines(lines);
      drawNodes(nodes, emphasis);
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
