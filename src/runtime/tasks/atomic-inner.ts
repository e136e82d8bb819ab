/** An `atomic` within another one: it joins it, and both hold or neither does. */

import type { Block } from "../../records/index.ts";
import { isExit } from "../faults/fault.ts";
import { createFault } from "../faults/raise.ts";
import { isBelow, realPathOf } from "../files/paths.ts";
import { inherited, type ScriptFlow } from "../flow.ts";
import { inNamespace } from "../host/in-namespace.ts";
import type { Run } from "../run.ts";
import type { RunTrees } from "./atomic-module.ts";

/** An `atomic` whose block runs. */
export interface Standing {
  readonly trees: RunTrees;
  /** Of the inner ones: they run once everything is committed. */
  readonly confirms: (Block | null)[];
  /** An inner one failed: what it wrote cannot be told from the rest. */
  failed: boolean;
}

const standings = new WeakMap<ScriptFlow, Standing>();

export function stand(flow: ScriptFlow, standing: Standing): void {
  standings.set(flow, standing);
}

/** The one that a flow is in. */
export function atomicAround(flow: ScriptFlow): Standing | undefined {
  return inherited(standings, flow);
}

interface Inner {
  readonly site: number;
  readonly paths: readonly string[];
  readonly parts: { readonly body: Block; readonly confirm: Block | null };
}

export async function joinOuter(run: Run, flow: ScriptFlow, outer: Standing, inner: Inner): Promise<void> {
  const { site, paths, parts } = inner;
  const { trees } = outer;
  const stray = paths.find((path) => !trees.paths.some((tree) => isBelow(realOf(flow, path), tree)));
  if (stray !== undefined) {
    const message = `${stray} lies outside of what the block around this one takes back (${trees.paths.join(", ")}); name it there, too`;
    throw createFault(run, site, { kind: "ArgumentFault", message, values: paths });
  }
  try {
    await parts.body(flow);
  } catch (thrown) {
    if (!isExit(thrown) || thrown.status !== 0) outer.failed = true;
    throw thrown;
  } finally {
    outer.confirms.push(parts.confirm);
  }
}

function realOf(flow: ScriptFlow, path: string): string {
  try {
    return inNamespace(flow, () => realPathOf(path));
  } catch {
    return path;
  }
}
