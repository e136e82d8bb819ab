// A soak of blocks that are atomic: engines are killed with SIGKILL at random moments; the next start leaves all that the block has written, or nothing.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exact, roughly } from "../../test/sandbox/atomic/snapshot.ts";
import { dscript, environment } from "../programs.ts";
import { randomFrom } from "./random.ts";
import type { Finding } from "./report.ts";

const files = 300;

const script = `atomic ("tree") {
  for (String name in glob("tree/*.txt")) { System.appendText(name, "more\\n") }
  mv tree/sub tree/moved
  rm tree/1.txt tree/2.txt
  mkdir tree/new
  cp tree/3.txt tree/new
}
`;

export async function soakAtomic(count: number, seed: number, onProgress: (text: string) => void): Promise<Finding> {
  const random = randomFrom(seed);
  const problems: string[] = [];
  const seen = { before: 0, after: 0 };
  const whole = planted();
  const began = performance.now();
  const { status, stderr } = start(whole, "script.dscript");
  const milliseconds = performance.now() - began;
  if (status !== 0) problems.push(`without a kill it ended with ${status}: ${stderr}`);
  const after = contents(whole);
  rmSync(whole, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    onProgress(`atomic: ${index} of ${count}`);
    const folder = planted();
    const before = state(folder);
    // Spread from the opening on to behind the end.
    const delay = milliseconds * (0.3 + (0.8 * (index + random(1000) / 1000)) / count);
    await killed(folder, delay);
    const next = start(folder, "nothing.dscript");
    const place = `run ${index} (seed ${seed}), killed after ${Math.round(delay)} ms`;
    if (state(folder) === before) seen.before += 1;
    else if (contents(folder) === after) seen.after += 1;
    else problems.push(`${place}: something between remains`);
    if (next.status !== 0) problems.push(`${place}: the next start ended with ${next.status}`);
    const left = leftIn(folder);
    if (left.length > 0) problems.push(`${place}: ${left.join(", ")} is left`);
    rmSync(folder, { recursive: true, force: true });
  }
  if (seen.before === 0) problems.push("no engine was killed in time");
  const says = `${count} engines killed: ${seen.before} blocks taken back, ${seen.after} committed; ${problems.length} problems`;
  return { title: "Atomic blocks whose engines are killed", says, plots: [], problems };
}

function planted(): string {
  const folder = mkdtempSync("/var/tmp/dscript-atomic-");
  mkdirSync(join(folder, "tree/sub"), { recursive: true });
  for (let at = 0; at < files; at += 1) writeFileSync(join(folder, `tree/${at}.txt`), `${at}\n`);
  writeFileSync(join(folder, "tree/sub/x"), "x\n");
  writeFileSync(join(folder, "script.dscript"), script);
  writeFileSync(join(folder, "nothing.dscript"), "");
  return folder;
}

const around = (folder: string) => ({ cwd: folder, env: environment(join(folder, "state")) });

function start(folder: string, name: string) {
  return spawnSync(dscript, ["run", name], { ...around(folder), encoding: "utf8" });
}

function killed(folder: string, delay: number): Promise<void> {
  const child = spawn(dscript, ["run", "script.dscript"], { ...around(folder), stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), delay);
  return new Promise((resolve) => {
    child.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Everything of the tree, its times to the nanosecond. */
function state(folder: string): string {
  return exact(join(folder, "tree")).join("\n");
}

/** Everything of it but its times, which another run gives anew. */
function contents(folder: string): string {
  return roughly(join(folder, "tree"))
    .map((line) => line.replace(/ @.*/, ""))
    .join("\n");
}

/** What the engine has for itself, and should have cleared away. Where it was killed ahead of its first entry, an empty folder is left for a minute. */
function leftIn(folder: string): readonly string[] {
  const kept = join(folder, "state/dscript/atomic");
  const names = existsSync(kept) ? readdirSync(kept) : [];
  return [
    ...readdirSync(folder).filter((name) => name.startsWith(".dscript-")),
    ...names.flatMap((name) => readdirSync(join(kept, name)).map((each) => join(name, each))),
  ];
}
