/** The named values that stand at single nodes: tags, and parameters that have a value. Found once a case. */

import type { CaseNode, DCase } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import type { Parameter } from "../model/pattern.ts";

export type Values = ReadonlyMap<string, Json>;

const none: Values = new Map();
const known = new WeakMap<CaseNode, Values>();
const ofModules = new WeakMap<DCase, Values>();

/** A node's own values by name: of two tags with one name the later counts, and a tag more than a parameter. */
export function valuesOf(node: CaseNode): Values {
  if (node.tags === undefined && node.parameters === undefined) return none;
  const before = known.get(node);
  if (before !== undefined) return before;
  const made = new Map<string, Json>();
  fill(made, node.parameters);
  for (const { name, value } of node.tags ?? []) if (!isEmpty(value) || isEmpty(made.get(name))) made.set(name, value);
  known.set(node, made);
  return made;
}

/** What the whole module gives: the outermost scope. */
export function valuesOfModule(whole: DCase): Values {
  const before = ofModules.get(whole);
  if (before !== undefined) return before;
  const made = new Map<string, Json>();
  fill(made, whole.module.parameters);
  ofModules.set(whole, made);
  return made;
}

/** `System::` names something and says nothing of it: it does not hide what stands farther out. */
export function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === "";
}

function fill(into: Map<string, Json>, parameters: readonly Parameter[] | undefined): void {
  for (const { name, value } of parameters ?? []) if (value !== undefined) into.set(name, value);
}
