/** A campaign from its plan to its results: runs beside each other, each in a world of its own, each noted as it ends. */

import { mkdtempSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openInjecting, type Slot } from "../engine/index.ts";
import { makeFolders, removeTree } from "../runtime/index.ts";
import type { Campaign } from "./campaign/campaign.ts";
import { openJournal } from "./journal.ts";
import type { RunOutcome } from "./outcome.ts";
import type { Plan, PlannedRun } from "./plan.ts";
import { findPossible, type Possible } from "./possible.ts";
import { runOne } from "./run-one.ts";
import { claimRunning, endRunning, noteRoot } from "./running.ts";

export interface CampaignRequest {
  readonly campaign: Campaign;
  readonly plan: Plan;
  /** How `dscript` is started. */
  readonly engine: readonly string[];
  /** Where results are kept. */
  readonly folder: string;
  readonly isResumed: boolean;
  /** Told of each run when it has ended; `done` counts them. */
  readonly onRun: (outcome: RunOutcome, done: number, total: number) => void;
}

export interface CampaignResult {
  /** In the order of their numbers. */
  readonly outcomes: readonly RunOutcome[];
  /** Why the script cannot be run where it is not; undefined where it is in a world of its own. */
  readonly onCopies?: string;
  /** What the run without a fault wrote, where it is not as it should be: no other run is made then. */
  readonly calmOutput?: string;
  readonly signal?: string;
}

export interface CampaignTrouble {
  readonly problem: string;
  readonly next: string;
}

/** Runs it. A signal ends what runs; what is known by then is in the result, and in the journal. */
export async function runCampaign(request: CampaignRequest): Promise<CampaignResult | CampaignTrouble> {
  const { campaign, plan, folder } = request;
  const made = madeFolder(folder);
  if (made !== undefined) return made;
  const other = claimedBy(folder);
  if (other !== undefined) return other;
  const base = resolve(process.env["TMPDIR"] || "/tmp");
  let root: string | undefined;
  try {
    const journal = openJournal(folder, planHash(campaign, plan), request.isResumed);
    if (typeof journal === "string") return { problem: journal, next: "leave --resume out to begin anew" };
    root = mkdtempSync(join(base, "dscript-inject-"));
    noteRoot(folder, root);
    return await runAll(request, root, journal);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code;
    if (code === undefined || thrown instanceof TypeError) throw thrown;
    return {
      problem: `the campaign cannot be run: ${String(thrown)}`,
      next: "make room, or let TMPDIR name another folder",
    };
  } finally {
    endRunning(folder);
    if (root !== undefined) removeAll(root);
  }
}

interface OpenJournal {
  readonly known: readonly RunOutcome[];
  readonly add: (outcome: RunOutcome) => void;
}

async function runAll(request: CampaignRequest, root: string, journal: OpenJournal): Promise<CampaignResult> {
  const { campaign, plan, engine, onRun } = request;
  const { beside } = await openInjecting();
  const outcomes = new Map<number, RunOutcome>(journal.known.map((each) => [each.number, each]));
  const left = plan.runs.filter(({ number }) => number > 0 && !outcomes.has(number));
  const [calm] = plan.runs;
  let possible: Possible | undefined;
  let calmOutput: string | undefined;
  const note = (outcome: RunOutcome): void => {
    outcomes.set(outcome.number, outcome);
    journal.add(outcome);
    onRun(outcome, outcomes.size, plan.runs.length);
  };
  const take = async (run: PlannedRun, slot: Slot): Promise<string | undefined> => {
    if (possible === undefined || slot.isCut()) return undefined;
    const result = await runOne({ campaign, run, possible, engine, folder: join(root, `run${run.number}`) }, slot);
    if (result === undefined) return undefined;
    note(result.outcome);
    return result.output;
  };
  const begin = async (slot: Slot): Promise<void> => {
    possible = await findPossible(slot.start, root, engine, campaign.isolation === "auto");
    if (calm === undefined || outcomes.has(0)) return;
    const output = await take(calm, slot);
    if ((outcomes.get(0)?.problems.length ?? 0) > 0) calmOutput = output ?? "";
  };
  let first: Promise<void> | undefined;
  let next = 0;
  const signal = await beside(Math.max(1, Math.min(campaign.parallel, left.length)), async (slot) => {
    first ??= begin(slot);
    await first;
    if (calmOutput !== undefined) return;
    for (let at = next++; at < left.length && !slot.isCut(); at = next++) {
      const run = left[at];
      if (run !== undefined) await take(run, slot);
    }
  });
  const onCopies = campaign.isolation === "auto" ? possible?.lacks("world") : undefined;
  return {
    outcomes: [...outcomes.values()].toSorted((a, b) => a.number - b.number),
    ...(onCopies === undefined ? {} : { onCopies }),
    ...(calmOutput === undefined ? {} : { calmOutput }),
    ...(signal === undefined ? {} : { signal }),
  };
}

/** SHA-256 over the script and all that the plan says. */
function planHash(campaign: Campaign, { runs }: Plan): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  const hash = createHash("sha256").update(readFileSync(campaign.script));
  const { arguments: words, environment, seed, limits, timeout, hypothesis, isolation } = campaign;
  hash.update(JSON.stringify([words, environment, seed, limits, timeout, hypothesis, isolation]));
  hash.update(JSON.stringify(runs.map(({ number, fault, step, expect }) => [number, fault, step, expect])));
  return hash.digest("hex");
}

function madeFolder(folder: string): CampaignTrouble | undefined {
  try {
    makeFolders(folder);
    return undefined;
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    return { problem: `the folder ${folder} for results cannot be made: ${code}`, next: "name another: --results DIR" };
  }
}

/** Why it cannot be this process that runs it. */
function claimedBy(folder: string): CampaignTrouble | undefined {
  try {
    const other = claimRunning(folder);
    if (other === undefined) return undefined;
    return { problem: `this campaign is running already, as process ${other}`, next: "dscript inject stop ends it" };
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    const problem = `the folder ${folder} for results cannot be written: ${code}`;
    return { problem, next: "name another: --results DIR" };
  }
}

function removeAll(root: string): void {
  try {
    removeTree(root);
  } catch {
    // What a run without a world has started may still write there: it stays for the system to remove.
  }
}
