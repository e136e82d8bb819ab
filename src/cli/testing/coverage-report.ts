/** Coverage as a table for a person, as JSON, and as lcov's tracefile. */

import { relative } from "node:path";
import type { FrameStyle, Language } from "../../diagnostics/index.ts";
import { escapeText } from "../../diagnostics/index.ts";
import type { FileTotals, Testing } from "../../engine/index.ts";
import { displayWidth } from "../../text/index.ts";

type Shares = Pick<Testing, "share" | "sharesOf">;

/** One row a file, and one for all: lines, branches, and the lines that no test came by. */
export function coverageTable(
  files: readonly FileTotals[],
  { share, sharesOf }: Shares,
  { style, language }: { readonly style: FrameStyle; readonly language: Language },
): string {
  const row = (name: string, list: readonly FileTotals[], rest: string): readonly string[] => {
    const { lines, ways } = sharesOf(list);
    return [name, percent(share(...lines)), ways[1] === 0 ? "-" : percent(share(...ways)), rest];
  };
  const rows = [
    ["coverage", "lines", "branches", "not covered"].map((word) => language.text(word)),
    ...files.map((file) => row(escapeText(shortPath(file.path)), [file], rangesOf(file))),
    row(language.text("all files"), files, ""),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => displayWidth(cells[column] ?? ""))));
  return rows
    .map((cells, index) => {
      const [name = "", lines = "", ways = "", rest = ""] = cells;
      const text = [left(name, widths[0]), right(lines, widths[1]), right(ways, widths[2]), rest].join("  ").trimEnd();
      return `${index === 0 ? style.dim(text) : index === rows.length - 1 ? style.strong(text) : text}\n`;
    })
    .join("");
}

/** `12-15, 40`: lines on which a statement begins that no test ran, together where nothing that was run stands between. */
function rangesOf({ lines }: FileTotals): string {
  const ranges: string[] = [];
  let from = 0;
  let to = 0;
  const close = (): void => {
    if (from > 0) ranges.push(from === to ? String(from) : `${from}-${to}`);
    from = 0;
  };
  for (const [line, { hits }] of [...lines].sort(([a], [b]) => a - b)) {
    if (hits > 0) close();
    else {
      if (from === 0) from = line;
      to = line;
    }
  }
  close();
  return ranges.join(", ");
}

export function coverageJson(files: readonly FileTotals[], { sharesOf }: Shares): string {
  const total = (list: readonly FileTotals[]) => {
    const { lines, ways } = sharesOf(list);
    return { lines: { covered: lines[0], all: lines[1] }, branches: { covered: ways[0], all: ways[1] } };
  };
  const content = {
    format: 1,
    total: total(files),
    files: files.map((file) => ({
      path: shortPath(file.path),
      digest: file.digest,
      ...total([file]),
      lineHits: Object.fromEntries([...file.lines].sort(([a], [b]) => a - b).map(([line, { hits }]) => [line, hits])),
      lineTests: Object.fromEntries(
        [...file.lines].sort(([a], [b]) => a - b).map(([line, { tests }]) => [line, tests]),
      ),
      branchHits: [...file.ways.values()].map(({ line, way, hits }) => ({ line, way, hits })),
    })),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** The tracefile of geninfo(1). */
export function lcovText(files: readonly FileTotals[]): string {
  return files.map(lcovRecord).join("");
}

function lcovRecord({ path, lines, ways }: FileTotals): string {
  const sortedLines = [...lines].sort(([a], [b]) => a - b);
  const sortedWays = [...ways.values()].sort((a, b) => a.line - b.line || a.start - b.start);
  const blocks = new Map<number, number>();
  const branches = sortedWays.map(({ line, start, hits }, index) => {
    const block = blocks.get(start) ?? blocks.size;
    blocks.set(start, block);
    const known = lines.get(line)?.hits;
    return `BRDA:${line},${block},${index},${known === 0 ? "-" : hits}`;
  });
  const record = [
    "TN:",
    `SF:${path}`,
    ...branches,
    `BRF:${sortedWays.length}`,
    `BRH:${sortedWays.filter(({ hits }) => hits > 0).length}`,
    ...sortedLines.map(([line, { hits }]) => `DA:${line},${hits}`),
    `LF:${sortedLines.length}`,
    `LH:${sortedLines.filter(([, { hits }]) => hits > 0).length}`,
    "end_of_record",
  ];
  return `${record.join("\n")}\n`;
}

export function percent(value: number): string {
  // What is not whole must not look so.
  return `${(value > 99.9 && value < 100 ? 99.9 : value).toFixed(1)} %`;
}

function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith("..") ? path : short;
}

function left(text: string, width = 0): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

function right(text: string, width = 0): string {
  return " ".repeat(Math.max(0, width - displayWidth(text))) + text;
}
