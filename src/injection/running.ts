/** Which process runs a campaign: so that none runs twice, and that one can be stopped from elsewhere. */

import { appendFileSync, lstatSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { removeTree } from "../runtime/index.ts";

const fileName = "running";

/** Notes this process; the number of another one that runs the campaign, if one does. */
export function claimRunning(folder: string): number | undefined {
  const other = runningIn(folder);
  if (other !== undefined) return other;
  removeLeft(folder);
  writeFileSync(join(folder, fileName), `${process.pid} ${startOf(process.pid) ?? ""}\n`);
  return undefined;
}

/** Notes the folder that it makes for its runs: where it is killed, the next campaign here removes that. */
export function noteRoot(folder: string, root: string): void {
  appendFileSync(join(folder, fileName), `${root}\n`);
}

/** Removes what a killed campaign has left. */
function removeLeft(folder: string): void {
  const [, root = ""] = textOf(join(folder, fileName)).split("\n");
  if (!/^dscript-inject-\w{6}$/.test(basename(root))) return;
  try {
    const status = lstatSync(root);
    if (status.isDirectory() && status.uid === process.geteuid?.()) removeTree(root);
  } catch {
    // It is gone, or stays for the system to remove.
  }
}

export function endRunning(folder: string): void {
  rmSync(join(folder, fileName), { force: true });
}

/** The process that runs the campaign whose results lie there; undefined where none does. */
export function runningIn(folder: string): number | undefined {
  const [pid, start] = (textOf(join(folder, fileName)).split("\n", 1)[0] ?? "").split(" ");
  const number = Number(pid);
  // A process that has its number now, and began at another time, is somebody else.
  return number > 0 && start !== undefined && start === startOf(number) ? number : undefined;
}

/** When a process began, in the kernel's ticks (proc(5), stat, field 22). */
function startOf(pid: number): string | undefined {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
