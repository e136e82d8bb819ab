// Where values come from (faults 1.1): each snippet's last `echo` word, or the argument of `show(…)`, has these origins.
import { describe, expect, test } from "vitest";
import { originNames } from "../../src/records/index.ts";
import type { CallExpression } from "../../src/syntax/index.ts";
import { argumentOf } from "../argument-view.ts";
import { checkText } from "./checked.ts";

const dcase = argumentOf(
  "G1: { text: it answers, inContextOf: [C1] }\nC1: { text: the host, dcase: { tags: { LIMIT: 50, CONF: /etc/app.conf, LIST: [a, b] } } }\n",
  "shop.dcase.yaml",
);

/** The origins of the value that the snippet hands to `show`, which every snippet declares. */
function originsOf(text: string): string {
  const { program, diagnostics } = checkText(`void show(String s) { println(s) }\n${text}\n`, { argument: dcase });
  expect(diagnostics.filter((each) => each.severity === "error").map((each) => each.message)).toEqual([]);
  let found: CallExpression | undefined;
  for (const [call, target] of program.calls)
    if (target.kind === "function" && target.symbol.name === "show") found = call;
  const [argument] = found?.arguments ?? [];
  return argument === undefined ? "none" : originNames(program.origins.get(argument) ?? 0).join(" ");
}

const table: readonly (readonly [origins: string, text: string])[] = [
  ["literal", 'show("x")'],
  ["literal", 'String s = "x"\nshow(s)'],
  ["constant", 'const S = "x"\nshow(S)'],
  ["constant argv", "const S = ARGV[0]\nshow(S)"],
  ["argv", "show(ARGV[0])"],
  ["argv", "var n = int.parse(ARGV[0])\nshow(ARGV[n])"],
  ["literal argv", 'String s = "x"\ns = ARGV[0]\nshow(s)'],
  ["literal argv", 'String s = "x"\nif (true) { s += ARGV[0] }\nshow(s)'],
  ["literal environment", 'show("${env.HOME}/x")'],
  ["literal environment", 'show(env.EDITOR ?? "vi")'],
  ["output host", "show($(date))"],
  ["output host", "Result r = $(date)\nshow(r.out)"],
  ["file output", "for (String line in $(cat f)) { show(line) }"],
  ["output host", "show($(date | cut -c1-4))"],
  ["file output machine", "show($(cut -d: -f1 < /etc/passwd | head -n1))"],
  ["file output", 'show($(jq -r ".port" conf.json))'],
  ["output network", 'show($(curl -s "http://10.0.0.7/x" | jq -r ".name"))'],
  ["literal argv output", "show($(basename ${ARGV[0]} .gz))"],
  ["literal environment output", 'show($(echo "${env.HOME}/x" | tr a b))'],
  ["file", 'for (String name in glob("*.c")) { show(name) }'],
  ["file", 'show(System.readText("f"))'],
  ["file", 'var f = System.fopen("f")\nshow(System.fgets(f) ?? System.readText("g"))'],
  ["prompt", 'show(System.ask("name? "))'],
  // Whose a file is tells its path, however that comes to the call.
  ["file machine", 'show(System.readText("/etc/app.conf"))'],
  ["file machine", 'String of(String path) { return System.readText(path) }\nshow(of("/etc/app.conf"))'],
  ["literal file machine", 'File f = System.fopen("/proc/loadavg")\nshow(System.fgets(f) ?? "")'],
  ["file", 'show(System.readText("/srv/data/app.conf"))'],
  ["file shipped", 'show(System.readText("${SCRIPT_DIR}/limits.txt"))'],
  ["file shipped", 'const HERE = Path.parent(SCRIPT)\nshow(System.readLines(Path.join(HERE, "limits.txt"))[0])'],
  ["file output shipped", 'show($(cat "${SCRIPT_DIR}/limits.txt"))'],
  ["file output machine", "show($(grep port /etc/app.conf))"],
  // What is asked of a path is a matter of this host where it begins at the root.
  ["file machine", 'boolean b = System.isDirectory("/mnt/backup")\nshow("${b}")'],
  // A file that the script has written itself holds what it has put there.
  ["file network", 'curl -s -o /tmp/x.json "http://10.0.0.7/x"\nshow(System.readText("/tmp/x.json"))'],
  ["file output network", 'String f = tempFile()\ncurl -s "http://10.0.0.7/x" > ${f}\nshow($(cat ${f}))'],
  ["file host", "df -P > disks.txt\nshow(System.readText('disks.txt'))"],
  ["argv file", 'String f = "/srv/a"\nSystem.writeText(f, ARGV[0])\nshow(System.readText(f))'],
  // Commands behind others, and those that are given something to read.
  ["file output", "show($(sudo cat users.txt))"],
  ["output network", 'Result r = $(curl -s "http://10.0.0.7/x")\nshow(r.out)'],
  ["output network", 'show($(cat body.json | curl -s -d @- "http://10.0.0.7/x"))'],
  ["output network", 'show($(sh -c "curl -s http://10.0.0.7/x | head -1"))'],
  ["file output", 'show($(sqlite3 ${ARGV[0]} "select 1"))'],
  ["environment output", "show($(printenv HOME))"],
  ["literal environment", "export WORKERS=many\nshow(env.WORKERS)"],
  ["host", "show(SCRIPT_DIR)"],
  ["host", "show(System.hostname())"],
  ["literal argv", 'String[] xs = ["a"]\nxs.push(ARGV[0])\nshow(xs[0])'],
  ["literal argv", 'String[] xs = ["a"]\nxs[0] = ARGV[0]\nfor (String x in xs) { show(x) }'],
  ["literal", 'class A { String s = "x" }\nshow(A().s)'],
  ["argv", "class A { String s\n A(String s) { this.s = s } }\nshow(A(ARGV[0]).s)"],
  ["literal argv", 'class A { String s = "x" }\nA a = A()\na.s = ARGV[0]\nshow(A().s)'],
  ["literal", 'class A { String s = "x"\n String t = "y" }\nA a = A()\na.s = ARGV[0]\nshow(a.t)'],
  ["literal argv", 'class A { String[] s = ["x"] }\nA a = A()\na.s.push(ARGV[0])\nshow(A().s[0])'],
  ["literal argv", 'class A { Map<String> s = {"x": "y"} }\nA a = A()\na.s["k"] = ARGV[0]\nshow(a.s["x"])'],
  ["argv", "class A { String m(String s) { return s } }\nshow(A().m(ARGV[0]))"],
  [
    "literal argv",
    'class A { String m() { return "x" } }\nclass B extends A { String m() { return ARGV[0] } }\nA a = B()\nshow(a.m())',
  ],
  [
    "environment",
    "class A { void m(String s) { println(s) } }\nclass B extends A { void m(String s) { show(s) } }\nA a = B()\na.m(env.HOME)",
  ],
  [
    "argv",
    "class A { String s\n A(String s) { this.s = s } }\nclass B extends A { B() { super(ARGV[0]) } }\nshow(B().s)",
  ],
  ["literal output host", 'class A { String toString() { return $(date) } }\nshow("x${A()}")'],
  ["literal environment", 'Map<String> m = {}\nm["a"] = env.HOME\nshow(m["b"])'],
  ["literal argv", 'show(ARGV[0].replace("a", "b"))'],
  ["argv", "show(ARGV.map((s) => s.upper())[0])"],
  ["literal argv", 'String join(String a, String b) { return a + b }\nshow(join("x", ARGV[0]))'],
  ["literal argv", 'String id(String a) { return a }\nid(ARGV[0])\nshow(id("x"))'],
  ["argv", "String first() { return second(ARGV[0]) }\nString second(String s) { return s }\nshow(first())"],
  ["literal argv", 'String loop(String s, int n) { return n == 0 ? s : loop(s + "x", n - 1) }\nshow(loop(ARGV[0], 3))'],
  ["literal environment", 'String d(String s = env.HOME) { return s }\nshow(d("x"))'],
  ["literal argv", 'Func<String, String> f = (s) => s\nf(ARGV[0])\nshow(f("x"))'],
  ["literal argv", "String up(String s) { return s }\nvar f = up\nshow(f(ARGV[0]))"],
  ["output", "try { false } catch (Fault f) { show(f.message) }"],
  ["literal argv", 'String? s = null\ns = ARGV[0]\nshow(s ?? "x")'],
  ["literal argv output host", 'show(true ? ARGV[0] : ($(date) + "x"))'],
  // What the D-Case states was agreed on.
  ["agreed", "show(@{LIMIT})"],
  ["agreed", "String[] list = @{LIST}\nshow(list[0])"],
  ["literal agreed", 'assure G1 { show("up to @{LIMIT}") }'],
  ["agreed", 'int n = @{LIMIT}\nshow("${n}")'],
  ["literal agreed", 'show(@{NOTHING} ?? "x")'],
  ["file machine", "show(System.readText(@{CONF}))"],
];

describe("origins", () => {
  test.each(table)("%s: %s", (origins, text) => {
    expect(originsOf(text)).toBe(origins);
  });

  test("of a parameter are joined over all calls, also from an importing file's point of view", () => {
    const { program } = checkText('void f(String s) { rm -- ${s} }\nf("a")\nf(env.HOME)\nf(ARGV[0])\n');
    const symbol = [...program.symbols.values()].find((each) => each.name === "s");
    expect(originNames(symbol?.origins ?? 0)).toEqual(["literal", "argv", "environment"]);
  });

  test("follow secrets, and leave out what was only compared", () => {
    const { program } = checkText(
      'String p = System.readPassword("")\nString h = "Bearer ${env.API_TOKEN}"\nboolean same = p == h\nprintln("${same}")\ncurl -H ${h} http://h/\n',
    );
    const secret = (name: string): boolean =>
      [...program.symbols.values()].some((each) => each.name === name && each.secret);
    expect([secret("p"), secret("h"), secret("same")]).toEqual([true, true, false]);
  });
});
