/** No text makes the parser throw, hang, or build a tree too deep to walk. */

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxChain, maxDepth, parse } from "../../src/syntax/index.ts";
import { createSource, decodeUtf8 } from "../../src/text/index.ts";

const seed = 20_260_131;
/** `DSCRIPT_SOAK=50` runs fifty times as many. */
const soak = Number(process.env["DSCRIPT_SOAK"] ?? 1);
const corpus = new URL("../corpus/syntax/", import.meta.url);
const scripts = readdirSync(corpus, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".dscript"))
  .sort()
  .map((name) => decodeUtf8(readFileSync(new URL(name, corpus))));

const tokens = [
  ..."{}()[]<>|&;,.:?!=+-*/%^~#$'\"`\\\n\n\n  \t",
  ...'if (|while (|for (|else|do {|switch (|case |default:|try {|catch (|finally {|defer {|lock "|retry 3 times|wait until (|assert(|import |import command |cd |export |exit |return |throw |break|var |const |int |String[] |Map<int> |String? |void f(|assure G1 {|argue "a" {|strategy pre {|strategy post S1 {|strategy |timeout 5s |within 1s |command |X=1 |NAME='.split(
    "|",
  ),
  ..."class A {|class A extends B {|class |A(int n) {|int f() {|this.|super(|new A(|(A)|(int)| instanceof A|@Risky|@Deprecated('x')\n|const String s\n|lib.A x|".split(
    "|",
  ),
  ..."${|$(|$x|$?|$!|<<A|<<-'B'|<<<|>=|2>&1|&>|&&|~~|??|=>|=~|!~|++|--|+=|in |A\n|B\n|\\x41|\\u{41}|\\q|/*|*/|//|'x'|\"y\"|10s|5MB|0x1f|1.5|true|null|env.X|xs|a b c|*.txt|{a,b}|@{A}|@{|@{ x }|if a; then|fi|for x in|do|done|case a in|esac|foo() {|[ -d x ]|test -d x|a=(|`".split(
    "|",
  ),
];

/** Every node's offsets lie within the text, in order; gives the depth of the tree. */
function checkTree(root: unknown, length: number): number {
  let deepest = 0;
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { value, depth } = top;
    if (typeof value !== "object" || value === null || value instanceof Map) continue;
    const below = "kind" in value ? depth + 1 : depth;
    deepest = Math.max(deepest, below);
    if ("start" in value && "end" in value) {
      const { start, end } = value as { start: number; end: number };
      if (!(start >= 0 && start <= end && end <= length))
        throw new Error(`a node from ${start} to ${end}, of ${length}`);
    }
    for (const child of Object.values(value)) stack.push({ value: child, depth: below });
  }
  return deepest;
}

function parses(text: string): boolean {
  const { script, diagnostics } = parse(createSource("fuzz.dscript", text));
  for (const { span } of diagnostics)
    if (!(span.start >= 0 && span.start <= span.end)) throw new Error("a span in disorder");
  return checkTree(script, text.length) <= 2 * (maxChain + maxDepth);
}

describe("the parser bears", () => {
  const limit = 20_000 * soak;

  it("bytes of any kind", { timeout: limit }, () => {
    const texts = fc.uint8Array({ maxLength: 400 }).map((bytes) => decodeUtf8(bytes));
    fc.assert(fc.property(texts, parses), { seed, numRuns: 1000 * soak });
  });

  it("text of any kind", { timeout: limit }, () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), parses), { seed, numRuns: 1000 * soak });
  });

  it("soup of its own tokens", { timeout: limit }, () => {
    const soup = fc.array(fc.constantFrom(...tokens), { maxLength: 80 }).map((parts) => parts.join(""));
    fc.assert(fc.property(soup, parses), { seed, numRuns: 4000 * soak });
  });

  it("its corpus with pieces taken out, doubled and exchanged", { timeout: limit }, () => {
    const change = fc.record({
      script: fc.constantFrom(...scripts),
      from: fc.nat(4000),
      length: fc.nat(30),
      instead: fc.oneof(fc.constant(""), fc.constantFrom(...tokens), fc.string({ maxLength: 5 })),
    });
    const texts = fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) =>
      changes.reduce((text, { script, from, length, instead }) => {
        const base = text === "" ? script : text;
        const at = from % (base.length + 1);
        return base.slice(0, at) + instead + base.slice(at + length);
      }, ""),
    );
    fc.assert(fc.property(texts, parses), { seed, numRuns: 2000 * soak });
  });
});

describe("50,000 levels of brackets, 20,000 of all else, take no stack and little time", () => {
  const openers = [
    "(",
    "[",
    "{",
    "x = (",
    "x = [",
    "f(",
    "$(",
    "echo $(",
    'echo "${',
    'echo "$(',
    "if (x) {",
    "if (a) ",
    "x = -",
    "!",
    "( a; ",
    "x = () => ",
    'x = {"a": ',
    "cat <<A\n$(",
    "x = a ? ",
    "x = ",
    "if (a) b\nelse ",
    "try {",
    "switch (x) { case 1: ",
    "/* ",
    '"',
    "'",
    "`",
    "a{",
    "[[",
    "cd x {",
    "Map<",
    "${",
    "timeout 5s ",
    "x = 1 + ",
    "a && ",
    "a | ",
    "x = a.",
    "x = a?",
    "\\",
    "<<A ",
    "> f ",
    "else ",
    "case ",
    "then ",
    "${a/+",
    "echo ${a/b+",
    "timeout 10 ",
    "<(",
    "case x ",
    "lock 'a",
    "retry a ",
    "(a, ",
    "f(a<",
    "if ",
    "if x; then ",
    "while ",
    "for x in ",
    "for x; do ",
    "case x in a) ",
    "case x in a| ",
    "foo() {\n",
    "function f {\n",
    "((a=",
    "for((a;",
    "true && [ ",
    "true && x y | ",
    "f() | ",
    "x = true && !x ",
    "x=`",
    "${a:-",
    "a=(",
    "x=$((",
    "n= ",
    "'\n'x",
    '"\n',
    "timeout 5s f(",
    "a && f(",
    "int n =\n",
    "[[ a ",
    "<<'A'",
    "class A { ",
    "class A { int f() { ",
    "class A { int a = ",
    "class A extends B { A() { super(",
    "class A<",
    "class A { f(",
    "@Risky\n",
    "@Risky('x') ",
    "@Risky(",
    "(int)",
    "x = (int)",
    "new A(",
    "x = new A(",
    "x instanceof ",
    "x = a instanceof A && ",
    "this.",
    "class A { private ",
    "class A { ) ",
  ];
  const closers: Readonly<Record<string, string>> = {
    "(": ")",
    "[": "]",
    "{": "}",
    "$(": ")",
    "f(": ")",
    "x = (": ")",
    "x = [": "]",
  };

  for (const opener of openers) {
    it(JSON.stringify(opener), () => {
      const times = closers[opener] === undefined ? 20_000 : 50_000;
      expect(parses(opener.repeat(times))).toBe(true);
      expect(parses(`${opener.repeat(times)}1${(closers[opener] ?? "").repeat(times)}`)).toBe(true);
    });
  }

  it("a chain of operators", () => expect(parses(`x = 1${"+1".repeat(50_000)}`)).toBe(true));
  it("a chain of members", () => expect(parses(`x = a${".b".repeat(50_000)}`)).toBe(true));
  it("long chains within deep brackets", () => {
    expect(parses(`x = ${"(1".repeat(240)}${`${"+1".repeat(700)})`.repeat(240)}`)).toBe(true);
  });
  it("a line of 12 million characters", () =>
    expect(parses(`echo ${"ab ".repeat(10)}${"x".repeat(12_000_000)}`)).toBe(true));
  it("a string of 300,000 pieces", () => expect(parses(`echo "${"a$b ".repeat(300_000)}"`)).toBe(true));
  it("300,000 words in a line", () => expect(parses(`echo ${"w ".repeat(300_000)}`)).toBe(true));
});
