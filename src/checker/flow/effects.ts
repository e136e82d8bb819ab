/** What follows from calls: which functions wait, and which variables they need (architecture: compile to JavaScript). */

import type { FunctionState } from "../function-state.ts";
import type { FunctionNode } from "../names/assigner.ts";
import type { ProgramState } from "../program-state.ts";

/** A function waits if one that it calls does: passed on from callee to caller until nothing changes. */
export function spreadWaits(program: ProgramState): void {
  const callers = reverse(program, (state) => [...state.calls, ...state.reaches]);
  const work = [...program.functions.values()].filter((state) => state.waits);
  for (let state = work.pop(); state !== undefined; state = work.pop()) {
    for (const caller of callers.get(state.node) ?? []) {
      if (caller.waits) continue;
      caller.waits = true;
      work.push(caller);
    }
  }
}

/** The last variable, by place, that a function or one that it calls uses: a call ahead of it finds no value there. */
export function spreadLatest(program: ProgramState): void {
  const callers = reverse(program, (state) => new Set([...state.calls, ...state.holds]));
  const work = [...program.functions.values()].filter((state) => state.latest !== undefined);
  // Later places first, so that few are passed on twice.
  work.sort((a, b) => (a.latest?.declaration.start ?? 0) - (b.latest?.declaration.start ?? 0));
  for (let state = work.pop(); state !== undefined; state = work.pop()) {
    const { latest } = state;
    if (latest === undefined) continue;
    for (const caller of callers.get(state.node) ?? []) {
      const known = caller.latest;
      const isLater = known === undefined || known.declaration.start < latest.declaration.start;
      // Of another file's variables only that file's order says when they have values.
      if (caller.node.kind === "script" || caller.file !== latest.file || !isLater) continue;
      caller.latest = latest;
      work.push(caller);
    }
  }
}

function reverse(
  program: ProgramState,
  targets: (state: FunctionState) => Iterable<FunctionNode>,
): ReadonlyMap<FunctionNode, readonly FunctionState[]> {
  const callers = new Map<FunctionNode, FunctionState[]>();
  for (const state of program.functions.values()) {
    for (const node of targets(state)) {
      const list = callers.get(node);
      if (list === undefined) callers.set(node, [state]);
      else list.push(state);
    }
  }
  return callers;
}
