/** What of a change can be shown as text: its old and its new content, where both are short and UTF-8. */

import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { nameOf } from "../../runtime/index.ts";
import { unifiedDifference } from "../../text/index.ts";
import { names, type SealedChange } from "./format.ts";

/** A larger file is not shown line by line. */
const largestText = 256 * 1024;
/** Lines that are shown of a file. */
export const mostLines = 100;

/** The lines of a unified diff without its head, or why there is none: "binary", "large"; empty where the content stays. */
export function linesOf(change: SealedChange, folder: string): readonly string[] | "binary" | "large" {
  if (change.type !== "file") return [];
  const isGone = change.kind === "removed";
  if (change.content === undefined && !isGone) return [];
  const oldPath =
    change.base?.type === "file" ? change.base.path : change.origin?.type === "file" ? change.origin.path : null;
  const newPath = change.content === undefined ? null : join(folder, names.contents, String(change.content.number));
  const [before, after] = [contentOf(oldPath), contentOf(newPath)];
  if (before === "large" || after === "large") return "large";
  if (before === "binary" || after === "binary") return "binary";
  return unifiedDifference(before.text, after.text, mostLines);
}

function contentOf(path: string | null): { readonly text: string } | "binary" | "large" {
  if (path === null) return { text: "" };
  try {
    if (statSync(nameOf(path)).size > largestText) return "large";
    const bytes = readFileSync(nameOf(path));
    return isUtf8(bytes) && !bytes.includes(0) ? { text: bytes.toString("utf8") } : "binary";
  } catch {
    return "binary";
  }
}
