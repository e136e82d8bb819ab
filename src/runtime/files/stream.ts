/** Bytes in and out of a descriptor without ever blocking the engine: what is not ready is waited for between turns. */

import { readSync, writeSync } from "node:fs";
import { pause } from "../control/pause.ts";
import type { Run } from "../run.ts";

/** What a descriptor is, as far as reading and writing it goes. */
export interface Channel {
  readonly fd: number;
  /** A regular file or block device: always ready, and read and written at an offset. */
  readonly seekable: boolean;
  /** The descriptor is ours alone and was opened non-blocking; else poll(2) tells whether it is ready. */
  readonly nonBlocking: boolean;
}

const firstWait = 1;
const longestWait = 20;

/** Reads into a buffer: the number of bytes, 0 at the end. Gives a promise only where it must wait. */
export function readChannel(
  run: Run,
  channel: Channel,
  into: Buffer,
  position: number | null,
): number | Promise<number> {
  if (channel.seekable) return readSync(channel.fd, into, 0, into.length, position);
  if (channel.nonBlocking) {
    const bytes = attempt(() => readSync(channel.fd, into, 0, into.length, null));
    // 0 may also mean that no writer has come yet: poll(2) knows.
    if (bytes !== null && bytes > 0) return bytes;
  }
  return readWhenReady(run, channel.fd, into);
}

async function readWhenReady(run: Run, fd: number, into: Buffer): Promise<number> {
  const { isReady } = await import("./native.ts");
  for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
    if (isReady(fd, "read")) {
      const bytes = attempt(() => readSync(fd, into, 0, into.length, null));
      if (bytes !== null) return bytes;
    }
    await pause(run, wait, null);
  }
}

// A pipe that poll(2) calls ready takes so much without blocking (pipe(7), PIPE_BUF).
const pipeUnit = 4096;

/** Writes all bytes, at an offset or behind what is there (null). Gives a promise only where it must wait. */
export function writeChannel(run: Run, channel: Channel, bytes: Buffer, position: number | null): void | Promise<void> {
  let at = 0;
  while (at < bytes.length) {
    if (!channel.seekable && !channel.nonBlocking) return writeWhenReady(run, channel.fd, bytes, at);
    const start = at;
    const written = attempt(() =>
      writeSync(channel.fd, bytes, start, bytes.length - start, position === null ? null : position + start),
    );
    if (written === null) return writeWhenReady(run, channel.fd, bytes, at);
    at += written;
  }
}

async function writeWhenReady(run: Run, fd: number, bytes: Buffer, from: number): Promise<void> {
  const { isReady } = await import("./native.ts");
  let wait = firstWait;
  for (let at = from; at < bytes.length; ) {
    const start = at;
    const written = isReady(fd, "write")
      ? attempt(() => writeSync(fd, bytes, start, Math.min(pipeUnit, bytes.length - start), null))
      : null;
    if (written === null) {
      await pause(run, wait, null);
      wait = Math.min(wait * 2, longestWait);
    } else {
      at += written;
      wait = firstWait;
    }
  }
}

/** What a call gives, or null where it would have had to wait. */
function attempt(call: () => number): number | null {
  try {
    return call();
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "EAGAIN") return null;
    throw thrown;
  }
}
