/** The nodes of a merged case: which are there, and what of each is whose. */

import { type Facts, nodeFacts } from "../digest/argument.ts";
import { comparable } from "../digest/jcs.ts";
import type { CaseNode, ModuleInfo } from "../model/case.ts";
import type { CaseIndex } from "../model/index-of.ts";
import type { Json } from "../model/json.ts";
import type { Conflict, MergeNote, Three } from "./model.ts";
import { type Clash, settle } from "./values.ts";

export interface Told {
  readonly conflicts: Conflict[];
  readonly notes: MergeNote[];
}

/** Fields that only mean something together are settled as one. */
const unit: ReadonlySet<string> = new Set(["type", "kind"]);

export function mergeNode(uid: string, { base, ours, theirs }: Three<CaseIndex>, told: Told): CaseNode | undefined {
  const [old, own, other] = [base, ours, theirs].map((index) => index.byUid.get(uid));
  if (own === undefined || other === undefined) return own ?? other;
  if (own === other) return own;
  const name = { uid, label: own.label };
  if (old === undefined) {
    const [facts, others] = [nodeFacts(own), nodeFacts(other)];
    const fields = Object.keys({ ...facts, ...others }).filter(
      (field) => comparable(facts[field]) !== comparable(others[field]),
    );
    if (fields.length > 0) told.conflicts.push({ kind: "added", ...name, fields });
    return own;
  }
  const { fields, clashes } = mergeFields(old, own, other);
  tell(clashes, name, told);
  // Each field is as one of the three has it, or put together from such ones.
  return fields as unknown as CaseNode;
}

export function mergeModules({ base, ours, theirs }: Three<CaseIndex>, told: Told): ModuleInfo {
  const { fields, clashes } = mergeFields(base.case.module, ours.case.module, theirs.case.module);
  tell(clashes, { label: ours.case.module.name }, told);
  return fields as unknown as ModuleInfo;
}

function mergeFields(
  base: object,
  ours: object,
  theirs: object,
): { readonly fields: Facts; readonly clashes: readonly Clash[] } {
  const sides = { base: base as Facts, ours: ours as Facts, theirs: theirs as Facts };
  const merged = new Map<string, Json>();
  const clashes: Clash[] = [];
  const both = settle("type", { base: unitOf(sides.base), ours: unitOf(sides.ours), theirs: unitOf(sides.theirs) });
  clashes.push(...both.clashes);
  for (const field of new Set([...Object.keys(ours), ...Object.keys(theirs), ...Object.keys(base)])) {
    const three = { base: sides.base[field], ours: sides.ours[field], theirs: sides.theirs[field] };
    const settled = unit.has(field) ? { value: (both.value as Facts)[field], clashes: [] } : settle(field, three);
    if (settled.value !== undefined) merged.set(field, settled.value);
    clashes.push(...settled.clashes);
  }
  return { fields: Object.fromEntries(merged), clashes };
}

function unitOf(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([field]) => unit.has(field)));
}

function tell(clashes: readonly Clash[], name: { readonly uid?: string; readonly label: string }, told: Told): void {
  let isDrawn = false;
  for (const { field, name: member, base, ours, theirs } of clashes) {
    if (isDrawing(field)) isDrawn = true;
    else
      told.conflicts.push({
        kind: "field",
        ...name,
        field,
        ...(member === undefined ? {} : { name: member }),
        ...(base === undefined ? {} : { base }),
        ...(ours === undefined ? {} : { ours }),
        ...(theirs === undefined ? {} : { theirs }),
      });
  }
  if (isDrawn) told.notes.push({ kind: "drawn", ...name });
}

function isDrawing(field: string): boolean {
  return field === "presentation";
}
