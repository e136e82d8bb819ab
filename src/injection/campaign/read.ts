/** From a campaign file to a campaign, or to all of its mistakes with their places. */

import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { type Injecting, openInjecting, type PlaceOf } from "../../engine/index.ts";
import { bounds, type Campaign, type Check, defaults, type Expectation, type FaultEntry } from "./campaign.ts";
import { lostIn } from "./lost.ts";
import { type CampaignContent, campaignSchema } from "./schema.ts";

type Mistake = Parameters<Injecting["showMistakes"]>[0][number];
type Mistakes = readonly Mistake[];

export type ReadCampaign =
  | {
      readonly ok: true;
      readonly campaign: Campaign;
      /** What it names that is not there. */
      readonly lost: () => Mistakes;
    }
  | { readonly ok: false; readonly mistakes: Mistakes };

/** Reads and checks a file. Never throws. */
export async function readCampaign(file: string): Promise<ReadCampaign> {
  const path = resolve(file);
  const { checkDocument, wholeFile, ...leaves } = await openInjecting();
  const bytes = bytesOf(path);
  if (typeof bytes === "string") return { ok: false, mistakes: [wholeFile(path, bytes)] };
  const checked = checkDocument(path, bytes, {
    ...campaignSchema({ checkDocument, wholeFile, ...leaves }),
    single: "a campaign is one document: leave the `---` line out",
    shallow: "a campaign needs three or four",
  });
  if (!checked.ok) return checked;
  const campaign = campaignOf(path, checked.content, checked.placeOf);
  const at = (keys: readonly PropertyKey[], message: string, fix: string): Mistake => {
    return { file: path, ...checked.placeOf(keys), key: keys.map(showKey).join(""), message, fix };
  };
  return { ok: true, campaign, lost: () => lostIn(campaign, checked.content, at) };
}

function showKey(step: PropertyKey, index: number): string {
  if (typeof step === "number") return `[${step}]`;
  return index === 0 ? String(step) : `.${String(step)}`;
}

function campaignOf(path: string, content: CampaignContent, placeOf: PlaceOf): Campaign {
  const folder = dirname(path);
  const { hypothesis } = content;
  return {
    path,
    name: basename(path).replace(/(?:\.campaign)?\.ya?ml$/, ""),
    script: resolve(folder, content.script),
    directory: resolve(folder, content.directory ?? "."),
    arguments: content.arguments ?? [],
    environment: Object.entries(content.environment ?? {}),
    files: content.files ?? [],
    proxies: Object.entries(content.proxies ?? {}).map(([name, to]) => ({ name, to })),
    faults: content.faults.map((entry, index) => ({
      ...entryOf(entry, index),
      place: placeOf(["faults", index, "fault"]),
    })),
    hypothesis: {
      before: (hypothesis?.before ?? []).map((check) => checkOf(check, folder)),
      after: (hypothesis?.after ?? []).map((check) => checkOf(check, folder)),
      unchanged: (hypothesis?.unchanged ?? []).map((each) => resolve(folder, each)),
    },
    expect: expectationOf(content.expect),
    seed: content.seed ?? defaults.seed,
    runs: content.runs ?? null,
    parallel: content.parallel ?? usualParallel(),
    timeout: content.timeout ?? defaults.timeout,
    limits: { ...defaults.limits, ...defined(content.limits ?? {}) },
    isolation: content.isolation ?? "auto",
  };
}

/** As many as there are processors, and not more than eight: each has a world of its own in memory. */
export function usualParallel(): number {
  return Math.min(8, process.getBuiltinModule("node:os").availableParallelism());
}

type Entry = CampaignContent["faults"][number];

function entryOf(entry: Entry, index: number): FaultEntry {
  const key = `faults[${index}]`;
  return {
    fault: entry.fault,
    key,
    ...(entry.class === undefined ? {} : { class: entry.class }),
    ...(entry.expect === undefined ? {} : { expect: expectationOf(entry.expect) }),
  };
}

function expectationOf(said: CampaignContent["expect"]): Expectation {
  if (said === undefined) return {};
  const { end, ...rest } = said;
  return { ...defined(rest), ...(end === undefined ? {} : { end: typeof end === "string" ? [end] : end }) };
}

type Said = NonNullable<NonNullable<CampaignContent["hypothesis"]>["before"]>[number];

function checkOf({ command, script, expression }: Said, folder: string): Check {
  if (command !== undefined) return { kind: "command", words: command };
  if (script !== undefined) return { kind: "script", path: resolve(folder, script) };
  return { kind: "expression", text: expression ?? "" };
}

/** Without the keys that have no value. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // What is left has a value for each of its keys.
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never;
}

/** The file's bytes, or why there are none. */
function bytesOf(path: string): Uint8Array | string {
  let fd: number | undefined;
  try {
    // O_NONBLOCK: a FIFO must not hang us.
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = fstatSync(fd);
    if (status.isDirectory()) return "is a folder, expected a file";
    if (!status.isFile()) return "is no regular file";
    if (status.size > bounds.file) return `is larger than ${bounds.file} bytes, the limit for a campaign`;
    const bytes = new Uint8Array(status.size);
    return bytes.subarray(0, readSync(fd, bytes));
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
