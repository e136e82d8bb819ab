/** What the golden files do not show: places, names, passes, limits, time. */

import { describe, expect, it } from "vitest";
import { renderDiagnostic } from "../../src/diagnostics/index.ts";
import { type Parsed, parse } from "../../src/syntax/index.ts";
import { createSource } from "../../src/text/index.ts";
import { growth } from "../growth.ts";
import { showScript } from "./show-tree.ts";

function read(text: string): Parsed {
  return parse(createSource("x.dscript", text));
}

function codesOf(text: string): readonly string[] {
  return read(text).diagnostics.map((one) => one.code);
}

/** Every node's text, in the order of the tree. */
function textsOf(text: string, kind: string): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || value instanceof Map) return;
    const node = value as { kind?: string; start?: number; end?: number };
    if (node.kind === kind) found.push(text.slice(node.start, node.end));
    for (const child of Object.values(value)) visit(child);
  };
  visit(read(text).script);
  return found;
}

describe("nodes lie tightly around their text", () => {
  it("in code", () => {
    const text = "int n = (1 + 2) * f( a , b ) // end\nif (n > 1) { echo x }   # end\n";
    expect(textsOf(text, "variable")).toEqual(["int n = (1 + 2) * f( a , b )"]);
    expect(textsOf(text, "call")).toEqual(["f( a , b )"]);
    expect(textsOf(text, "if")).toEqual(["if (n > 1) { echo x }"]);
    expect(textsOf(text, "block")).toEqual(["{ echo x }"]);
  });

  it("in commands", () => {
    const text = "  LANG=C sort  'a b'$x > out 2>&1  | wc -l   # end\n";
    expect(textsOf(text, "command")).toEqual(["LANG=C sort  'a b'$x > out 2>&1  | wc -l"]);
    expect(textsOf(text, "simple")).toEqual(["LANG=C sort  'a b'$x > out 2>&1", "wc -l"]);
    expect(textsOf(text, "text")).toEqual(["C", "sort", "'a b'", "out", "wc", "-l"]);
    expect(textsOf(text, "expression")).toEqual(["$x"]);
  });

  it("in a here-document, whose word lies around the text itself", () => {
    const text = "cat <<END | wc\none ${1 + 2}\nEND\necho after\n";
    expect(textsOf(text, "binary")).toEqual(["1 + 2"]);
    expect(textsOf(text, "command")).toEqual(["cat <<END | wc", "echo after"]);
  });
});

describe("names", () => {
  it("are gathered from the whole file, each with its first declaration", () => {
    const { script } = read(
      'import "lib/a.dscript"\nint f(int p) { for (var v in []) { } try { } catch (Fault e) { } return 1 }\nvar g = (c) => c\nint f = 2\n',
    );
    expect([...script.declared.keys()].sort()).toEqual(["a", "c", "e", "f", "g", "p", "v"]);
    expect(script.declared.get("f")?.start).toBe(27);
  });

  it("of imported commands are no names of the file", () => {
    expect(codesOf("import command rsync, mv as move\nrsync a\nmove b\nmv c")).toEqual([]);
  });

  it("may stand first in a command within their own value", () => {
    expect(codesOf("String date = $(date +%F)\nfor (String file in $(file x)) { echo ${file} }")).toEqual([]);
    expect(codesOf("String date = $(date +%F)\nString later = $(date +%F)")).toEqual(["DS1101"]);
  });

  it("that are declared further down decide in a second pass", () => {
    expect(showScript(read("if (n > 3) { }\nint n = 1").script)).toContain("(if (> n 3) {})");
    expect(showScript(read("if (n > 3) { }\nint m = 1").script)).toContain("(if cmd:<n {1>3}> {})");
  });
});

describe("lines", () => {
  it("may end with a carriage return and a newline", () => {
    expect(showScript(read("echo a \\\r\n b\r\nif (x) {\r\n}\r\n").script)).toBe("<echo a b>\n(if cmd:<x> {})\n");
  });

  it("may begin with a byte order mark", () => {
    expect(showScript(read("\ufeff#!/usr/bin/env dscript\nstrict\necho a").script)).toBe("(strict)\n<echo a>\n");
  });

  it("that begin with `.name` go on with the value above", () => {
    expect(showScript(read("var a = b\n  // why\n  .c()\n  .d\n./run").script)).toBe("(var a (call b.c).d)\n<./run>\n");
  });
});

describe("many mistakes in one file", () => {
  it("are each reported once, in order, and the rest is read", () => {
    const text = 'int a = ]\nfoo(1 2)\nset -e\nif (x { echo y }\nwhlie (x) { echo "\\q" }\nstring s = "x"\necho fine\n';
    const { script, diagnostics } = read(text);
    expect(diagnostics.map((one) => [one.code, text.slice(0, one.span.start).split("\n").length])).toEqual([
      ["DS1001", 1],
      ["DS1001", 2],
      ["DS1105", 3],
      ["DS1001", 4],
      ["DS1116", 5],
      ["DS1007", 5],
      ["DS1201", 6],
    ]);
    expect(showScript(script)).toContain("<echo fine>");
  });

  it("name the bracket of another line that is still open", () => {
    const { diagnostics } = read("print(1,\n  2\n  3)\n");
    expect(diagnostics.map((one) => renderDiagnostic(one)).join("")).toContain(
      "the `(` that begins here is not closed yet",
    );
  });

  it("are counted to an end in a file that is nothing but mistakes", () => {
    const { diagnostics, unreadFrom } = read("}\n".repeat(50_000));
    expect([diagnostics.length, unreadFrom]).toEqual([10_000, 20_000]);
  });
});

describe("time", () => {
  it("grows with the text, up to 100,000 lines", { timeout: 120_000 }, () => {
    const lines =
      'int a = f(1 + 2, "x${b}")\nrsync -a "${a}/b" /srv > log 2>&1\nif (a == 1) { echo "$a" | wc -l }\n# why\n';
    const tenfold = growth(2_500, 10, (count) => {
      const text = lines.repeat(count);
      return () => expect(codesOf(text)).toEqual([]);
    });
    expect(tenfold).toBeLessThan(40);
  });
});
