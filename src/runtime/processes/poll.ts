/** What poll(2) says of one descriptor. */

import type { Native } from "./native.ts";

export const POLLIN = 1;
export const POLLOUT = 4;
export const POLLERR = 8;
export const POLLHUP = 0x10;

// struct pollfd: int fd, short events, short revents. Beyond V8's heap; a call is over before the next one begins.
const record = new Int32Array(new ArrayBuffer(256));

/** The events that a descriptor has within so many milliseconds, those asked for and errors; 0 for none. */
export function eventsOf(native: Native, fd: number, asked: number, patience = 0): number {
  record[0] = fd;
  record[1] = asked;
  return native.poll(record, 1, patience) > 0 ? (record[1] ?? 0) >>> 16 : 0;
}
