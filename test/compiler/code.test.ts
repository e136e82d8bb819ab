/** Code: values, control flow, faults, functions and files, as compiled code behaves. */

import { describe, expect, it } from "vitest";
import { runText, traceOf } from "./behaviour.ts";

const printed = async (text: string): Promise<readonly string[]> => (await runText(text)).events;

describe("arithmetic", () => {
  it("is exact, and a fault where it cannot be", async () => {
    const text = "int a = 9007199254740990\na += 1\nprintln(a)\na++\nprintln(a)";
    expect(await traceOf(text)).toEqual(["9007199254740991", "OverflowFault: +"]);
    expect(await traceOf("int z = 0\nint n = 7\nprintln(n / z)")).toEqual(["ZeroDivisionFault: division by zero"]);
  });

  it("truncates, knows no minus zero, and leaves the sign of the left side with %", async () => {
    const text = "int n = -7\nint z = 0\nprintln(n / 2, n % 2, -1 / 2, -z, z * -5, n / 7 + 1, -6 % 3)";
    expect(await printed(text)).toEqual(["-3 -1 0 0 0 0 0"]);
  });

  it("of floats and measures is theirs", async () => {
    expect(
      await printed("float f = 1\nf = f / 4 + 2\nprintln(f, 3.0 * 2)\nprintln(10s * 3, 1KiB + 24B, 10s / 4)"),
    ).toEqual(["2.25 6.0", "30000ms 1048B 2500ms"]);
  });

  it("has bits of 53-bit ints", async () => {
    expect(await printed("int a = 4294967296\nprintln(a & 7, (a + 5) & 7, a | 1, 5 ^ 1, ~a, 1 << 40, a >> 3)")).toEqual(
      ["0 5 4294967297 4 -4294967297 1099511627776 536870912"],
    );
  });

  it("gives the value of before with n++, of after with ++n", async () => {
    const text =
      "int n = 5\nint a = n++\nint b = --n\nfloat f = 0.5\nfloat g = f++\nint[] xs = [1]\nint c = xs[0]++\nprintln(a, b, n, f, g, c, xs[0])";
    expect(await printed(text)).toEqual(["5 5 5 1.5 0.5 1 2"]);
  });

  it("of a long chain is flat enough for V8", async () => {
    const sum = Array.from({ length: 500 }, () => "n").join(" + ");
    expect(await printed(`int n = 2\nprintln(${sum})`)).toEqual(["1000"]);
  });
});

describe("containers", () => {
  it("evaluate owner and index once, ahead of the value", async () => {
    const text = [
      "int calls = 0",
      "int next() { calls++\n return calls }",
      "int[] xs = [10, 20, 30]",
      "xs[next()] += next()",
      'Map<int> m = {"a": 1}',
      'm["a"] *= 5',
      'm["b"] = 2',
      "int[] ys = [1]",
      'println(xs[1], calls, m["a"], m["b"], m.length, ys[0] = 7)',
      'println(m["none"])',
    ].join("\n");
    expect(await traceOf(text)).toEqual(["22 2 5 2 2 7", "KeyFault: none"]);
  });

  it("raise where an index is outside", async () => {
    expect(await traceOf('String[] xs = ["a"]\nprintln(xs[1])')).toEqual(["IndexFault: index 1"]);
    expect(await traceOf('String[] xs = []\nxs[0] = "a"')).toEqual(["IndexFault: index 0"]);
  });

  it("are gone through without an end that moves away", async () => {
    const text =
      'int[] xs = [1, 2]\nfor (int x in xs) { xs.push(x * 10) }\nprintln(xs.length)\nfor (String k in {"a": 1, "b": 2}) { print(k) }';
    expect((await printed(text.replace("print(k)", "println(k)"))).join(" ")).toBe("4 a b");
  });

  it("pass their static type where it is asked for", async () => {
    expect(await printed("float[] fs = [1.0]\nprintln(fs.join())")).toEqual(["1 (float[])"]);
  });
});

describe("control flow", () => {
  it("loops, breaks and goes on", async () => {
    const text = [
      "for (int i = 0; i < 10; i++) { if (i % 2 == 0) { continue }\n if (i > 6) { break }\n println(i) }",
      "int n = 0",
      "while (true) { n += 1\n if (n == 3) { break } }",
      "do { n-- } while (n > 0)",
      "println(n)",
      "for (;;) { switch (n) { case 0: n = 5\n continue\n case 5, 6: break\n default: println(99) }\n break }",
      "println(n)",
    ].join("\n");
    expect(await printed(text)).toEqual(["1", "3", "5", "0", "5"]);
  });

  it("keeps each turn's variable for closures", async () => {
    const text = "Func<int>[] fs = []\nfor (int i = 0; i < 3; i++) { fs.push(() => i) }\nprintln(fs[0](), fs[2]())";
    expect(await printed(text)).toEqual(["0 2"]);
  });

  it("runs long loops to their last turn, and chunks count right", async () => {
    const text =
      "int s = 0\nint k = 0\nfor (int i = 0; i < 10000; i++) { s += i\n if (i == 9000) { break }\n if (i % 2 == 0) { continue }\n k++ }\nint j = 0\nwhile (j < 5000) { j++ }\nprintln(s, k, j)";
    expect(await printed(text)).toEqual([`${(9000 * 9001) / 2} 4500 5000`]);
  });

  it("defers to the end of the block, last first, however it is left", async () => {
    const text = [
      "int f(int n) {",
      "  defer { println(1) }",
      "  for (int i = 0; i < 2; i++) { defer { println(10 + i) }\n if (n == 1) { continue } }",
      "  defer { println(2) }",
      "  if (n == 0) { return 5 }",
      "  false",
      "  return 6",
      "}",
      "println(f(0))",
      "f(1)",
    ].join("\n");
    expect(await traceOf(text)).toEqual([
      ..."10 11 2 1 5 10 11".split(" "),
      "run false",
      "2",
      "1",
      "CommandFault: false gave 1",
    ]);
  });

  it("keeps the first fault where a deferred block fails too", async () => {
    expect(await traceOf('defer { status 4 }\ndefer { throw UserFault("second") }\nthrow UserFault("first")')).toEqual([
      "defer failed: second",
      "run status 4",
      "defer failed: status gave 4",
      "ThrownFault: first",
    ]);
    expect(await traceOf('void f() { defer { throw UserFault("only") }\n println(1) }\nf()')).toEqual([
      "1",
      "ThrownFault: only",
    ]);
  });

  it("waits until a condition holds", async () => {
    expect(
      await traceOf(
        "int n = 0\nboolean ready() { n++\n return n > 2 }\nwait until (ready()) every 2s timeout 1m\nwait until (test x)",
      ),
    ).toEqual(["waited every 2000 timeout 60000", "run test x", "waited every null timeout null", 0]);
  });

  it("asserts conditions and commands", async () => {
    expect(
      await traceOf('assert(1 < 2, "never")\nassert(true)\nassert(test -d x, "no x")', { statuses: { test: 1 } }),
    ).toEqual(["run test -d x", "AssertionFault: no x"]);
  });
});

describe("faults", () => {
  it("are caught by kind, by class, and by the first clause that fits", async () => {
    const text = [
      "void go(int n) {",
      '  try { if (n == 1) { false } else { throw UserFault("u") } }',
      '  catch (IOFault f) { println("io") }',
      '  catch (UserFault f) { println("user ${f.message}") }',
      '  catch (CommandFault f) { println("command")\n throw f }',
      '  finally { println("finally") }',
      "}",
      "go(0)",
      "go(1)",
    ].join("\n");
    expect((await traceOf(text)).filter((each) => !String(each).startsWith("handled"))).toEqual([
      "user u",
      "finally",
      "run false",
      "command",
      "finally",
      "CommandFault: false gave 1",
    ]);
  });

  it("pass no exit to a handler", async () => {
    expect(await traceOf("try { exit 3 } catch (Fault f) { println(1) } finally { println(2) }")).toEqual([
      "2",
      "exit 3",
    ]);
  });

  it("take along the line of each call and its arguments as they were", async () => {
    const text = [
      "int inner(int a, int b = 9) {",
      "  a = 100",
      "  return a / (b - 9)",
      "}",
      "void outer(String name) {",
      "  inner(7)",
      "}",
      "",
      'outer("x")',
    ].join("\n");
    const { end, frames } = await runText(text);
    expect(end).toBe("ZeroDivisionFault: division by zero");
    expect(frames).toEqual(["inner:6(7, 9)", "outer:9(x)"]);
  });

  it("come from a full stack, too", async () => {
    const { end, frames } = await runText("int f(int n) { return f(n + 1) + 1 }\nprintln(f(0))");
    expect(end).toBe("StackFault: too deep");
    expect(frames.length).toBe(20);
  });
});

describe("functions", () => {
  it("have defaults that see the parameters ahead of them", async () => {
    expect(
      await printed(
        "int f(int a, int b = a + 1, int c = a * b) { return a + b + c }\nprintln(f(1), f(1, 5), f(1, 5, 0))",
      ),
    ).toEqual(["5 11 6"]);
  });

  it("wait where they must, and closures and callbacks with them", async () => {
    const text = [
      "String name(int n) { return $(echo n${n}) }",
      "Func<String, int> g = name",
      "var h = (int x) => $(echo h${x})",
      "println(name(1), g(2), h(3))",
      'println([4, 5].map((x) => $(echo m${x})).join(","))',
      "println([1, 2, 3].filter((x) => x > 1).length)",
    ].join("\n");
    expect(await printed(text)).toEqual(["n1 n2 h3", "m4,m5 (String[])", "2"]);
  });

  it("see globals of their file that stand below them", async () => {
    expect(await printed("void show() { println(n) }\nint n = 4\nshow()\nn = 5\nshow()")).toEqual(["4", "5"]);
  });

  it("may have any name", async () => {
    const text =
      "int await(int class) { int new = class\n int run = new + 1\n return run }\nint $ = 0\nprintln(await(1))".replace(
        "int $ = 0\n",
        "",
      );
    expect(await printed(text)).toEqual(["2"]);
  });

  it("tell shadowed names apart", async () => {
    expect(
      await printed("int n = 1\nif (true) { int n = n + 1\n println(n) }\nprintln(n)").catch(() => ["refused"]),
    ).toEqual(["2", "1"]);
  });
});

describe("a program", () => {
  it("ends with 1 where its last call gives false, else with 0", async () => {
    expect(await traceOf("boolean f() { return false }\nf()")).toEqual([1]);
    expect(await traceOf("boolean f() { return true }\nf()")).toEqual([0]);
    expect(await traceOf("f()\nboolean f() { return $(false) }")).toEqual(["run false", 1]);
    expect(await traceOf("boolean f() { return false }\nf()\nprintln(1)")).toEqual(["1", 0]);
    expect(await traceOf('exists("nothing")')).toEqual([0]);
  });

  it("runs each imported file once, where it is first imported", async () => {
    const texts = {
      "main.dscript": 'println("main")\nimport "a.dscript"\nimport "b.dscript"\nprintln(a.f(), b.g(), a.N)',
      "a.dscript": 'println("a")\nconst N = 1\nint f() { return N + 1 }',
      "b.dscript": 'import "a.dscript" as other\nprintln("b")\nconst N = 10\nint g() { return N + other.f() }',
    };
    expect(await traceOf(texts)).toEqual(["main", "a", "b", "2 12 1", 0]);
  });

  it("takes --define for its own constants only, and evaluates no replaced value", async () => {
    const texts = {
      "main.dscript": 'import "a.dscript"\nconst N = 1\nconst M = $(echo m)\nprintln(N, M, a.N)',
      "a.dscript": "const N = 5",
    };
    expect(await traceOf(texts, { defines: { N: 2, M: "d" } })).toEqual(["2 d 5", 0]);
    expect(await traceOf(texts)).toEqual(["1 m 5", 0]);
  });

  it("reads its surroundings", async () => {
    const options = { arguments: ["x"], environment: { HOME: "/h" } };
    expect(
      await traceOf('println(ARGV[0], ARGV.length, env.HOME, env.NO ?? "unset", SCRIPT, SCRIPT_DIR)', options),
    ).toEqual(["x 1 /h unset /path/0 /directory/0", 0]);
    expect(await traceOf("println(env.NO)", options)).toEqual(["EnvironmentFault: NO"]);
    expect(await traceOf("println(ARGV[1])", options)).toEqual(["ArgumentFault: ARGV[1]"]);
  });
});
