// What a syntax error hides: what may follow from it, and nothing else. One run reports every error of a file.
import { describe, expect, test } from "vitest";
import { shippedCommands } from "../../src/commands/index.ts";
import { checkText } from "./checked.ts";

const machine = { hasCommand: (name: string) => shippedCommands.has(name) };

/** "DS1007:2": the codes of a text's errors, each with its line. */
function placesOf(text: string): readonly string[] {
  return checkText(text, machine)
    .diagnostics.filter((each) => each.severity === "error")
    .map(({ code, span }) => `${code}:${text.slice(0, span.start).split("\n").length}`);
}

describe("where the parser read on, everything else is said", () => {
  test.each([
    ["of the same line", 'println(undefA); println("\\q")', ["DS2001:1", "DS1007:1"]],
    ["behind it", 'println("\\q"); nocmd_x', ["DS1007:1", "DS2501:1"]],
    [
      "of the same function",
      "void f() { rm {a,b}; nocmd_y; println(undef) }\nf()",
      ["DS1103:1", "DS2501:1", "DS2001:1"],
    ],
    ["of the same call", 'println("\\q", undefA)', ["DS1007:1", "DS2001:1"]],
    [
      "of the way through other functions",
      'void a() { println("\\q") }\nint g(int x) { if (x > 1) { return 1 } }\nvoid h() { int m; println(m) }',
      ["DS1007:1", "DS2301:2", "DS2004:3"],
    ],
    [
      "of the way through the same function",
      "int g(int x) { echo a\\b; if (x > 1) { return 1 } }",
      ["DS2301:1", "DS1021:1"],
    ],
  ])("%s", (_, text, expected) => {
    expect(placesOf(`${text}\n`)).toEqual(expected);
  });
});

describe("where it lost its place, what may follow is left out", () => {
  test.each([
    ["in the same statement", "println(1 undefA c)", ["DS1001:1"]],
    ["but not ahead of that", "println(undefA); println(1 c d)", ["DS2001:1", "DS1001:1"]],
    ["in the rest of its line", "foo(1 2 bar\nprintln(undefA)", ["DS1001:1", "DS2001:2"]],
    ["on the way through its function", "int f(int x) {\n  return (1 2\n}", ["DS1001:2"]],
    [
      "but not through another one",
      "int f(int x) {\n  return 1 2\n}\nint g(int x) { if (x > 1) { return 1 } }",
      ["DS1001:2", "DS2301:4"],
    ],
    ["of a type that is not whole", "int x = [1, 2", ["DS1005:1"]],
    [
      "of what a `}` too many has put elsewhere",
      "int f(boolean x) {\n  if (x) { echo a } }\n  return 1\n}\nprintln(undefA)",
      ["DS1006:4", "DS2001:5"],
    ],
    [
      "of what a `}` too few has put elsewhere",
      "void f(boolean x) {\n  if (x) {\n    echo a\n}\nvoid g() { echo b; println(undefA) }\ng()",
      ["DS1005:1", "DS2001:5"],
    ],
  ])("%s", (_, text, expected) => {
    expect(placesOf(`${text}\n`)).toEqual(expected);
  });
});
