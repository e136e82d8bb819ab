// Logs in folders of their own, and entries to put into them.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { sealed } from "../../src/agreement/index.ts";
import { createLog, createWriter, isProblem, readKeyFile, type SigningKey } from "../../src/ledger/index.ts";
import { key, predicates, statementOf } from "../agreement/statements.ts";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) {
    chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true, force: true });
  }
});

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dscript-ledger-"));
  folders.push(folder);
  return folder;
}

/** An envelope whose text differs with the number. */
export function entry(number: number): Uint8Array {
  const value = { ...statementOf("hold"), predicate: { ...predicates.hold, reason: `reason ${number}` } };
  return new Uint8Array(Buffer.from(sealed(value, key)));
}

export function logKey(folder: string): SigningKey {
  const found = readKeyFile(join(folder, "key.pem"), undefined);
  if (isProblem(found)) throw new Error(found.message);
  return found;
}

/** A log with entries 0 to `count` - 1. */
export async function logOf(count: number, origin = "example.org/log"): Promise<string> {
  const folder = join(newFolder(), "log");
  const made = createLog(folder, { origin });
  if (isProblem(made)) throw new Error(made.message);
  await put(
    folder,
    Array.from({ length: count }, (_, number) => entry(number)),
  );
  return folder;
}

/** Appends, and gives what became of each: its index, or the code of the problem. */
export async function put(folder: string, entries: readonly Uint8Array[]): Promise<readonly (number | string)[]> {
  const writer = createWriter(folder, logKey(folder));
  const results = await Promise.all(entries.map((each) => writer.append(each)));
  return results.map((result) => (isProblem(result) ? result.code : result));
}
