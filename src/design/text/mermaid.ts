/** Plans as Mermaid flowcharts, for Markdown pages and wikis. */

import { type GraphNode, graphOf, type NodeKind } from "../graph.ts";
import type { Design } from "../model.ts";
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
  code: ["[", "]"],
  gate: ["{{", "}}"],
  state: ["([", "])"],
  risk: ["[", "]"],
  done: ["([", "])"],
  undone: ["([", "])"],
  "half-undone": ["([", "])"],
  end: ["([", "])"],
};

const classes: Readonly<Partial<Record<NodeKind, string>>> = {
  undo: "back",
  gate: "back",
  undone: "back",
  stays: "risk",
  risk: "risk",
  "half-undone": "risk",
  message: "told",
  question: "told",
  done: "good",
};

const looks: readonly string[] = [
  "classDef back fill:#fdf5e3,stroke:#7d5200,color:#1f2328",
  "classDef risk fill:#fdf0ee,stroke:#b3261e,color:#1f2328,stroke-dasharray:5 4",
  "classDef told fill:#ecf5fc,stroke:#005a94,color:#1f2328",
  "classDef good fill:#e9f7f1,stroke:#006b52,color:#1f2328",
];

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
    for (const node of nodes) lines.push(`    ${name(node.id)}${shaped(node)}`);
    for (const { from, to, kind, label } of edges)
      lines.push(`    ${name(from)} ${arrows[kind]}${label === "" ? "" : `|"${escaped(label)}"|`} ${name(to)}`);
    lines.push("  end");
    for (const look of ["back", "risk", "told", "good"]) {
      const members = nodes.filter(({ kind }) => classes[kind] === look).map(({ id }) => name(id));
      if (members.length > 0) lines.push(`  class ${members.join(",")} ${look}`);
    }
  }
  return `${[...lines, ...looks.map((look) => `  ${look}`)].join("\n")}\n`;
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
