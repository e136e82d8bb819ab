/** The choices and the optional edges of a pattern's node: which of its edges are kept. */

import { nearest } from "../../diagnostics/index.ts";
import type { CaseEdge, CaseNode } from "../model/case.ts";
import type { CaseIndex } from "../model/index-of.ts";
import type { Json } from "../model/json.ts";
import type { Choice } from "../model/pattern.ts";
import type { Trouble } from "../model/reading.ts";
import { lookUp } from "./scope.ts";
import { shown } from "./values.ts";

export interface Chosen {
  readonly isKept: (edge: CaseEdge) => boolean;
  /** Those that nobody has made yet. */
  readonly open: readonly Choice[];
  readonly troubles: readonly Trouble[];
}

/** `by` names a label or a uid of the pattern, or a list of them; where it is true or false, all or none is kept. */
export function chosen(
  node: CaseNode,
  index: CaseIndex,
  values: ReadonlyMap<string, Json>,
  parameters: { readonly has: (name: string) => boolean },
): Chosen {
  const dropped = new Set<string>();
  const open: Choice[] = [];
  const troubles: Trouble[] = [];
  for (const choice of node.choices ?? []) {
    const labels = choice.of.map((uid) => index.byUid.get(uid)?.label ?? uid);
    const value = choice.by === undefined ? undefined : lookUp(choice.by, values)?.value;
    if (value === undefined) {
      open.push(choice);
      // An argument that is missing is told of by itself.
      if (!isWhole(choice) && !parameters.has(choice.by ?? "")) troubles.push(undecided(node.label, labels, choice));
      continue;
    }
    const names = namesOf(value, labels);
    const strange = names.find((name) => !labels.includes(name) && !choice.of.includes(name));
    if (strange !== undefined) {
      open.push(choice);
      troubles.push(noSuch(node.label, strange, choice.of, choice));
      continue;
    }
    const kept = choice.of.filter((uid, at) => names.includes(uid) || names.includes(labels[at] ?? ""));
    if (kept.length < choice.least || kept.length > choice.most)
      troubles.push({
        code: "INS-08",
        message: `${node.label} takes ${countOf(choice)} of ${labels.join(", ")}, and ${shown(value)} are ${kept.length}`,
        help: `change the argument ${choice.by ?? ""}`,
      });
    for (const uid of choice.of) if (!kept.includes(uid)) dropped.add(uid);
  }
  return { isKept: ({ to }) => typeof to !== "string" || !dropped.has(to), open, troubles };
}

/** A choice that everything may be kept of leaves nothing open. */
function isWhole({ of, most, by }: Choice): boolean {
  return by === undefined && most >= of.length;
}

function namesOf(value: Json, labels: readonly string[]): readonly string[] {
  if (typeof value === "boolean") return value ? labels : [];
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  return list.map((each) => (typeof each === "string" ? each : shown(each)));
}

function countOf({ least, most }: Choice): string {
  return least === most ? `${least}` : `${least} to ${most}`;
}

function undecided(label: string, labels: readonly string[], choice: Choice): Trouble {
  const message = `${label} leaves open which of ${labels.join(", ")} is kept`;
  const help =
    choice.by === undefined
      ? `keep ${countOf(choice)} of them in the case that was made`
      : `give the argument ${choice.by} the label that is kept`;
  return { code: "INS-07", message, help };
}

function noSuch(label: string, name: string, uids: readonly string[], { by = "" }: Choice): Trouble {
  const near = nearest(name, uids);
  const message = `${by} chooses ${JSON.stringify(name)} at ${label}, which is none of ${uids.join(", ")}`;
  return { code: "INS-08", message, help: near === undefined ? "name one of these" : `did you mean ${near}?` };
}
