/** Opens a sink from its name on the command line: `file:PATH`, `syslog:…` or `stderr`. */

import { closeSync, constants, existsSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { LineSink, type OpenedSink } from "./line-sink.ts";
import { DiskQueue, type QueuePlace } from "./queue/disk-queue.ts";
import { printable, readSpec } from "./spec.ts";

export interface SinkOptions {
  /** The directory that a relative path stands in; the process' own, unless given. */
  readonly cwd?: string;
  /** Says a sentence (with its newline) to the person at the terminal; standard error, unless given. */
  readonly say?: (text: string) => void;
  /** Where records wait on disk that cannot be delivered; they are given up at the end, unless given. */
  readonly queue?: QueuePlace;
}

/**
 * Opens `file:PATH` (appended to; made with mode 0600 where it is not there, its folder is not made), `syslog:…` or `stderr`.
 * A sink that cannot be reached is no error: it says so once, goes on trying once a second, and queues, or counts what it gives up.
 * Rejects with a SinkSpecError where the text names no sink.
 */
export async function openSink(text: string, options: SinkOptions = {}): Promise<OpenedSink> {
  const spec = readSpec(text, options.cwd ?? process.cwd());
  if (spec.kind === "stderr") return openStandardError(options);
  if (spec.kind === "file") return openFileSink(spec.path, options);
  const queue = options.queue === undefined ? undefined : new DiskQueue(spec.name, options.queue);
  // Sockets and what they need are loaded for those who use them.
  const { SyslogSink } = await import("./syslog/sink.ts");
  return new SyslogSink({ name: spec.name, target: spec.target, queue, say: options.say ?? sayOnStandardError });
}

/** Opens a file sink by its absolute path; what it promises is told at `openSink`. */
export function openFileSink(path: string, options: SinkOptions = {}): OpenedSink {
  return new LineSink({
    name: `file:${path}`,
    path,
    what: `the log ${printable(path)}`,
    // Not blocking: opening a FIFO without a reader must fail, not wait.
    open: () =>
      openSync(
        path,
        constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK | constants.O_NOCTTY,
        0o600,
      ),
    release: closeSync,
    immediate: false,
    explain: (code) => explainFile(code, path),
    say: options.say ?? sayOnStandardError,
    ...(options.queue === undefined ? {} : { queue: new DiskQueue(`file:${path}`, options.queue) }),
  });
}
function openStandardError(options: SinkOptions): OpenedSink {
  return new LineSink({
    name: "stderr",
    what: "records to standard error",
    open: () => 2,
    release: () => undefined,
    // In order with what commands write there.
    immediate: true,
    explain: (code) => (code === "EPIPE" ? "nobody reads it any more" : undefined),
    say: options.say ?? sayOnStandardError,
  });
}

function explainFile(code: string, path: string): string | undefined {
  const folder = printable(dirname(path));
  if (code === "ENOENT" && !existsSync(dirname(path)))
    return `the folder ${folder} does not exist (make it, or name another file)`;
  if (code === "ENOTDIR") return `${folder} is not a folder`;
  if (code === "EISDIR") return "it is a folder (name a file in it)";
  if (code === "EACCES" || code === "EPERM") return "you may not write there (change its rights, or name another file)";
  if (code === "ENOSPC" || code === "EDQUOT") return "no space is left (make room, and the waiting records follow)";
  if (code === "EROFS") return "it lies on a read-only file system (name another file)";
  if (code === "ENXIO") return "it is a pipe that nobody reads";
  return undefined;
}

function sayOnStandardError(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // Nobody is left to be told.
  }
}
