// Runs the contenders of a case in turn and keeps what each run took.
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Case, Contender } from "./case.ts";
import { environment } from "./programs.ts";

/** What was measured of one contender: whole processes, from before their start until after their end. */
export interface Measured {
  readonly contender: Contender;
  /** Milliseconds of the whole work, one a round. */
  readonly times: readonly number[];
  /** The most memory that the started process itself (not its children) ever held, in MiB. */
  readonly peak: number;
  readonly failure?: string;
}

/** Measures every contender once a round, after a round that does not count; a contender that fails is left out from then on. */
export async function measure(bench: Case, rounds: number, onRun: (text: string) => void): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "dscript-bench-"));
  try {
    for (const [path, text] of Object.entries(bench.files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    bench.prepare?.(folder);
    const kept = bench.contenders.map((contender) => ({ contender, times: [] as number[], peak: 0, failure: "" }));
    for (let round = 0; round <= rounds; round++) {
      for (const entry of kept) {
        if (entry.failure !== "" || round > (entry.contender.runs ?? rounds)) continue;
        onRun(`${bench.name}: ${entry.contender.name}, ${round === 0 ? "warm-up" : `round ${round} of ${rounds}`}`);
        const run = await runOnce(entry.contender, folder, bench.showsMemory === true);
        if (run.failure !== undefined) entry.failure = run.failure;
        else if (round > 0) entry.times.push(run.ms / (entry.contender.share ?? 1));
        entry.peak = Math.max(entry.peak, run.peak);
      }
    }
    return kept.map(({ failure, ...rest }) => (failure === "" ? rest : { ...rest, failure }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runOnce(contender: Contender, folder: string, watchesMemory: boolean) {
  const { argv, prints, exits = 0 } = contender;
  const out = openSync(join(folder, ".out"), "w");
  const err = openSync(join(folder, ".err"), "w");
  const started = performance.now();
  const child = spawn(argv[0] ?? "", argv.slice(1), {
    cwd: join(folder, contender.folder ?? "."),
    stdio: ["ignore", out, err],
    env: environment(folder),
  });
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, peakOf(child.pid ?? 0));
  };
  const watch = watchesMemory ? setInterval(look, 10) : undefined;
  const ended = await new Promise<string>((resolve) => {
    child.on("error", (cause) => resolve(cause.message));
    child.on("exit", (status, signal) => resolve(String(status ?? signal)));
  });
  const ms = performance.now() - started;
  clearInterval(watch);
  closeSync(out);
  closeSync(err);
  const said = readFileSync(join(folder, ".out"), "utf8");
  if (ended !== String(exits)) {
    const why = readFileSync(join(folder, ".err"), "utf8").trim().split("\n", 1).join();
    return { ms, peak, failure: `ended with ${ended}: ${why}` };
  }
  if (prints !== undefined && said.trim() !== prints)
    return { ms, peak, failure: `printed ${JSON.stringify(said.slice(0, 60))}` };
  return { ms, peak };
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
