/** Opens a sink from its name on the command line: `file:PATH` or `stderr`. */

import { closeSync, constants, existsSync, openSync, writeSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { LineSink, type OpenedSink } from "./line-sink.ts";

export interface SinkOptions {
  /** The directory that a relative path stands in; the process' own, unless given. */
  readonly cwd?: string;
  /** Says a sentence (with its newline) to the person at the terminal; standard error, unless given. */
  readonly say?: (text: string) => void;
}

/** A name that is no sink; its message says which names are. */
export class SinkSpecError extends Error {}

/**
 * Opens `file:PATH` (appended to; made with mode 0600 where it is not there, its folder is not made) or `stderr`.
 * A file that cannot be opened is no error: the sink says so once, goes on trying once a second, and counts what it gives up.
 * Throws a SinkSpecError where the text names no sink.
 */
export function openSink(spec: string, options: SinkOptions = {}): OpenedSink {
  if (spec === "stderr") return openStandardError(options);
  if (!spec.startsWith("file:")) {
    throw new SinkSpecError(`"${printable(spec)}" is no place for a log: write file:PATH or stderr`);
  }
  const path = spec.slice("file:".length);
  if (path === "" || path.includes("\0")) {
    throw new SinkSpecError(`"${printable(spec)}" names no file: write file:PATH, such as file:/var/log/dscript.jsonl`);
  }
  return openFileSink(resolve(options.cwd ?? process.cwd(), path), options);
}

/** Opens a file sink by its path; what it promises is told at `openSink`. */
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

function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu, "\ufffd");
}
