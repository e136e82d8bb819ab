// A soak of endings: runs are killed at random points, and nothing of theirs may be left running a second later.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dscript, environment } from "../programs.ts";
import { median, plot } from "./plot.ts";
import { commandLineOf, withEnvironment } from "./processes.ts";
import { randomFrom } from "./random.ts";
import type { Finding } from "./report.ts";

const script = `
Job one = $(sh -c "sleep 30 & setsid sleep 30 & wait" &)
Job two = $(sleep 30 &)
while (true) {
  /bin/true
  sh -c "sleep 0.01; sleep 0.01" | cat | cat > /dev/null
  String said = $(sh -c "sleep 0.01; echo said")
  ( sleep 0.01; sh -c "setsid sleep 0.02" ) > /dev/null
}
`;
const signals = ["SIGKILL", "SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"] as const;
/** The longest that a run lives, and what is promised for its commands, in milliseconds. */
const longestLife = 800;
const promised = 1000;
const patience = 20_000;

export async function soakKills(count: number, seed: number, onProgress: (text: string) => void): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), "dscript-soak-"));
  const random = randomFrom(seed);
  const took: number[] = [];
  const problems: string[] = [];
  try {
    writeFileSync(join(folder, "kills.dscript"), script);
    for (let index = 0; index < count; index++) {
      const signal = signals[random(signals.length)] ?? "SIGKILL";
      const life = random(longestLife);
      onProgress(`kills: ${index} of ${count}`);
      const gone = await killOne(folder, `DSCRIPT_SOAK=${process.pid}-${index}`, signal, life);
      if (typeof gone === "number") took.push(gone);
      else problems.push(`run ${index}, ${signal} after ${life} ms: ${gone}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const late = took.filter((each) => each > promised).length;
  const says = `${count} runs killed; all of theirs had ended ${Math.round(median(took))} ms later (median), ${Math.max(0, ...took).toFixed(0)} ms at most, ${late} later than ${promised} ms; ${problems.length} problems`;
  return {
    title: "Kills at random points",
    says,
    plots: [plot("until nothing ran any more", "ms", took.map(Math.round))],
    problems,
  };
}

/** How long after the kill the last process with the mark had ended, in milliseconds, or what went wrong. */
async function killOne(folder: string, mark: string, signal: NodeJS.Signals, life: number): Promise<number | string> {
  const [name = "", value = ""] = mark.split("=");
  const child = spawn(dscript, ["run", "kills.dscript"], {
    cwd: folder,
    env: { ...environment(folder), [name]: value },
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  await new Promise((resolve) => setTimeout(resolve, life));
  // A run that ended by itself was not killed.
  if (child.exitCode !== null) return `it had ended by itself with ${child.exitCode}`;
  child.kill(signal);
  const killed = performance.now();
  const over = await Promise.race([ended.then(() => true), new Promise((resolve) => setTimeout(resolve, patience))]);
  let left = withEnvironment(mark);
  while (left.length > 0 && performance.now() - killed < patience) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    left = withEnvironment(mark);
  }
  const gone = performance.now() - killed;
  const lines = left.map(commandLineOf);
  if (over !== true) lines.unshift("the engine itself");
  for (const pid of left) process.kill(pid, "SIGKILL");
  return left.length > 0 ? `left running: ${lines.join("; ")}` : gone;
}
