/** Makes what a world left a difference that can be applied: with how the host is, and a digest over all of it. */

import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fingerprintOf } from "./fingerprint.ts";
import { type Change, formatName, formatVersion, type KeptDifference, names, type SealedChange } from "./format.ts";

/** What is known of the dry run beside its changes. */
export type About = Pick<KeptDifference, "script" | "arguments" | "status" | "uncovered" | "notes">;

/** Reads what the world has left in the folder, looks at the host, and writes `difference.json`. */
export function seal(folder: string, about: About): KeptDifference {
  const file = join(folder, names.changes);
  // A process of this very version wrote it.
  const changes = JSON.parse(readFileSync(file, "utf8")) as readonly Change[];
  const difference: KeptDifference = {
    ...{ format: formatName, version: formatVersion, machine: machineId(), host: hostname() },
    ...{ uid: process.geteuid?.() ?? -1, made: new Date().toISOString(), ...about },
    changes: changes.map(sealed),
  };
  writeFileSync(join(folder, names.difference), textOf(difference), { mode: 0o600 });
  rmSync(file);
  return difference;
}

/** How a change's base is now. */
export function basesOf(change: Pick<Change, "kind" | "before" | "from">): Pick<SealedChange, "base" | "origin"> {
  const { kind, before, from } = change;
  const goes = kind === "removed" || kind === "replaced" || kind === "moved";
  return {
    base: before === null ? null : fingerprintOf(before, goes),
    origin: from === undefined ? null : fingerprintOf(from, true),
  };
}

function sealed(change: Change): SealedChange {
  return { ...change, ...basesOf(change) };
}

/** Two lines: the digest of the second, and the difference itself. */
function textOf(difference: KeptDifference): string {
  const text = JSON.stringify(difference);
  return `{"sha256":"${digestOf(text)}","difference":\n${text}\n}\n`;
}

export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What tells this host from others (machine-id(5)); its name where there is none. */
export function machineId(): string {
  try {
    return digestOf(readFileSync("/etc/machine-id", "utf8").trim());
  } catch {
    return digestOf(hostname());
  }
}
