// `atomic` as a script has it: what its commands and calls write is there whole, or not at all.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Ended, runDscript } from "../../run-dscript.ts";

const base = mkdtempSync("/var/tmp/dscript-atomic-run-");
afterAll(() => rmSync(base, { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;
let count = 0;

function newFolder(): string {
  count += 1;
  const folder = join(base, String(count));
  mkdirSync(join(folder, "tree/sub"), { recursive: true });
  writeFileSync(join(folder, "tree/old"), "old\n");
  return folder;
}

async function run(
  folder: string,
  script: string,
  started?: (kill: (signal: NodeJS.Signals) => void) => void,
): Promise<Ended> {
  writeFileSync(join(folder, "script.dscript"), script);
  return runDscript(folder, ["run", "script.dscript"], {}, started);
}

const names = (folder: string): readonly string[] => readdirSync(join(folder, "tree")).sort();

describe("a block that is atomic", () => {
  it("commits what commands, redirections, calls and globs have written and seen", async () => {
    const folder = newFolder();
    const { code, out } = await run(
      folder,
      `atomic ("tree") {
  echo one > tree/a
  echo two >> tree/old
  cp tree/old tree/b
  System.writeText("tree/c", "three\\n")
  System.mkdirs("tree/x/y")
  cd tree
  echo four >= d
  echo *
  for (String name in System.readdir(".")) { print("\${name} ") }
  println(System.readText("b"))
  println("\${exists("./x/y")} \${glob("x/*").length}")
  (cat < old; cat a) | sort
  wait until (test -f d) every 10ms
  rm -r sub
}
pwd
`,
    );
    expect(out).toBe(`a b c d old sub x\na b c d old sub x old\ntwo\n\ntrue 1\nold\none\ntwo\n${folder}/tree\n`);
    expect(code).toBe(0);
    expect(names(folder)).toEqual(["a", "b", "c", "d", "old", "x"]);
    expect(readFileSync(join(folder, "tree/old"), "utf8")).toBe("old\ntwo\n");
  });

  const failing: readonly (readonly [how: string, end: string, code: number])[] = [
    ["a command that fails", "false", 70],
    ["an exit other than 0", "exit 3", 3],
    ["a fault of the script", 'int[] a = [1]\n  println("${a[7]}")', 70],
  ];
  for (const [how, end, code] of failing)
    it(`takes everything back at ${how}`, async () => {
      const folder = newFolder();
      const script = `atomic ("tree") {\n  echo new > tree/old\n  rm -r tree/sub\n  mkdir tree/new\n  ${end}\n}\nprintln("after")\n`;
      const ended = await run(folder, script);
      expect([ended.code, ended.out]).toEqual([code, ""]);
      expect(names(folder)).toEqual(["old", "sub"]);
      expect(readFileSync(join(folder, "tree/old"), "utf8")).toBe("old\n");
    });

  it("goes on behind a fault that is caught", async () => {
    const folder = newFolder();
    const { code, out } = await run(
      folder,
      `try { atomic ("tree") { touch tree/new; false } } catch (Fault f) { println("caught") }\nls tree\n`,
    );
    expect([code, out]).toEqual([0, "caught\nold\nsub\n"]);
  });

  it("commits at exit 0, break and return", async () => {
    const folder = newFolder();
    const { code } = await run(
      folder,
      `String f() { atomic ("tree") { touch tree/a; return "x" } return "y" }
for (int i = 0; i < 3; i++) { atomic ("tree") { touch "tree/b\${i}"; break } }
println(f())
atomic ("tree") { touch tree/c; exit 0 }
println("never")
`,
    );
    expect(code).toBe(0);
    expect(names(folder)).toEqual(["a", "b0", "c", "old", "sub"]);
  });

  it("confirms behind the commit, and takes back where that fails", async () => {
    const folder = newFolder();
    const { code, out } = await run(
      folder,
      `atomic ("tree") { touch tree/a } confirm { ls tree }
try {
  atomic ("tree") { touch tree/b } confirm { test -f tree/b; false }
} catch (Fault f) { println("taken back") }
`,
    );
    expect([code, out]).toEqual([0, "a\nold\nsub\ntaken back\n"]);
    expect(names(folder)).toEqual(["a", "old", "sub"]);
  });

  it("has an inner one join it, whose failure is the failure of both", async () => {
    const folder = newFolder();
    const joined = `atomic ("tree") {
  touch tree/a
  atomic ("tree/sub") { touch tree/sub/b } confirm { println("inner") }
  touch tree/c
} confirm { println("outer") }
`;
    expect(await run(folder, joined)).toMatchObject({ code: 0, out: "inner\nouter\n" });
    const failed = `atomic ("tree") {
  touch tree/d
  try { atomic ("tree/sub") { touch tree/sub/e; false } } catch (Fault f) { println("caught") }
}
`;
    const ended = await run(folder, failed);
    expect(ended.out).toBe("caught\n");
    expect(ended.error).toContain("a block within this one failed, so that nothing of it can be committed");
    const elsewhere = await run(folder, `mkdir other\natomic ("tree") { atomic ("other") { touch other/f } }\n`);
    expect(elsewhere.error).toContain("lies outside of what the block around this one takes back");
    expect(names(folder)).toEqual(["a", "c", "old", "sub"]);
  });

  it("takes a tree whose name is no UTF-8, and an inner one there", async () => {
    const folder = newFolder();
    const script = `mkdir -p "t\\xff/sub" "t\\xff\\xfe"
atomic ("t\\xff") {
  touch "t\\xff/a"
  atomic ("t\\xff/sub") { touch "t\\xff/sub/b" }
}
try { atomic ("t\\xff") { atomic ("t\\xff\\xfe") { touch never } } } catch (Fault f) { println(f.kind) }
cd "t\\xff"
ls . sub
`;
    const { code, out, error } = await run(folder, script);
    expect({ code, out, error }).toMatchObject({ code: 0, out: "ArgumentFault\n.:\na\nsub\n\nsub:\nb\n" });
  });

  it("commits nothing while a job still runs in it", async () => {
    const folder = newFolder();
    const { code, error } = await run(folder, `atomic ("tree") { touch tree/a; sleep 30 & }\n`);
    expect(code).toBe(70);
    expect(error).toContain("still runs at the end of the block");
    expect(names(folder)).toEqual(["old", "sub"]);
  });

  it("takes back when the run is interrupted", async () => {
    const folder = newFolder();
    const { code } = await run(folder, `atomic ("tree") { touch tree/a; sleep 30 }\n`, (kill) => {
      const watch = setInterval(() => {
        // Its overlay's folder tells that the first command has ended; a copy is written in place.
        const [hidden = ""] = readdirSync(folder).filter((name) => name.startsWith(".dscript-atomic-"));
        if (!existsSync(join(folder, hidden, "upper/a")) && !existsSync(join(folder, "tree/a"))) return;
        clearInterval(watch);
        kill("SIGTERM");
      }, 20);
    });
    expect(code).toBe(143);
    expect(names(folder)).toEqual(["old", "sub"]);
    expect(readdirSync(folder)).not.toContainEqual(expect.stringMatching(/^\.dscript/));
  });

  it.skipIf(!isRoot)("is not seen from outside until then, and sees when somebody else was at work", async () => {
    const folder = newFolder();
    const script = `atomic ("tree") {
  echo mine > tree/old
  echo ready > signal
  wait until (test -f go) every 10ms
}
`;
    const ended = run(folder, script);
    while (!readdirSync(folder).includes("signal")) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(readFileSync(join(folder, "tree/old"), "utf8")).toBe("old\n");
    appendFileSync(join(folder, "tree/old"), "theirs\n");
    writeFileSync(join(folder, "go"), "");
    const { code, error } = await ended;
    expect(code).toBe(71);
    expect(error).toContain("nothing is committed: somebody else has changed, too, what the block has changed");
    expect(readFileSync(join(folder, "tree/old"), "utf8")).toBe("old\ntheirs\n");
  });

  it("refuses what it cannot take, with the reason and the next step", async () => {
    const folder = newFolder();
    symlinkSync("tree", join(folder, "link"));
    const refused: readonly (readonly [paths: string, text: string])[] = [
      ['"none"', "does not exist; make it ahead of the block"],
      ['"tree", "tree/sub"', "lie one in the other; name the outer one alone"],
      ['"tree", "link"', "is named twice"],
      ['"/proc/sys"', "is made by the kernel (proc)"],
      ['"/"', "another file system is mounted within /"],
      ['"/dev/shm"', "is where a file system is mounted"],
    ];
    for (const [paths, text] of refused) {
      const { error, out } = await run(folder, `atomic (${paths}) { println("never") }\n`);
      expect(error).toContain(text);
      expect(out).toBe("");
    }
  });
});
