// Tests in scripts: where they may stand, what they are called, and what they may use.
import { describe, expect, test } from "vitest";
import { checkText, codesOf, errorsOf } from "./checked.ts";

const machine = { hasCommand: (name: string) => ["test", "echo"].includes(name), commandNames: () => ["test", "echo"] };

describe("accepted", () => {
  test.each([
    'test "a" { assert(1 == 1) }',
    "test 'a' { }",
    'test "a"\n{ }',
    'test -d /tmp\ntest "x" = "y"\ntest "x"',
    'test "a" { return }',
    'test "a" { Fake f = Test.fake("curl").then(0); println(f.count()) }',
    'void f() { echo x }\nint n = 1\ntest "a" { f(); n = 2; assert(n == 2) }',
    'int n = 1\ntest "a" { int m = n; var c = () => m; assert(c() == 1) }\ntest "b" { int m = 2; assert(m == 2) }',
    'test "a" { Test.fake("nosuch"); nosuch -v }',
    'exit 0\ntest "a" { }',
  ])("%s", (text) => {
    expect(errorsOf(`${text}\n`, machine)).toEqual([]);
  });
});

describe("refused", () => {
  test.each([
    ["DS2320", 'if (true) { test "a" { } }'],
    ["DS2320", 'test "a" { test "b" { } }'],
    ["DS2321", 'test "" { }'],
    ["DS2321", 'int n = 1\ntest "a${n}" { }'],
    ["DS2322", "test \"a\" { }\ntest 'a' { }"],
    ["DS2323", "void f() { Test.setTime(0) }"],
    ["DS2323", 'Test.skip("x")'],
    ["DS2302", 'test "a" { return 1 }'],
    ["DS2501", 'test "a" { nosuch -v }'],
    ["DS2501", 'test "a" { assert(missing == 1) }'],
    ["DS2006", "int Test = 1"],
  ])("%s: %s", (code, text) => {
    expect(errorsOf(`${text}\n`, machine)).toEqual([code]);
  });
});

describe("the programs of tests", () => {
  const text = 'outer\ntest "a" { inner }\n';
  test("are not looked for ahead of a run", () => {
    const { program } = checkText(text, { ...machine, lookUp: "script" });
    expect(program.diagnostics.map(({ code, span }) => [code, span.start])).toEqual([["DS2501", 0]]);
    expect(program.named.map(({ name }) => name)).toEqual(["outer"]);
  });

  test("are all that is looked for ahead of the tests", () => {
    expect(checkText(text, { ...machine, lookUp: "tests" }).program.diagnostics.map(({ span }) => span.start)).toEqual([
      17,
    ]);
  });

  test("may be faked by a name that is computed", () => {
    expect(errorsOf('test "a" { String p = "inner"; Test.fake(p); inner }\n', machine)).toEqual([]);
  });
});

test("a test does not narrow what the script knows, nor is it dead code behind an exit", () => {
  expect(
    codesOf('String? s = $(cat f)\nif (s != null) { echo ${s} }\nexit 0\ntest "a" { assert(s != null) }\n'),
  ).toEqual([]);
});
