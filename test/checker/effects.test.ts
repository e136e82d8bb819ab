// Which functions wait, and which are in status style (language 4).
import { describe, expect, test } from "vitest";
import { checkText } from "./checked.ts";

/** The named facts of the function `f`, of the first closure, or of the top level. */
function factsOf(text: string, which: "f" | "closure" | "main", strict = false): string {
  const { program } = checkText(text, { strict });
  for (const [node, facts] of program.functions) {
    const name = node.kind === "function" ? node.name.name : node.kind === "closure" ? "closure" : "main";
    if (name !== which) continue;
    return [facts.waits && "waits", facts.statusStyle && "style", facts.readsStatus && "reads"]
      .filter((each) => each !== false)
      .join(" ");
  }
  return "none";
}

describe("waiting", () => {
  test.each([
    ["arithmetic", "int f(int n) { return n * 2 }", ""],
    ["recursion", "int f(int n) { return n < 2 ? n : f(n - 1) + f(n - 2) }", ""],
    ["a loop over an array", "int f(int[] xs) { int s = 0; for (int x in xs) { s += x }; return s }", ""],
    ["a command", "void f() { true }", "waits"],
    ["a capture", "String f() { return $(date) }", "waits"],
    ["an open loop", "void f(int n) { while (n > 0) { n -= 1 } }", "waits"],
    ["a counting loop", "void f(int n) { for (int i = 0; i < n; i++) { n -= 1 } }", "waits"],
    ["a library call that waits", "void f() { sleep(1s) }", "waits"],
    ["a library call that does not", "String f(String s) { return s.trim() }", ""],
    ["a call of a function that waits", "void f() { g() }\nvoid g() { h() }\nvoid h() { true }", "waits"],
    ["a circle that waits", "void f() { g() }\nvoid g() { f(); h() }\nvoid h() { true }", "waits"],
    ["a circle that does not", "void f() { g() }\nvoid g() { f() }", ""],
    ["a call of a value", "int f(Func<int> g) { return g() }", "waits"],
    ["a closure that waits, made but not called", "Func<void> f() { return () => { true } }", ""],
    ["a closure that waits, called by the library", "void f(String[] xs) { xs.each((x) => { rm -- ${x} }) }", "waits"],
    ["a closure that does not wait", "int[] f(int[] xs) { return xs.map((x) => x + 1) }", ""],
    ["a function handed to the library", "int[] f(int[] xs) { return xs.map(g) }\nint g(int n) { return n }", ""],
    [
      "a function that waits handed to the library",
      "int[] f(int[] xs) { return xs.map(g) }\nint g(int n) { true; return n }",
      "waits",
    ],
    ["a value handed to the library", "int[] f(int[] xs, Func<int, int> g) { return xs.map(g) }", "waits"],
    ["a default value that waits", "String f(String s = $(date)) { return s }", "waits"],
    ["retry", "void f() { retry 3 times { println(1) } }", "waits"],
    ["lock", 'void f() { lock "x" { println(1) } }', "waits"],
    ["wait until", "void f(int n) { wait until (n > 1) }", "waits"],
    ["defer without a command", "void f() { defer { println(1) } }", ""],
    ["a method that does not wait", "class A { int m() { return 1 } }\nint f(A a) { return a.m() }", ""],
    ["a method that waits", "class A { void m() { true } }\nvoid f(A a) { a.m() }", "waits"],
    [
      "a method that an override makes wait",
      "class A { void m() { } }\nclass B extends A { void m() { true } }\nvoid f(A a) { a.m() }",
      "waits",
    ],
    [
      "a method that calls one whose override waits",
      "class A { void go() { this.m() }\n void m() { } }\nclass B extends A { void m() { true } }\nvoid f(A a) { a.go() }",
      "waits",
    ],
    [
      "an override of an override that waits",
      "class A { void m() { } }\nclass B extends A { void m() { } }\nclass C extends B { void m() { true } }\nvoid f(A a) { a.m() }",
      "waits",
    ],
    ["making an object", "class A { int n = 1\n A() { this.n = 2 } }\nA f() { return A() }", ""],
    ["a constructor that waits", "class A { A() { true } }\nA f() { return A() }", "waits"],
    ["a field's value that waits", "class A { String d = $(date) }\nA f() { return A() }", "waits"],
    [
      "a base's constructor that waits",
      "class A { A() { true } }\nclass B extends A { }\nclass C extends B { C() { super() } }\nC f() { return C() }",
      "waits",
    ],
    ["an object in a text", 'class A { String toString() { return "a" } }\nString f(A a) { return "${a}" }', ""],
    ["one that waits", 'class A { String toString() { return $(date) } }\nString f(A a) { return "${a}" }', "waits"],
    [
      "super",
      "class A { void m() { true } }\nclass B extends A { void k() { super.m() } }\nvoid f(B b) { b.k() }",
      "waits",
    ],
    ["a field that holds a function", "class A { Func<int> g = () => 1 }\nint f(A a) { return a.g() }", "waits"],
    ["a cast and a test", "class A { }\nclass B extends A { }\nB f(A a) { return a instanceof B ? (B)a : B() }", ""],
    ["a body in a directory", "void f() { cd /tmp { println(1) } }", "waits"],
  ])("%s", (_, text, expected) => {
    expect(factsOf(`${text}\n`, "f")).toBe(expected);
  });

  test("the top level always waits", () => {
    expect(factsOf("println(1)\n", "main")).toBe("waits");
  });

  test("a closure knows for itself", () => {
    expect(factsOf("var f = () => { true }\n", "closure")).toBe("waits");
    expect(factsOf("var f = (int x) => x + 1\n", "closure")).toBe("");
  });
});

describe("status style", () => {
  test.each([
    ["a condition that reads the status", "void f() { true; if ($? == 0) { echo a } }", "waits style reads"],
    ["a status in a word", "void f() { true; echo $? }", "waits style reads"],
    ["only `exit $?`", "void f() { true; exit $? }", "waits reads"],
    ["only `return $?`", "int f() { true; return $? }", "waits reads"],
    ["none", "void f() { true }", "waits"],
    ["only in a closure", "void f() { true; var g = () => $? }", "waits"],
  ])("%s", (_, text, expected) => {
    expect(factsOf(`${text}\n`, "f")).toBe(expected);
  });

  test("is not there under the pragma, nor under the option", () => {
    const text = "void f() { true; if ($? == 0) { echo a } }\n";
    expect(factsOf(`strict\n${text}`, "f")).toBe("waits reads");
    expect(factsOf(text, "f", true)).toBe("waits reads");
  });

  test("a statement that reads the status accepts the one ahead of it", () => {
    const { program } = checkText("true\nif ($? == 0) { echo a }\nfalse\nint n = $?\nfalse\necho ${n}\n");
    expect(program.statusRead.size).toBe(2);
  });

  test.each([
    ["a condition", "if ($? == 0) { println(1) }", 1],
    ["a word", "echo $?", 1],
    ["a value behind a capture, which has a status of its own", 'println("${$(date)} ${$?}")', 0],
    ["the first thing in a body", "if (1 < 2) { println($?) }", 1],
    ["a body behind another command", "if (test -d x) { println($?) }", 0],
    ["a closure, which runs later", "var f = () => $?", 0],
    ["`exit $?`", "exit $?", 1],
  ])("is looked at by %s or not", (_, next, count) => {
    expect(checkText(`false\n${next}\n`).program.statusRead.size).toBe(count);
  });
});
