/** A plan as nodes and edges, for programs and for other drawings: what follows what when it goes well, fails, and is taken back. */

import type { Graph, GraphEdge, GraphNode, NodeKind } from "./graph-model.ts";
import type { Plan, Step } from "./model.ts";
import { type Outcome, outcomesOf } from "./outcomes.ts";
import type { BoxState, StateOf } from "./overlay.ts";
import { type CallStep, shownOf } from "./within.ts";
import {
  approveText,
  atomicText,
  backText,
  boundLoopText,
  branchText,
  callText,
  choiceText,
  endText,
  goalText,
  notifyText,
  parallelText,
  plainText,
  type Say,
  titleOf,
} from "./words.ts";

/** A way that leads on from a node. */
interface Way {
  readonly from: string;
  readonly kind: GraphEdge["kind"];
  readonly label: string;
}

interface Builder {
  readonly nodes: GraphNode[];
  readonly edges: GraphEdge[];
  readonly counts: Map<string, number>;
  readonly say: Say;
  readonly detail: boolean;
  readonly isHandler: boolean;
  readonly stateOf: StateOf | undefined;
}

export function graphOf(plan: Plan, say: Say, detail: boolean, stateOf?: StateOf): Graph {
  const b: Builder = { nodes: [], edges: [], counts: new Map(), say, detail, isHandler: false, stateOf };
  const { first } = plan.lines;
  const start = add(b, "start", say("start"), first);
  const back = "undone-all";
  const { ways } = walk(b, plan.steps, [goes(start)], [back]);
  lead(b, ways, add(b, "done", say("done"), first));
  const [undone, halfUndone] = outcomesOf(plan, say);
  if (undone === undefined) return b;
  if (halfUndone === undefined) {
    b.nodes.push({ id: back, kind: "state", text: undone.known, line: first });
    follow(b, undone, goes(back), first);
    return b;
  }
  b.nodes.push({ id: back, kind: "gate", text: say("is all of it taken back?"), line: first });
  const taken: Way = { from: back, kind: "back", label: say("yes") };
  follow(b, undone, undone.stays ? known(b, undone, taken, first) : taken, first);
  const failed = add(b, "state", halfUndone.known, first);
  b.edges.push({ from: back, to: failed, kind: "fails", label: say("no") });
  follow(b, halfUndone, goes(failed), first);
  return b;
}

/** "Yes" would say that nothing stays. */
function known(b: Builder, outcome: Outcome, into: Way, line: number): Way {
  const state = add(b, "state", outcome.known, line, "stays");
  lead(b, [into], state);
  return goes(state);
}

/** What a handler does, up to the plan's end; without one, that nobody is told. */
function follow(b: Builder, { kind, first, steps, untold, ending }: Outcome, into: Way, line: number): void {
  let way = into;
  if (first !== undefined) {
    const same = add(b, "state", first, line);
    lead(b, [way], same);
    way = goes(same);
  }
  const end = add(b, kind, ending, line);
  if (shownOf(steps, b.detail).length > 0) lead(b, walk({ ...b, isHandler: true }, steps, [way], []).ways, end);
  else {
    const risk = add(b, "risk", untold, line);
    lead(b, [way], risk);
    lead(b, [goes(risk)], end);
  }
}

/** `backs`: where a failure leads to next; the value's are those of what follows. */
function walk(
  b: Builder,
  steps: readonly Step[],
  into: readonly Way[],
  backs: readonly string[],
): { readonly ways: readonly Way[]; readonly backs: readonly string[] } {
  let now = { ways: into, backs };
  for (const step of shownOf(steps, b.detail)) now = one(b, step, now.ways, now.backs);
  return now;
}

function one(b: Builder, step: Step, ways: readonly Way[], backs: readonly string[]): ReturnType<typeof walk> {
  const { say, detail } = b;
  const line = step.lines.first;
  const put = (kind: NodeKind, text: string): string => {
    const id = add(b, kind, text, line);
    lead(b, ways, id);
    return id;
  };
  const putCall = ({ kind, name, call }: CallStep, text: string): string => {
    const id = add(b, kind, text, line, name, b.stateOf?.({ name, call, line }));
    lead(b, ways, id);
    return id;
  };
  const fails = (id: string, targets: readonly string[], label = say("fails")): void => {
    if (!b.isHandler) for (const to of targets) b.edges.push({ from: id, to, kind: "fails", label });
  };
  const takenBack = (id: string, kind: NodeKind, text: string, name: string): readonly string[] => {
    if (b.isHandler) return [];
    const undo = add(b, kind, text, line, name);
    fails(id, [undo]);
    for (const to of backs) b.edges.push({ from: undo, to, kind: "back", label: "" });
    return [undo];
  };
  switch (step.kind) {
    case "task": {
      const { takeBack, name } = step;
      const title = titleOf(step, detail);
      const id = putCall(step, detail ? `${title}\n${callText(name, step.arguments)}` : title);
      if (takeBack.kind !== "nothing")
        return {
          ways: [goes(id)],
          backs: takenBack(id, takeBack.kind === "irreversible" ? "stays" : "undo", backText(step, say), name),
        };
      fails(id, backs);
      return { ways: [goes(id)], backs };
    }
    case "plan": {
      const id = putCall(step, titleOf(step, detail));
      return { ways: [goes(id)], backs: takenBack(id, "undo", backText(step, say), step.name) };
    }
    case "atomic": {
      const id = put("atomic", atomicText(step, say));
      return { ways: [goes(id)], backs: takenBack(id, "undo", backText(step, say), "atomic") };
    }
    case "notify": {
      const id = put("message", `${notifyText(step, say)}\n"${plainText(step.message, detail)}"`);
      fails(id, backs);
      if (b.isHandler) {
        const risk = add(b, "risk", say("the message does not arrive: nobody is told"), line);
        b.edges.push({ from: id, to: risk, kind: "fails", label: say("fails") });
      }
      return { ways: [goes(id)], backs };
    }
    case "approve": {
      const id = put("question", `${approveText(step, say)}\n"${plainText(step.question, detail)}"`);
      fails(id, backs, say("no"));
      return { ways: [{ ...goes(id), label: say("yes") }], backs };
    }
    case "end": {
      const id = put("end", endText(step, say));
      if (step.how === "failed") fails(id, backs);
      return { ways: [], backs };
    }
    case "code":
      return { ways: [goes(put("code", step.code.join("\n")))], backs };
    case "choice": {
      const id = put("choice", choiceText(step, say));
      const ends = step.branches.map((branch) =>
        walk(b, branch.steps, [{ ...goes(id), label: branchText(branch, say) }], backs),
      );
      return merged(ends, backs);
    }
    case "parallel": {
      const id = put("fork", parallelText(step, say));
      const ends = step.branches.map((branch) => walk(b, branch, [goes(id)], backs));
      const all = merged(ends, backs);
      const join = add(b, "join", "", line);
      lead(b, all.ways, join);
      return { ways: [goes(join)], backs: all.backs };
    }
    case "goal": {
      const id = put(step.phase === undefined ? "goal" : "strategy", goalText(step, say));
      return walk(b, step.steps, [goes(id)], backs);
    }
    case "loop": {
      const id = put("loop", boundLoopText(step, say));
      const inner = walk(b, step.steps, [goes(id)], backs);
      for (const way of inner.ways) b.edges.push({ ...way, to: id, label: say("the next one") });
      return { ways: [{ ...goes(id), label: say("all are done") }], backs: inner.backs };
    }
  }
}

function merged(ends: readonly ReturnType<typeof walk>[], backs: readonly string[]): ReturnType<typeof walk> {
  const all = [...new Set(ends.flatMap((each) => each.backs))];
  return { ways: ends.flatMap((each) => each.ways), backs: all.length === 0 ? backs : all };
}

function goes(from: string): Way {
  return { from, kind: "goes", label: "" };
}

function lead(b: Builder, ways: readonly Way[], to: string): void {
  for (const way of ways) b.edges.push({ ...way, to });
}

/** "task copy_to_ram", and "task copy_to_ram 2" of its second call. */
function add(b: Builder, kind: NodeKind, text: string, line: number, name: string = kind, run?: BoxState): string {
  const base = name === kind ? kind : `${kind} ${name}`;
  const count = (b.counts.get(base) ?? 0) + 1;
  b.counts.set(base, count);
  const id = count === 1 ? base : `${base} ${count}`;
  b.nodes.push({ id, kind, text, line, ...(run === undefined ? {} : { run }) });
  return id;
}
