/** Pipes between commands; both ends close on exec, so that only who is given one has it. */

import { errnoName } from "./errno.ts";
import type { Native } from "./native.ts";

const O_CLOEXEC = 0o2000000;
const ends = new Int32Array(new ArrayBuffer(256));

/** A new pipe's ends, or the error's name. */
export function createPipe(native: Native): readonly [readEnd: number, writeEnd: number] | string {
  if (native.pipe2(ends, O_CLOEXEC) !== 0) return errnoName(native.errno());
  return [ends[0] ?? -1, ends[1] ?? -1];
}
