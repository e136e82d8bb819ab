/** The legend: each shape, line and sign that the picture has, with its name. */

import { exactWidth, iconPart, type Part } from "../../../charts/index.ts";
import type { EdgeKind, NodeType } from "../../model/case.ts";
import { kindIcons, kindWords, letterOf, marks, shapeOf, toneOf, typeWords } from "../content/shapes.ts";
import type { CaseLayout } from "../layout/layout.ts";
import type { DrawingOptions, Mark } from "../options.ts";
import type { Group } from "./head.ts";
import { linePartsOf } from "./line-parts.ts";
import { outlineOf } from "./outline.ts";

interface Entry {
  readonly word: string;
  readonly sampleAt: (x: number, y: number) => readonly Part[];
}

/** The tone of what only divides. */
const quiet = "muted";
const size = 12;
/** A sample's width, and from an entry's beginning to its word. */
const sample = 30;
const wordAt = 38;
const rowHeight = 26;
const between = 26;
const top = 40;

const edgeWords: Readonly<Record<EdgeKind, string>> = {
  supportedBy: "supported by",
  inContextOf: "in context of",
  challenges: "challenges",
  responsibility: "is responsible for",
};

/** In rows of at most so many pixels, below a line that is as long as they are, or as it is asked to be. */
export function legendOf(
  layout: CaseLayout,
  { say = (text) => text, statuses }: DrawingOptions,
  room = Math.max(640, layout.width),
  rule = layout.width,
): Group {
  const entries = [
    ...shapeEntries(layout),
    ...lineEntries(layout),
    ...signEntries(layout),
    ...markEntries(layout, statuses),
  ];
  const placed: { readonly entry: Entry; readonly word: string; readonly x: number; readonly y: number }[] = [];
  let [x, y, width] = [0, top, 0];
  for (const entry of entries) {
    const word = say(entry.word);
    const taken = wordAt + exactWidth(word, size);
    if (x > 0 && x + taken > room) [x, y] = [0, y + rowHeight];
    placed.push({ entry, word, x, y });
    width = Math.max(width, x + taken);
    x += taken + between;
  }
  if (placed.length === 0) return { width: 0, height: 0, partsAt: () => [] };
  return {
    width,
    height: y + 14,
    partsAt: (left, upper) => [
      { kind: "path", d: `M${left} ${upper + 18}h${Math.max(width, rule)}`, line: `${quiet} ground`, thick: 2 },
      ...placed.flatMap(({ entry, word, x: at, y: row }): Part[] => [
        ...entry.sampleAt(left + at, upper + row),
        {
          kind: "text",
          x: left + at + wordAt,
          y: upper + row + 4,
          size,
          text: word,
          ink: "muted",
          anchor: "start",
          width: exactWidth(word, size),
        },
      ]),
    ],
  };
}

/** Entries at the middle of a row. */
function shapeEntries({ nodes }: CaseLayout): readonly Entry[] {
  const types = new Map<string, Entry>();
  for (const { node, isAbsent } of nodes) {
    const shape = shapeOf(node, isAbsent);
    const isModule = shape === "folder" || shape === "contract";
    const word = isAbsent ? "not in this case" : isModule ? kindWords[node.kind ?? "module"] : typeWords[node.type];
    const width = shape === "circle" ? 20 : sample;
    const letter = node.kind === "monitor" ? "" : letterOf(node);
    if (types.has(word)) continue;
    types.set(word, {
      word,
      sampleAt: (x, y) => [
        ...outlineOf(
          shape,
          {
            x: x + (sample - width) / 2,
            y: y - (isModule ? 5 : shape === "circle" ? 10 : 8),
            width,
            height: shape === "circle" ? 20 : isModule ? 13 : 16,
          },
          {
            fill: `${isAbsent ? "muted" : toneOf[node.type]} ground`,
            line: isAbsent ? "muted" : toneOf[node.type],
            thick: 1.3,
          },
        ),
        ...(letter === ""
          ? []
          : [
              {
                kind: "text",
                x: x + sample / 2,
                y: y + 4,
                size: 10,
                text: letter,
                ink: "muted",
                anchor: "middle",
                width: exactWidth(letter, 10),
              } as const,
            ]),
      ],
    });
  }
  const order: readonly string[] = Object.values(typeWords satisfies Readonly<Record<NodeType, string>>);
  return [...types.values()].sort((a, b) => place(order, a.word) - place(order, b.word));
}

function place(order: readonly string[], word: string): number {
  const at = order.indexOf(word);
  return at === -1 ? order.length : at;
}

function lineEntries({ lines }: CaseLayout): readonly Entry[] {
  const kinds = (Object.keys(edgeWords) as EdgeKind[]).filter((kind) => lines.some((line) => line.kind === kind));
  return kinds.map((kind) => ({
    word: edgeWords[kind],
    sampleAt: (x, y) =>
      linePartsOf({
        edge: { kind, from: "", to: "" },
        kind,
        from: "",
        to: "",
        points: [
          { x, y },
          { x: x + sample, y },
        ],
        isCurved: false,
        sign: { x: x + 9, y },
      }),
  }));
}

/** What hangs on shapes and stands on lines, and the kinds that D-Case adds. */
function signEntries({ nodes, lines }: CaseLayout): readonly Entry[] {
  const middle = sample / 2;
  const has = (test: (one: CaseLayout["nodes"][number]) => boolean): boolean => nodes.some(test);
  const entries: Entry[] = [];
  const add = (isThere: boolean, word: string, sampleAt: Entry["sampleAt"]): void => {
    if (isThere) entries.push({ word, sampleAt });
  };
  const look = { fill: "ground", line: "ink", thick: 1.3 } as const;
  add(
    has(({ node }) => node.undeveloped === true),
    "undeveloped",
    (x, y) => [{ kind: "path", d: `M${x + middle} ${y - 8}l8 8l-8 8l-8 -8Z`, ...look }],
  );
  add(
    has(({ node }) => node.uninstantiated === true),
    "uninstantiated",
    (x, y) => [{ kind: "path", d: `M${x + middle} ${y - 7}l8 14h-16Z`, ...look }],
  );
  add(
    has(({ node }) => node.defeated === true) || lines.some(({ edge }) => edge.defeated === true),
    "defeated",
    (x, y) => [
      { kind: "path", d: `M${x + middle - 8} ${y - 6}l16 12M${x + middle + 8} ${y - 6}l-16 12`, line: "bad", thick: 2 },
    ],
  );
  add(
    lines.some(({ edge }) => edge.repeats !== undefined),
    "so many times",
    (x, y) => [{ kind: "ellipse", x: x + middle, y, rx: 5, ry: 5, fill: "ink" }],
  );
  add(
    lines.some(({ edge }) => edge.optional === true),
    "optional",
    (x, y) => [{ kind: "ellipse", x: x + middle, y, rx: 5, ry: 5, ...look }],
  );
  add(
    has(({ node }) => node.choices !== undefined),
    "so many of them",
    (x, y) => [{ kind: "path", d: `M${x + middle} ${y - 7}l8 7l-8 7l-8 -7Z`, fill: "ink" }],
  );
  for (const [kind, icon] of Object.entries(kindIcons)) {
    const word = kindWords[kind as keyof typeof kindWords];
    if (icon !== undefined)
      add(
        has(({ node }) => node.kind === kind),
        word,
        (x, y) => [iconPart(icon, x + middle - 7, y - 7, 14, "ink")],
      );
  }
  return entries;
}

function markEntries({ nodes }: CaseLayout, statuses: DrawingOptions["statuses"]): readonly Entry[] {
  const used = new Set<Mark>();
  for (const { uid } of nodes) {
    const status = statuses?.get(uid);
    if (status !== undefined) used.add(status.mark);
  }
  return (Object.keys(marks) as Mark[])
    .filter((mark) => used.has(mark))
    .map((mark) => {
      const { icon, tone, word } = marks[mark];
      return { word, sampleAt: (x, y) => [iconPart(icon, x + sample / 2 - 7, y - 7, 14, tone)] };
    });
}
