/** Which lines of a run's files passed tests have run: asked when something has failed, and only then (faults 1.4). */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FaultPlace, Support } from "../records/index.ts";
import { preferredStateFolder } from "./state.ts";

type Json = Readonly<Record<string, unknown>>;

/** What passed tests say of a line; of a file that changed since nothing is known. Never throws. */
export function createTestedLines(
  files: readonly { readonly bytes: Uint8Array }[],
): (place: FaultPlace) => Support | undefined {
  const known = new Map<number, ReadonlyMap<number, number>>();
  return ({ file, line }) => {
    let lines = known.get(file);
    if (lines === undefined) {
      lines = testedLines(files[file]?.bytes);
      known.set(file, lines);
    }
    const tests = lines.get(line);
    return tests === undefined ? undefined : { tests };
  };
}

const nothing: ReadonlyMap<number, number> = new Map();

function testedLines(bytes: Uint8Array | undefined): ReadonlyMap<number, number> {
  const state = preferredStateFolder({ env: process.env, uid: process.geteuid?.() ?? -1 });
  if (bytes === undefined || state === undefined || !existsSync(join(state, "coverage"))) return nothing;
  const folder = join(state, "coverage");
  const hex = process.getBuiltinModule("node:crypto").createHash("sha256").update(bytes).digest("hex");
  const digest = read(join(folder, `bytes-${hex}.json`))?.["digest"];
  if (typeof digest !== "string" || !/^sha256:[0-9a-f]{64}$/.test(digest)) return nothing;
  const found = new Map<number, number>();
  // By the path of each test file.
  for (const part of Object.values(objectIn(read(join(folder, `${digest.slice("sha256:".length)}.json`)), "from"))) {
    for (const [line, tests] of Object.entries(objectIn(objectIn(part, "files"), ""))) {
      if (typeof tests === "number" && tests > 0) found.set(Number(line), (found.get(Number(line)) ?? 0) + tests);
    }
  }
  return found;
}

function objectIn(value: unknown, key: string): Json {
  const found: unknown = typeof value === "object" && value !== null ? (value as Json)[key] : undefined;
  return typeof found === "object" && found !== null ? (found as Json) : {};
}

function read(path: string): Json | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof content === "object" && content !== null ? (content as Json) : undefined;
  } catch {
    return undefined;
  }
}
