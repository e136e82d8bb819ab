// Tests and counters in compiled code: neither is there unless it is asked for.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compiler/index.ts";
import { checkTexts, functionOf } from "./compiled.ts";

const script = `
int f(int n, boolean b) {
  if (n > 1 && b) return 1
  String? x = null
  return (x ?? "y") == "y" ? 2 : 3
}
println(f(1, true))
test "first" { assert(f(1, false) == 2) }
test "second" {
  if (test -d /) { return }
  assert(false)
}
`;

function compiled(text: string, options: Parameters<typeof compile>[1]) {
  const { program, errors } = checkTexts({ "a.dscript": text });
  expect(errors).toBe("");
  return compile(program, options);
}

describe("a script with tests", () => {
  test("has the code that it has without them", () => {
    const without = script.slice(0, script.indexOf("test "));
    const { code, tests, points } = compiled(script, {});
    expect(code).toBe(compiled(without, {}).code);
    expect(tests).toBeUndefined();
    expect(points).toBeUndefined();
  });

  test("has its tests where they are asked for, and runs no other statement", () => {
    const program = compiled(script, { tests: true });
    expect(program.tests).toEqual([
      { name: "first", line: 8 },
      { name: "second", line: 9 },
    ]);
    expect(program.code).not.toContain("println");
    functionOf(program);
  });

  test("counts what stands outside of its tests, also what they do not run", () => {
    const { points = [] } = compiled(script, { tests: true, coverage: true });
    const statements = points.filter(({ way }) => way === undefined).map(({ line }) => line);
    expect([...new Set(statements)].sort((a, b) => a - b)).toEqual([3, 4, 5, 7]);
    expect(points.flatMap(({ way }) => way ?? []).sort()).toEqual(
      ["false", "false", "left side alone", "left side alone", "right side", "right side", "true", "true"].sort(),
    );
  });

  test("names no program of its tests that a run would look for", () => {
    expect(compiled('test "x" { nosuchprogram }\n', {}).commands).toEqual([]);
  });
});

describe("with counters", () => {
  const folder = fileURLToPath(new URL("../corpus/emit/", import.meta.url));
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".dscript")))
    test(`${name} is JavaScript still`, () => {
      const { program, errors } = checkTexts({ [name]: readFileSync(folder + name, "utf8") });
      if (errors !== "") return;
      for (const tests of [false, true]) functionOf(compile(program, { coverage: true, tests }));
    });
});
