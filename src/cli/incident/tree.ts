/** The nodes of an incident as a tree: each stands below its best cause, and names its others. */

import type { ChainLink, ChainNode, Incident } from "../../incidents/index.ts";
import { displayWidth } from "../../text/index.ts";
import { brokenAt } from "../logs/table.ts";
import { safe, timeText } from "../runs/words.ts";
import { clock, type IncidentStyle, kindWord, linkText, sharesText } from "./names.ts";

/** A text is not broken into columns that are narrower. */
const narrowest = 24;

export function treeLines({ nodes, links }: Incident, text: IncidentStyle): readonly string[] {
  const { style, say, width } = text;
  const numbers = new Map(nodes.map((node, index) => [node, index + 1]));
  const best = new Map<ChainNode, ChainLink>();
  for (const link of links) {
    const known = best.get(link.to);
    if (known === undefined || link.score > known.score) best.set(link.to, link);
  }
  const lines: string[] = [];
  const draw = (node: ChainNode, ahead: string, isLast: boolean): void => {
    const link = best.get(node);
    const branch = link === undefined ? "" : `${isLast ? "└" : "├"}${link.confirmed ? "━━" : "╌╌"} `;
    const below = link === undefined ? "" : `${ahead}${isLast ? "    " : "│   "}`;
    const children = nodes.filter((one) => best.get(one)?.from === node);
    const bar = `${below}${children.length > 0 ? "│  " : "   "}`;
    const [number, word, where] = [`[${numbers.get(node)}]`, kindWord(node.kind, say), whereText(node)];
    const taken = displayWidth(`${ahead}${branch}${number} ${word}  ${where}`);
    const [first = "", ...rest] = brokenAt(titleOf(node, say), Math.max(narrowest, width - taken));
    lines.push(`${ahead}${branch}${style.dim(number)} ${painted(node, word, style)}  ${style.dim(where)}${first}`);
    for (const line of rest) lines.push(`${bar}  ${line}`);
    const others = links.filter((one) => one.to === node && one !== link);
    const details = [
      ...detailsOf(node, say),
      ...(link === undefined ? [] : [linkText(link, "", say)]),
      ...others.map((one) => linkText(one, ` [${numbers.get(one.from)}]`, say)),
    ];
    for (const detail of details)
      for (const [row, line] of brokenAt(detail, Math.max(narrowest, width - displayWidth(bar) - 2)).entries())
        lines.push(`${bar}${row === 0 ? "" : "  "}${style.dim(line)}`);
    for (const [index, child] of children.entries()) draw(child, below, index === children.length - 1);
  };
  for (const root of nodes.filter((node) => !best.has(node))) draw(root, "", true);
  return lines;
}

function painted({ kind }: ChainNode, word: string, style: IncidentStyle["style"]): string {
  return kind === "failure" ? style.error(word) : kind === "error" ? style.warning(word) : style.strong(word);
}

/** "01:16:00–01:21:48 web1  "; nothing for a fault, which nobody sees. */
function whereText({ kind, from, to, host }: ChainNode): string {
  if (kind === "fault") return "";
  const end = to > from && Number.isFinite(to) ? `–${clock(from, to)}` : "";
  return `${timeText(from).slice(11)}${end} ${safe(host)}  `;
}

/** With how often it was, where that is not said otherwise. */
export function titleOf({ title, count, source, kind }: ChainNode, say: IncidentStyle["say"]): string {
  return `${safe(say(title))}${count > 1 && source === "record" && kind === "error" ? ` ×${count}` : ""}`;
}

function detailsOf({ kind, details, shares }: ChainNode, say: IncidentStyle["say"]): readonly string[] {
  if (kind !== "fault") return details.map((detail) => safe(say(detail)));
  return details.length === 0 ? [] : [`${say("candidates")}: ${sharesText(shares, say)}`];
}
