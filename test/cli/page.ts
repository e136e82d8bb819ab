// Command-line tests as Markdown: files to make, commands to run, and what they say.
import { readFileSync } from "node:fs";

/** A file that a page's section makes ahead of its commands. */
export interface PageFile {
  readonly name: string;
  readonly text: string;
}

export interface PageCommand {
  readonly line: string;
  /** Standard output and error together; `…` stands for any text of a line, a line `…` for any lines. */
  readonly expected: string;
  /** "70", or with `…` for any digits. */
  readonly code: string;
}

/** A section under a heading is one test, in a folder of its own. */
export interface PageSection {
  readonly title: string;
  readonly files: readonly PageFile[];
  readonly commands: readonly PageCommand[];
}

/** Reads a page: "```dscript NAME" and "```text NAME" blocks are files, "```console" blocks are commands. */
export function readPage(path: string): readonly PageSection[] {
  const sections: { title: string; files: PageFile[]; commands: PageCommand[] }[] = [];
  const lines = readFileSync(path, "utf8").split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line.startsWith("## ")) sections.push({ title: line.slice(3), files: [], commands: [] });
    const fence = /^```(\w+) ?(.*)$/.exec(line);
    if (fence === null) continue;
    const end = lines.indexOf("```", at + 1);
    const body = lines.slice(at + 1, end);
    at = end;
    const section = sections.at(-1);
    if (section === undefined) continue;
    const [, kind = "", name = ""] = fence;
    if (kind === "console") section.commands.push(...commandsIn(body));
    else if (name !== "") section.files.push({ name, text: `${body.join("\n")}\n` });
  }
  return sections;
}

function commandsIn(lines: readonly string[]): readonly PageCommand[] {
  const commands: { line: string; expected: string; code: string }[] = [];
  for (const line of lines) {
    const last = commands.at(-1);
    const code = /^\[exit ([\d…]+)\]$/.exec(line);
    if (line.startsWith("$ ")) commands.push({ line: line.slice(2), expected: "", code: "0" });
    else if (last !== undefined && code !== null) last.code = code[1] ?? "";
    else if (last !== undefined) last.expected += `${line}\n`;
  }
  return commands;
}

/** The expectation as a pattern. */
export function patternOf(expected: string): RegExp {
  const text = expected
    .split("\n")
    .map((line) => (line === "…" ? "\u0000" : line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("…", "[^\\n]*")))
    .join("\n")
    .replaceAll("\u0000\n", "(?:[^\\n]*\\n)*?")
    .replaceAll("\u0000", "[^]*");
  return new RegExp(`^${text}$`);
}
