/** Files of /proc as texts; what is not there, or not ours to look at, is empty. */

import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync } from "node:fs";

export function procText(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, "latin1");
  } catch {
    return "";
  }
}

export function procLink(path: string): string {
  try {
    return readlinkSync(`/proc/${path}`);
  } catch {
    return "";
  }
}

/** The numbers that a folder's entries are, at most so many. */
export function procNumbers(path: string, most: number): readonly number[] {
  try {
    return readdirSync(`/proc/${path}`).slice(0, most).map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Bytes of a process's memory; as far as they may be read. */
export function procMemory(pid: number, address: number, length: number): Buffer {
  const nothing = Buffer.alloc(0);
  let fd: number | undefined;
  try {
    fd = openSync(`/proc/${pid}/mem`, "r");
    const found = Buffer.alloc(length);
    return found.subarray(0, readSync(fd, found, 0, length, address));
  } catch {
    return nothing;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** The text at an address, up to its NUL: a path that a system call was given. */
export function procString(pid: number, address: number): string {
  const page = 4096;
  // What lies behind the page may not be there, and reading would give nothing at all.
  const first = procMemory(pid, address, page - (address % page));
  const end = first.indexOf(0);
  if (end !== -1) return first.toString("utf8", 0, end);
  const more = procMemory(pid, address + first.length, page);
  const whole = Buffer.concat([first, more]);
  const stop = whole.indexOf(0);
  return stop === -1 ? "" : whole.toString("utf8", 0, stop);
}

/** "apt-get (812)"; undefined where there is no such process. */
export function processName(pid: number): string | undefined {
  const name = procText(`${pid}/comm`).trim();
  return name === "" ? undefined : `${Buffer.from(name, "latin1").toString("utf8")} (${pid})`;
}
