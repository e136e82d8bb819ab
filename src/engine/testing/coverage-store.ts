/** Coverage kept in the state folder, a file for each digest, for whoever asks later how well a line of a script was tested. */

import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { makeFolders } from "../../runtime/index.ts";
import { preferredStateFolder } from "../state.ts";
import type { CoverageTotals, FileTotals } from "./coverage-totals.ts";

/** How often passing tests ran a line, by its number as a text. */
type Lines = Readonly<Record<string, number>>;

/** `coverage/HEX.json` (docs/language/8-tests.md, 6). */
export interface StoredCoverage {
  readonly format: 1;
  /** "sha256:…": of a file's canonical text, or of a script's bundle. */
  readonly digest: string;
  readonly of: "file" | "bundle";
  /** What it was read from when it was kept last. */
  readonly path: string;
  /** What each test file's last whole run has added, by absolute path. */
  readonly from: Readonly<Record<string, { readonly time: number; readonly files: Readonly<Record<string, Lines>> }>>;
}

const mostKept = 1_000;

/** Keeps what the tests of a file have covered in place of what they had before. Without a state folder nothing is kept. */
export function keepCoverage(testFile: string, { files, bundles }: CoverageTotals, time: number): void {
  const folder = coverageFolder();
  if (folder === undefined) return;
  try {
    makeFolders(folder, 0o700);
    for (const file of files) {
      keep(folder, file.digest, "file", file.path, testFile, { "": linesOf(file) }, time);
      // A failing run knows the bytes of its files alone.
      put(join(folder, nameOf(`bytes-${file.bytes.replace(/^sha256:/, "")}`)), { format: 1, digest: file.digest });
    }
    for (const [digest, parts] of bundles) {
      const [main] = parts;
      const named = parts.map((part) => [relative(join(main?.path ?? "/", ".."), part.path), linesOf(part)]);
      keep(folder, digest, "bundle", main?.path ?? "", testFile, Object.fromEntries(named), time);
    }
    prune(folder);
  } catch {
    // Full, read-only, or not ours: coverage is there to be read now, too.
  }
}

function coverageFolder(): string | undefined {
  const state = preferredStateFolder({ env: process.env, uid: process.geteuid?.() ?? -1 });
  return state === undefined ? undefined : join(state, "coverage");
}

function nameOf(digest: string): string {
  return `${digest.replace(/^sha256:/, "")}.json`;
}

function linesOf({ lines }: FileTotals): Lines {
  return Object.fromEntries([...lines].map(([line, { tests }]) => [String(line), tests]));
}

function keep(
  folder: string,
  digest: string,
  of: StoredCoverage["of"],
  path: string,
  testFile: string,
  files: Readonly<Record<string, Lines>>,
  time: number,
): void {
  const file = join(folder, nameOf(digest));
  const before = read(file)?.from ?? {};
  const content: StoredCoverage = { format: 1, digest, of, path, from: { ...before, [testFile]: { time, files } } };
  put(file, content);
}

/** By a file beside it, so that no reader ever finds half of it. */
function put(file: string, content: unknown): void {
  const part = `${file}.${process.pid}`;
  writeFileSync(part, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  renameSync(part, file);
}

function read(file: string): StoredCoverage | undefined {
  try {
    const content = JSON.parse(readFileSync(file, "utf8")) as StoredCoverage;
    return content.format === 1 ? content : undefined;
  } catch {
    return undefined;
  }
}

function prune(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= mostKept) return;
  const byAge = names.map((name) => ({ path: join(folder, name), age: statSync(join(folder, name)).mtimeMs }));
  byAge.sort((a, b) => a.age - b.age);
  for (const { path } of byAge.slice(0, names.length - mostKept)) rmSync(path, { force: true });
}
