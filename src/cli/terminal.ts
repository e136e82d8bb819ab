/** What the command line writes to a person: standard output and error, coloured where that is wanted. */

import { constants, fstatSync, openSync, writeSync } from "node:fs";
import { escapeText, type FrameStyle, plainStyle } from "../diagnostics/index.ts";
import { fitted } from "./fit.ts";

export type ColorChoice = "auto" | "always" | "never";

// As with the language, a process speaks to one person.
let configured: ColorChoice = "auto";

/** Takes the colours of a configuration; an option on the command line wins over them. */
export function configureColor(choice: ColorChoice): void {
  configured = choice;
}

/** Whether to colour what goes to a descriptor: asked for, or a terminal without NO_COLOR and TERM=dumb. */
function wantsColor(choice: ColorChoice, fd: number): boolean {
  if (choice !== "auto") return choice === "always";
  const { NO_COLOR, TERM } = process.env;
  return (NO_COLOR === undefined || NO_COLOR === "") && TERM !== "dumb" && isTerminal(fd);
}

/** Of /dev/null and its like: their drivers' number (Linux's devices.txt), and where it stands in a device's. */
const [memoryDevices, driverAt] = [1, 256];

/** Whether a descriptor is a terminal. node:tty costs 2 ms: only a character device that may be one is worth them. */
export function isTerminal(fd: number): boolean {
  try {
    const status = fstatSync(fd);
    if (!status.isCharacterDevice() || Math.floor(status.rdev / driverAt) === memoryDevices) return false;
    return process.getBuiltinModule("node:tty").isatty(fd);
  } catch {
    // A closed descriptor is no terminal.
    return false;
  }
}

const coloured: FrameStyle = {
  error: (text) => `\u001b[1;31m${text}\u001b[0m`,
  warning: (text) => `\u001b[1;33m${text}\u001b[0m`,
  added: (text) => `\u001b[32m${text}\u001b[0m`,
  dim: (text) => `\u001b[2m${text}\u001b[0m`,
  strong: (text) => `\u001b[1m${text}\u001b[0m`,
};

/** The style for a descriptor; without a choice on the command line, the configuration's. */
export function styleFor(choice: ColorChoice | undefined, fd: number): FrameStyle {
  const style = wantsColor(choice ?? configured, fd) ? coloured : plainStyle;
  return {
    ...style,
    // Asked when something is drawn: most runs draw nothing, and windows change.
    get columns() {
      return columnsOf(fd);
    },
  };
}

/** How wide the terminal behind a descriptor is; undefined where there is none, or it does not know. */
function columnsOf(fd: number): number | undefined {
  if (!isTerminal(fd)) return undefined;
  try {
    // An open file of our own: Node.js makes what it looks at non-blocking, and commands share the descriptor itself.
    const own = openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NOCTTY);
    const { WriteStream } = process.getBuiltinModule("node:tty");
    const stream = new WriteStream(own);
    const { columns } = stream;
    stream.destroy();
    return columns > 0 ? columns : undefined;
  } catch {
    return undefined;
  }
}

/** Writes what a person reads: on a terminal no word is cut where the window ends. */
export function show(fd: 1 | 2, text: string): void {
  const columns = columnsOf(fd);
  write(fd, columns === undefined ? text : fitted(text, columns));
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Says lines on standard error: names and values in them cannot steer the terminal. */
export function tell(text: string): void {
  show(2, text.split("\n").map(escapeText).join("\n"));
}

let failure: string | undefined;

/** The system's code where standard output could not be written, as on a full disk. */
export function outputFailure(): string | undefined {
  return failure;
}

/** Writes text or bytes whole; a reader that went away or a closed descriptor is no reason to fail here. False where not all could be written. */
export function write(fd: 1 | 2, content: string | Uint8Array): boolean {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (thrown) {
      const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
      if (code !== "EAGAIN") {
        if (fd === 1 && code !== "EPIPE" && code !== "EBADF") failure = code;
        return false;
      }
      Atomics.wait(pause, 0, 0, 5);
    }
  }
  return true;
}
