/** What an index was made of, beside it: the log's size and root then, and the file's own state, so that whoever else writes to it is found out. */

import { closeSync, fsyncSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Checkpoint } from "../../agreement/index.ts";

export const indexNames = { database: "index.db", seal: "index.json", lock: "index.lock" } as const;

const version = 1;

/** Undefined where there is none, or the database is not as it was left. */
export function readSeal(folder: string): Pick<Checkpoint, "size" | "root"> | undefined {
  try {
    const value = JSON.parse(readFileSync(join(folder, indexNames.seal), "utf8")) as {
      readonly [name: string]: unknown;
    };
    const { size, root, state } = value;
    if (value["version"] !== version || typeof size !== "number" || typeof root !== "string") return undefined;
    if (!Number.isSafeInteger(size) || size < 0 || !/^[0-9a-f]{64}$/.test(root)) return undefined;
    return state === stateOf(folder) ? { size, root: new Uint8Array(Buffer.from(root, "hex")) } : undefined;
  } catch {
    return undefined;
  }
}

/** Taken away before the database is written to. */
export function breakSeal(folder: string): void {
  rmSync(join(folder, indexNames.seal), { force: true });
}

export function writeSeal(folder: string, { size, root }: Pick<Checkpoint, "size" | "root">): void {
  const fd = openSync(join(folder, indexNames.database), "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  const value = { version, size, root: Buffer.from(root).toString("hex"), state: stateOf(folder) };
  writeFileSync(join(folder, indexNames.seal), `${JSON.stringify(value)}\n`);
}

/** Every write changes the last of them. */
function stateOf(folder: string): string {
  const { ino, size, mtimeNs, ctimeNs } = statSync(join(folder, indexNames.database), { bigint: true });
  return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
}
