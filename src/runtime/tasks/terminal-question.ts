/** A question at the run's own terminal, wherever the script's input and output lead: shown, answered by a line, and left in order. */

import { closeSync, constants, openSync, readlinkSync, readSync, writeSync } from "node:fs";
import { dropTyped, isReady } from "../files/native.ts";

export interface TerminalQuestion {
  /** What is shown first; ends with a newline. */
  readonly text: string;
  /** What stands ahead of the answer, made anew whenever it is shown. */
  readonly prompt: () => string;
  /** What a line means; undefined where it means nothing: then the prompt is shown again. */
  readonly read: (line: string) => boolean | undefined;
  /** Ends the asking. */
  readonly signal: AbortSignal;
}

export type TerminalAnswer =
  | { readonly kind: "answer"; readonly yes: boolean; readonly terminal: string }
  /** The input has ended (Ctrl-D), or the asking was. */
  | { readonly kind: "end" | "cut"; readonly terminal: string }
  /** There is no terminal, or it cannot be used: the name of the error number. */
  | { readonly kind: "none"; readonly errno: string };

// Milliseconds between two looks at the keyboard: nobody types faster than that.
const lookEvery = 20;
/** Bytes of a line that are read; more is no answer. */
const longestLine = 4096;

/** Asks until there is an answer. What was typed ahead of the question does not count. Never throws. */
export async function askTerminal(question: TerminalQuestion): Promise<TerminalAnswer> {
  let fd: number;
  try {
    fd = openSync("/dev/tty", constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (thrown) {
    return { kind: "none", errno: codeOf(thrown) };
  }
  const terminal = nameOf();
  const show = (text: string): void => put(fd, text);
  // Whoever stopped the script has seen other things since.
  const showAgain = (): void => show(`${question.text}${question.prompt()}`);
  process.on("SIGCONT", showAgain);
  try {
    dropTyped(fd);
    show(`\n${question.text}${question.prompt()}`);
    for (;;) {
      const line = await readLine(fd, question.signal);
      if (line === "cut" || line === "end") {
        show("\n");
        return { kind: line, terminal };
      }
      const yes = question.read(line.text);
      if (yes !== undefined) return { kind: "answer", yes, terminal };
      show(question.prompt());
    }
  } catch (thrown) {
    return { kind: "none", errno: codeOf(thrown) };
  } finally {
    process.off("SIGCONT", showAgain);
    closeSync(fd);
  }
}

async function readLine(fd: number, signal: AbortSignal): Promise<{ readonly text: string } | "cut" | "end"> {
  const bytes = Buffer.alloc(longestLine);
  for (let length = 0; ; ) {
    if (signal.aborted) return "cut";
    if (isReady(fd, "read")) {
      const got = attempt(() => readSync(fd, bytes, length, 1, null));
      if (got === 0) return "end";
      if (got !== null && bytes[length] === 10) return { text: bytes.toString("utf8", 0, length) };
      if (got !== null) {
        length = Math.min(length + 1, longestLine - 1);
        continue;
      }
    }
    await rest(signal);
  }
}

function rest(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, lookEvery);
    signal.addEventListener("abort", end);
  });
}

/** A terminal that is stopped (Ctrl-S) takes nothing: the question then stands there once it goes on. */
function put(fd: number, text: string): void {
  attempt(() => writeSync(fd, text));
}

function attempt(call: () => number): number | null {
  try {
    return call();
  } catch (thrown) {
    if (codeOf(thrown) === "EAGAIN") return null;
    throw thrown;
  }
}

/** "/dev/pts/3", by a descriptor that leads there. */
function nameOf(): string {
  for (const fd of [0, 2, 1]) {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      if (/^\/dev\/(?:pts\/|tty|console)/.test(path)) return path;
    } catch {
      // It is closed.
    }
  }
  return "/dev/tty";
}

function codeOf(thrown: unknown): string {
  return (thrown as NodeJS.ErrnoException).code ?? String(thrown);
}
