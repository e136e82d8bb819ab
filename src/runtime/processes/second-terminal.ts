/** A terminal of ours ahead of the real one (pty(7)): a command that writes to it sees a terminal of the same size, and we what it writes. */

import { closeSync, constants, openSync } from "node:fs";
import { errnoName } from "./errno.ts";
import type { Native } from "./native.ts";

// ioctl_tty(2), <asm-generic/ioctls.h>: the same on x86-64 and arm64.
const [TCGETS, TCSETS, TIOCGWINSZ, TIOCSWINSZ, TIOCSPTLCK, TIOCGPTPEER] = [
  ...([0x5401, 0x5402, 0x5413, 0x5414] as const),
  ...([0x40045431, 0x5441] as const),
];
const O_CLOEXEC = 0o2000000;
/** Offsets of c_iflag, c_oflag and c_lflag in the kernel's struct termios, in words of 4 bytes. */
const [input, output, local] = [0, 1, 3];

const memory = new Int32Array(new ArrayBuffer(256));

/** Its two ends, the one to read at first; the error's name where this system gives none. */
export function createTerminal(native: Native): readonly [readEnd: number, writeEnd: number] | string {
  if (process.platform !== "linux") return "ENOSYS";
  const { O_RDWR, O_NOCTTY } = constants;
  let near: number;
  try {
    near = openSync("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC);
  } catch {
    return "ENOENT";
  }
  memory[0] = 0;
  const far =
    native.ioctl(near, TIOCSPTLCK, memory) === 0
      ? native.ioctl(near, TIOCGPTPEER, BigInt(O_RDWR | O_NOCTTY | O_CLOEXEC))
      : -1;
  if (far >= 0 && passesAll(native, far)) return [near, far];
  const error = errnoName(native.errno());
  closeSync(near);
  if (far >= 0) closeSync(far);
  return error;
}

/** Bytes pass as they are: the real terminal does with them what it would have done. */
function passesAll(native: Native, fd: number): boolean {
  if (native.ioctl(fd, TCGETS, memory) !== 0) return false;
  memory[input] = 0;
  memory[output] = 0;
  memory[local] = 0;
  return native.ioctl(fd, TCSETS, memory) === 0;
}

/** Gives it the real one's size. */
export function sizeLike(native: Native, far: number, real: number): void {
  if (native.ioctl(real, TIOCGWINSZ, memory) === 0) native.ioctl(far, TIOCSWINSZ, memory);
}
