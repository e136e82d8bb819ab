/** Syntax of one's own: what a use stands for, that names do not meet, that it prints as it was written, and that nothing grows without bound. */

import { describe, expect, it } from "vitest";
import { isSameScript, type Parsed, parse, print, printExpanded } from "../../../src/syntax/index.ts";
import { createSource } from "../../../src/text/index.ts";
import { growth } from "../../growth.ts";

function read(text: string): Parsed {
  return parse(createSource("own.dscript", text));
}

/** What the last statement of a script stands for, in one line. */
function standsFor(text: string): string {
  const { script, diagnostics } = read(text);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  const printed = printExpanded({ ...script, statements: script.statements.slice(-1) });
  return printed.trim().replaceAll(/\s*\n\s*/g, " ");
}

const cases: readonly (readonly [string, string, string, string])[] = [
  [
    "a condition",
    "statement unless ($c:condition) $b:body => if (!$c) $b",
    "unless (test -d x) f()",
    "if (!test -d x) f()",
  ],
  [
    "its negation",
    "statement unless ($c:condition) $b:body => if (!$c) $b",
    "unless (!test -d x) f()",
    "if (test -d x) f()",
  ],
  [
    "an expression as one",
    "statement unless ($c:condition) $b:body => if (!$c) $b",
    "unless (3 > n) f()",
    "if (!(3 > n)) f()",
  ],
  [
    "a condition as a value",
    "statement note ($c:condition) => println($c ? 1 : 2)",
    "note (test -d x)",
    "println($(test -d x) ? 1 : 2)",
  ],
  ["a list", "statement all $xs:exprs => f($xs)", "all 1, 2 + 3, g(4)", "f([1, 2 + 3, g(4)])"],
  ["a word", "statement to $host:word => ssh $host uptime", 'to "web"${n}.local', 'ssh "web"${n}.local uptime'],
  ["a word in a text", 'statement to $host:word => println("to ${host}!")', "to web*", 'println("to web*!")'],
  ["words", "statement all $files:words => cp $files /dst", "all a 'b c' *.txt", 'cp a "b c" *.txt /dst'],
  ["a text", "statement say $what:text => echo $what ${what}", "say 'a b'", 'echo "a b" "a b"'],
  ["a name", "statement let $n:name be $v => var $n = $v", "let x be 3", "var x = 3"],
  [
    "a name in the block",
    'statement with $n:name "=" $v $b:block => { var $n = $v\n $b }',
    "with x = 3 { f(x) }",
    "{ var x = 3 { f(x) } }",
  ],
  [
    "what is left out",
    "statement wait_for ($c:condition) [every $gap = 1s] => wait until ($c) every $gap",
    "wait_for (f())",
    "wait until (f()) every 1s",
  ],
  [
    "what is not",
    "statement wait_for ($c:condition) [every $gap = 1s] => wait until ($c) every $gap",
    "wait_for (f()) every 2m",
    "wait until (f()) every 2m",
  ],
  ["a value", "expression half($x) => $x / 2", "f(half(a + b) * 2)", "f((a + b) / 2 * 2)"],
  [
    "words of a value",
    "expression the larger of $a versus $b => Math.max($a, $b)",
    "f(the larger of 1 versus 2)",
    "f(Math.max(1, 2))",
  ],
  [
    "an operator",
    'operator $a "<=>" $b as relational => order($a, $b)',
    "f(1 + 2 <=> 3 == true)",
    "f(order(1 + 2, 3) == true)",
  ],
  [
    "a word as an operator",
    "operator $a within $b as relational => $b.has($a)",
    'f("x" within m && true)',
    'f(m.has("x") && true)',
  ],
  ["an operator in front", 'operator "√" $x => Math.sqrt($x)', "f(√ 4 + 1)", "f(Math.sqrt(4) + 1)"],
  ["a literal", "literal $text:/\\d+px/ => pixels($text)", "f(12px, 3)", 'f(pixels("12px"), 3)'],
  [
    "a use within a template",
    "statement unless ($c:condition) $b:body => if (!$c) $b\nsyntax statement twice ($c:condition) $b:body => { unless ($c) $b\n f() }",
    "twice (a) g()",
    "{ if (!a) g() f() }",
  ],
];

describe("a use stands for its template", () => {
  for (const [what, syntax, use, expected] of cases)
    it(what, () => expect(standsFor(`syntax ${syntax}\n${use}`)).toBe(expected));
});

describe("names", () => {
  const repeat =
    "syntax statement repeat $n times $b:block => {\n  int left = $n\n  while (left > 0) { left--\n $b }\n}\n";

  it("of a template are none of the user's", () => {
    expect(standsFor(`${repeat}int left = 9\nrepeat left times { left++ }`)).toBe(
      "{ int left·1 = left while (left·1 > 0) { left·1-- { left++ } } }",
    );
  });

  it("of two uses within each other are two", () => {
    expect(standsFor(`${repeat}repeat 2 times { repeat 3 times { f() } }`)).toBe(
      "{ int left·2 = 2 while (left·2 > 0) { left·2-- { { int left·1 = 3 while (left·1 > 0) { left·1-- { f() } } } } } }",
    );
  });

  it("of members are not renamed with a variable of that name", () => {
    expect(standsFor("syntax statement show $x => { int size = 1\n f($x.size, size) }\nshow file")).toBe(
      "{ int size·1 = 1 f(file.size, size·1) }",
    );
  });
});

describe("a syntax counts", () => {
  it("from its declaration on", () => {
    const { diagnostics } = read(
      "unless (a) { f() }\nsyntax statement unless ($c:condition) $b:block => if (!$c) $b\n",
    );
    expect(diagnostics.map(({ code }) => code)).toContain("DS1116");
  });

  it("only in its shape: elsewhere its word is a program", () => {
    const { script, diagnostics } = read(
      "syntax statement unless ($c:condition) $b:block => if (!$c) $b\nunless -x y\ncommand unless (z)\n",
    );
    expect(script.statements[1]?.kind).toBe("command");
    expect(diagnostics.map(({ code }) => code)).toEqual(["DS1116"]);
  });
});

describe("printing", () => {
  for (const [what, syntax, use] of cases)
    it(`keeps ${what}`, () => {
      const text = `syntax ${syntax}\n${use}\n`;
      const { script } = read(text);
      for (const printed of [print(script), print(script, text)]) {
        const again = read(printed);
        expect(again.diagnostics.map(({ message }) => message)).toEqual([]);
        expect(isSameScript(script, again.script)).toBe(true);
        expect(print(again.script, printed)).toBe(
          print(read(print(again.script, printed)).script, print(again.script, printed)),
        );
      }
    });

  it("keeps comments and line breaks within a use", () => {
    const text = [
      "syntax statement unless ($c:condition) $b:body => if (!$c) $b # why",
      "unless (a) { # first",
      "  f() // second",
      "}",
      "# behind",
      "unless (b) /* odd */ g()",
      "",
    ].join("\n");
    const printed = print(read(text).script, text);
    for (const comment of ["# why", "# first", "// second", "# behind", "/* odd */"])
      expect(printed).toContain(comment);
    expect(print(read(printed).script, printed)).toBe(printed);
  });
});

describe("bounds", () => {
  it("hold for what doubles with each level", () => {
    const nested = `${"twice(".repeat(60)}1${")".repeat(60)}`;
    const { diagnostics } = read(`syntax expression twice($x) => $x + $x\nprintln(${nested})\n`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["DS1305"]);
  });

  it("let a file of many uses take time linear in their number", { timeout: 60_000 }, () => {
    const head = "syntax statement unless ($c:condition) $b:block => if (!$c) $b\n";
    const ratio = growth(2_000, 8, (size) => {
      const text = head + "unless (a > 1) { f(a) }\n".repeat(size);
      return () => read(text);
    });
    expect(ratio).toBeLessThan(20);
  });

  it("declarations", { timeout: 60_000 }, () => {
    const ratio = growth(1_000, 6, (size) => {
      const text = Array.from({ length: size }, (_, at) => `syntax statement w${at} $x => println($x)\n`).join("");
      return () => read(text);
    });
    expect(ratio).toBeLessThan(18);
  });
});
