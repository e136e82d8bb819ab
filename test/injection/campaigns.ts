// Campaigns run as a user runs them, in a folder of the test's own; and their results.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunOutcome } from "../../src/injection/index.ts";
import { type Ended, runDscript } from "../run-dscript.ts";

export interface Results {
  readonly runs: readonly RunOutcome[];
  readonly unexpected: number;
  readonly coverage: { readonly covered: number; readonly all: number };
  readonly confusion: { readonly first: number; readonly all: number };
}

export interface Place {
  readonly folder: string;
  readonly write: (name: string, text: string) => string;
  readonly inject: (...words: string[]) => Promise<Ended>;
  /** What `--json` gave. */
  readonly results: (...words: string[]) => Promise<Results>;
  readonly remove: () => void;
}

export function createPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), "dscript-bad-weather-"));
  mkdirSync(join(folder, "tmp"));
  const env = { TMPDIR: join(folder, "tmp") };
  const inject = (...words: string[]): Promise<Ended> => runDscript(folder, ["inject", ...words], env);
  return {
    folder,
    inject,
    write: (name, text) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    results: async (...words) => {
      const ended = await inject(...words, "--json");
      if (ended.out === "") throw new Error(`it gave nothing: ${ended.code} ${ended.error}`);
      return JSON.parse(ended.out) as Results;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A fault and what became of it: "failed 71 SystemFault". */
export function shortly({ runs }: Results): Readonly<Record<string, string>> {
  return Object.fromEntries(
    runs.map((run) => {
      const first = run.verdict?.ranked[0]?.class ?? "-";
      return [run.fault, run.state === "ran" ? `${run.end} ${run.status} ${first}` : `${run.state} ${run.why}`];
    }),
  );
}

export function textIn(folder: string, name: string): string {
  return readFileSync(join(folder, name), "utf8");
}
