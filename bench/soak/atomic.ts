// A soak of blocks that are atomic: engines are killed with SIGKILL at random moments; the next start leaves all that the block has written, or nothing.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dscript, environment } from "../programs.ts";
import { randomFrom } from "./random.ts";
import type { Finding } from "./report.ts";

const files = 200;

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
  const milliseconds = Math.ceil(performance.now() - began);
  if (status !== 0) problems.push(`without a kill it ended with ${status}: ${stderr}`);
  const after = stateOf(whole);
  rmSync(whole, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    onProgress(`atomic: ${index} of ${count}`);
    const folder = planted();
    const before = stateOf(folder);
    const delay = random(milliseconds + 50);
    await killed(folder, delay);
    const next = start(folder, "nothing.dscript");
    const now = stateOf(folder);
    const place = `run ${index} (seed ${seed}), killed after ${delay} ms`;
    if (now === before) seen.before += 1;
    else if (now.replace(/@\d+/g, "") === after.replace(/@\d+/g, "")) seen.after += 1;
    else problems.push(`${place}: something between remains`);
    if (next.status !== 0) problems.push(`${place}: the next start ended with ${next.status}`);
    const left = readdirSync(folder).filter((name) => name.startsWith(".dscript-"));
    if (left.length > 0) problems.push(`${place}: ${left.join(", ")} is left`);
    rmSync(folder, { recursive: true, force: true });
  }
  if (seen.before === 0) problems.push("no engine was killed in time");
  const says = `${count} engines killed: ${seen.before} blocks taken back, ${seen.after} committed; ${problems.length} problems`;
  return { title: "Atomic blocks whose engines are killed", says, plots: [], problems };
}

function planted(): string {
  const folder = mkdtempSync(join(tmpdir(), "dscript-atomic-"));
  mkdirSync(join(folder, "tree/sub"), { recursive: true });
  for (let at = 0; at < files; at += 1) writeFileSync(join(folder, `tree/${at}.txt`), `${at}\n`);
  writeFileSync(join(folder, "tree/sub/x"), "x\n");
  writeFileSync(join(folder, "script.dscript"), script);
  writeFileSync(join(folder, "nothing.dscript"), "");
  return folder;
}

function start(folder: string, name: string) {
  return spawnSync(dscript, ["run", name], { cwd: folder, env: environment(folder), encoding: "utf8" });
}

function killed(folder: string, delay: number): Promise<void> {
  const child = spawn(dscript, ["run", "script.dscript"], { cwd: folder, env: environment(folder), stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), delay);
  return new Promise((resolve) => {
    child.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Names, contents and times. */
function stateOf(folder: string): string {
  return readdirSync(join(folder, "tree"), { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => {
      const path = join(folder, "tree", name);
      const { mtimeNs } = statSync(path, { bigint: true });
      return `${name} ${statSync(path).isFile() ? readFileSync(path, "utf8") : ""} @${mtimeNs}`;
    })
    .join("\n");
}
