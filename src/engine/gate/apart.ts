/** Whether a run that says it is a rehearsal is one: variables say so, and anybody can set variables. */

import { lstatSync, readFileSync, statfsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { injectionVariable, sandboxVariable } from "../../runtime/index.ts";
import { workerVariable } from "../testing/test-environment.ts";

/** File systems of which nothing is left once a world ends (statfs(2)). */
const passing: readonly number[] = [0x794c7630, 0x01021994];

/** What the world of a dry run or of a campaign has, and no host: only whoever makes a world can mount something there. */
const ownMount = "/.dscript-inject";

/** Ancestors that are asked: a test that starts a script stands near. */
const mostAncestors = 32;

/** `isRehearsed`: the variable of a dry run was set. True where nothing that the run does outlasts it, or a test of ours has started it. */
export function isReallyApart(isRehearsed: boolean, environment: NodeJS.ProcessEnv = process.env): boolean {
  const sandbox = environment[sandboxVariable];
  if (sandbox !== undefined && !isOfTest(sandbox)) return false;
  const needsWorld = isRehearsed || environment[injectionVariable] !== undefined;
  return !needsWorld || isInWorld();
}

function isInWorld(): boolean {
  try {
    // proc_pid_mountinfo(5): the fifth field is where it is mounted.
    const isMounted = readFileSync("/proc/self/mountinfo", "utf8")
      .split("\n")
      .some((line) => line.split(" ")[4] === ownMount);
    return isMounted && passing.includes(statfsSync("/").type);
  } catch {
    return false;
  }
}

/** What holds in the test lies in the folder of a process of `dscript test`, which this one descends from; nobody else writes there. */
function isOfTest(sandbox: string): boolean {
  const uid = process.geteuid?.() ?? -1;
  try {
    const { uid: owner, mode } = lstatSync(sandbox);
    if (owner !== uid || (mode & 0o022) !== 0) return false;
    let pid = process.ppid;
    for (let asked = 0; asked < mostAncestors && pid > 1; asked += 1) {
      const request = requestOf(pid);
      if (request !== undefined) return resolve(sandbox).startsWith(`${dirname(request)}/`);
      pid = parentOf(pid);
    }
  } catch {
    // What cannot be seen is not believed.
  }
  return false;
}

/** The request of an engine that runs a file's tests; undefined where the process is none. */
function requestOf(pid: number): string | undefined {
  const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  const own = process.argv[1] ?? "";
  if (words[words.indexOf(own) + 1] !== "test" || !words.includes(own)) return undefined;
  const start = `${workerVariable}=`;
  const found = readFileSync(`/proc/${pid}/environ`, "utf8")
    .split("\0")
    .find((each) => each.startsWith(start));
  return found?.slice(start.length);
}

function parentOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // proc_pid_stat(5): behind the name in parentheses come the state and the parent.
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}
