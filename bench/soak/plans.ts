// A soak of plans: engines are killed with SIGKILL at random points of a plan, of its undo and of its resumption; in the end all of it is done, or nothing.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dscript, environment } from "../programs.ts";
import { randomFrom } from "./random.ts";
import type { Finding } from "./report.ts";

const tasks = 5;

/** A task a file: done when it is there, undone when it is gone. The task `last` fails where it is asked to. */
const script = `
param boolean fails = false
task make(int n)
  post { test -f "made/${"${n}"}" }
  remember { String before = "none" }
{
  touch "half/${"${n}"}"
  sh -c "sleep 0.00$(echo ${"${n}"})"
  mv "half/${"${n}"}" "made/${"${n}"}"
} undo {
  rm -f "half/${"${n}"}" "made/${"${n}"}"
}
task configure(int n) {
  atomic ("tree") {
    sh -c 'echo $1 > tree/$1; sleep 0.005; echo $1 >> tree/all' x "${"${n}"}"
  }
}
task last(boolean fails) {
  if (fails) test -e /nonexistent
} undo { }
plan all(boolean fails) {
  for (int n in [${Array.from({ length: tasks }, (_, index) => index + 1).join(", ")}]) make(n)
  configure(1)
  configure(2)
  parallel {
    make(8)
    make(9)
  }
  last(fails)
}
all(fails)
`;

type Aim = "resume" | "undo";

export async function soakPlans(count: number, seed: number, onProgress: (text: string) => void): Promise<Finding> {
  const random = randomFrom(seed);
  const problems: string[] = [];
  let killed = 0;
  for (let index = 0; index < count; index += 1) {
    onProgress(`plans: ${index} of ${count}`);
    const fails = random(2) === 1;
    const aim: Aim = random(2) === 1 ? "resume" : "undo";
    const kills = Array.from({ length: 1 + random(3) }, () => ({ lines: 1 + random(27), delay: random(12) }));
    const { problem, deaths } = await killPlan({ fails, aim, kills });
    killed += deaths;
    if (problem !== undefined) problems.push(`run ${index} (seed ${seed}): ${problem}`);
  }
  if (killed === 0) problems.push("no engine was killed: the plans did not run");
  const says = `${count} plans, ${killed} engines killed: each plan was done in the end, or nothing of it was left; ${problems.length} problems`;
  return { title: "Plans whose engines are killed", says, plots: [], problems };
}

interface Case {
  readonly fails: boolean;
  readonly aim: Aim;
  /** When each engine is killed: once the journal has so many lines, so many milliseconds later. */
  readonly kills: readonly { readonly lines: number; readonly delay: number }[];
}

async function killPlan({ fails, aim, kills }: Case): Promise<{ problem: string | undefined; deaths: number }> {
  const folder = mkdtempSync(join(tmpdir(), "dscript-plans-"));
  try {
    for (const name of ["half", "made", "tree"]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, "plan.dscript"), script);
    const first = ["run", "plan.dscript", ...(fails ? ["--fails"] : [])];
    let deaths = 0;
    let words: readonly string[] = first;
    for (const kill of kills) {
      if (await killed(folder, words, kill)) deaths += 1;
      words = [aim, ...runsIn(folder)];
      if (words.length === 1) return { problem: undefined, deaths };
    }
    const { status, stderr } = spawnSync(dscript, words, { cwd: folder, env: environment(folder), encoding: "utf8" });
    return { problem: judged(folder, { fails, aim, kills }, deaths, status, stderr), deaths };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs an engine and kills it where that is asked for; false where it had ended by itself. */
function killed(folder: string, words: readonly string[], when: Case["kills"][number]): Promise<boolean> {
  const child = spawn(dscript, words, { cwd: folder, env: environment(folder), stdio: "ignore" });
  const before = linesIn(folder);
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (linesIn(folder) < before + when.lines) return;
      clearInterval(timer);
      setTimeout(() => child.kill("SIGKILL"), when.delay);
    }, 1);
    child.on("close", (_code, signal) => {
      clearInterval(timer);
      // Whatever it had started ends behind it.
      setTimeout(() => resolve(signal === "SIGKILL"), 300);
    });
  });
}

function runsIn(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, "dscript/runs"));
  } catch {
    return [];
  }
}

function linesIn(folder: string): number {
  const [run = ""] = runsIn(folder);
  try {
    return readFileSync(join(folder, "dscript/runs", run, "journal"), "utf8").split("\n").length - 1;
  } catch {
    return 0;
  }
}

/** All that was to be made is there, or nothing of it; and nothing half made. */
function judged(folder: string, { fails, aim }: Case, deaths: number, status: number | null, said: string) {
  const made = readdirSync(join(folder, "made")).length;
  const half = readdirSync(join(folder, "half")).length;
  const trees = readdirSync(join(folder, "tree")).sort().join();
  const wanted = fails || aim === "undo" ? 0 : tasks + 2;
  // A plan that is done, whose trees are committed, is not taken back any more.
  if (aim === "undo" && !fails && /cannot be taken back: its plan is done/.test(said))
    return half === 0 && made === tasks + 2 && trees === "1,2,all"
      ? undefined
      : `done, and ${made} made, tree ${trees}`;
  const isWanted = deaths > 0 ? made === wanted : made === 0 || made === tasks + 2;
  if (half === 0 && isWanted && trees === (made === 0 ? "" : "1,2,all")) return undefined;
  return `${aim}${fails ? " of a failing plan" : ""}: ${made} made, ${half} half made, tree ${trees}, ${wanted} wanted; exit ${status}: ${said.slice(0, 300)}`;
}
