/** A case as Markdown: the argument as a nested list, and a table of its evidence. */

import type { CaseEdge, CaseNode, DCase } from "../model/case.ts";
import { evidenceText, monitorText } from "./content/notes.ts";
import { marks } from "./content/shapes.ts";
import { briefOf, titleOf } from "./heading.ts";
import { linkOf } from "./link.ts";
import { type LayoutOptions, textFor } from "./options.ts";
import { type OutlineRow, outlineOf } from "./outline.ts";
import { signsOf, typeText } from "./scene/words.ts";

export interface MarkdownOptions extends LayoutOptions {
  /** The module's name in the language of the texts where it is left out. */
  readonly title?: string;
}

/** Lists that are deeper are hard to read, and their blanks take more room than their words. */
const deepest = 20;

export function caseMarkdown(whole: DCase, options: MarkdownOptions = {}): string {
  const { say = (text) => text } = options;
  const rows = outlineOf(whole, options);
  const labels = new Map(rows.map(({ node }) => [node.uid, node.label]));
  const brief = briefOf(whole, options.language) ?? "";
  return `${[
    `# ${escaped(options.title ?? titleOf(whole, options.language))}`,
    "",
    ...(brief === "" ? [] : [escaped(brief), ""]),
    `## ${say("Argument")}`,
    "",
    ...rows.map((row) => item(row, labels, options)),
    "",
    ...evidenceTable(whole, rows, labels, options),
  ]
    .join("\n")
    .trimEnd()}\n`;
}

function item(row: OutlineRow, labels: ReadonlyMap<string, string>, options: LayoutOptions): string {
  const { say = (text) => text } = options;
  const { node, depth, edge, parent, isAgain, isAbsent, hidden } = row;
  const indent = "  ".repeat(Math.min(depth, deepest));
  const under =
    depth > deepest && parent !== undefined ? `${say("below")} ${escaped(labels.get(parent) ?? parent)}: ` : "";
  const head = `${indent}- ${under}${edgeText(edge, labels, say)}**${escaped(node.label)}**`;
  if (isAbsent) return `${head} (${say("not in this case")})`;
  if (isAgain) return `${head} (${say("see above")})`;
  const text = options.detail === 0 ? "" : textFor(node, options);
  const status = options.statuses?.get(node.uid);
  const signs = [
    ...signsOf(node, say),
    ...(edge?.optional === true ? [say("optional")] : []),
    ...(hidden > 0 ? [say(`folded: ${hidden} below`)] : []),
  ];
  return [
    `${head} ${typeText(node, say)}${text === "" ? "" : `: ${escaped(text)}`}`,
    signs.length === 0 ? "" : ` (${signs.map(escaped).join(", ")})`,
    status === undefined ? "" : ` – ${statusText(node, options)}`,
  ].join("");
}

function edgeText(
  edge: CaseEdge | undefined,
  labels: ReadonlyMap<string, string>,
  say: (text: string) => string,
): string {
  switch (edge?.kind) {
    case undefined:
    case "supportedBy":
      return "";
    case "inContextOf":
      return `${say("in context of")} `;
    case "responsibility":
      return `${say("responsible")}: `;
    case "challenges": {
      if (typeof edge.to === "string") return `${say("challenged by")} `;
      const [from, to] = [edge.to.from, edge.to.to].map((uid) => escaped(labels.get(uid) ?? uid));
      return `${from} → ${to} ${say("challenged by")} `;
    }
  }
}

function statusText({ uid }: CaseNode, { say = (text) => text, statuses }: LayoutOptions): string {
  const status = statuses?.get(uid);
  if (status === undefined) return "";
  const word = say(marks[status.mark].word);
  return `**${escaped(word)}**${status.words === "" ? "" : `: ${escaped(status.words)}`}`;
}

interface Column {
  readonly title: string;
  readonly cell: (node: CaseNode) => string;
}

/** A row for each node of evidence that is shown; columns that would be empty are left out. */
function evidenceTable(
  whole: DCase,
  rows: readonly OutlineRow[],
  labels: ReadonlyMap<string, string>,
  options: LayoutOptions,
): readonly string[] {
  const { say = (text) => text } = options;
  const members = rows.filter(
    ({ node, isAgain, isAbsent }) =>
      !isAgain && !isAbsent && (node.type === "evidence" || node.type === "counterEvidence"),
  );
  if (members.length === 0) return [];
  const supports = new Map<string, string[]>();
  for (const { kind, from, to } of whole.edges) {
    if (kind !== "supportedBy" || typeof to !== "string") continue;
    const list = supports.get(to);
    const label = labels.get(from) ?? from;
    if (list === undefined) supports.set(to, [label]);
    else list.push(label);
  }
  const all: readonly Column[] = [
    {
      title: say("Evidence"),
      cell: ({ label, url }) => {
        const link = linkOf(url);
        return link === undefined
          ? escaped(label)
          : `[${escaped(label)}](<${link.replace(/[<>\s|]/g, encodeURIComponent)}>)`;
      },
    },
    { title: say("Text"), cell: (node) => escaped(textFor(node, options)) },
    { title: say("Supports"), cell: ({ uid }) => (supports.get(uid) ?? []).map(escaped).join(", ") },
    {
      title: say("Must be"),
      cell: ({ evidence, monitor }) =>
        escaped(
          [evidence && evidenceText(evidence, say), monitor && monitorText(monitor, say)].filter(Boolean).join("; "),
        ),
    },
    { title: say("Owner"), cell: ({ owner }) => escaped(owner ?? "") },
    { title: say("Until"), cell: ({ validUntil }) => escaped(validUntil ?? "") },
    { title: say("Files"), cell: ({ attachments }) => (attachments ?? []).map(({ name }) => escaped(name)).join(", ") },
    { title: say("State"), cell: (node) => statusText(node, options) },
  ];
  const columns = all.filter(({ cell }, at) => at < 3 || members.some(({ node }) => cell(node) !== ""));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    `## ${say("Evidence")}`,
    "",
    line(columns.map(({ title }) => title)),
    line(columns.map(() => "---")),
    ...members.map(({ node }) => line(columns.map(({ cell }) => cell(node)))),
  ];
}

/** One line, in which nothing is markup of Markdown or HTML. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>|~]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^[#+-](?=\s|$)/, "\\$&");
}
