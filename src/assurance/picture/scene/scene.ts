/** A case as groups of simple parts: what SVG, PDF, and a canvas in a browser draw. */

import type { Part } from "../../../charts/index.ts";
import type { DCase, EdgeKind } from "../../model/case.ts";
import { briefOf, titleOf } from "../heading.ts";
import { type CaseLayout, layoutOf } from "../layout/layout.ts";
import type { PlacedLine } from "../layout/lines.ts";
import { linkOf } from "../link.ts";
import type { DrawingOptions } from "../options.ts";
import { partsOf } from "./box-parts.ts";
import { choiceParts } from "./choices.ts";
import { headOf } from "./head.ts";
import { legendOf } from "./legend.ts";
import { linePartsOf } from "./line-parts.ts";
import { wordsOf } from "./words.ts";

export interface SceneNode {
  readonly uid: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** For who does not see it: "Goal G1", and what it says. */
  readonly title: string;
  readonly description: string;
  /** Where more is said of it. */
  readonly url: string | undefined;
  /** From its left upper corner. */
  readonly parts: readonly Part[];
}

export interface SceneLine {
  readonly kind: EdgeKind;
  /** uids. */
  readonly from: string;
  readonly to: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** From the scene's left upper corner. */
  readonly parts: readonly Part[];
}

export interface CaseScene {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Drawn first: curves behind all else, then the other lines. */
  readonly lines: readonly SceneLine[];
  /** Drawn over the lines. */
  readonly nodes: readonly SceneNode[];
  /** The title, signs of choices, and the legend; drawn last, from the scene's left upper corner. */
  readonly more: readonly Part[];
}

const margin = 28;
/** What tips and signs take around a line. */
const reach = 12;

export function caseScene(whole: DCase, options: DrawingOptions = {}): CaseScene {
  return sceneOf(layoutOf(whole, options), whole, options);
}

/** The scene of what is laid out already. */
export function sceneOf(layout: CaseLayout, whole: DCase, options: DrawingOptions = {}): CaseScene {
  const title = options.title ?? titleOf(whole, options.language);
  const head = headOf(title, briefOf(whole, options.language));
  const legend = options.legend === true ? legendOf(layout, options) : undefined;
  const width = Math.max(layout.width, head.width, legend?.width ?? 0) + 2 * margin;
  const left = (width - layout.width) / 2;
  const top = margin + head.height;
  const published = new Set(whole.module.publishes);
  const claims = claimsOf(layout);
  const [behind, before] = [true, false].map((isCurved) =>
    layout.lines
      .filter((line) => line.isCurved === isCurved)
      .map((line) => sceneLine(line, left, top, claims(line.from, line.to))),
  );
  return {
    width,
    height: top + layout.height + (legend?.height ?? 0) + margin,
    title,
    lines: [...(behind ?? []), ...(before ?? [])],
    nodes: layout.nodes.map((placed) => ({
      uid: placed.uid,
      left: left + placed.left,
      top: top + placed.top,
      width: placed.width,
      height: placed.height,
      ...wordsOf(placed.node, placed.isAbsent, placed.hidden, options),
      url: linkOf(placed.node.url),
      parts: partsOf(placed.box, published.has(placed.node.label)),
    })),
    more: [
      ...head.partsAt(margin, margin),
      ...choiceParts(layout, left, top),
      ...(legend?.partsAt(margin, top + layout.height) ?? []),
    ],
  };
}

/** The claim points on the relation between two nodes: one of them names the label of the other one. */
function claimsOf({ nodes, byUid }: CaseLayout): (from: string, to: string) => readonly string[] {
  if (!nodes.some(({ node }) => node.claimPoints !== undefined)) return () => [];
  return (from, to) =>
    [
      [from, to],
      [to, from],
    ].flatMap(([one = "", other = ""]) => {
      const label = byUid.get(other)?.node.label ?? "";
      const points = byUid.get(one)?.node.claimPoints ?? [];
      return points.filter(({ at }) => at.includes(label)).map(({ name }) => name);
    });
}

function sceneLine(line: PlacedLine, left: number, top: number, claims: readonly string[]): SceneLine {
  const { kind, from, to, sign } = line;
  const points = line.points.map(({ x, y }) => ({ x: x + left, y: y + top }));
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    kind,
    from,
    to,
    left: Math.min(...xs) - reach,
    top: Math.min(...ys) - reach,
    right: Math.max(...xs) + reach,
    bottom: Math.max(...ys) + reach,
    parts: linePartsOf({ ...line, points, sign: { x: sign.x + left, y: sign.y + top } }, claims),
  };
}
