/** A run that a test has started with `Test.run`: it finds what holds there in a file that its environment names. */

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { clockFile, loadRolesInTest, type RunOptions, type SandboxFile, sandboxVariable } from "../../runtime/index.ts";
import { bundleOf, digestOf } from "../bundle.ts";
import type { Runnable } from "../runnable.ts";
import { isUnprepared } from "../unprepared.ts";
import { type CoverageReport, countersFor, countsOf } from "./coverage-report.ts";

export interface Sandboxed {
  /** What the run's options get. */
  readonly options: (
    runnable: Runnable,
  ) => Pick<RunOptions, "sandbox" | "counters" | "lockFolder" | "notifyRole" | "approve">;
  /** The D-Case that the command line of the tests names. */
  readonly caseFile: string | undefined;
  /** Its program needs counters. */
  readonly isCovered: boolean;
  /** Leaves what was covered where the test looks for it. */
  readonly end: (name: string, runId: string, runnable: Runnable) => Promise<void>;
}

/** What the environment says; undefined where the file is not there any more: the test is over. */
export async function readSandbox(): Promise<Sandboxed | undefined> {
  const file = process.env[sandboxVariable];
  const content = file === undefined ? undefined : readContent(file);
  if (file === undefined || content === undefined) return undefined;
  const { coverage, fakes } = content;
  let counters: Float64Array | undefined;
  const roles = await loadRolesInTest(dirname(fakes));
  return {
    isCovered: coverage !== null,
    caseFile: content.caseFile,
    options: ({ program }) => {
      counters = countersFor(program);
      return {
        sandbox: { ...content, onEnd: (time) => writeFileSync(clockFile(file), String(time)) },
        counters,
        ...roles,
        lockFolder: join(dirname(fakes), "locks"),
      };
    },
    async end(name, runId, { files, program }) {
      if (coverage === null || counters === undefined) return;
      const bundle = await bundleOf(name);
      if (isUnprepared(bundle)) return;
      const digests = new Map(bundle.files.map((file) => [file.file, file.canonical]));
      const report: CoverageReport = {
        bundle: bundle.digest,
        files: files.map(({ path, bytes }) => ({ path, digest: digests.get(path) ?? "", bytes: digestOf(bytes) })),
        points: program.points ?? [],
        counts: countsOf(counters),
      };
      writeFileSync(join(coverage, `${runId}.json`), JSON.stringify(report));
    },
  };
}

function readContent(file: string): SandboxFile | undefined {
  try {
    // Test.run of this very version wrote it.
    return JSON.parse(readFileSync(file, "utf8")) as SandboxFile;
  } catch {
    return undefined;
  }
}
