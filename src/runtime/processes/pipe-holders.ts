/** Who keeps a captured pipe open after its command has ended: its background children are waited for, its daemons are not (architecture). */

import { lstatSync, readdirSync, readlinkSync } from "node:fs";
import { pointAt } from "../point.ts";
import type { Live } from "./live.ts";
import type { PipeReader } from "./pipe-reader.ts";
import { commandLineOf, isTracer } from "./process-table.ts";
import type { Processes } from "./processes.ts";

const firstLook = 10;
const longestPause = 500;

/** Waits for a pipe's end: until every process of this session that holds it has closed it. Daemons, in sessions of their own, may keep it. */
export async function waitForEnd(processes: Processes, live: Live, site: number, reader: PipeReader): Promise<void> {
  for (let pause = firstLook; ; pause = Math.min(pause * 2, longestPause)) {
    await reader.wait(pause);
    if (reader.ended || reader.isClosed) return;
    // The script takes its time with what was read: the end cannot be seen yet.
    if (reader.isPaused) continue;
    const holders = writersOf(reader.fd);
    // Nobody seen, and no end: somebody whose files we may not look at. It is one of the command's children.
    if (holders.length === 0) continue;
    const session = live.native.getsid(0);
    const daemons = holders.filter((pid) => pid !== process.pid && live.native.getsid(pid) !== session);
    if (daemons.length < holders.length) continue;
    reader.drain();
    for (const pid of daemons) if (!isTracer(live.native, pid)) recordDaemon(processes, live, site, pid);
    return;
  }
}

/** Whether nobody but tracers of ours holds a pipe's write end: they write nothing to it, and never let go of it. */
export function onlyTracersHold({ native }: Live, readEnd: number): boolean {
  const holders = writersOf(readEnd).filter((pid) => pid !== process.pid);
  return holders.length > 0 && holders.every((pid) => isTracer(native, pid));
}

/** The processes that hold a pipe's write end, as far as /proc lets us see. */
function writersOf(fd: number): readonly number[] {
  const pipe = linkOf(`/proc/self/fd/${fd}`);
  const pids: number[] = [];
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const folder = `/proc/${name}/fd`;
    if (
      entriesOf(folder).some((entry) => linkOf(`${folder}/${entry}`) === pipe && isForWriting(`${folder}/${entry}`))
    ) {
      pids.push(Number(name));
    }
  }
  return pids;
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** The link's own permissions tell how the file was opened (proc(5)). */
function isForWriting(link: string): boolean {
  const status = lstatSync(link, { throwIfNoEntry: false });
  return status !== undefined && (status.mode & 0o200) !== 0;
}

/** A process that a command left behind: recorded, and let be. */
export function recordDaemon(processes: Processes, live: Live, site: number, pid: number): void {
  processes.run.options.emit({
    logPoint: "SystemChangePoint",
    ...pointAt(processes.run, site),
    api: "daemon",
    arguments: [
      ["pid", String(pid)],
      ["argv", commandLineOf(live.native, pid)],
    ],
    message: "a command left this process running",
    phase: "after",
  });
}
