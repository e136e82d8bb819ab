/** A case as a flowchart of Mermaid, for Markdown pages and wikis. What Mermaid cannot draw is said in its comments. */

import { paintOf, type Tone, themes } from "../../charts/index.ts";
import type { CaseNode, DCase, EdgeKind } from "../model/case.ts";
import { kindWords, marks, type Shape, shapeOf, toneOf } from "./content/shapes.ts";
import { type LayoutOptions, textFor } from "./options.ts";
import { repeatText } from "./scene/line-parts.ts";
import { type CaseGraph, graphOf } from "./view/graph.ts";
import { type View, viewOf } from "./view/view.ts";

/** What stands around a text of each shape. */
const shapes: Readonly<Record<Shape, readonly [open: string, close: string]>> = {
  box: ["[", "]"],
  slant: ["[/", "/]"],
  circle: ["((", "))"],
  round: ["(", ")"],
  oval: ["([", "])"],
  folder: ["[[", "]]"],
  contract: ["[[", "]]"],
  absent: ["[", "]"],
};

/** Mermaid draws no more unless its configuration says so (maxEdges, maxTextSize). */
const mostEdges = 500;
const mostText = 50_000;

export function caseMermaid(whole: DCase, options: LayoutOptions = {}): string {
  const { say = (text) => text } = options;
  const graph = graphOf(whole);
  const view = viewOf(graph, options);
  const lines: string[] = [];
  const classes = new Map<string, string[]>();
  for (const [at, node] of graph.nodes.entries()) {
    if (view.shown[at] === 0) continue;
    const isAbsent = at >= graph.absent;
    const [open, close] = shapes[shapeOf(node, isAbsent)];
    lines.push(`  n${at}${open}"${words(node, isAbsent, view.hidden[at]!, options)}"${close}`);
    const look = isAbsent ? "absent" : node.defeated === true ? "defeated" : toneOf[node.type];
    const members = classes.get(look);
    if (members === undefined) classes.set(look, [`n${at}`]);
    else members.push(`n${at}`);
  }
  const edges = edgeLines(graph, view, say);
  const text = [
    "flowchart TB",
    ...[...lines, ...edges],
    ...[...classes].flatMap(([look, members]) => [`  class ${members.join(",")} ${look}`, `  ${definition(look)}`]),
  ];
  const limits = [
    say("contexts stand below their nodes, with dotted lines: Mermaid has no hollow tips"),
    ...(graph.arcs.against.some((node) => node !== -1)
      ? [say("a challenge of a line leads to the node behind that line")]
      : []),
    ...(edges.length > mostEdges
      ? [say(`Mermaid draws ${edges.length} lines only with maxEdges in its configuration`)]
      : []),
    ...(text.join("\n").length > mostText
      ? [say("Mermaid draws a text of this length only with maxTextSize in its configuration")]
      : []),
  ];
  return `${[text[0], ...limits.map((limit) => `  %% ${limit}`), ...text.slice(1)].join("\n")}\n`;
}

function words(node: CaseNode, isAbsent: boolean, hidden: number, options: LayoutOptions): string {
  const { say = (text) => text, detail = 1, statuses } = options;
  const status = statuses?.get(node.uid);
  const kind = node.kind === undefined ? "" : `(${say(kindWords[node.kind])})`;
  const signs = `${node.undeveloped === true ? " ◇" : ""}${node.uninstantiated === true ? " △" : ""}${node.defeated === true ? " ✗" : ""}`;
  const text = detail === 0 ? "" : textFor(node, options);
  return [
    `<b>${escaped(node.label)}</b>${kind === "" ? "" : ` ${escaped(kind)}`}${signs}`,
    ...(isAbsent ? [escaped(say("not in this case"))] : []),
    ...(text === "" ? [] : [escaped(text)]),
    ...(node.away === undefined ? [] : [escaped(say(`from the module ${node.away.module}`))]),
    ...(status === undefined
      ? []
      : [`<i>${escaped(`${say(marks[status.mark].word)}: ${status.words}`.replace(/: $/, ""))}</i>`]),
    ...(hidden === 0 ? [] : [`+ ${hidden}`]),
  ].join("<br/>");
}

const arrows: Readonly<Record<EdgeKind, string>> = {
  supportedBy: "-->",
  inContextOf: "-.->",
  challenges: "-.-x",
  responsibility: "-.-o",
};

function edgeLines(
  { arcs, loose }: CaseGraph,
  { shown, hidden }: View,
  say: (text: string) => string,
): readonly string[] {
  return [...arcs, ...loose].flatMap(({ edge, from, to, isBeside, against }) => {
    if (shown[from] === 0 || shown[to] === 0 || (!isBeside && hidden[from] !== 0)) return [];
    const isTurned = edge.kind === "challenges" || (edge.kind === "responsibility" && isBeside);
    const target = against !== undefined && shown[against] === 1 ? against : from;
    const label = [
      ...(edge.kind === "challenges" ? [say("challenges")] : []),
      ...(edge.kind === "responsibility" ? [edge.note ?? say("is responsible for")] : []),
      ...(edge.optional === true && edge.repeats === undefined ? [say("optional")] : []),
      ...(edge.repeats === undefined ? [] : [repeatText(edge.repeats, edge.optional === true)]),
      ...(edge.defeated === true ? ["✗"] : []),
    ].join(", ");
    const middle = `${arrows[edge.kind]}${label === "" ? "" : `|"${escaped(label)}"|`}`;
    return [isTurned ? `  n${to} ${middle} n${target}` : `  n${from} ${middle} n${to}`];
  });
}

function definition(look: string): string {
  const { line, ground } = paintOf(
    look === "absent" ? "muted" : look === "defeated" ? "bad" : (look as Tone),
    themes.light,
  );
  const dash = look === "absent" || look === "defeated" ? ",stroke-dasharray:5 4" : "";
  return `classDef ${look} fill:${ground},stroke:${line},color:${themes.light.ink}${dash}`;
}

/** Entities of Mermaid; what looks like Markdown to it is none. */
function escaped(text: string): string {
  return text
    .trim()
    .replace(/[#&"<>`*_\\[\](){}|~$]/g, (sign) => `#${sign.charCodeAt(0)};`)
    .replace(/\r?\n/g, "<br/>")
    .replace(/[\u0000-\u001f]/g, " ");
}
