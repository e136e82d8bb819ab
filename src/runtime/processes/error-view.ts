/** What one command wrote to its error output; of a file, what was added is read back. */

import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { bytesText } from "./decode.ts";

/** What a fault keeps of the text, in bytes (records: Symptom.stderr). */
export const keptOfErrorOutput = 4096;

/** How one command's error output is seen. */
export interface ErrorView {
  /** The descriptor that the command gets. */
  readonly fd: number;
  /** The command gets it as its output, too: both go one way, and their order stays. */
  readonly together?: boolean;
  /** The end of what was written since the view began; all of it has then reached its target. Call it once, when the command has ended. */
  end(wanted: boolean): string | Promise<string>;
}

/** A regular file: what was added behind its end since the command began, its output included where both go there. */
export function fileView(fd: number): ErrorView {
  const before = sizeOf(fd);
  // A redirection's descriptor is closed before the command ends; the engine's own stays.
  const early = fd === 2 ? -1 : reopened(fd);
  return {
    fd,
    end(wanted) {
      const own = wanted && early < 0 ? reopened(fd) : early;
      if (own < 0) return "";
      try {
        return wanted ? addedText(own, before) : "";
      } finally {
        closeSync(own);
      }
    },
  };
}

/** The same file for reading, since the descriptor itself may be for writing only; -1 where we may not. */
function reopened(fd: number): number {
  try {
    return openSync(`/proc/self/fd/${fd}`, constants.O_RDONLY);
  } catch {
    return -1;
  }
}

/** What was written, as a person reads it: without the colours of a terminal (ECMA-48, 5.4). */
export function textWritten(bytes: Uint8Array): string {
  const text = bytesText(bytes);
  return text.includes("\u001b[") ? text.replace(controls, "") : text;
}

const controls = /\u001b\[[0-?]*[ -/]*[@-~]/g;

function sizeOf(fd: number): number {
  try {
    return fstatSync(fd).size;
  } catch {
    return 0;
  }
}

function addedText(fd: number, before: number): string {
  const end = fstatSync(fd).size;
  const from = Math.max(before, end - keptOfErrorOutput);
  const bytes = Buffer.alloc(Math.max(0, end - from));
  return textWritten(bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, from)));
}
