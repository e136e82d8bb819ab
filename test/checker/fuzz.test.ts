// No tree that the parser makes lets the checker throw, whatever the text was; and its time grows with the text.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growth } from "../growth.ts";
import { checkText, errorsOf } from "./checked.ts";

const corpus = fileURLToPath(new URL("../corpus/check/", import.meta.url));
const pages = fileURLToPath(new URL("../../docs/diagnostics/", import.meta.url));
const texts = readdirSync(corpus, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".dscript"))
  .map((name) => readFileSync(`${corpus}${name}`, "utf8"))
  .concat(
    readdirSync(pages).flatMap((name) =>
      [...readFileSync(`${pages}${name}`, "utf8").matchAll(/```dscript\n([\s\S]*?)```/g)].map(
        (match) => match[1] ?? "",
      ),
    ),
  );
const tokens = [
  ..."(){}[];,.?:=+-*/%<>!&|~$\"'\n #",
  ..."int String boolean var const if else while do for in switch case default break continue return throw try catch".split(
    " ",
  ),
  ..."finally defer assert wait until retry times every on lock cd import command as optional null true false void Map Func".split(
    " ",
  ),
  ...'class extends this super new instanceof @Risky @Deprecated("x") this.x super.f() (int) (A) A class A { } class B extends A {'.split(
    " ",
  ),
  ...'$? $! ARGV env System Fault UserFault ${ $( => ?? ??= ++ -- == != =~ && || 10s 10MB 1.5 0 9007199254740991 "x" /re/ x y f xs'.split(
    " ",
  ),
];

const lines = fc.constantFrom(...texts.flatMap((text) => text.split("\n")));
const mixed = fc.array(lines, { maxLength: 12 }).map((all) => all.join("\n"));
const soup = fc.array(fc.constantFrom(...tokens), { maxLength: 60 }).map((all) => all.join(" "));
const cut = fc
  .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 20 }), fc.constantFrom(...tokens))
  .map(([text, at, length, token]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + token + text.slice(from + length);
  });

describe("the checker", () => {
  test.each([
    ["lines of all cases, mixed", mixed],
    ["tokens at random", soup],
    ["cases with a piece cut out and another put in", cut],
  ])("bears %s", (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { program } = checkText(text, { hasCommand: () => false, commandNames: () => ["grep", "sort"] });
        expect(program.ok).toBe(!program.diagnostics.some((each) => each.severity === "error"));
        // Reading every table is part of not throwing.
        for (const [node] of program.types) program.origins.get(node);
      }),
      { numRuns: 1_500, seed: 20 },
    );
  });

  test("bears what is as deep as the parser lets it be", () => {
    for (const text of [
      `println("x"${".trim()".repeat(390)})`,
      `var f = ${"() => { return ".repeat(120)}1${" }".repeat(120)}`,
      `${"( ".repeat(250)}echo a${" )".repeat(250)}`,
      `int n = ${"(".repeat(250)}1${")".repeat(250)}`,
      `int n = 1${" + 1".repeat(790)}`,
      `boolean b = ${"true && ".repeat(780)}true`,
      `${"if (true) {\n".repeat(250)}echo a\n${"}\n".repeat(250)}`,
      `class A { A me() { return this } }\nprintln(A()${".me()".repeat(390)} == A())`,
      `class A { }\nA a = A()\nboolean b = a instanceof A${" && a instanceof A".repeat(780)}`,
      `class A { void f() {\n${"if (true) {\n".repeat(240)}this.f()\n${"}\n".repeat(240)}} }`,
      Array.from(
        { length: 2000 },
        (_, n) => `class C${n}${n === 0 ? "" : ` extends C${n - 1}`} { int f${n} = ${n} }`,
      ).join("\n"),
      `echo ${"$(echo ".repeat(125)}a${")".repeat(125)}`,
    ])
      expect(errorsOf(`${text}\n`)).toEqual([]);
  });

  test("takes time in proportion to classes, side by side and below each other", { timeout: 120_000 }, () => {
    const make = (count: number): string =>
      Array.from(
        { length: count },
        (_, n) =>
          `class S${n} extends S { int f${n} = ${n}\n String t\n S${n}(String t) { this.t = t }\n int m() { return super.m() + this.f${n} } }\n` +
          `class D${n + 1} extends D${n} { int g${n} = this.h\n int m() { return super.m() + this.h } }\nS${n} s${n} = S${n}("a")\nprintln(s${n}.m())\n`,
      ).join("");
    const ahead = "class S { int h = 1\n int m() { return this.h } }\nclass D0 extends S { }\n";
    const tenfold = growth(200, 10, (count) => {
      const text = ahead + make(count);
      return () => expect(errorsOf(text)).toEqual([]);
    });
    expect(tenfold).toBeLessThan(40);
  });

  test("takes time in proportion to the text", { timeout: 120_000 }, () => {
    const make = (count: number): string =>
      Array.from(
        { length: count },
        (_, index) =>
          `int f${index}(int a, String b) {\n  String? s = $(cat "\${b}")\n  if (s != null && a > ${index}) { rm -- \${s} }\n  while (a > 0) { a -= 1 }\n  return a\n}\nString? v${index} = env.HOME ?? null\nif (v${index} == null) { exit 1 }\necho \${v${index}}\nf${index}(1, "x")\n`,
      ).join("");
    const tenfold = growth(200, 10, (count) => {
      const text = make(count);
      return () => {
        const { diagnostics } = checkText(text);
        expect(diagnostics.filter((each) => each.severity === "error")).toEqual([]);
      };
    });
    // A quadratic step would take a hundred times as long.
    expect(tenfold).toBeLessThan(40);
  });
});
