/** What a campaign leaves: a table as JSON, a chart, JUnit XML, evidence, and experience. */

import { appendFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join, relative } from "node:path";
import { type Statement, type Subject, statementLine } from "../../assurance/index.ts";
import { bundleOf, isUnprepared, openInjecting } from "../../engine/index.ts";
import {
  type Campaign,
  type CampaignResult,
  chartSvg,
  evidenceOf,
  experienceOf,
  experienceText,
  type Report,
} from "../../injection/index.ts";
import { language, refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { surroundings } from "../surroundings.ts";
import { jsonText } from "./json.ts";
import { junitText } from "./junit.ts";

export interface ResultsRequest {
  readonly campaign: Campaign;
  readonly result: CampaignResult;
  readonly report: Report;
  readonly folder: string;
  /** When the campaign began: milliseconds since the epoch. */
  readonly started: number;
  readonly options: ParsedOptions;
  /** Whether the folder stays. */
  readonly isKept: boolean;
}

/** Writes them; what cannot be written is said. */
export async function keepResults(
  request: ResultsRequest,
): Promise<{ readonly isWritten: boolean; readonly folder: string | undefined }> {
  const { campaign, result, report, folder, started, options, isKept } = request;
  const { outcomes } = result;
  const say = (text: string): string => language().text(text);
  const evidence = evidenceOf({
    ...{ campaign, outcomes, report, environment: surroundings(), time: new Date().toISOString() },
    subject: await subjectOf(campaign, outcomes),
  });
  const texts: Readonly<Record<string, () => string>> = {
    "results.json": () => jsonText(campaign, outcomes, report),
    "chart.svg": () => chartSvg(campaign.name, outcomes, say),
    "junit.xml": () => junitText(campaign.name, outcomes, started, hostname()),
    "evidence.json": () => `${JSON.stringify(evidence, null, 2)}\n`,
  };
  let isWritten = true;
  if (isKept)
    for (const [name, text] of Object.entries(texts)) isWritten = put(join(folder, name), text()) && isWritten;
  for (const [option, name] of [
    ["junit", "junit.xml"],
    ["chart", "chart.svg"],
  ] as const) {
    const file = options.value(option);
    if (file !== undefined) isWritten = put(file, texts[name]?.() ?? "") && isWritten;
  }
  const statements = options.value("evidence");
  if (statements !== undefined) isWritten = add(statements, evidence) && isWritten;
  const png = options.value("png");
  const pictures = [...(isKept ? [join(folder, "chart.png")] : []), ...(png === undefined ? [] : [png])];
  isWritten = (await putPng(pictures, texts["chart.svg"]?.() ?? "")) && isWritten;
  if (!options.has("no-experience")) await keepExperience(request);
  return { isWritten, folder: isKept ? folder : undefined };
}

/** The script's bundle; where that is not what was run any more, the script as it was. */
async function subjectOf({ script }: Campaign, outcomes: CampaignResult["outcomes"]): Promise<Subject> {
  const name = relative(process.cwd(), script);
  const bundle = await bundleOf(script);
  const now = isUnprepared(bundle) ? undefined : bundle.files[0]?.bytes;
  const other = outcomes
    .flatMap(({ scriptHash }) => scriptHash || [])
    .find((hash) => now !== undefined && now !== `sha256:${hash}`);
  const own = isUnprepared(bundle) ? undefined : bundle.digest.replace("sha256:", "");
  const first = outcomes.flatMap(({ scriptHash }) => scriptHash || [])[0];
  return { name, digest: { sha256: other ?? own ?? first ?? "0".repeat(64) } };
}

/** Adds a line to a file of statements. */
function add(file: string, evidence: Statement): boolean {
  return written(file, () => appendFileSync(file, statementLine(evidence)));
}

/** A file a campaign and seed, in the state folder; a campaign that is made again replaces its own. */
async function keepExperience({ campaign, result }: ResultsRequest): Promise<void> {
  const experience = experienceOf(result.outcomes, hostname());
  const { stateFolder, makeFolder } = await openInjecting();
  const state = stateFolder();
  if (state === undefined || experience.length === 0) return;
  const folder = join(state, "experience");
  try {
    makeFolder(folder);
    const { createHash } = process.getBuiltinModule("node:crypto");
    const id = createHash("sha256").update(`${campaign.path}\0${campaign.seed}`).digest("hex").slice(0, 12);
    writeFileSync(join(folder, `${campaign.name}-${id}.jsonl`), experienceText(experience), { mode: 0o600 });
  } catch {
    // A state folder that cannot be written is no reason to call the campaign a failure.
  }
}

/** Where this machine has no library for PNG, there is the SVG. */
async function putPng(files: readonly string[], svg: string): Promise<boolean> {
  if (files.length === 0) return true;
  try {
    const { toPng } = await import("../../pictures/index.ts");
    const bytes = await toPng(svg);
    return files.map((file) => put(file, bytes)).every(Boolean);
  } catch (thrown) {
    tell(`dscript: there is no chart as PNG: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return true;
  }
}

function put(file: string, text: string | Uint8Array): boolean {
  return written(file, () => writeFileSync(file, text));
}

function written(file: string, write: () => void): boolean {
  try {
    write();
    return true;
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    refuseWords(`${file} cannot be written: ${code}`, "name a file in a folder that is there, and yours");
    return false;
  }
}
