/** Classes as compiled code behaves: objects, overrides, what waits, risks, and hierarchies as deep as anybody makes them. */

import { describe, expect, it } from "vitest";
import { runText, traceOf } from "./behaviour.ts";

const printed = async (text: string): Promise<readonly string[]> => (await runText(text)).events;

const disks = `class Disk {
  const String name
  int used = 2
  Disk(String name, int times = 1) { this.name = name; this.used *= times }
  int size(int by = 10) { return this.used * by }
  String toString() { return "disk \${this.name}" }
}
class Raid extends Disk {
  Disk[] parts = []
  Raid(String name) { super(name, 3); this.parts.push(Disk("part")) }
  int size(int by) { return super.size(by) + this.parts.length }
}
`.replace("int size(int by) {", "int size(int by = 20) {");

describe("objects", () => {
  it("have their own fields, and the methods of their own class", async () => {
    const text = `${disks}Disk d = Disk("a")\nDisk r = Raid("b")\nr.used += 1\nprintln(d.size(), r.size(), r.size(1), d, r)`;
    expect(await printed(text)).toEqual(["20 141 8 disk a disk b"]);
  });

  it("are made from the base on: its constructor, the fields' values, the constructor", async () => {
    const text = `void say(String s) { println(s) }
class A {
  String a = note("field a")
  A() { say("A") }
}
class B extends A {
  String b = note("field b")
  B() { say("B") }
}
class C extends B { String c = note("field c") }
String note(String s) { say(s); return s }
C()`;
    expect(await printed(text)).toEqual(["field a", "A", "field b", "B", "field c"]);
  });

  it("hand what their base's constructor takes on to it", async () => {
    const text = `${disks}class Own extends Disk { String[] more = ["x"] }\nclass Other extends Own { }\nprintln(Own("o", 2).used, Other("p").used, Other("q", 5))`;
    expect(await printed(text)).toEqual(["4 2 disk q"]);
  });

  it("evaluate whose field it is once", async () => {
    const text = `${disks}int asked = 0\nDisk d = Disk("a")\nDisk next() { asked += 1; return d }\nnext().used += 5\nnext().used++\nprintln(next().used--, --next().used, asked, d.used)`;
    expect(await printed(text)).toEqual(["8 6 4 6"]);
  });

  it("are seen by closures, deferred blocks and jobs of their methods", async () => {
    const text = `class A {
  int n = 0
  Func<int> later = () => 0
  void go() {
    defer { this.n += 100 }
    this.later = () => { this.n += 1; return this.n }
    int[] xs = [1, 2].map((int x) => x + this.n)
    println(xs[0], xs[1], this.later())
  }
}
A a = A()
a.go()
println(a.n, a.later())`;
    expect(await printed(text)).toEqual(["1 2 1", "101 102"]);
  });
});

describe("what waits", () => {
  it("is waited for through overrides, bases and texts", async () => {
    const text = `class A {
  String step() { return "plain" }
  String all() { return this.step() + "!" }
  String toString() { return this.all() }
}
class B extends A {
  String made = $(one)
  String step() { String s = $(two); return "b" + s }
}
A[] xs = [A(), B()]
for (A x in xs) { println("\${x}", x.all()) }`;
    expect(await printed(text)).toEqual(["run one", "plain! plain!", "run two", "run two", "b! b!"]);
  });
});

describe("tests and casts", () => {
  it("go by the object's class", async () => {
    const text = `${disks}Disk d = Disk("a")\nDisk r = Raid("b")\nDisk? n = null\nprintln(d instanceof Raid, r instanceof Raid, n instanceof Raid, (Raid)r == r)\nprintln((Raid)d)`;
    expect(await traceOf(text)).toEqual(["false true false true", "CastFault: Raid"]);
  });

  it("cut off what stands behind a float's point", async () => {
    const text = "float f = 2.9\nprintln((int)f, (int)-f, (int)0.0, (float)3 / 2)\nprintln((int)(f * 1e300))";
    expect(await traceOf(text)).toEqual(["2 -2 0 1.5", "OverflowFault: cast"]);
  });

  it("ask faults for their kind and class", async () => {
    const text = `try { throw UserFault("x") } catch (Fault f) { println(f instanceof UserFault, f instanceof IOFault) }`;
    expect(await printed(text)).toEqual(expect.arrayContaining(["true false"]));
  });
});

describe("@Risky", () => {
  it("marks the flow around a statement, however that ends, and a function whenever it runs", async () => {
    const text = `@Risky("a")\nprintln("one")\nprintln("two")\nvoid f() {\n  @Risky\n  const String s = "three"\n  println(s)\n}\nf()\n@Risky\nvoid g() { println("four") }\ng()\ntry {\n  @Risky\n  throw UserFault("x")\n} catch (Fault e) { println("five") }`;
    const events = (await printed(text)).filter((each) => !each.startsWith("handled"));
    expect(events).toEqual(
      [
        "enter",
        "one",
        "leave",
        "two",
        "enter",
        "leave",
        "three",
        "enter",
        "four",
        "leave",
        "enter",
        "leave",
        "five",
      ].map((each) => (each === "enter" || each === "leave" ? `${each} risk` : each)),
    );
  });
});

describe("a hierarchy of a thousand classes", () => {
  it("checks, compiles and runs", { timeout: 60_000 }, async () => {
    const count = 1000;
    const classes = Array.from({ length: count - 1 }, (_, at) => {
      const n = at + 1;
      return `class C${n} extends C${at} { int f${n} = ${n}\n C${n}(int v) { super(v + 1) }\n int m() { return super.m() + 1 } }`;
    });
    const root = "class C0 { int v = 0\n C0(int v) { this.v = v }\n int m() { return this.v } }";
    const last = `C${count - 1}`;
    // The order in the text does not matter.
    const text = `${classes.reverse().join("\n")}\n${root}\nC0 c = ${last}(1)\nprintln(c.m(), c instanceof ${last}, ((${last})c).f5)`;
    expect(await printed(text)).toEqual([`${2 * count - 1} true 5`]);
  });
});
