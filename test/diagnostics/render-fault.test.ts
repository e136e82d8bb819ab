/** How a fault is drawn for a person. */

import { describe, expect, test } from "vitest";
import { type FaultView, renderFault } from "../../src/diagnostics/index.ts";
import { createSource } from "../../src/text/index.ts";

const text = `language 1\nstrict\nboolean write() {\n  var f = System.fopen("/etc/passwd", "w")\n}\n\n\n\nwrite()\n`;
const source = createSource("initiate.dscript", text);
const start = text.indexOf('"/etc');

const passwd: FaultView = {
  kind: "IOFault",
  message: 'cannot open "/etc/passwd" for writing: Permission denied',
  source,
  span: { start, end: start + 13 },
  ranked: [
    { class: "UserFault", p: 0.714, reason: "runs as uid 1000, the file is root's, mode 0644" },
    { class: "SystemFault", p: 0.224, reason: "the rights do not allow it" },
    { class: "SoftwareFault", p: 0.06 },
    { class: "ExternalFault", p: 0.002 },
  ],
  plausible: ["SystemFault", "UserFault"],
  advice: "whoever ran this needs other rights",
  stack: [
    {
      file: "initiate.dscript",
      line: 4,
      name: "System.fopen",
      arguments: [
        { name: "filename", type: "String", text: "/etc/passwd" },
        { name: "mode", type: "String", text: "w" },
      ],
    },
    { file: "initiate.dscript", line: 9, name: "main", arguments: [] },
  ],
};

const frameOf = (type: string, value: string, name = "a"): string => {
  const view = { ...passwd, stack: [{ file: "f", line: 1, name: "x", arguments: [{ name, type, text: value }] }] };
  return renderFault(view).split("\n").at(-2) ?? "";
};

describe("a fault in the terminal", () => {
  test("shows title, message, place, frame, classes and stack", () => {
    expect(renderFault(passwd)).toBe(`IOFault: UserFault SystemFault
  cannot open "/etc/passwd" for writing: Permission denied
  initiate.dscript:4:24
    4 |   var f = System.fopen("/etc/passwd", "w")
      |                        ^^^^^^^^^^^^^
  most likely  UserFault 0.71 (whoever ran this needs other rights): runs as uid 1000, the file is root's, mode 0644
  also         SystemFault 0.22
StackTrace
  [1] (initiate.dscript:4) System.fopen(filename=(String) "/etc/passwd", mode=(String) "w")
  [0] (initiate.dscript:9) main()
`);
  });

  test("goes without place and stack where there are none", () => {
    const { source: _source, span: _span, ...bare } = passwd;
    expect(renderFault({ ...bare, message: "one\ntwo", stack: [], plausible: ["UserFault"] })).toBe(`IOFault: UserFault
  one
    two
  most likely  UserFault 0.71 (whoever ran this needs other rights): runs as uid 1000, the file is root's, mode 0644
`);
  });

  test("escapes what could steer the terminal, and bytes that are no UTF-8", () => {
    expect(frameOf("String", 'a"b\\c\n\u001b[31m\u009b\u202e\udc80\ud800')).toBe(
      '  [0] (f:1) x(a=(String) "a\\"b\\\\c\\n\\e[31m\\x9b\\u{202e}\\x80\\u{d800}")',
    );
    expect(frameOf("int", "3")).toBe("  [0] (f:1) x(a=(int) 3)");
    expect(frameOf("String", "***")).toBe("  [0] (f:1) x(a=(String) ***)");
    expect(frameOf("String", "x", "")).toBe('  [0] (f:1) x((String) "x")');
    const hostile = "\u001b]0;x\u0007\u009b";
    const view = {
      ...passwd,
      kind: "IOFault",
      message: hostile,
      advice: hostile,
      stack: [{ file: hostile, line: 1, name: hostile, arguments: [] }],
    };
    expect(renderFault(view)).not.toMatch(/[\u001b\u0007\u009b]/);
  });

  test("cuts long values by their columns and says their length", () => {
    expect(frameOf("String", "x".repeat(5000))).toBe(
      `  [0] (f:1) x(a=(String) "${"x".repeat(72)}…" (5000 characters))`,
    );
    expect(frameOf("String", "日".repeat(50))).toBe(`  [0] (f:1) x(a=(String) "${"日".repeat(36)}…" (50 characters))`);
    expect(frameOf("String", `${"x".repeat(71)}日`)).toBe(
      `  [0] (f:1) x(a=(String) "${"x".repeat(71)}…" (72 characters))`,
    );
  });

  test("underlines wide characters over their whole width", () => {
    const wide = createSource("w.dscript", 'cat "日本" x\n');
    const lines = renderFault({ ...passwd, source: wide, span: { start: 4, end: 8 } }).split("\n");
    expect(lines[3]).toBe('    1 | cat "日本" x');
    expect(lines[4]).toBe("      |     ^^^^^^");
  });

  test("leaves out the middle of deep stacks and of long argument lists, and counts it", () => {
    const frame = {
      file: "f",
      line: 2,
      name: "g",
      arguments: Array.from({ length: 100 }, () => ({ name: "", type: "int", text: "1" })),
    };
    const lines = renderFault({ ...passwd, stack: Array.from({ length: 10_000 }, () => frame) }).split("\n");
    expect(lines.length).toBeLessThan(40);
    expect(lines).toContain("  … 9975 frames …");
    expect(lines.at(-2)).toMatch(/^ {2}\[0\] \(f:2\) g\(\(int\) 1, .*, … and 84 more\)$/);
  });
});
