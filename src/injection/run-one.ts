/** One run of a campaign: its proxies, its world, its process, and what became of it. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Slot } from "../engine/index.ts";
import { removeTree } from "../runtime/index.ts";
import type { Campaign } from "./campaign/campaign.ts";
import { endOf, problemsOf, type RunOutcome } from "./outcome.ts";
import type { PlannedRun } from "./plan.ts";
import { type Possible, readResult } from "./possible.ts";
import { type RunningProxy, serveProxy } from "./proxy/serve.ts";
import { readVerdict } from "./verdict.ts";
import { type EnterRequest, type EnterResult, enterVariable, parts } from "./world/request.ts";
import { calm } from "./world/world.ts";

export interface OneRequest {
  readonly campaign: Campaign;
  readonly run: PlannedRun;
  readonly possible: Possible;
  readonly engine: readonly string[];
  /** Made for this run, and removed after it. */
  readonly folder: string;
}

export interface OneResult {
  readonly outcome: RunOutcome;
  /** The last of what the script wrote. */
  readonly output: string;
}

/** Makes it; undefined where all was being ended meanwhile. */
export async function runOne(request: OneRequest, slot: Slot): Promise<OneResult | undefined> {
  const { run, possible, folder } = request;
  const base = {
    ...{
      number: run.number,
      fault: run.fault,
      id: run.row?.id ?? "calm",
      area: run.row?.area ?? "calm",
      step: run.step,
      pairs: run.pairs,
    },
    ...(run.class === undefined ? {} : { class: run.class }),
    ...(run.injected?.tool === undefined ? {} : { tool: run.injected.tool }),
  };
  const needs = [...(run.row?.needs ?? []), ...(run.injected?.needs ?? [])];
  const why =
    needs.map(possible.lacks).find((reason) => reason !== undefined) ??
    (await possible.tried(run.injected?.trial, slot.start));
  if (why !== undefined)
    return { outcome: { ...base, state: "not possible", why, problems: [], time: now() }, output: "" };
  mkdirSync(folder);
  try {
    const result = await inItsWorld(request, slot);
    if (slot.isCut()) return undefined;
    if (typeof result === "string") return { outcome: { ...base, ...troubled(result) }, output: "" };
    return { outcome: outcomeOf(request, base, result), output: textOf(join(folder, parts.output)) };
  } finally {
    remove(folder);
  }
}

function troubled(why: string): Pick<RunOutcome, "state" | "why" | "problems" | "time"> {
  return { state: "trouble", why, problems: [`it could not be run: ${why}`], time: now() };
}

/** Starts the process that makes the world; what it tells, or why it tells nothing. */
async function inItsWorld(request: OneRequest, slot: Slot): Promise<EnterResult | string> {
  const { campaign, run, possible, folder, engine } = request;
  const world = { ...calm, ...run.injected?.world };
  const proxies: { readonly name: string; readonly proxy: RunningProxy }[] = [];
  try {
    for (const { name, to } of campaign.proxies) {
      const at = to.lastIndexOf(":");
      const behaviour = world.proxies.find(([each]) => each === name)?.[1] ?? {};
      const behind = { host: to.slice(0, at), port: Number(to.slice(at + 1)) };
      proxies.push({ name, proxy: await serveProxy({ host: "127.0.0.1", port: 0, to: behind, behaviour }) });
    }
    const filled = (text: string): string =>
      proxies.reduce(
        (all, { name, proxy: { host, port } }) => all.replaceAll(`{proxy.${name}}`, `${host}:${port}`),
        text,
      );
    const { script, directory, timeout, limits, hypothesis } = campaign;
    const isCalm = run.injected === null;
    const wanted: EnterRequest = {
      ...{
        folder,
        programs: join(dirname(folder), "programs"),
        world,
        engine,
        script,
        directory,
        timeout,
        limits,
        isProbe: false,
      },
      isIsolated: possible.enter !== null,
      caller: possible.isUserWay ? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 } : null,
      arguments: campaign.arguments.map(filled),
      environment: campaign.environment.map(([name, value]) => [name, filled(value)] as const),
      before: isCalm ? hypothesis.before : [],
      after: hypothesis.after,
      unchanged: hypothesis.unchanged,
    };
    writeFileSync(join(folder, parts.request), JSON.stringify(wanted));
    const error = join(folder, "error");
    const status = await slot.start({
      argv: [...(possible.enter ?? []), ...engine, "inject"],
      environment: [[enterVariable, join(folder, parts.request)]],
      error,
      limit: timeout + aside,
    });
    const result = readResult(folder);
    if (result === undefined) return textOf(error).split("\n", 1)[0] || `its world ended with status ${status}`;
    return result.trouble ?? result;
  } finally {
    for (const { proxy } of proxies) await proxy.close();
  }
}

// Milliseconds that a world may take beside the script: its making, its checks, its end.
const aside = 60_000;

type Base = Pick<RunOutcome, "number" | "fault" | "id" | "area" | "step" | "pairs" | "class" | "tool">;

function outcomeOf({ campaign, run, folder }: OneRequest, base: Base, result: EnterResult): RunOutcome {
  const { verdict, errors, scriptHash } = readVerdict(join(folder, parts.records));
  const { hypothesis } = campaign;
  const keeps = hypothesis.unchanged.length > 0 || hypothesis.after.length > 0;
  const unsteady = result.unsteadyBefore ?? result.unsteadyAfter;
  const ruled = run.injected?.world.rules !== undefined;
  const outcome: Omit<RunOutcome, "problems"> = {
    ...base,
    state: "ran",
    status: result.status,
    end: endOf(result, errors, keeps),
    errors,
    changed: result.changed,
    scriptHash,
    milliseconds: Math.round(result.milliseconds),
    ...(result.notes.length === 0 ? {} : { notes: result.notes }),
    time: now(),
    ...(result.over === undefined ? {} : { over: result.over }),
    ...(verdict === null ? {} : { verdict }),
    ...(unsteady === undefined ? {} : { unsteady }),
    ...(ruled ? { struck: textOf(join(folder, parts.strikes)) !== "" } : {}),
  };
  return { ...outcome, problems: problemsOf(run, outcome) };
}

function now(): string {
  return new Date().toISOString();
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function remove(folder: string): void {
  try {
    removeTree(folder);
  } catch {
    // It goes with the campaign's own folder.
  }
}
