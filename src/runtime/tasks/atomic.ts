/** `atomic`: trees that take themselves back where their block fails (language 6). */

import { resolve } from "node:path";
import type { Block, Flow } from "../../records/index.ts";
import { Fault, isExit } from "../faults/fault.ts";
import { createFault, type Failure } from "../faults/raise.ts";
import { flushOutputs } from "../files/standard-output.ts";
import { flowOf, ScriptFlow } from "../flow.ts";
import { Bound } from "../processes/bound.ts";
import { markFlow, marksOf } from "../processes/marks.ts";
import { processesOf } from "../processes/processes.ts";
import { endBound } from "../processes/stage.ts";
import type { Run } from "../run.ts";
import { aliveWithin } from "./atomic-alive.ts";
import { atomicAround, joinOuter, type Standing, stand } from "./atomic-inner.ts";
import type { Clash, CommittedTrees, RunTrees } from "./atomic-module.ts";
import { whyRights } from "./atomic-rights.ts";
import { type BackStep, frameOf, type Step } from "./frame.ts";
import { noteAnyway } from "./write.ts";

export interface AtomicParts {
  readonly paths: readonly string[];
  readonly body: Block;
  readonly confirm: Block | null;
}

/** Runs the body over the trees, and commits what it wrote. A fault, an interruption and `exit` other than 0 take it back and go on their way. */
export async function runAtomic(run: Run, flow: Flow, site: number, parts: AtomicParts): Promise<void> {
  const own = flowOf(flow);
  flushOutputs(run, own);
  const outer = atomicAround(own);
  const paths = parts.paths.map((path) => resolve(own.directory, path));
  if (outer !== undefined) return joinOuter(run, own, outer, { site, paths, parts });
  const step = frameOf(own)?.step ?? null;
  if (step !== null) step.atomics += 1;
  const key = step === null ? null : `${step.key}.a${step.atomics}`;
  const trees = await openTrees(run, site, { paths, key, needsRights: whyRights(run, own, site) });
  const bound = new Bound(marksOf(own).bound, []);
  const inner = new ScriptFlow(own, own.scope, own, trees.namespace);
  markFlow(inner, { bound });
  const standing: Standing = { trees, confirms: [], failed: false };
  stand(inner, standing);
  let exit: unknown;
  let keeps = false;
  const before = run.namespace;
  run.namespace = trees.namespace;
  try {
    exit = await exitOf(parts.body(inner));
    flushOutputs(run, inner);
    demandWhole(run, site, standing, inner);
    keeps = parts.confirm !== null || standing.confirms.length > 0 || step !== null;
    await commit(run, site, trees, keeps);
  } catch (thrown) {
    await diagnosed(run, thrown);
    await endBound(processesOf(run), bound);
    await takeBack(run, site, trees);
    throw thrown;
  } finally {
    run.namespace = before;
  }
  leave(own, inner);
  try {
    for (const confirm of [...standing.confirms, parts.confirm]) if (confirm !== null) await exitOf(confirm(own));
  } catch (thrown) {
    await diagnosed(run, thrown);
    await takeBack(run, site, trees);
    throw thrown;
  }
  if (step === null || key === null) {
    const gone = trees.forget();
    // Where only the commit decides, nobody waits for what is cleared away.
    if (keeps) await gone;
    else leaveBehind(run, gone);
  }
  // The old state is kept until the plan's end: a later task may fail.
  else {
    step.back.push(takingBack(run, site, { key, name: step.name, trees }));
    noteAnyway(run, { do: "atomic", key: step.key });
  }
  if (exit !== undefined) throw exit;
}

interface Wanted {
  readonly paths: readonly string[];
  readonly key: string | null;
  readonly needsRights: string | null;
}

async function openTrees(run: Run, site: number, { paths, key, needsRights }: Wanted): Promise<RunTrees> {
  const module = run.options.atomic;
  if (module === undefined) {
    const message = "this engine has no way to take files back";
    throw createFault(run, site, { kind: "IOFault", message, values: paths });
  }
  const opened = await module.open(paths, key, needsRights);
  if ("reason" in opened) {
    const { path, reason, next, errno } = opened;
    const about = `[${Math.max(0, paths.indexOf(path))}]`;
    const failure: Failure = {
      kind: "IOFault",
      message: `the trees cannot be taken: ${reason}; ${next}`,
      values: paths,
      about,
    };
    throw createFault(run, site, errno === undefined ? failure : { ...failure, errno });
  }
  if (opened.costs !== null) run.options.tell?.(opened.costs);
  return opened;
}

/** An `exit 0` of the body commits, and goes on afterwards. */
async function exitOf(work: Promise<void>): Promise<unknown> {
  try {
    await work;
    return undefined;
  } catch (thrown) {
    if (isExit(thrown) && thrown.status === 0) return thrown;
    throw thrown;
  }
}

/** What a commit would tear apart: a part that failed, and what still writes. */
function demandWhole(run: Run, site: number, standing: Standing, inner: ScriptFlow): void {
  if (standing.failed) {
    const message = "a block within this one failed, so that nothing of it can be committed";
    throw createFault(run, site, { kind: "IOFault", message, stated: "SoftwareFault" });
  }
  const alive = aliveWithin(run, standing.trees, inner);
  if (alive === undefined) return;
  const message = `${alive} still runs at the end of the block, and could go on writing: wait for it, or end it, within the block`;
  throw createFault(run, site, { kind: "IOFault", message, stated: "SoftwareFault" });
}

/** It is waited for at the run's end. */
function leaveBehind(run: Run, gone: Promise<void>): void {
  gone.catch(() => {});
  run.leaving.push(gone);
}

async function commit(run: Run, site: number, trees: RunTrees, keeps: boolean): Promise<void> {
  let conflict: Awaited<ReturnType<RunTrees["commit"]>>;
  try {
    conflict = await trees.commit({ keeps });
  } catch (thrown) {
    const { path, code } = thrown as { path?: string; code?: string };
    if (path === undefined || code === undefined) throw thrown;
    const message = `nothing is committed: the system refused ${path} (${code})`;
    throw createFault(run, site, { kind: "IOFault", message, errno: code });
  }
  if (conflict === null) return;
  throw createFault(run, site, { kind: "IOFault", message: conflictText(conflict.clashes), stated: "SystemFault" });
}

const mostNamed = 5;

function conflictText(clashes: readonly Clash[]): string {
  const clock = clashes.find(({ what }) => what === "clock");
  if (clock !== undefined)
    return `nothing is committed: the clock was set back, so that changes of others in ${clock.path} cannot be told`;
  const named = clashes.slice(0, mostNamed).map(({ path }) => path);
  if (clashes.length > mostNamed) named.push("…");
  return `nothing is committed: somebody else has changed, too, what the block has changed: ${named.join(", ")}`;
}

/** Whose fault it is is looked at while everything is still as it was when it happened. */
async function diagnosed(run: Run, thrown: unknown): Promise<void> {
  if (!(thrown instanceof Fault)) return;
  await run.options.prepareDiagnosis?.();
  void thrown.diagnosis;
}

async function takeBack(run: Run, site: number, trees: CommittedTrees): Promise<void> {
  let asides: readonly string[];
  try {
    asides = await trees.takeBack();
  } catch (thrown) {
    const { code = "", message: why } = thrown as Error & { code?: string };
    const message = `the trees could not be taken back (${code === "" ? why : code}): the next start of dscript tries it again`;
    throw createFault(run, site, { kind: "UndoFault", message });
  }
  for (const path of asides) run.options.tell?.(`what somebody else has put in the way meanwhile is kept as ${path}`);
}

/** Where the body changed to, and what it last started, holds behind it as behind any block. */
function leave(own: ScriptFlow, inner: ScriptFlow): void {
  own.directory = inner.directory;
  own.umask = inner.umask;
  own.lastJob = inner.lastJob;
}

/** What an earlier engine committed in a step of a plan, in order. */
export async function reopenTrees(run: Run, site: number, step: Step): Promise<void> {
  for (;;) {
    const key = `${step.key}.a${step.atomics + 1}`;
    const trees = await run.options.atomic?.reopen(key);
    if (trees === undefined) return;
    step.atomics += 1;
    step.back.push(takingBack(run, site, { key, name: step.name, trees }));
  }
}

interface Committed {
  readonly key: string;
  readonly name: string;
  readonly trees: CommittedTrees;
}

function takingBack(run: Run, site: number, { key, name, trees }: Committed): BackStep {
  const line = run.options.program.sites[site]?.line ?? 0;
  const said = `the files of \`${name}\` (line ${line})`;
  return { key, name, said, irreversible: null, undo: () => takeBack(run, site, trees), forget: trees.forget };
}
