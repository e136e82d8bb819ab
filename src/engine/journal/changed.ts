/** A script that is not what it was when its run began: a plan of it cannot be taken up. */

import { decodeUtf8, unifiedDifference } from "../../text/index.ts";
import { exitCode } from "../exit-code.ts";
import type { Unprepared } from "../unprepared.ts";
import type { Header } from "./header.ts";

/** How many lines of a difference are shown. */
const most = 40;

/** Says what differs; undefined where every file is byte for byte the same. */
export function changedSince(
  { run, files }: Header,
  now: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Unprepared | undefined {
  const lines: string[] = [];
  for (const { path, content } of files) {
    const before = Buffer.from(content, "base64");
    const found = now.find((each) => each.path === path);
    if (found === undefined) lines.push(`${path} is no part of it any more`);
    else if (!before.equals(found.bytes))
      lines.push(`--- ${path}, as it ran`, `+++ ${path}, as it is`, ...diff(before, found.bytes));
  }
  for (const { path } of now) if (!files.some((each) => each.path === path)) lines.push(`${path} is new`);
  if (lines.length === 0) return undefined;
  const problem = `the script has changed since run ${run} began: its plan cannot be taken up by another one`;
  const next = `put the old text back, or \`dscript abandon ${run}\` gives the run up`;
  return { code: exitCode.doesNotCheck, problem: { problem, next }, diagnostics: [], leftOut: lines };
}

function diff(before: Uint8Array, after: Uint8Array): readonly string[] {
  return unifiedDifference(decodeUtf8(before), decodeUtf8(after), most);
}
