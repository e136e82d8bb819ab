/** Files that match a word with glob characters (language 3): sorted by bytes, names as bytes, links to folders not followed by `**`. */

import { readdirSync, lstatSync, statSync } from "node:fs";
import { createFault } from "../faults/raise.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import { bytesText } from "./decode.ts";
import { byBytes, matchesName, type NamePattern, namePatterns } from "./glob-pattern.ts";
import { fsPath } from "./memory.ts";

type Part = string | { readonly glob: string };

/** The matches, ready to be arguments. None is a GlobFault. */
export function globWord(run: Run, flow: ScriptFlow, site: number, parts: readonly Part[]): string[] {
  const matches = globPaths(flow.directory, parts);
  if (matches.length > 0) return matches;
  const text = parts.map((part) => (typeof part === "string" ? part : part.glob)).join("");
  throw createFault(run, site, {
    kind: "GlobFault",
    message: `no file matches ${text}${text.startsWith("/") ? "" : ` in ${flow.directory}`}; where none is fine, write glob("${text}")`,
    arguments: [{ name: "pattern", type: "String", text, origins: 0 }],
  });
}

/** The matches below a directory, in order; empty where there are none. A match that starts with "-" gets "./" ahead. */
export function globPaths(directory: string, parts: readonly Part[]): string[] {
  const patterns = namePatterns(parts);
  const found: string[] = [];
  const isAbsolute = patterns.length > 1 && patterns[0]?.literal === "";
  walk(isAbsolute ? "/" : "", isAbsolute ? 1 : 0);
  // `**` reaches one file in several ways.
  const unique = patterns.filter((pattern) => pattern.anyDepth).length > 1 ? [...new Set(found)] : found;
  return unique.sort(byBytes).map((path) => (path.startsWith("-") ? `./${path}` : path));

  function walk(path: string, index: number): void {
    const pattern = patterns[index];
    if (pattern === undefined) return;
    const isLast = index === patterns.length - 1;
    if (pattern.literal !== null) return walkLiteral(path, pattern.literal, index, isLast);
    if (pattern.anyDepth) return walkDeep(path, index, isLast);
    for (const name of names(path, pattern)) {
      if (isLast) found.push(path + name);
      else if (isFolder(path + name)) walk(`${path}${name}/`, index + 1);
    }
  }

  function walkLiteral(path: string, name: string, index: number, isLast: boolean): void {
    if (!isLast) {
      // An empty component is a doubled slash.
      if (name === "" || isFolder(path + name)) walk(`${path}${name}/`, index + 1);
    } else if (name === "") {
      if (path === "" || isFolder(path)) found.push(path);
    } else if (exists(path + name)) found.push(path + name);
  }

  function walkDeep(path: string, index: number, isLast: boolean): void {
    if (!isLast) walk(path, index + 1);
    for (const entry of entries(path)) {
      if (entry.name.startsWith(".")) continue;
      if (isLast) found.push(path + entry.name);
      if (entry.isFolder) walkDeep(`${path}${entry.name}/`, index, isLast);
    }
  }

  function names(path: string, pattern: NamePattern): readonly string[] {
    return entries(path)
      .map((entry) => entry.name)
      .filter((name) => matchesName(pattern, name));
  }

  function entries(path: string): readonly { readonly name: string; readonly isFolder: boolean }[] {
    try {
      return readdirSync(fsPath(absolute(path)), { withFileTypes: true, encoding: "buffer" }).map((entry) => ({
        // With this encoding the name is bytes, whatever the declaration says.
        name: bytesText(entry.name as unknown as Buffer),
        isFolder: entry.isDirectory(),
      }));
    } catch {
      // As in a shell, a folder that may not be read has no matches.
      return [];
    }
  }

  function isFolder(path: string): boolean {
    try {
      return statSync(fsPath(absolute(path))).isDirectory();
    } catch {
      return false;
    }
  }

  function exists(path: string): boolean {
    try {
      lstatSync(fsPath(absolute(path)));
      return true;
    } catch {
      return false;
    }
  }

  function absolute(path: string): string {
    return path.startsWith("/") ? path : `${directory}/${path}`;
  }
}
