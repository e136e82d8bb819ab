/** The environment that commands get: packed once for each state of the variables, with the cookie rewritten in place (architecture: who ends what). */

import { packStrings } from "./memory.ts";
import type { Native } from "./native.ts";

/** The variable that every command and whatever it starts carries, so that it is found again in /proc. */
export const cookieName = "DSCRIPT_COOKIE";

// Of a fixed width: then no cookie is the beginning of another one, and a packed environment takes any number.
const digits = 10;

/** "01J….0000000042": what a command's cookie ends with. */
export function cookieToken(runId: string, command: number): string {
  return `${runId}.${String(command).padStart(digits, "0")}`;
}

interface PackedEnvironment {
  /** A variable that exec cannot pass on, because it holds a NUL. */
  readonly nul: string | undefined;
  readonly memory: Buffer;
  readonly cookieAt: number;
}

export class EnvironmentBlocks {
  readonly #native: Native;
  readonly #prefix: string;
  readonly #packed = new WeakMap<ReadonlyMap<string, string>, PackedEnvironment>();

  /** `outer` is the cookie of the command that this engine is itself, where one engine runs another. */
  constructor(native: Native, runId: string, outer: string | undefined) {
    this.#native = native;
    this.#prefix = `${cookieName}=${outer === undefined ? "" : `${outer}:`}${runId}.`;
  }

  /** The block for one command, valid until the next call (exec copies it); or the name of a variable that holds a NUL. */
  block(
    variables: ReadonlyMap<string, string>,
    extra: readonly (readonly [string, string])[],
    command: number,
  ): Buffer | string {
    const packed = extra.length > 0 ? this.#pack(new Map([...variables, ...extra])) : this.#kept(variables);
    if (packed.nul !== undefined) return packed.nul;
    packed.memory.write(String(command).padStart(digits, "0"), packed.cookieAt, "latin1");
    return packed.memory;
  }

  #kept(variables: ReadonlyMap<string, string>): PackedEnvironment {
    // Environment.set replaces its map, so that a map's identity is its state.
    let packed = this.#packed.get(variables);
    if (packed === undefined) {
      packed = this.#pack(variables);
      this.#packed.set(variables, packed);
    }
    return packed;
  }

  #pack(variables: ReadonlyMap<string, string>): PackedEnvironment {
    const texts: string[] = [];
    for (const [name, value] of variables) if (name !== cookieName) texts.push(`${name}=${value}`);
    texts.push(this.#prefix + "0".repeat(digits));
    const { memory, size } = packStrings(this.#native, texts);
    return { memory, cookieAt: size - 1 - digits, nul: variableWithNul(variables) };
  }
}

function variableWithNul(variables: Iterable<readonly [string, string]>): string | undefined {
  for (const [name, value] of variables) if (value.includes("\0") || name.includes("\0")) return name;
  return undefined;
}
