/** What a walk over a file notes of assignments: whose code it is in, which names are known there, and which stretches are around. */

import type { Expression, Identifier, Script } from "../../syntax/index.ts";
import type { Assigner, Assignments, Beside, FunctionNode, Stretch } from "./assigner.ts";

interface AssignmentNotes extends Assignments {
  /** A name that is known from here to the end of the block at hand. */
  readonly declare: (name: Identifier) => void;
  /** Runs `run`, the walk over a block with names of its own. */
  readonly scoped: (run: () => void) => void;
  /** The code at hand assigns to this. */
  readonly assigned: (target: Expression) => void;
  readonly stretch: (node: Stretch, run: () => void) => void;
  readonly beside: (node: Beside, run: () => void) => void;
  /** Runs `run`, the walk over a function that declares `names`. */
  readonly inside: (node: FunctionNode, names: readonly Identifier[], run: () => void) => void;
}

export function createNotes(script: Script): AssignmentNotes {
  const byName = new Map<Identifier, Set<Assigner>>();
  const byStretch = new Map<Stretch, Set<Identifier>>();
  // One table with a trail: leaving a block puts back what its names hid.
  const known = new Map<string, Identifier | undefined>();
  const trail: { readonly name: string; readonly before: Identifier | undefined }[] = [];
  const stretches: Set<Identifier>[] = [];
  let owner: Assigner = script;
  return { byName, byStretch, declare, scoped, assigned, stretch, beside, inside };

  function declare(name: Identifier): void {
    trail.push({ name: name.name, before: known.get(name.name) });
    known.set(name.name, name);
  }

  function scoped(run: () => void): void {
    const mark = trail.length;
    run();
    while (trail.length > mark) {
      const last = trail.pop();
      if (last !== undefined) known.set(last.name, last.before);
    }
  }

  function assigned(target: Expression): void {
    // A syntax's template assigns to no variable of its file.
    if (target.kind !== "name" || target.home !== undefined) return;
    const name = known.get(target.name);
    if (name === undefined) return;
    const owners = byName.get(name);
    if (owners === undefined) byName.set(name, new Set([owner]));
    else owners.add(owner);
    for (const stretch of stretches) stretch.add(name);
  }

  function stretch(node: Stretch, run: () => void): void {
    const found = new Set<Identifier>();
    byStretch.set(node, found);
    stretches.push(found);
    run();
    stretches.pop();
  }

  function beside(node: Beside, run: () => void): void {
    const outer = owner;
    owner = node;
    run();
    owner = outer;
  }

  function inside(node: FunctionNode, names: readonly Identifier[], run: () => void): void {
    const outer = owner;
    owner = node;
    scoped(() => {
      for (const name of names) declare(name);
      run();
    });
    owner = outer;
  }
}
