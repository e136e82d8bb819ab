/** What a command line means: a campaign from its file or from options, with the script's steps and the plan. */

import { basename, dirname, join, resolve } from "node:path";
import { shippedCommands } from "../../commands/index.ts";
import { checkScript, exitCode, isUnprepared, openInjecting } from "../../engine/index.ts";
import {
  type Campaign,
  defaults,
  type Expectation,
  endNames,
  type Plan,
  planOf,
  readCampaign,
  stepsOf,
  usualParallel,
} from "../../injection/index.ts";
import { faultClasses, readDuration } from "../../records/index.ts";
import { refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { present } from "../present.ts";
import { consoleReporter } from "../reporter.ts";

export interface Chosen {
  readonly campaign: Campaign;
  readonly plan: Plan;
  /** Where its results are kept; null for a try without a file. */
  readonly results: string | null;
}

/** The campaign and its plan, or the exit code where something is wrong, which is said. */
export async function choose(options: ParsedOptions, operands: readonly string[]): Promise<Chosen | number> {
  const [name, ...words] = operands;
  if (name === undefined)
    return refuseWords("inject needs a campaign, or a script with --fault", "dscript inject NAME.campaign.yaml");
  const isFile = /\.ya?ml$/.test(name);
  const found = isFile ? await fromFile(name, words, options) : fromOptions(name, words, options);
  if (typeof found === "number") return found;
  const campaign = changed(found, options);
  if (typeof campaign === "number") return campaign;
  const plan = await planFor(campaign);
  if (typeof plan === "number") return plan;
  const asked = options.value("results");
  const usual = isFile ? join(dirname(campaign.path), `${campaign.name}.results`) : null;
  return { campaign, plan, results: asked === undefined ? usual : resolve(asked) };
}

async function fromFile(file: string, words: readonly string[], options: ParsedOptions): Promise<Campaign | number> {
  if (words.length > 0)
    return refuseWords("a campaign takes no arguments", "write them into the file: arguments: [/srv/data]");
  if (options.has("fault"))
    return refuseWords("--fault is for a script without a campaign file", "write it into the file: faults: […]");
  const read = await readCampaign(file);
  const mistakes = read.ok ? read.lost() : read.mistakes;
  if (read.ok && mistakes.length === 0) return read.campaign;
  const { showMistakes } = await openInjecting();
  tell(showMistakes(mistakes));
  return exitCode.configuration;
}

function fromOptions(script: string, words: readonly string[], options: ParsedOptions): Campaign | number {
  const faults = options.values("fault");
  if (faults.length === 0)
    return refuseWords("a script needs a fault", `for example: dscript inject ${script} --fault disk-full`);
  const expect = expectation(options.values("expect"));
  if (typeof expect === "string")
    return refuseWords(expect, "for example: --expect SystemFault --expect failed --expect exit=71");
  const path = resolve(script);
  return {
    ...{ path, script: path, name: basename(script).replace(/\.dscript$/, ""), directory: process.cwd() },
    ...{ arguments: words, environment: [], files: [], proxies: [], expect, runs: null },
    faults: faults.map((fault, index) => ({ fault, key: `--fault ${index + 1}` })),
    hypothesis: { before: [], after: [], unchanged: options.values("unchanged").map((each) => resolve(each)) },
    ...{ seed: defaults.seed, parallel: usualParallel(), timeout: defaults.timeout, limits: defaults.limits },
    isolation: "auto",
  };
}

/** `--expect` takes a class, an end, or `exit=N`. */
function expectation(words: readonly string[]): Expectation | string {
  let expect: Expectation = {};
  for (const word of words) {
    const owner = faultClasses.find((each) => each === word);
    const end = endNames.find((each) => each === word);
    const [, exit] = /^exit=(\d{1,3})$/.exec(word) ?? [];
    if (owner !== undefined) expect = { ...expect, class: owner };
    else if (end !== undefined) expect = { ...expect, end: [...(expect.end ?? []), end] };
    else if (exit !== undefined && Number(exit) < 256) expect = { ...expect, exit: Number(exit) };
    else return `--expect takes ${[...faultClasses, ...endNames].join(", ")} or exit=N, not ${JSON.stringify(word)}`;
  }
  return expect;
}

/** What the command line says wins over the file. */
function changed(campaign: Campaign, options: ParsedOptions): Campaign | number {
  const seed = numberOf(options.value("seed"), 0, 2 ** 32 - 1);
  const runs = numberOf(options.value("runs"), 1, 10_000);
  const parallel = numberOf(options.value("parallel"), 1, 64);
  if (seed === "none") return refuseWords("--seed takes a number from 0 to 4294967295", "for example: --seed 7");
  if (runs === "none") return refuseWords("--runs takes a number from 1 to 10000", "for example: --runs 50");
  if (parallel === "none") return refuseWords("--parallel takes a number from 1 to 64", "for example: --parallel 4");
  const asked = options.value("timeout");
  const timeout = asked === undefined ? undefined : readDuration(asked);
  if (asked !== undefined && (timeout === undefined || timeout < 100 || timeout > 3_600_000))
    return refuseWords("--timeout takes a time from 100ms to 1h", "for example: --timeout 30s");
  return {
    ...campaign,
    ...(seed === undefined ? {} : { seed }),
    ...(runs === undefined ? {} : { runs }),
    ...(parallel === undefined ? {} : { parallel }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(options.has("copies") ? { isolation: "copy" as const } : {}),
  };
}

function numberOf(text: string | undefined, low: number, high: number): number | undefined | "none" {
  if (text === undefined) return undefined;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value >= low && value <= high ? value : "none";
}

/** Checks the script, finds its steps, and plans; the exit code where something is wrong. */
async function planFor(campaign: Campaign): Promise<Plan | number> {
  const { script } = campaign;
  const reporter = consoleReporter({ json: false, color: undefined });
  const request = {
    strict: false,
    commandList: undefined,
    caseFile: undefined,
    defines: new Map<string, string>(),
    present,
  };
  const prepared = await checkScript({ name: script, ...request });
  if (isUnprepared(prepared)) {
    for (const each of prepared.diagnostics) if (each.severity === "error") reporter.diagnostic(each);
    if (prepared.problem !== undefined) reporter.problem(script, prepared.problem);
    return prepared.code;
  }
  const steps = stepsOf(prepared.runnable().program, shippedCommands);
  const plan = planOf(campaign, steps);
  if (!("mistakes" in plan)) return plan;
  for (const { key, problem, next } of plan.mistakes) tell(`${placeOf(campaign, key)}${key}: ${problem}\n  ${next}\n`);
  return campaign.path === script ? exitCode.usage : exitCode.configuration;
}

/** Where a fault stands in its file. */
function placeOf(campaign: Campaign, key: string): string {
  if (campaign.path === campaign.script) return "dscript: ";
  const place = campaign.faults.find((each) => each.key === key)?.place;
  return place === undefined ? `${campaign.path}: ` : `${campaign.path}:${place.line}:${place.column}: `;
}
