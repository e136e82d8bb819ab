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
    const stateOf = overlay === undefined ? undefined : statesOf(plan, overlay);
    const { nodes, edges } = graphOf(plan, (text) => text, false, stateOf);
    return { ...plan, nodes, edges, risks: risksOf(plan) };
  });
  const { run } = overlay ?? {};
  return `${JSON.stringify({ version, file, ...(run === undefined ? {} : { run }), plans: all }, undefined, 2)}\n`;
}
