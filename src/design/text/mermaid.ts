/** Plans as Mermaid flowcharts, for Markdown pages and wikis. */

import { paintOf, themes } from "../../charts/index.ts";
import { graphOf } from "../graph.ts";
import type { GraphNode, NodeKind } from "../graph-model.ts";
import type { Design } from "../model.ts";
import type { Tone } from "../picture/scene.ts";
import { capital, readable, type Say } from "../words.ts";

/** What stands around a text of each kind. */
const shapes: Readonly<Record<NodeKind, readonly [open: string, close: string]>> = {
  start: ["([", "])"],
  task: ["[", "]"],
  plan: ["[[", "]]"],
  atomic: ["[", "]"],
  undo: ["(", ")"],
  stays: ["[[", "]]"],
  message: [">", "]"],
  question: ["{{", "}}"],
  choice: ["{{", "}}"],
  loop: ["[/", "\\]"],
  fork: ["[", "]"],
  join: ["((", "))"],
  goal: ["[", "]"],
  strategy: ["[/", "/]"],
  code: ["[", "]"],
  gate: ["{{", "}}"],
  state: ["([", "])"],
  risk: ["[", "]"],
  done: ["([", "])"],
  undone: ["([", "])"],
  "half-undone": ["([", "])"],
  end: ["([", "])"],
};

type Look = "back" | "risk" | "told" | "good";

const classes: Readonly<Partial<Record<NodeKind, Look>>> = {
  undo: "back",
  gate: "back",
  undone: "back",
  stays: "risk",
  risk: "risk",
  "half-undone": "risk",
  goal: "told",
  strategy: "told",
  message: "told",
  question: "told",
  done: "good",
};

/** Of each look its tone, and what it has besides. */
const looks: Readonly<Record<Look, readonly [tone: Tone, more: string]>> = {
  back: ["back", ""],
  risk: ["bad", ",stroke-dasharray:5 4"],
  told: ["calm", ""],
  good: ["good", ""],
};
const lookNames = Object.keys(looks) as Look[];

const arrows = { goes: "-->", fails: "-.->", back: "==>" } as const;

/** One flowchart with a frame a plan. */
export function mermaidText(
  { plans }: Design,
  { say, detail }: { readonly say: Say; readonly detail: boolean },
): string {
  const lines = ["flowchart TB"];
  for (const [at, plan] of plans.entries()) {
    const { nodes, edges } = graphOf(plan, say, detail);
    const names = new Map(nodes.map(({ id }, index) => [id, `p${at + 1}n${index + 1}`]));
    const name = (id: string): string => names.get(id) ?? "";
    lines.push(`  subgraph plan${at + 1}["${escaped(capital(readable(plan.name)))}"]`);
    // A frame that no arrow leaves is turned round otherwise: a plan of ten tasks would be ten times as wide as a page.
    lines.push("    direction TB");
    for (const node of nodes) lines.push(`    ${name(node.id)}${shaped(node)}`);
    for (const { from, to, kind, label } of edges)
      lines.push(`    ${name(from)} ${arrows[kind]}${label === "" ? "" : `|"${escaped(label)}"|`} ${name(to)}`);
    lines.push("  end");
    for (const look of lookNames) {
      const members = nodes.filter(({ kind }) => classes[kind] === look).map(({ id }) => name(id));
      if (members.length > 0) lines.push(`  class ${members.join(",")} ${look}`);
    }
  }
  return `${[...lines, ...lookNames.map((look) => `  ${definition(look)}`)].join("\n")}\n`;
}

function definition(look: Look): string {
  const [tone, more] = looks[look];
  const { line, ground } = paintOf(tone, themes.light);
  return `classDef ${look} fill:${ground},stroke:${line},color:${themes.light.ink}${more}`;
}

function shaped({ kind, text }: GraphNode): string {
  const [open, close] = shapes[kind];
  return `${open}"${escaped(text === "" ? " " : text)}"${close}`;
}

/** Entities of Mermaid; a line of text stays one. */
function escaped(text: string): string {
  return text
    .replaceAll("#", "#35;")
    .replaceAll("&", "#amp;")
    .replaceAll('"', "#quot;")
    .replaceAll("<", "#lt;")
    .replaceAll(">", "#gt;")
    .replaceAll("`", "#96;")
    .replaceAll(/\r?\n/g, "<br/>")
    .replaceAll(/[\u0000-\u001f]/g, " ");
}
