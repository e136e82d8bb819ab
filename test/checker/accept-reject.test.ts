// Rows of the language's accept/reject table that need names and types: what each line is, and what it says.
import { describe, expect, test } from "vitest";
import { checkText, codesOf, errorsOf } from "./checked.ts";

const machine = { hasCommand: (name: string) => !["n", "date_", "grpe"].includes(name) };

describe("accepted", () => {
  test.each([
    "String date = $(date +%F)",
    'String date = "x"\ncommand date +%s',
    "int n = 0\nn = 1",
    "int n = 0\nn += 2",
    "int n = 0\nn++",
    "export N=1",
    'print("x")',
    "if (test -d x) { echo y }",
    "if (!grep -q a f) { echo y }",
    "int n = 5\nif (n > 3) { echo y }",
    "while (true) { break }",
    "if ((1 + 2) > 2) { echo y }",
    "int c = int.parse($(nproc))",
    "int c = $(nproc).status",
    "String? s = $(cat f)",
    "boolean b = $(grep -q a f)",
    "Job j = $(sleep 1 &)",
    "timeout 10s curl x",
    'lock "nightly" { echo x }',
    "int when = 1",
    'String[] fs = glob("*.tmp")\nrm -f ${fs}',
    'String d = "/x"\ncp ${d}/new${1 + 1} .',
    'echo "${1 + 1}"',
    'echo "${env.HOME}"',
    "cd /tmp { pwd }",
    "for (String l in $(cat f)) { echo ${l} }",
    "echo $(echo a; echo b)",
    "a && b || c",
    "void f(int n) { if (n > 0) { f(n - 1) } }\nf(3)",
    "float x = 1\nfloat y = x * 2 + 1",
    'String? s = env.EDITOR\nprintln(s ?? "vi")',
    "if (env.EDITOR == null) { echo none }",
    'void f() { if (G != null) { echo ${G} } }\nString? G = "x"\nG = null\nf()',
    'String? old = null\nif (test -L x) { old = "y" }\ndefer { if (old != null) { echo ${old.upper()} } }',
    'String? old = null\nvar f = () => { if (old != null) { echo ${old.upper()} } }\nold = "x"\nf()',
    "File f = System.stdin\nString? line\nwhile ((line = System.fgets(f)) != null) { echo ${line.upper()} }",
    "int f(int a, int b = a) { return b }\nprintln(f(1))",
    "var xs = [1, 2.5]\nfloat f = xs[0]",
    'Map<int> m = {"a": 1}\nm["b"] = 2\nfor (String k in m) { println("${k} ${m[k]}") }',
    "try { false } catch (CommandFault f) { println(f.message) } catch (UserFault f) { throw f } finally { echo x }",
    "Duration d = 10s * 3\nif (d > 20s) { sleep(d) }",
    'Size s = 10MB + 1KiB\nprintln("${s}")',
    'int f() { throw UserFault("no") }\nf()',
    'assert(test -d /tmp, "no /tmp")',
    'String? s = $(cat f)\nassert(s != null, "no f")\necho ${s}',
    "String? s = $(cat f)\nif (s == null) { exit 1 }\necho ${s}",
    'String? s = $(cat f)\nif (s == null) { s = "x" }\necho ${s}',
    "String? s = $(cat f)\nwhile (s == null) { sleep(1s); s = $(cat f) }\necho ${s}",
    "String? s = $(cat f)\nprintln(s != null && s.length > 3)",
    'String? s = $(cat f)\nprintln(s == null ? "none" : s)',
    "String? s = $(cat f)\nfor (int i = 0; i < 3; i++) { if (s == null) { continue }; echo ${s} }",
    'String f(String? s) { if (s == null || s.length == 0) { return "none" }; return s }\nf(null)',
    "int n\nif (true) { n = 1 } else { n = 2 }\nprintln(n)",
    "int n\ndo { n = 1 } while (n < 0)\nprintln(n)",
    'int f(String s) { switch (s) { case "a": return 1; case "b", "c": return 2; default: return 3 } }\nf("a")',
    "retry 3 times every 5s doubling on ExternalFault { curl -fsS http://h/ }",
    "wait until (test -f x) every 2s timeout 1m",
    "var add = (int a, int b) => a + b\nprintln(add(1, 2))",
    "int[] xs = [3, 1]\nprintln(xs.sort((a, b) => a - b)[0])",
    'println("abc" =~ /b/ && "x" !~ /y/)',
    "int[][] grid = [[1], []]\ngrid[0][0] = 2",
    'String? name() { return null }\nprintln(name() ?? "x")',
    "void later() { println(LIMIT) }\nconst LIMIT = 3\nlater()",
  ])("%s", (text) => {
    expect(errorsOf(`${text}\n`, machine)).toEqual([]);
  });
});

describe("refused", () => {
  test.each([
    ["DS2001", "n = 1"],
    ["DS2001", 'pritn("x")'],
    ["DS2501", "if (n > 3) { echo y }"],
    ["DS2115", "int c = $(nproc)"],
    ["DS2502", 'String[] fs = ["a"]\nrm -f x${fs}'],
    ["DS2013", 'echo "$HOME"'],
    ["DS2102", "String? s = $(cat f)\nwhile (true) { if (s != null) { s = null; echo ${s} } }"],
    ["DS2102", "String? s = $(cat f)\nif (s != null) { for (int i = 0; i < 2; i++) { echo ${s}; s = null } }"],
    ["DS2102", 'String? s = "x"\nvar f = () => { s = null }\nif (s != null) { f(); echo ${s} }'],
    ["DS2102", 'String? s = null\n!(false; s = "a")\necho ${s.length}'],
    ["DS2102", 'String? s = null\nResult r = $(false; s = "a")\necho ${s.length}'],
    ["DS2102", 'String? s = "x"\n{ defer { s = null }\n s = "y" }\necho ${s.length}'],
    ["DS2102", 'void f(String? s) { (s = null) &\nif (s != null) { sleep 1\necho ${s.length} } }\nf("x")'],
    ["DS2102", "void f(String? s) { (if (s == null) { exit 1 })\necho ${s.length} }\nf(null)"],
    ["DS2102", 'String? s = "x"\nfor (String l in $(echo a; s = null)) { if (s != null) { echo ${s.length} } }'],
    ["DS2102", 'String? s = "x"\nif (s != null) { var f = () => { echo ${s} }\ns = null\nf() }'],
    ["DS2004", "int n\n!(false; n = 4)\nprintln(n)"],
    ["DS2004", "int n\n(n = 4) &\nprintln(n)"],
    ["DS2003", "int f(int a = b, int b = 1) { return a }\nprintln(f())"],
    ["DS2003", "int f(int a = a) { return a }\nprintln(f())"],
    ["DS2005", "var c = () => f()\nc()\nint x = 1\nvoid f() { println(x) }"],
    ["DS2005", "int[] xs = [1]\nxs.each((int q) => f())\nint x = 1\nvoid f() { println(x) }"],
    ["DS2102", 'String? s = $(cat f)\ndefer { echo ${s} }\nif (s == null) { s = "x"; s = null }'],
    ["DS2102", 'String? s = "x"\ntry { s = null; s = "y" } catch (Fault f) { echo ${s} }'],
    ["DS2004", "int n\nfor (int i in [1]) { n = i }\nprintln(n)"],
    ["DS2004", "int n\ntry { n = int.parse(ARGV[0]) } catch (Fault f) { echo no }\nprintln(n)"],
    ["DS2301", "int f(boolean b) { while (b) { return 1 } }\nf(true)"],
    ["DS2301", 'int f(String s) { switch (s) { case "a": return 1 } }\nf("a")'],
    ["DS2102", 'String? s = "x"\ntry { false } catch (Fault f) { s = null } finally { echo ${s} }'],
    ["DS2102", 'String? s = "x"\nif (s != null) { ( s = null ) &\n ( echo ${s} ) & }'],
    ["DS2203", 'println(["a"].sum())'],
    ["DS2202", 'println(Math.abs("x"))'],
    ["DS2101", "String s = null"],
    ["DS2101", 'int f() { return true ? 1 : "x" }\nf()'],
    ["DS2101", "int n = 1\nn += 1.5"],
    ["DS2016", "int n\nvoid f() { var g = () => n; println(g()) }\nf()\nn = 1"],
    ["DS2003", "var f = () => later\nint later = 1\nprintln(f())"],
    ["DS2108", "if ($(nproc) == 4) { echo four }"],
  ])("%s: %s", (code, text) => {
    expect(errorsOf(`${text}\n`, machine)).toEqual([code]);
  });

  test("an expression without effect is a warning", () => {
    expect(codesOf("env.HOME\n")).toEqual(["DS7001"]);
  });

  test("a boolean call as the last statement is none", () => {
    expect(codesOf("boolean f() { return true }\nf()\n")).toEqual([]);
  });
});

describe("a program as a whole", () => {
  test("the booklet's backup script checks, with advice for each status that nobody looks at", () => {
    const text = `#!/usr/bin/dscript
const SOURCE_DIR = "/var/lib/aspen/resource"
const DEST_DIR   = "/home/admin/aspen/backup"
boolean backup_userdata() {
  test -d "\${DEST_DIR}/backup.0"
  if($? == 0) {
    rm -rf "\${DEST_DIR}/backup.3"
    mv "\${DEST_DIR}/backup.2" "\${DEST_DIR}/backup.3"
  }
  rsync --archive --delete -F --link-dest=../backup.1 \\
              "\${SOURCE_DIR}" "\${DEST_DIR}/backup.pre"
  if($? == 0) {
    mv "\${DEST_DIR}/backup.pre" "\${DEST_DIR}/backup.0"
    return true
  }
  return false
}
backup_userdata()
`;
    const { program, diagnostics } = checkText(text);
    expect(diagnostics.map((each) => each.code)).toEqual(["DS7005", "DS7005", "DS7005"]);
    expect(program.ok).toBe(true);
    expect(program.statusRead.size).toBe(2);
    expect(program.named.map((each) => each.name)).toEqual(["test", "rm", "mv", "rsync"]);
  });

  test("definitions are read by their constants' types", () => {
    const defines = new Map(Object.entries({ N: "7", S: "x", B: "true", D: "90s", Z: "2KiB", F: "1e3" }));
    const { program } = checkText(
      'const N = 1\nconst S = "a"\nconst B = false\nconst D = 1s\nconst Z = 1MB\nconst float F = 1\nprintln("${N}${S}${B}${D}${Z}${F}")\n',
      { defines },
    );
    expect(program.ok).toBe(true);
    expect(Object.fromEntries(program.definedValues)).toEqual({ N: 7, S: "x", B: true, D: 90_000, Z: 2048, F: 1000 });
  });

  test("import command renames, and its rows are handed on", () => {
    const { program } = checkText("import command mv as move reads, mine answers 0..2 optional\nmove a b\nmine x\n", {
      hasCommand: (name) => name === "mv",
    });
    expect(program.ok).toBe(true);
    expect(program.named.map((each) => [each.name, each.optional])).toEqual([
      ["mv", false],
      ["mine", true],
    ]);
    const [move] = program.commands.values();
    expect([move?.name, move?.program]).toEqual(["move", "mv"]);
    expect(program.commandRows.get(0)?.map((row) => [row.name, row.effect, row.answers])).toEqual([
      ["move", "reads", "none"],
      ["mine", undefined, [0, 2]],
    ]);
  });

  test("a relative program is not asked for once the script has moved", () => {
    const hasCommand = (name: string): boolean => !name.startsWith("./");
    expect(errorsOf("./build x\n", { hasCommand })).toEqual(["DS2501"]);
    expect(errorsOf("cd src { ./build x }\n", { hasCommand })).toEqual([]);
    expect(errorsOf("cd src\n./build x\n", { hasCommand })).toEqual([]);
  });
});
