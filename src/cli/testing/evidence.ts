/** Tests as evidence: a statement for each file of tests, about the bundles of the scripts that it tests. */

import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { type Statement, type Subject, statement, statementLine } from "../../assurance/index.ts";
import { bundleOf, type FileResult, isUnprepared, openTesting } from "../../engine/index.ts";
import { refuseWords, tell } from "../language.ts";
import { surroundings } from "../surroundings.ts";
import { countStates } from "./counts.ts";
import type { TestOptions } from "./options.ts";

/** Adds a line for each file whose tests were run; false where the file cannot be written. */
export async function addEvidence(
  options: TestOptions,
  results: readonly FileResult[],
  signal: string | undefined,
): Promise<boolean> {
  const { evidence: file } = options;
  if (file === undefined) return true;
  if (signal !== undefined) {
    tell("dscript: the tests were interrupted: they are no evidence\n");
    return true;
  }
  let lines = "";
  for (const result of results) {
    const { passed, failed, unrun } = countStates([result]);
    if (passed + failed + unrun > 0) lines += statementLine(await statementOf(result, options));
  }
  try {
    appendFileSync(file, lines);
    return true;
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    refuseWords(`${file} cannot be written: ${code}`, "name a file in a folder that is there, and yours");
    return false;
  }
}

async function statementOf(result: FileResult, { strict, timeout }: TestOptions): Promise<Statement> {
  const { isFailed, totalCoverage, share, sharesOf } = await openTesting();
  const { passed, failed, skipped } = countStates([result]);
  const { files, bundles } = totalCoverage(result.coverage);
  const measured = result.coverage.length === 0 ? {} : { coverage: share(...sharesOf(files).lines) / 100 };
  return statement("test", await subjectsOf(result, [...bundles.values()].flat()), {
    of: result.file,
    result: isFailed(result) ? "failed" : "passed",
    parts: Object.fromEntries(result.tests.map(({ name, state }) => [name, state])),
    figures: { passed, failed, skipped, seconds: Math.round(result.milliseconds) / 1000, ...measured },
    parameters: { strict, timeout },
    environment: surroundings(),
    time: new Date().toISOString(),
  });
}

/** The file itself, the scripts that it imports or has run whole, and `NAME.dscript` beside `NAME_test.dscript`. */
async function subjectsOf(
  { file, paths }: FileResult,
  covered: readonly { readonly path: string }[],
): Promise<readonly Subject[]> {
  const own = resolve(file);
  const beside = own.replace(/_test\.dscript$/, ".dscript");
  const all = [own, beside, ...paths, ...covered.map(({ path }) => path)];
  const scripts = [...new Set(all)].filter((path) => path.endsWith(".dscript") && existsSync(path));
  const subjects: Subject[] = [];
  for (const path of scripts) {
    const bundle = await bundleOf(path);
    const digest = isUnprepared(bundle) ? undefined : bundle.digest;
    if (digest !== undefined) subjects.push({ name: nameOf(path), digest: { sha256: digest.replace("sha256:", "") } });
  }
  // What cannot be read has failed, whatever its digest is.
  if (subjects.length > 0) return subjects;
  return [{ name: nameOf(own), digest: { sha256: createHash("sha256").update(bytesOf(own)).digest("hex") } }];
}

function nameOf(path: string): string {
  const name = relative(process.cwd(), path);
  return name.startsWith("../") ? path : name;
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    return new Uint8Array();
  }
}
