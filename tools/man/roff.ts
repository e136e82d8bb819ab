// Markdown to roff, as far as the docs use it: headings, paragraphs, lists, tables, code.

/** Text that roff takes as it is. */
export function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replace(/[-'`^~"]/g, (unit) => SPECIAL[unit] ?? unit)
    .replace(
      /[^\x00-\x7f]/g,
      (unit) => `\\[u${(unit.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
    )
    .replace(/^\./gm, "\\&.");
}

const SPECIAL: Readonly<Record<string, string>> = {
  "-": "\\-",
  "'": "\\(aq",
  "`": "\\(ga",
  "^": "\\(ha",
  "~": "\\(ti",
  '"': "\\(dq",
};

/** One paragraph's text: code and strong words bold, other words stressed, links by their text. */
export function inline(text: string): string {
  const flat = text.replace(/\[([^\]]+)\]\([^)\s]+\)/g, "$1");
  const parts = flat.split(/(``.+?``|`[^`]+`|\*\*[^*]+\*\*|(?<![\w*])\*[^*\s][^*]*\*(?![\w*]))/);
  return parts.map(part).join("");
}

function part(text: string): string {
  if (text.startsWith("``") && text.length > 4) return `\\fB${escaped(text.slice(2, -2).trim())}\\fR`;
  if (text.startsWith("`") && text.length > 2) return `\\fB${escaped(text.slice(1, -1))}\\fR`;
  if (text.startsWith("**") && text.length > 4) return `\\fB${escaped(text.slice(2, -2))}\\fR`;
  if (text.startsWith("*") && text.endsWith("*") && text.length > 2) return `\\fI${escaped(text.slice(1, -1))}\\fR`;
  return escaped(text);
}

/** A page's body. Headings of the first level become sections, deeper ones subsections. */
export function roffOf(markdown: string): string {
  const lines = markdown.split("\n");
  const out: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    if (line.startsWith("```")) {
      const end = closing(lines, at + 1, (one) => one.startsWith("```"));
      out.push(...afterHeading(out, example(lines.slice(at + 1, end))));
      at = end + 1;
    } else if (line.startsWith("|")) {
      const end = closing(lines, at, (one) => !one.startsWith("|"));
      out.push(...table(lines.slice(at, end)));
      at = end;
    } else if (/^#+ /.test(line)) {
      const text = inline(line.replace(/^#+ /, ""));
      out.push(line.startsWith("# ") ? `.SH ${heading(text)}` : `.SS ${heading(text)}`);
      at += 1;
    } else if (/^ *(?:[-*]|\d+\.) /.test(line)) {
      const [, bullet = "", rest = ""] = /^ *([-*]|\d+\.) (.*)$/.exec(line) ?? [];
      out.push(/\d/.test(bullet) ? `.IP ${bullet} 4` : ".IP \\(bu 4", inline(rest));
      at += 1;
    } else if (line.trim() === "") at += 1;
    else {
      const end = closing(lines, at, (one) => /^$|^[|#]|^```|^ *(?:[-*]|\d+\.) /.test(one));
      out.push(...afterHeading(out, [".PP"]));
      for (const text of lines.slice(at, end)) out.push(inline(text.trim()));
      at = end;
    }
  }
  return `${out.join("\n")}\n`;
}

/** A heading begins a paragraph itself. */
function afterHeading(out: readonly string[], lines: readonly string[]): readonly string[] {
  return lines[0] === ".PP" && /^\.S[HS] /.test(out.at(-1) ?? "") ? lines.slice(1) : lines;
}

/** The first line from `from` on that fits, or the end. */
function closing(lines: readonly string[], from: number, fits: (line: string) => boolean): number {
  let at = from;
  while (at < lines.length && !fits(lines[at] ?? "")) at += 1;
  return Math.max(at, from);
}

export function example(lines: readonly string[]): readonly string[] {
  return [".PP", ".in +4n", ".EX", ...lines.map((line) => (line === "" ? "\\&" : escaped(line))), ".EE", ".in"];
}

function heading(text: string): string {
  return `"${text}"`;
}

/** A row becomes an entry: the first cell, and below it the others with their columns' names where there are several. */
function table(lines: readonly string[]): readonly string[] {
  const [names = [], , ...rows] = lines.map(cells);
  return rows.flatMap(([first = "", ...rest]) => [
    ".TP",
    inline(first) === "" ? "\\&" : inline(first),
    ...rest.flatMap((cell, index) => {
      if (cell === "") return [];
      const name = rest.length > 1 && names[index + 1] !== "" ? `${names[index + 1]}: ` : "";
      return [...(index === 0 ? [] : [".br"]), inline(`${name}${cell}`)];
    }),
  ]);
}

/** A bar within code or behind a backslash is no border. */
function cells(line: string): readonly string[] {
  const text = line.replace(/^\| ?/, "").replace(/ ?\| *$/, "");
  return (text.match(/(?:`[^`]*`|\\\||[^|])+|(?<=\|)(?=\|)/g) ?? []).map((cell) => cell.trim().replaceAll("\\|", "|"));
}
