/** A mounted file system: how full it is, and how it is mounted. */

import { promises, readFileSync } from "node:fs";

export interface Disk {
  /** Bytes. */
  readonly total: number;
  readonly used: number;
  readonly free: number;
  /** What others than root may still write. */
  readonly available: number;
  /** How much of it is used, in percent, as df(1) rounds it. */
  readonly percent: number;
  /** 0 where the file system does not count them. */
  readonly inodes: number;
  readonly inodesFree: number;
  readonly type: string;
  readonly mount: string;
  readonly device: string;
  readonly isReadOnly: boolean;
}

/** The file system that a path lies on. A file server that does not answer keeps only this call waiting. */
export async function diskOf(location: string | Buffer): Promise<Disk> {
  const [status, path] = await Promise.all([promises.statfs(location), promises.realpath(location)]);
  const { bsize, blocks, bfree, bavail, files, ffree } = status;
  const used = blocks - bfree;
  return {
    total: blocks * bsize,
    used: used * bsize,
    free: bfree * bsize,
    available: bavail * bsize,
    percent: used + bavail === 0 ? 0 : Math.ceil((used * 100) / (used + bavail)),
    inodes: files,
    inodesFree: ffree,
    ...mountOf(path),
  };
}

type Mount = Pick<Disk, "type" | "mount" | "device" | "isReadOnly">;

/** The line of /proc/self/mountinfo whose mount point is the longest above the path (proc(5)); a later one covers an earlier one. */
function mountOf(path: string): Mount {
  let best: Mount = { type: "", mount: "/", device: "", isReadOnly: false };
  let text = "";
  try {
    text = readFileSync("/proc/self/mountinfo", "utf8");
  } catch {
    return best;
  }
  let length = 0;
  for (const line of text.split("\n")) {
    const [own = "", other = ""] = line.split(" - ");
    const [, , , , mount = "", options = ""] = own.split(" ");
    const [type = "", device = "", superOptions = ""] = other.split(" ");
    const at = unescaped(mount);
    const isAbove = at === "/" || path === at || path.startsWith(`${at}/`);
    if (mount === "" || !isAbove || at.length < length) continue;
    length = at.length;
    const isReadOnly = [options, superOptions].some((list) => list.split(",").includes("ro"));
    best = { type, mount: at, device: unescaped(device), isReadOnly };
  }
  return best;
}

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
