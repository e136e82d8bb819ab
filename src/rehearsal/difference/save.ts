/** Keeps the new contents of a difference, while the world is still there. */

import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { saveContent } from "../../sandbox/index.ts";
import { hashOfFile } from "./fingerprint.ts";
import { type Change, names } from "./format.ts";

/** Copies what is new into the folder; throws what the system says. */
export function saveContents(changes: readonly Change[], folder: string): void {
  const contents = join(folder, names.contents);
  mkdirSync(contents, { mode: 0o700 });
  let number = 0;
  const kept = changes.map((change): Change => {
    const { source, ...rest } = change;
    if (source === undefined) return rest;
    number += 1;
    const path = join(contents, String(number));
    // What a crash tears is told by its digest, and refused.
    saveContent(source, path, false);
    chmodSync(path, 0o600);
    return { ...rest, content: { number, ...hashOfFile(path) } };
  });
  writeFileSync(join(folder, names.changes), JSON.stringify(kept), { mode: 0o600 });
}
