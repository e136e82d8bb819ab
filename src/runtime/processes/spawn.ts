/** Starting one command with posix_spawn: descriptors, directory, signals, group and umask as its flow has them. */

import { isHere } from "../files/here.ts";
import { cString } from "./memory.ts";
import type { Native } from "./native.ts";

/** What a command starts with. */
export interface SpawnRequest {
  readonly program: Buffer;
  readonly argv: Buffer;
  readonly environment: Buffer;
  /** By descriptor of the command: the engine's descriptor that it becomes; -1 for closed; undefined for none. */
  readonly descriptors: readonly (number | undefined)[];
  readonly directory: string;
  readonly umask: number;
  readonly group: "engine" | "own" | "session";
}

const SETPGROUP = 0x02;
const SETSIGDEF = 0x04;
const SETSIGMASK = 0x08;
const SETSID = 0x80;
const F_DUPFD_CLOEXEC = 1030;

export class Spawner {
  readonly #native: Native;
  readonly #pid = new Int32Array(new ArrayBuffer(256));
  #attributes: Readonly<Record<SpawnRequest["group"], Buffer>>;
  readonly #actions = Buffer.allocUnsafeSlow(1024);
  /** What `#actions` holds now: consecutive commands mostly want the same. */
  #actionsKey = "";
  /** The engine's own mask: nothing ever changes it for longer than a call. */
  readonly #umask = process.umask();

  constructor(native: Native, ignored: readonly number[] = []) {
    this.#native = native;
    this.#attributes = attributesFor(native, ignored);
  }

  /** From now on commands start with these signals ignored where the engine ignores them, and with no others. */
  ignore(signals: readonly number[]): void {
    this.#attributes = attributesFor(this.#native, signals);
  }

  /** The process id, or the negative error number of the call that failed: exec's, chdir's or a descriptor's. */
  spawn(request: SpawnRequest): number {
    const temporary: number[] = [];
    const { umask } = request;
    if (umask !== this.#umask) process.umask(umask);
    try {
      const failure = this.#prepare(request, temporary);
      if (failure !== 0) return -failure;
      const error = this.#native.spawn(
        this.#pid,
        request.program,
        this.#actions,
        this.#attributes[request.group],
        request.argv,
        request.environment,
      );
      return error === 0 ? (this.#pid[0] ?? 0) : -error;
    } finally {
      if (umask !== this.#umask) process.umask(this.#umask);
      for (const fd of temporary) this.#native.close(fd);
    }
  }

  /** Fills `#actions`; an error number where the engine has no descriptor left. */
  #prepare(request: SpawnRequest, temporary: number[]): number {
    const { directory, descriptors } = request;
    const chdir = isHere(directory) ? "" : directory;
    const key = `${descriptors.join()}|${chdir}`;
    if (key === this.#actionsKey) return 0;
    const native = this.#native;
    if (this.#actionsKey !== "") native.actionsDestroy(this.#actions);
    native.actionsInit(this.#actions);
    this.#actionsKey = key;
    const sources = descriptors.slice();
    for (let target = 0; target < sources.length; target += 1) {
      const source = sources[target];
      // A number that is a target itself may be replaced ahead of its use: keep what it means now under another number.
      if (source === undefined || source < 0 || source === target || sources[source] === undefined) continue;
      if (sources[source] === source) continue;
      const copy = native.fcntl(source, F_DUPFD_CLOEXEC, Math.max(sources.length, 3));
      if (copy < 0) {
        this.#actionsKey = "?";
        return native.errno();
      }
      temporary.push(copy);
      sources[target] = copy;
    }
    if (temporary.length > 0) this.#actionsKey = "?";
    // Named even where the number stays: Node marks 0 to 2 close-on-exec, and dup2 onto itself clears that (architecture).
    for (let target = 0; target < sources.length; target += 1) {
      const source = sources[target];
      if (source !== undefined && source >= 0) native.actionsDup2(this.#actions, source, target);
    }
    for (let target = 0; target < sources.length; target += 1) {
      if (sources[target] === -1) native.actionsClose(this.#actions, target);
    }
    if (chdir !== "") native.actionsChdir(this.#actions, cString(chdir));
    return 0;
  }
}

function attributesFor(native: Native, ignored: readonly number[]): Record<SpawnRequest["group"], Buffer> {
  return {
    engine: makeAttributes(native, 0, ignored),
    own: makeAttributes(native, SETPGROUP, ignored),
    session: makeAttributes(native, SETSID, ignored),
  };
}

function makeAttributes(native: Native, flags: number, ignored: readonly number[]): Buffer {
  const attributes = Buffer.allocUnsafeSlow(1024);
  native.attributesInit(attributes);
  native.attributesFlags(attributes, SETSIGDEF | SETSIGMASK | flags);
  // Every signal: Node ignores SIGPIPE and SIGXFSZ, and exec would hand that down. What the run was started with stays ignored.
  const reset = Buffer.alloc(128, 0xff);
  for (const signal of ignored)
    reset.writeUInt8(reset.readUInt8((signal - 1) >> 3) & ~(1 << ((signal - 1) & 7)), (signal - 1) >> 3);
  native.attributesDefault(attributes, reset);
  native.attributesMask(attributes, Buffer.alloc(128, 0));
  if ((flags & SETPGROUP) !== 0) native.attributesGroup(attributes, 0);
  return attributes;
}
