/** Golden files: what a test printed once and was found right, kept in `testdata` beside the test's file. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { unifiedDifference } from "../../text/index.ts";
import { bytesOf, nameOf, textOf } from "../files/bytes.ts";
import { Refusal } from "../files/refusal.ts";

/** How a text and its golden file differ; undefined where they do not. */
export interface GoldenMismatch {
  readonly message: string;
  readonly difference: readonly string[];
}

/** `testdata/NAME.golden` in a folder. */
export function goldenPath(folder: string, name: string): string {
  const isWithin =
    name !== "" && !name.startsWith("/") && !name.split("/").some((part) => part === ".." || part === "");
  if (!isWithin || name.includes("\0"))
    throw new Refusal("ArgumentFault", `${JSON.stringify(name)} is no name below testdata`, undefined, "name");
  return `${folder}/testdata/${name}.golden`;
}

/** Writes a golden file; whether that has changed it. */
export function writeGolden(path: string, actual: string): boolean {
  const bytes = bytesOf(actual);
  if (readIfThere(path)?.equals(bytes) === true) return false;
  mkdirSync(nameOf(dirname(path)), { recursive: true });
  writeFileSync(nameOf(path), bytes);
  return true;
}

/** Compares a text with its golden file. */
export function compareGolden(path: string, shown: string, actual: string): GoldenMismatch | undefined {
  const bytes = readIfThere(path);
  if (bytes === undefined)
    return { message: `there is no ${shown} yet; \`dscript test --update\` writes it`, difference: [] };
  if (bytes.equals(bytesOf(actual))) return undefined;
  return {
    message: `the text is not that of ${shown}; where it is right, \`dscript test --update\` writes it`,
    difference: unifiedDifference(textOf(bytes), actual),
  };
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(nameOf(path));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw thrown;
  }
}
