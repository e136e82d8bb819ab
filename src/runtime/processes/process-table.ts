/** The processes of this machine, read from /proc: who belongs to whom, and who carries a cookie. */

import { readdirSync, readFileSync } from "node:fs";
import { cookieName } from "./environment-block.ts";

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** In clock ticks since the boot. */
  readonly started: string;
  /** It has ended and waits for its parent. */
  readonly isZombie: boolean;
  /** Its environment holds one of the tokens in a cookie. */
  readonly hasToken: boolean;
}

/** All processes but this one; `tokens` are looked for in the environments that may be read. */
export function scanProcesses(tokens: readonly string[]): readonly ProcessEntry[] {
  const wanted = new Set(tokens);
  const entries: ProcessEntry[] = [];
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    const status = readText(`/proc/${name}/stat`);
    if (status === "") continue;
    // The program's name stands in parentheses and may hold anything; the last one closes it.
    const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
    entries.push({
      pid,
      parent: Number(fields[1]),
      group: Number(fields[2]),
      session: Number(fields[3]),
      started: fields[19] ?? "",
      isZombie: fields[0] === "Z" || fields[0] === "X",
      hasToken: wanted.size > 0 && carries(readText(`/proc/${name}/environ`), wanted),
    });
  }
  return entries;
}

/** The tokens of a process's cookie: its own command's last, those of the engines around it ahead. */
export function cookieTokens(environment: string): readonly string[] {
  const key = `${cookieName}=`;
  const at = environment.startsWith(key) ? 0 : environment.indexOf(`\0${key}`) + 1;
  if (at === 0 && !environment.startsWith(key)) return [];
  const end = environment.indexOf("\0", at);
  return environment.slice(at + key.length, end === -1 ? undefined : end).split(":");
}

/** Processes that commands of this run have left running, by the number of their command. */
export function daemonsOf(runId: string): readonly { readonly pid: number; readonly number: number }[] {
  const found: { pid: number; number: number }[] = [];
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    const token = cookieTokens(readText(`/proc/${name}/environ`)).find((candidate) => candidate.startsWith(`${runId}.`));
    if (token !== undefined) found.push({ pid, number: Number(token.slice(runId.length + 1)) });
  }
  return found;
}

function carries(environment: string, wanted: ReadonlySet<string>): boolean {
  return cookieTokens(environment).some((token) => wanted.has(token));
}

/** A file of /proc; empty where the process has gone, or is not ours to read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
