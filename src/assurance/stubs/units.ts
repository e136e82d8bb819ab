/** The goals of a case as the tasks and plans of a script that would reach them. */

import type { CaseNode, DCase } from "../model/case.ts";
import { type CaseIndex, indexOf } from "../model/index-of.ts";
import { type Clause, clauseOf, nameInUid, type Phase, phaseOf } from "./phases.ts";

/** A goal: a plan where it has steps, else a task. */
export interface Unit {
  readonly node: CaseNode;
  /** Goals beneath, in the order of their edges. */
  readonly steps: readonly { readonly unit: Unit; readonly phase: Phase }[];
  readonly clauses: ReadonlyMap<Clause, readonly CaseNode[]>;
  /** All evidence that is its own, or that of a clause. */
  readonly evidence: readonly CaseNode[];
  /** Contexts, assumptions and justifications of it, of its strategies and its clauses. */
  readonly contexts: readonly CaseNode[];
}

export interface Units {
  /** In the order in which they are met, those beneath ahead of those above. */
  readonly all: readonly Unit[];
  readonly roots: readonly Unit[];
}

/** A goal beneath itself is there once; circles are cut where they close. */
export function unitsOf(whole: DCase): Units {
  const index = indexOf(whole);
  const roots = index.roots.filter(({ type }) => type === "goal");
  const made = new Map<string, Unit>();
  const open = new Set<string>();
  const all: Unit[] = [];
  const stack = roots.toReversed().map((node) => ({ node, isLeft: false }));
  // A stack of its own: a case is as deep as its file says.
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, isLeft } = top;
    if (made.has(node.uid)) continue;
    const found = partsOf(node, index);
    if (!isLeft) {
      if (open.has(node.uid)) continue;
      open.add(node.uid);
      stack.push({ node, isLeft: true });
      for (const { goal } of found.steps.toReversed()) stack.push({ node: goal, isLeft: false });
      continue;
    }
    const steps = found.steps.flatMap(({ goal, phase }) => {
      const unit = made.get(goal.uid);
      return unit === undefined ? [] : [{ unit, phase }];
    });
    const unit = asClauses({ ...found, node, steps });
    made.set(node.uid, unit);
    all.push(unit);
  }
  const tops = roots.flatMap(({ uid }) => made.get(uid) ?? []);
  // A script as a whole is neither a task nor a plan.
  const first = tops.flatMap((unit) => (unit.node.uid === "script" ? unit.steps.map((step) => step.unit) : [unit]));
  const kept = reached(first);
  return { all: all.filter((unit) => kept.has(unit)), roots: first };
}

interface Parts extends Omit<Unit, "node" | "steps" | "clauses"> {
  readonly steps: readonly { readonly goal: CaseNode; readonly phase: Phase }[];
  readonly clauses: Map<Clause, CaseNode[]>;
}

/** What a goal rests on, with its strategies passed through. */
function partsOf(goal: CaseNode, index: CaseIndex): Parts {
  const steps: { goal: CaseNode; phase: Phase }[] = [];
  const clauses = new Map<Clause, CaseNode[]>();
  const evidence = new Set<CaseNode>();
  const contexts = new Set<CaseNode>();
  const seen = new Set<string>([goal.uid]);
  const stack: { node: CaseNode; phase: Phase; clause: Clause | undefined }[] = [
    { node: goal, phase: "none", clause: undefined },
  ];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, phase, clause } = top;
    if (node !== goal && node.type === "goal" && clause === undefined) {
      steps.push({ goal: node, phase });
      continue;
    }
    const below: typeof stack = [];
    for (const edge of index.out(node.uid)) {
      const next = typeof edge.to === "string" ? index.byUid.get(edge.to) : undefined;
      if (next === undefined) continue;
      if (edge.kind === "inContextOf") contexts.add(next);
      if (edge.kind !== "supportedBy") continue;
      if (next.type === "evidence") evidence.add(next);
      if ((next.type !== "goal" && next.type !== "strategy") || seen.has(next.uid)) continue;
      // What a clause rests on is its own, up to another task or plan.
      if (clause !== undefined && nameInUid(next) !== undefined) continue;
      seen.add(next.uid);
      const own = clause ?? (next.type === "goal" ? clauseOf(next) : undefined);
      if (own !== undefined && clause === undefined) clauses.set(own, [...(clauses.get(own) ?? []), next]);
      below.push({ node: next, phase: next.type === "strategy" ? (phaseOf(next) ?? phase) : phase, clause: own });
    }
    stack.push(...below.toReversed());
  }
  return { steps, clauses, evidence: [...evidence], contexts: [...contexts] };
}

/** A goal that has only goals ahead of it and after it is a task: they are its `pre` and `post`. */
function asClauses(unit: Unit & { readonly clauses: Map<Clause, readonly CaseNode[]> }): Unit {
  const { steps } = unit;
  if (
    steps.length === 0 ||
    steps.some(({ phase, unit: { steps: below } }) => (phase !== "pre" && phase !== "post") || below.length > 0)
  )
    return unit;
  const clauses = new Map(unit.clauses);
  for (const { unit: each, phase } of steps)
    if (phase === "pre" || phase === "post") clauses.set(phase, [...(clauses.get(phase) ?? []), each.node]);
  const inner = steps.map((step) => step.unit);
  return {
    ...unit,
    steps: [],
    clauses,
    evidence: [...new Set([...unit.evidence, ...inner.flatMap((each) => each.evidence)])],
    contexts: [...new Set([...unit.contexts, ...inner.flatMap((each) => each.contexts)])],
  };
}

function reached(roots: readonly Unit[]): ReadonlySet<Unit> {
  const seen = new Set(roots);
  for (const unit of seen) for (const step of unit.steps) seen.add(step.unit);
  return seen;
}
