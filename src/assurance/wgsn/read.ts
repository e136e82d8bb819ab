/** A WGSN text to a case with all its revisions. */

import type { CaseNode, ModuleInfo } from "../model/case.ts";
import type { CaseReading, Trouble } from "../model/reading.ts";
import type { Revision } from "../model/revision.ts";
import { mostTroubles } from "./limits.ts";
import { readModule } from "./module-tags.ts";
import { nestingOf } from "./nesting.ts";
import type { NodeText } from "./node-line.ts";
import { inOrder } from "./order.ts";
import { outlineOf } from "./outline.ts";
import { placesOf } from "./places.ts";
import { referencesOf } from "./references.ts";
import { type Row, rowsOf } from "./rows.ts";
import { type Memory, sectionOf } from "./section.ts";

/** Reads a case; `name` is what the module is called, as the text does not say it. */
export function readWgsn(text: string, name: string): CaseReading {
  const { parts, errors, warnings } = outlineOf(text);
  const troubles = { errors: [...errors], warnings: [...warnings] };
  const order = inOrder(parts, troubles);
  const nestings = order.parts.map(({ part }) => nestingOf(part.nodes, troubles.errors));
  if (troubles.errors.length > 0) return { ok: false, errors: inText(troubles.errors) };
  const references = referencesOf(order.parts, troubles.warnings);
  const revisions: Revision[] = [];
  let memory: Memory = new Map();
  let module: ModuleInfo = { name };
  let rows: readonly Row[] = [];
  for (const [at, part] of order.parts.entries()) {
    const nesting = nestings[at] ?? { above: [], hasBareGoals: false };
    rows = rowsOf(part.part.nodes, references.wordsOf(part), nesting, troubles.warnings);
    const isLast = at === order.parts.length - 1;
    const section = sectionOf(rows, memory, !isLast, troubles.warnings);
    memory = section.memory;
    module = unlessLike(readModule(name, part.part.tags, nesting.hasBareGoals), module);
    revisions.push({ ...part.made, case: { module, nodes: section.nodes, edges: section.edges } });
  }
  const whole = revisions.at(-1)?.case ?? { module, nodes: [], edges: [] };
  return {
    ok: true,
    file: { case: whole, revisions: order.isHistory ? revisions : [] },
    places: placesOf(text, whole, lineFinderFor(whole.nodes, rows), order.parts.at(-1)?.part),
    warnings: inText(troubles.warnings),
  };
}

/** In the order of the text; not more than anybody reads. */
function inText(troubles: readonly Trouble[]): readonly Trouble[] {
  return troubles.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)).slice(0, mostTroubles);
}

function unlessLike(made: ModuleInfo, before: ModuleInfo): ModuleInfo {
  return JSON.stringify(made) === JSON.stringify(before) ? before : made;
}

/** Made when somebody asks. */
function lineFinderFor(nodes: readonly CaseNode[], rows: readonly Row[]): (uid: string) => NodeText | undefined {
  let lines: Map<string, NodeText> | undefined;
  return (uid) => {
    if (lines === undefined) {
      lines = new Map();
      for (const [place, { line }] of rows.entries()) lines.set(nodes[place]?.uid ?? "", line);
    }
    return lines.get(uid);
  };
}
