/** The emitted text itself: golden cases a reader can follow, and V8's word that it is JavaScript. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/index.ts";
import { growth } from "../growth.ts";
import { checkTexts, compileText, functionOf, readText } from "./compiled.ts";

const corpus = join(import.meta.dirname, "../corpus");

describe("the golden cases", () => {
  const folder = join(corpus, "emit");
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".dscript"))) {
    it(`emits ${name} as its file shows`, async () => {
      const program = compileText(readText(join(folder, name)));
      functionOf(program);
      await expect(program.code).toMatchFileSnapshot(join(folder, name.replace(/\.dscript$/, ".js.txt")));
    });
  }
});

describe("emitted code", () => {
  it("is JavaScript for every script of the corpus that checks", () => {
    let compiled = 0;
    for (const entry of readdirSync(corpus, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith(".dscript")) continue;
      const { program, errors } = checkTexts({ [entry.name]: readText(join(entry.parentPath, entry.name)) });
      if (errors !== "" || !program.ok) continue;
      functionOf(compile(program));
      compiled += 1;
    }
    expect(compiled).toBeGreaterThan(20);
  });

  it("is JavaScript for every script that can be put together from its parts", () => {
    const parts = fc.array(fc.constantFrom(...statements), { minLength: 1, maxLength: 8 });
    const nested = fc.array(fc.tuple(fc.constantFrom(...wrappers), parts), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(nested, (blocks) => {
        const body = blocks
          .map(([wrap, lines], index) => wrap.replaceAll("§", String(index)).replace("…", lines.join("\n")))
          .join("\n");
        const { program, errors } = checkTexts({ "test.dscript": declarations + body });
        if (errors === "") functionOf(compile(program));
        else expect(errors).not.toBe("");
      }),
      { numRuns: 150, seed: 20 },
    );
  });

  it("is JavaScript at the depth and length that the parser allows", () => {
    const deep = (open: string, close: string, core: string, count: number): string =>
      open.repeat(count) + core + close.repeat(count);
    for (const text of [
      `int n = 1\nint m = ${deep("(", ")", "n", 100)}`,
      `int n = 1\nint m = ${deep("(n + ", ")", "n", 60)}`,
      deep("if (true) {\n", "}\n", "echo a\n", 100),
      deep("{\n", "}\n", "echo a\n", 100),
      deep("( ", " )", "echo a", 60),
      `int n = 1\n${"if (n == 1) { n = 2 } else ".repeat(700)}{ n = 3 }`,
      `boolean b = ${Array.from({ length: 700 }, (_, index) => `1 < ${index}`).join(" && ")}`,
      `String s = ${Array.from({ length: 700 }, () => '"a"').join(" + ")}`,
      Array.from({ length: 700 }, () => "true").join(" && false || "),
    ]) {
      const { program, errors } = checkTexts({ "test.dscript": text });
      if (errors === "") functionOf(compile(program));
      else expect(errors).toMatch(/nested|chain|levels/);
    }
  });

  it("takes time in proportion to the script", { timeout: 120_000 }, () => {
    const lines = (count: number): string =>
      Array.from(
        { length: count },
        (_, index) => `int v${index} = ${index} + 1\necho "\${v${index}}" | cat > out${index}`,
      ).join("\n");
    const eightfold = growth(1_000, 8, (count) => {
      const { program } = checkTexts({ "test.dscript": lines(count) });
      return () => void compile(program);
    });
    expect(eightfold).toBeLessThan(32);
  });
});

const declarations = `int count = 0
String text = "a"
float ratio = 0.5
String[] list = ["a"]
Map<int> map = {"a": 1}
String? maybe = null
int twice(int n, int by = 2) { return n * by }
String slow(String s) { return $(echo \${s}) }
class Item {
  int n = 1
  String? note
  String[] tags = [slow("t")]
  Item(int n = 3) { this.n = n }
  int get(int by) { return this.n * by }
  String toString() { return "item \${this.n}" }
}
class Special extends Item {
  Item? inner
  Special(Item? inner) { super(2); this.inner = inner }
  int get(int by) { echo x; return super.get(by) + 1 }
}
Item item = Special(null)
`;

const statements = [
  "item.n += item.get(count)",
  "item.n++",
  "count = item.n--",
  'item.tags[0] += "${item}"',
  "item.note ??= text",
  "item = Special(Item(count))",
  "if (item instanceof Special) { println(item.inner instanceof Item, item.get(2)) }",
  "item = (Special)item",
  "count = (int)ratio + (int)(ratio * 2)",
  "ratio = (float)count",
  '@Risky("why")\nString risky = slow("z")',
  "@Risky\nmaybe = slow(text)",
  "println([item, Item()].map((Item i) => i.get(1)).length, item)",
  "((Special)item).get(1)",
  "count += twice(count)",
  "count++",
  "ratio = ratio / 2 + count",
  'text = "${text}-${count}-${ratio}"',
  "list.push(text)",
  'list[0] = slow("x")',
  'map["b"] ??= count',
  'map["a"] -= 1',
  'maybe ??= "x"',
  "echo ${list} *.txt ~ $(pwd)",
  "test -d x",
  "if ($? == 0) { echo $? }",
  "!rm a && mv b c || echo ${count} &",
  "( echo a; test -f b ) | cat > /dev/null 2>&1",
  "Result r = $(ls; false)",
  "for (int i = 0; i < 3; i++) { count -= i\n if (i == 1) { break } }",
  "while (count > 0) { count--\n if (count == 5) { continue } }",
  "do { count -= 2 } while (count > 0 && test -f x)".replace(" && test -f x", ""),
  "for (String l in $(cat f)) { println(l)\n if (l == text) { break } }",
  "for (var k in map) { println(k, map[k]) }",
  "switch (count) { case 1, 2: echo a\n break\n case 3: break\n default: echo b }",
  "try { false } catch (UserFault f) { println(f.message) } finally { count = 0 }",
  "retry 2 times { count++\n if (count > 3) { break } }",
  "defer { echo bye }",
  'assert(count >= 0, "why")',
  'lock "x" { echo in }',
  "cd /tmp { pwd }",
  'println(list.map((x) => x.upper()).join(","))',
  "var f = (int n) => n + count",
  "println(count > 1 ? text : slow(text))",
  "export A=${text}",
  "wait until (test -f x) every 1s",
];

const wrappers = [
  "…",
  "void f§() {\n…\n}\nf§()",
  "if (count > 0) {\n…\n} else {\n…\n}",
  "for (int i§ = 0; i§ < 2; i§++) {\n…\n}",
  "while (test -f x) {\n…\n}",
  "try {\n…\n} catch (Fault e§) { println(e§.message) }",
  "{\n…\n}",
  "var c§ = () => {\n…\n}",
];
