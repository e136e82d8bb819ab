// A soak of logs: writers are killed with SIGKILL while they append; what they acknowledged is there, and the log verifies each time.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isProblem, verifyLog } from "../../src/ledger/index.ts";
import { signedHold } from "../log-entries.ts";
import { dscript, environment } from "../programs.ts";
import { randomFrom } from "./random.ts";
import type { Finding } from "./report.ts";

const writers = 2;
/** Kills until another log is begun, so that a verification stays short. */
const killsOfOneLog = 20;
/** How long a writer lives at most once it has begun to acknowledge, in milliseconds. */
const longestLife = 60;
const patience = 30_000;

interface Ack {
  readonly entry: number;
  readonly leaf: string;
}

export async function soakLogs(count: number, seed: number, onProgress: (text: string) => void): Promise<Finding> {
  const random = randomFrom(seed);
  const problems: string[] = [];
  let [acknowledged, interrupted] = [0, 0];
  for (let done = 0; done < count; done += killsOfOneLog) {
    const folder = mkdtempSync(join(tmpdir(), "dscript-log-"));
    const log = join(folder, "log");
    try {
      const made = spawnSync(dscript, ["log", "init", log, "--origin", "soak"], { env: environment(folder) });
      if (made.status !== 0) problems.push(`init ended with ${made.status}: ${made.stderr}`);
      const acks: Ack[] = [];
      for (let kill = done; kill < Math.min(count, done + killsOfOneLog); kill += writers) {
        onProgress(`logs: ${kill} of ${count}`);
        const found = await Promise.all(
          Array.from({ length: writers }, (_, at) => killedWriter(folder, `${kill + at}`, random)),
        );
        for (const each of found)
          if (typeof each === "string") problems.push(`kill ${kill} (seed ${seed}): ${each}`);
          else acks.push(...each);
        const state = verifyLog(log);
        if (isProblem(state)) problems.push(`kill ${kill} (seed ${seed}): ${state.message}`);
        else {
          if (state.behind.entries + state.behind.bytes > 0) interrupted += 1;
          for (const { message } of state.findings) problems.push(`kill ${kill} (seed ${seed}): ${message}`);
        }
      }
      acknowledged += acks.length;
      problems.push(...lost(join(log, "entries.jsonl"), acks).map((each) => `${each} (seed ${seed})`));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  if (acknowledged === 0) problems.push("no writer acknowledged anything");
  const says = `${count} writers killed, ${writers} at a time: ${acknowledged} entries acknowledged, ${interrupted} times something was left to take up or cut off; ${problems.length} problems`;
  return { title: "Logs whose writers are killed", says, plots: [], problems };
}

/** What a writer acknowledged until it was killed; a sentence where it never did. */
async function killedWriter(
  folder: string,
  name: string,
  random: (limit: number) => number,
): Promise<readonly Ack[] | string> {
  const life = random(longestLife * 1000) / 1000;
  const child = spawn(dscript, ["log", "append", "log", "-", "--json"], { cwd: folder, env: environment(folder) });
  let [said, wrong] = ["", ""];
  child.stderr.on("data", (chunk) => {
    wrong += chunk;
  });
  const begun = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk) => {
      said += chunk;
      resolve();
    });
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  feed(child, name);
  await Promise.race([begun, ended, new Promise((resolve) => setTimeout(resolve, patience))]);
  await new Promise((resolve) => setTimeout(resolve, life));
  if (child.exitCode !== null) return `a writer ended by itself with ${child.exitCode}: ${wrong}`;
  child.kill("SIGKILL");
  await ended;
  // An acknowledgement that is cut short is none.
  const lines = said.split("\n").slice(0, -1);
  return lines.length === 0 ? `a writer acknowledged nothing: ${wrong}` : lines.map((line) => JSON.parse(line) as Ack);
}

/** Lines without end, a few at a time. */
function feed({ stdin }: ChildProcess, name: string): void {
  let number = 0;
  const timer = setInterval(() => {
    for (let each = 0; each < 5; each += 1) stdin?.write(`${signedHold(`${name}: ${number++}`)}\n`);
  }, 3);
  // It goes away under the feeder's hands.
  stdin?.on("error", () => clearInterval(timer));
  stdin?.on("close", () => clearInterval(timer));
}

function lost(path: string, acks: readonly Ack[]): readonly string[] {
  const leaves = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => !line.startsWith('{"checkpoint":'))
    .map((line) => createHash("sha256").update(Buffer.of(0)).update(line).digest("hex"));
  return acks
    .filter(({ entry, leaf }) => leaves[entry] !== leaf)
    .map(({ entry }) => `entry ${entry} was acknowledged, and is not there`);
}
