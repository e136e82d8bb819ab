/** Commands: lists, policies, `$?`, groups, captures and jobs, as compiled code asks the runtime for them. */

import { describe, expect, it } from "vitest";
import { runText, traceOf } from "./behaviour.ts";

describe("a list", () => {
  it("raises at the first failure by default", async () => {
    expect(await traceOf("echo a\nfalse\necho b")).toEqual(["a", "run false", "CommandFault: false gave 1"]);
  });

  it("is done after a false answer left of &&", async () => {
    expect(await traceOf("false && echo a\necho b")).toEqual(["run false", "b", 0]);
  });

  it("raises left of && what is no answer", async () => {
    expect(await traceOf("status 2 && echo a")).toEqual(["run status 2", "CommandFault: status gave 2"]);
  });

  it("accepts what || deals with, also through &&", async () => {
    expect(await traceOf("status 7 || echo a")).toEqual(["run status 7", "a", 0]);
    expect(await traceOf("true && status 7 || echo c")).toEqual(["run true", "run status 7", "c", 0]);
    expect(await traceOf("status 7 && true || echo c")).toEqual(["run status 7", "c", 0]);
  });

  it("binds && and || alike and to the left", async () => {
    expect(await traceOf("true || echo a && echo b")).toEqual(["run true", "b", 0]);
    expect(await traceOf("false && echo a || echo b && echo c")).toEqual(["run false", "b", "c", 0]);
  });

  it("accepts a failure after ! and goes by the opposite", async () => {
    expect(await traceOf("!status 7\necho a")).toEqual(["run status 7", "a", 0]);
    expect(await traceOf("!false && echo a\n!true || echo b")).toEqual(["run false", "a", "run true", "b", 0]);
  });
});

describe("a condition", () => {
  it("takes the answer, negates it, and raises other failures", async () => {
    const text = "if (test a) { echo a } else { echo b }\nif (!grep -q x f) { echo c }\nif (status 2) { echo d }";
    expect(await traceOf(text, { statuses: { grep: 1, test: 1 } })).toEqual([
      "run test a",
      "b",
      "run grep -q x f",
      "c",
      "run status 2",
      "CommandFault: status gave 2",
    ]);
  });

  it("counts every pipeline of a list", async () => {
    const text = "while (test a && !false) { echo a; break }\nif (status 1 || !true) { echo b } else { echo c }";
    expect(await traceOf(text)).toEqual(expect.arrayContaining(["a", "c", 0]));
  });
});

describe("$?", () => {
  it("makes a function report and go on, and the next statement's look accept", async () => {
    const text = 'void f() {\n  status 3\n  status 4\n  if ($? == 4) { echo four }\n  echo "$?"\n}\nf()';
    expect(await traceOf(text)).toEqual(["run status 3", "reported 3 (report)", "run status 4", "four", "0", 0]);
  });

  it("stays as it is in `return $?` without making status style", async () => {
    const text =
      "int f() {\n  status 3\n  return $?\n}\nint g() {\n  status 4\n  echo x\n  return $?\n}\nprintln(f())\ng()";
    expect(await traceOf(text)).toEqual(["run status 3", "3", "run status 4", "CommandFault: status gave 4"]);
  });

  it("is each function's own", async () => {
    const text = "void f() { status 5\n  println($?) }\nstatus 6\nint before = $?\nf()\nprintln($?, before)";
    expect(await traceOf(text)).toEqual(["run status 6", "run status 5", "5", "6 6", 0]);
  });

  it("is known to a handler, and no status style holds in a try", async () => {
    const text = "try {\n  status 9\n  echo never\n} catch (CommandFault f) {\n  println($?)\n}\nstatus 3\necho on";
    expect(await traceOf(text)).toEqual([
      "run status 9",
      "handled CommandFault",
      "9",
      "run status 3",
      "reported 3 (report)",
      "on",
      0,
    ]);
  });

  it("is told by captures and cd, and starts anew beside the rest", async () => {
    const text = [
      "Result r = $(status 8)",
      "println($?, r.status)",
      "String? s = $(status 7)",
      "println($?)",
      "boolean b = $(false)",
      "println($?, b)",
      "cd /missing",
      "println($?)",
      "( status 4; println($?) ) | cat",
      "println($?)",
      "exit $?",
    ].join("\n");
    expect(await traceOf(text)).toEqual([
      "run status 8",
      "8 8",
      "run status 7",
      "7",
      "run false",
      "1 false",
      "1",
      "run status 4",
      "4",
      "run cat",
      "0",
      "exit 0",
    ]);
  });
});

describe("words", () => {
  it("join texts, values, globs and tildes", async () => {
    const text = [
      'String d = "/x"',
      "cp ${d}/new${1 + 1} ~/a ~you *.tmp ${d}/*.${1.0}",
      'String[] fs = ["a", "b c"]',
      "rm -f ${fs}",
      'LANG=C sort "a ${10s} ${true}" < ${d}/in > out 2>&1',
      "timeout 10s within 5s curl x",
      "cat <<END\nline ${d}\nEND",
    ].join("\n");
    expect(await traceOf(text)).toEqual([
      "run cp /x/new2 /home/me/a /home/you <*.tmp> /x</*.>1.0",
      "run rm -f a b c",
      "run LANG=C 0</x/in 1>out 2dup1 sort a 10000ms true",
      "run limit 10000 within 5000 curl x",
      expect.stringContaining("line /x"),
      0,
    ]);
  });

  it("that came from outside are guarded", async () => {
    const text = 'String a = ARGV[0]\nrm ${a} "x${a}" -- ${a}\nrm -f ${ARGV}';
    expect(await traceOf(text, { arguments: ["-r", "b"] })).toEqual(["run rm [-r] x-r -- -r", "run rm -f [-r] [b]", 0]);
  });

  it("of declared commands keep their other name, and the true program is told", async () => {
    expect(await traceOf("import command mv as move\nmove a b")).toEqual(["run program mv move a b", 0]);
  });
});

describe("$( )", () => {
  it("gives what its context wants", async () => {
    const text = [
      "String a = $(echo x; echo y)",
      "String[] ls = $(echo x; echo y)",
      'println("${a}|${ls.length}|${$(echo z)}")',
      "boolean yes = $(echo swallowed)",
      "println(yes)",
      "for (String l in $(echo p; echo q)) { echo <${l}> }",
      "String? none = $(false)",
      'println(none ?? "null")',
      "Job j = $(echo job &)",
    ]
      .join("\n")
      .replace("echo <${l}>", 'echo "<${l}>"');
    expect(await traceOf(text)).toEqual(["x\ny|2|z", "true", "<p>", "<q>", "run false", "null", "job", 0]);
  });

  it("raises what fails inside of it, in every statement", async () => {
    expect(await traceOf("String a = $(false; echo b)")).toEqual(["run false", "CommandFault: false gave 1"]);
  });

  it("accepts failure after !", async () => {
    expect(await traceOf("String a = $(!status 4)\nprintln(a.length)")).toEqual(["run status 4", "0", 0]);
  });
});

describe("blocks of commands", () => {
  it("go to a directory and come back, whatever happens", async () => {
    const text = "cd /a {\n  pwd\n  try { cd /b { pwd; false } } catch (Fault f) { pwd }\n}\npwd";
    expect(await traceOf(text)).toEqual(["/a", "/b", "run false", "handled CommandFault", "/a", "/", 0]);
  });

  it("of a group end with the group's own directory and its last status", async () => {
    const text = "( cd /a; pwd )\npwd\nif (test x && (echo in; false)) { echo yes } else { echo no }";
    expect(await traceOf(text)).toEqual(["/a", "/", "run test x", "in", "run false", "no", 0]);
  });

  it("hold a lock for as long as they run", async () => {
    expect((await runText('lock "nightly" { false }')).events).toEqual(["lock nightly", "run false", "unlock nightly"]);
  });

  it("are tried again, and jumps leave them", async () => {
    const text = [
      "int tries = 0",
      "int f() {",
      "  for (int i = 0; i < 5; i++) {",
      "    retry 3 times every 5s doubling on ExternalFault {",
      "      tries++",
      "      if (i == 0) { continue }",
      "      if (i == 1) { false }",
      "      if (i == 2) { return i * 100 }",
      "    }",
      "    echo after ${i}",
      "  }",
      "  return -1",
      "}",
      "try { println(f()) } catch (Fault f) { println(tries) }",
    ].join("\n");
    const again = "again after CommandFault every 5000 doublingExternalFault";
    expect(await traceOf(text)).toEqual([
      "run false",
      again,
      "run false",
      again,
      "run false",
      "handled CommandFault",
      "4",
      0,
    ]);
    expect((await traceOf(text.replace("{ false }", "{ break }"))).slice(-2)).toEqual(["-1", 0]);
    expect((await traceOf(text.replace("if (i == 1) { false }", ""))).slice(-2)).toEqual(["200", 0]);
  });
});
