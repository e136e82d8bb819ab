/** Plans as JSON, for other programs: steps as they are nested, and the graph with its risks. */

import { graphOf } from "../graph.ts";
import type { Design } from "../model.ts";
import { type RunOverlay, statesOf } from "../overlay.ts";
import { risksOf } from "../risks.ts";

/** Grows when a field changes its meaning. */
const version = 1;

/** Texts of nodes are English whatever the reader's language is. */
export function designJson({ file, plans }: Design, overlay?: RunOverlay): string {
  const all = plans.map((plan) => {
    const { nodes, edges } = graphOf(plan, (text) => text, false);
    const stateOf = overlay === undefined ? undefined : statesOf(plan, overlay);
    return {
      ...plan,
      nodes: nodes.map((node) => {
        const [kind, name, call = "1"] = node.id.split(" ");
        if (stateOf === undefined || name === undefined || (kind !== "task" && kind !== "plan")) return node;
        return { ...node, run: stateOf({ name, call: Number(call), line: node.line }) };
      }),
      edges,
      risks: risksOf(plan),
    };
  });
  const { run } = overlay ?? {};
  return `${JSON.stringify({ version, file, ...(run === undefined ? {} : { run }), plans: all }, undefined, 2)}\n`;
}
