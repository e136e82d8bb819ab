/** The site of a place that only V8 knows: where a script stands that waits or computes when its time is over. */

import type { Program, Site } from "../records/index.ts";
import { scriptUrl } from "./execute.ts";
import { readSourceMap } from "./source-map.ts";

/** A program whose sites can grow, and what finds the site of a JavaScript stack; a stack that knows no place gives the script's beginning. */
export function withStackSites(program: Program): {
  readonly program: Program;
  readonly siteOfStack: (stack: string) => number;
} {
  const sites: Site[] = [...program.sites];
  return { program: { ...program, sites }, siteOfStack };

  function siteOfStack(stack: string): number {
    const { file, line, name } = innermost(program, stack) ?? { file: 0, line: 1, name: "main" };
    const known = firstOn(sites, file, line);
    if (known !== -1) return known;
    const [start, end, indent] = spanOf(program.files[file]?.text ?? "", line);
    return sites.push({ file, start, end, line, column: indent + 1, function: name, api: "", arguments: [] }) - 1;
  }
}

const lastColumn = Number.MAX_SAFE_INTEGER;

interface Place {
  readonly file: number;
  readonly line: number;
  readonly name: string;
}

/** Where the innermost function of the script stands. */
function innermost(program: Program, stack: string): Place | undefined {
  const pattern = new RegExp(`at (?:async )?(?:([^ \\n]+) \\()?${scriptUrl}:(\\d+):(\\d+)`, "g");
  const map = readSourceMap(program.map);
  for (const [, name = "main", line = "", column = ""] of stack.matchAll(pattern)) {
    let found = map.find(Number(line), Number(column));
    // What the compiler adds, as the breath of a loop, stands behind what it belongs to.
    for (let above = Number(line) - 1; found === undefined && above > 0; above -= 1)
      found = map.find(above, lastColumn);
    // The compiler's names end with an underscore and a number.
    if (found !== undefined) return { ...found, name: name.replace(/_\d*$/, "") };
  }
  return undefined;
}

/** The first site of a line: the statement that begins there. */
function firstOn(sites: readonly Site[], file: number, line: number): number {
  return sites.findIndex((site) => site.file === file && site.line === line && site.stages === undefined);
}

/** A line without the blanks around it, as offsets, and how far it is indented. */
function spanOf(text: string, line: number): readonly [start: number, end: number, indent: number] {
  const lines = text.split("\n");
  const ahead = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const here = lines[line - 1] ?? "";
  const indent = here.length - here.trimStart().length;
  return [ahead + indent, ahead + Math.max(indent, here.trimEnd().length), indent];
}
