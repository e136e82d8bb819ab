/** From a text to a D-Case: the one place that knows the formats of cases. */

import { type CaseReading, type DCase, noPlaces } from "../../assurance/index.ts";

/** Reads the model as JSON: `{"module": {…}, "nodes": […], "edges": […]}`. Never throws. */
export function readCase(text: string, name: string): CaseReading {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return refused(`${name} is no D-Case as JSON`);
  }
  const { module, nodes, edges } = (content ?? {}) as Partial<DCase>;
  if (!Array.isArray(nodes) || !Array.isArray(edges)) return refused(`${name} has no nodes and edges`);
  const whole: DCase = { module: module ?? { name }, nodes, edges };
  return { ok: true, file: { case: whole, revisions: [] }, places: noPlaces, warnings: [] };
}

function refused(message: string): CaseReading {
  const help = 'a case is {"module": {"name": …}, "nodes": […], "edges": […]}';
  return { ok: false, errors: [{ code: "FIL-10", message, help }] };
}
