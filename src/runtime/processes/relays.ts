/**
 * Seeing what commands write to the error output, for the diagnosis (faults 1.2), without standing in its way:
 * of a file what was added is read back; a pipe or socket gets a relay, a pipe of ours that is read as the command writes;
 * a terminal gets one of ours for a program that only writes lines, and is left alone for the others. Relays are kept and
 * used again by the next command.
 */

import { fstatSync, statSync } from "node:fs";
import { type ErrorView, fileView } from "./error-view.ts";
import type { Native } from "./native.ts";
import { createPipe } from "./pipe.ts";
import { Relay } from "./relay.ts";
import { createTerminal, sizeLike } from "./second-terminal.ts";

type Target = "untouched" | "file" | "relay" | "terminal";

export class Relays {
  readonly #native: Native;
  readonly #targets = new Map<number, Target>();
  readonly #idle = new Map<number, Relay[]>();
  readonly #all = new Set<Relay>();
  /** Whose reader has gone: commands then get the descriptor itself. */
  readonly #broken = new Set<number>();
  /** The engine's output and error output are one pipe or socket. */
  #areOne: boolean | null = null;

  readonly #ofTerminal: Target;

  /** `seesTerminal`: what goes to a terminal is read on its way, too. */
  constructor(native: Native, seesTerminal: boolean) {
    this.#native = native;
    this.#ofTerminal = seesTerminal ? "relay" : "terminal";
  }

  /**
   * Looks at a command's error output. `regular`: the descriptor was just opened and is a file. `linesOnly`: at a
   * terminal, too, the program only writes lines.
   */
  view(fd: number, output: number, { regular, linesOnly }: { regular: boolean; linesOnly: boolean }): ErrorView {
    const target = regular ? "file" : this.#targetOf(fd);
    if (target === "file") return fileView(fd);
    if (target === "untouched" || (target === "terminal" && !linesOnly) || this.#broken.has(fd))
      return { fd, end: () => "" };
    const together = output === fd || (fd === 2 && output === 1 && this.#bothAreOne());
    const relay = this.#idleOf(fd).pop() ?? this.#create(fd, target === "terminal");
    if (relay === null) return { fd, end: () => "" };
    if (target === "terminal") sizeLike(this.#native, relay.writeEnd, fd);
    relay.begin();
    return {
      fd: relay.writeEnd,
      together,
      end: () => {
        const text = relay.finish();
        if (relay.isBroken) this.#broken.add(fd);
        if (typeof text === "string") this.#idleOf(fd).push(relay);
        else void text.then(() => this.#idleOf(fd).push(relay));
        return text;
      },
    };
  }

  /** Ends the relays; those that a daemon still holds go on in a process of their own, which `handOver` starts. */
  async close(handOver: (readEnd: number, target: number) => void): Promise<void> {
    for (const relay of this.#all) {
      await relay.finish();
      if (relay.close()) handOver(relay.readEnd, relay.target);
      relay.destroy();
    }
    this.#all.clear();
    this.#idle.clear();
  }

  #create(fd: number, isTerminal: boolean): Relay | null {
    const pipe = isTerminal ? createTerminal(this.#native) : createPipe(this.#native);
    // Without a descriptor for it the text is not seen; the command still runs.
    if (typeof pipe === "string") return null;
    const relay = new Relay(this.#native, pipe, fd);
    this.#all.add(relay);
    return relay;
  }

  #idleOf(fd: number): Relay[] {
    let idle = this.#idle.get(fd);
    if (idle === undefined) {
      idle = [];
      this.#idle.set(fd, idle);
    }
    return idle;
  }

  /** How one of the engine's own outputs is treated: found out once. */
  #targetOf(fd: number): Target {
    if (fd !== 1 && fd !== 2) return "untouched";
    let target = this.#targets.get(fd);
    if (target === undefined) {
      target = targetOf(fd, this.#ofTerminal);
      this.#targets.set(fd, target);
    }
    return target;
  }

  #bothAreOne(): boolean {
    this.#areOne ??= areOne(1, 2);
    return this.#areOne;
  }
}

function targetOf(fd: number, ofTerminal: Target): Target {
  try {
    const status = fstatSync(fd);
    if (status.isFile()) return "file";
    // What is thrown away is read on its way: /dev/null must not make a diagnosis another one. Of the output it would be slow.
    if (status.isCharacterDevice() && status.rdev === statSync("/dev/null").rdev)
      return fd === 2 ? "relay" : "untouched";
    if (status.isFIFO() || status.isSocket()) return "relay";
    return fd === 2 && status.isCharacterDevice() ? ofTerminal : "untouched";
  } catch {
    return "untouched";
  }
}

function areOne(first: number, second: number): boolean {
  try {
    const [one, other] = [fstatSync(first), fstatSync(second)];
    return one.dev === other.dev && one.ino === other.ino;
  } catch {
    return false;
  }
}
