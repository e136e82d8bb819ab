/** Runs the tests of several files beside each other, each file in a process of its own, with the runtime's own means. */

import { mkdirSync, mkdtempSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Flow } from "../../records/index.ts";
import { createRuntime, removeTree } from "../../runtime/index.ts";
import { signalOf } from "../signal-of.ts";
import { watchSignals } from "../signals.ts";
import { type FileResult, isFailed } from "./file-result.ts";
import { type FileRequest, FileRun, isCut } from "./file-run.ts";
import type { TestFile } from "./find.ts";
import { poolOptions } from "./pool-options.ts";

export interface PoolRequest extends FileRequest {
  /** Each with the places of the tests that are to run. */
  readonly files: readonly { readonly file: TestFile; readonly chosen: readonly number[] }[];
  /** How many at a time. */
  readonly parallel: number;
  /** Told of each file when its tests have ended. */
  readonly onFile: (result: FileResult) => void;
}

export interface PoolResult {
  readonly files: readonly FileResult[];
  /** The signal that ended it. */
  readonly signal?: string;
}

/** What a pool calls of the library: it waits for its workers as a script for its jobs. */
const joinKey = "Job.join";

/** Runs them all. A signal ends what runs; what is known by then is in the result. */
export async function runPool(request: PoolRequest): Promise<PoolResult | { readonly problem: string }> {
  const base = process.env["TMPDIR"] || "/tmp";
  let root: string;
  try {
    root = mkdtempSync(join(resolve(base), "dscript-test-"));
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    return { problem: `no folder for tests can be made in ${base}: ${code}` };
  }
  const runtime = createRuntime(poolOptions());
  await runtime.prepare({ code: `rt.library["${joinKey}"]` });
  const { run } = runtime;
  const unwatch = watchSignals(run);
  const results: (FileResult | undefined)[] = request.files.map(() => undefined);
  let next = 0;
  let isOver = false;
  const slot = async (flow: Flow): Promise<number> => {
    for (let at = next++; at < request.files.length && !isOver; at = next++) {
      const { file, chosen } = request.files[at] as (typeof request.files)[number];
      const folder = join(root, String(at + 1));
      mkdirSync(folder);
      const known = new FileRun(runtime, request, { file, chosen, folder });
      try {
        await known.run(flow);
      } finally {
        const result = known.result();
        results[at] = result;
        if (!isCut(run) || result.tests.length > 0) request.onFile(result);
        if (request.bail && isFailed(result)) isOver = true;
      }
    }
    return 0;
  };
  const waited = async (): Promise<void> => {
    const jobs = Array.from({ length: Math.min(request.parallel, request.files.length) }, () =>
      runtime.api.job(runtime.flow, 0, slot),
    );
    const wait = runtime.api.library[joinKey] as (flow: Flow, site: number, job: unknown) => unknown;
    for (const job of jobs) await wait(runtime.flow, 0, job);
  };
  const ended = (await signalOf(waited)) ?? (await signalOf(runtime.finish));
  // Once it is interrupted, what runs is ended here.
  if (ended !== undefined) await signalOf(runtime.finish);
  unwatch();
  const files = results.filter((each) => each !== undefined);
  if (!files.some(({ tests }) => tests.some(({ kept }) => kept !== undefined))) removeAll(root);
  return ended === undefined ? { files } : { files, signal: ended };
}

function removeAll(root: string): void {
  try {
    removeTree(root);
  } catch {
    // Somebody whom a test has started still writes there, with other rights: it stays for the system to remove.
  }
}
