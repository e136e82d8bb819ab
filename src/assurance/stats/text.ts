/** The figures of a case as lines of text. */

import { escapeText } from "../../diagnostics/index.ts";
import { displayWidth } from "../../text/index.ts";
import { edgeWords } from "../diff/field-words.ts";
import type { NodeName } from "../diff/model.ts";
import type { EdgeKind } from "../model/case.ts";
import type { CaseStats, Counts } from "./model.ts";

/** So many nodes of a list are named. */
const mostNames = 12;

/** A line a figure, its name ahead of it; what there is none of has no line. */
export function statsText(stats: CaseStats, say: (text: string) => string): readonly string[] {
  const { shape, coverage } = stats;
  const { widest } = shape;
  const rows: readonly (readonly [name: string, text: string])[] = [
    [say("nodes"), total(stats.nodes, countsText(stats.types, say))],
    [say("kinds"), countsText(stats.kinds, say)],
    [
      say("edges"),
      total(
        sumOf(stats.edges),
        countsText(stats.edges, (kind) => say(edgeWords[kind as EdgeKind])),
      ),
    ],
    [say("roots"), namesText(shape.roots)],
    [say("depth"), String(shape.depth)],
    [say("breadth"), String(shape.breadth)],
    [say("most below one node"), widest === undefined ? "" : `${widest.below} (${escapeText(widest.label)})`],
    [say("on a cycle"), namesText(shape.onCycles)],
    [say("ends in other modules, or missing"), shape.elsewhere === 0 ? "" : String(shape.elsewhere)],
    [say("goals that come down to evidence"), coverage.goals === 0 ? "" : coverageText(stats)],
    [say("goals that do not"), namesText(coverage.open)],
    [say("branches that end without evidence"), namesText(coverage.ends)],
    [say("undeveloped"), namesText(stats.undeveloped)],
    [say("uninstantiated"), namesText(stats.uninstantiated)],
    [say("defeated"), namesText(stats.defeated)],
    [say("challenged"), namesText(stats.challenged)],
    [say("evidence by source"), countsText(stats.evidence, say)],
    [say("evidence without a source"), namesText(stats.unspecified)],
    [say("owners"), countsText(stats.owners, escapeText)],
    [say("goals without an owner"), namesText(stats.unowned)],
    [say("words"), countsText(stats.words, (name) => (name === "" ? say("main text") : escapeText(name)))],
    ...Object.entries(stats.untranslated).map(
      ([name, nodes]) => [`${say("not translated into")} ${escapeText(name)}`, namesText(nodes)] as const,
    ),
    [say("other modules"), stats.modules.map(escapeText).join(", ")],
  ];
  const said = rows.filter(([, text]) => text !== "");
  const width = said.reduce((widestName, [name]) => Math.max(widestName, displayWidth(name)), 0);
  return said.map(([name, text]) => `${name}${" ".repeat(width - displayWidth(name))}  ${text}`);
}

/** `10 / 12 (83 %)`, in figures, which every language reads. */
function coverageText({ coverage: { goals, covered } }: CaseStats): string {
  return `${covered} / ${goals} (${Math.floor((100 * covered) / goals)} %)`;
}

function total(sum: number, counts: string): string {
  return counts === "" ? String(sum) : `${sum} (${counts})`;
}

function countsText(counts: Counts<string>, say: (name: string) => string): string {
  return Object.entries(counts)
    .map(([name, count]) => `${say(name)} ${count}`)
    .join(", ");
}

function sumOf(counts: Counts<string>): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** `3 (G1, G2, G7)` */
function namesText(nodes: readonly NodeName[]): string {
  if (nodes.length === 0) return "";
  const names = nodes.slice(0, mostNames).map(({ label }) => escapeText(label));
  return `${nodes.length} (${names.join(", ")}${nodes.length > mostNames ? ", …" : ""})`;
}
