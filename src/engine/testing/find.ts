/** The files that have tests: those whose name says so, and every script with a `test` in it. */

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { literalValue, parse } from "../../syntax/index.ts";
import { placeOf } from "../../text/index.ts";
import { bounded } from "../modules/bounded.ts";
import { readScript } from "../read-file.ts";
import { decodeScript } from "../source-bytes.ts";
import { absolutePath } from "../working-directory.ts";

export interface FoundTest {
  readonly name: string;
  readonly line: number;
}

/** A file with tests; of one that cannot be read, or does not say that it has some, the list is empty. */
export interface TestFile {
  /** As it is shown: as named, or below the folder that was named. */
  readonly name: string;
  readonly tests: readonly FoundTest[];
}

/** A name that is neither a file nor a folder, or a folder that cannot be read. */
export interface NotFound {
  readonly problem: string;
}

const hasTest = /^[ \t]*test[ \t]+["']/m;
// Deeper than any tree that people make: a bind mount may go in circles.
const deepest = 100;

/** Finds the files that names mean, each once, in the order of their names. */
export function findTests(names: readonly string[]): readonly TestFile[] | NotFound {
  const files = new Map<string, TestFile>();
  for (const name of names) {
    const status = statSync(name, { throwIfNoEntry: false });
    if (status === undefined) return { problem: `there is no file and no folder ${name}` };
    const found = status.isDirectory() ? filesBelow(name, 0) : [name];
    if ("problem" in found) return found;
    for (const each of found) {
      const path = absolutePath(each);
      if (files.has(path)) continue;
      const tests = testsOf(each);
      const isTestFile = each.endsWith("_test.dscript");
      // A file that was named is one that has tests: where it has none, that is said.
      if (tests.length > 0 || isTestFile || !status.isDirectory()) files.set(path, { name: each, tests });
    }
  }
  return [...files.values()];
}

function filesBelow(folder: string, depth: number): readonly string[] | NotFound {
  const files: string[] = [];
  let entries: ReturnType<typeof read>;
  try {
    entries = read(folder);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    return { problem: `the folder ${folder} cannot be read: ${code}` };
  }
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = folder === "." ? entry.name : join(folder, entry.name);
    if (entry.isDirectory() && depth < deepest) {
      const below = filesBelow(path, depth + 1);
      if ("problem" in below) return below;
      files.push(...below);
    } else if (entry.name.endsWith(".dscript") && !entry.isDirectory()) files.push(path);
  }
  return files;
}

function read(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The tests that stand in a file, also where it has mistakes elsewhere. */
function testsOf(name: string): readonly FoundTest[] {
  const bytes =
    statSync(name, { throwIfNoEntry: false })?.isFile() === true ? readScript(absolutePath(name)) : undefined;
  if (!(bytes instanceof Uint8Array)) return [];
  const { source } = decodeScript(name, bytes);
  if (!hasTest.test(source.text)) return [];
  return parse(source, undefined, undefined, bounded).script.statements.flatMap((node) => {
    const title = node.kind === "test" ? literalValue(node.name) : undefined;
    return node.kind === "test" ? [{ name: String(title ?? ""), line: placeOf(source, node.start).line }] : [];
  });
}
