// Words: globs, home directories, guarded words; and the working directory.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accept, Origin, raise, report } from "../../../src/records/index.ts";
import { type GlobPart, globMatch } from "../../../src/runtime/files/glob.ts";
import { commandLine, wordsOfLine } from "../../../src/runtime/processes/describe.ts";
import { createFixture, type Fixture, faultOf, plainSite } from "./fixture.ts";

let fixture: Fixture;

beforeEach(() => {
  fixture = createFixture();
});

afterEach(async () => {
  await fixture.finish();
  fixture.dispose();
});

const path = (name: string | Buffer): string | Buffer =>
  typeof name === "string" ? join(fixture.folder, name) : Buffer.concat([Buffer.from(`${fixture.folder}/`), name]);

function make(...names: (string | Buffer)[]): void {
  for (const name of names) {
    if (typeof name === "string" && name.includes("/"))
      mkdirSync(join(fixture.folder, name, ".."), { recursive: true });
    writeFileSync(path(name), "");
  }
}

const glob = (...parts: readonly GlobPart[]): string[] => globMatch(fixture.folder, parts);

describe("a glob", () => {
  it("gives matches in the order of their bytes, hidden ones only for a dot", () => {
    make("b.txt", "a.txt", "B.txt", ".h.txt", "é.txt", "z");
    expect(glob({ glob: "*.txt" })).toEqual(["B.txt", "a.txt", "b.txt", "é.txt"]);
    expect(glob({ glob: ".*" })).toEqual([".h.txt"]);
    expect(glob({ glob: "?.txt" })).toEqual(["B.txt", "a.txt", "b.txt", "é.txt"]);
  });

  it("knows sets, ranges and their opposite", () => {
    make("a", "b", "c", "-", "]", "!", "5");
    expect(glob({ glob: "[a-b]" })).toEqual(["a", "b"]);
    expect(glob({ glob: "[!a-c]" })).toEqual(["!", "./-", "5", "]"]);
    expect(glob({ glob: "[^a-c5]" })).toEqual(["!", "./-", "]"]);
    expect(glob({ glob: "[]-]" })).toEqual(["./-", "]"]);
    expect(glob({ glob: "[[:digit:]]" })).toEqual(["5"]);
    expect(glob({ glob: "[z-a]" })).toEqual([]);
    make("[x");
    expect(glob({ glob: "[x*" })).toEqual(["[x"]);
  });

  it("takes text beside it literally", () => {
    make("a*b", "axb", "a.b");
    expect(glob("a*", { glob: "*" })).toEqual(["a*b"]);
    expect(glob("a.", { glob: "?" })).toEqual(["a.b"]);
  });

  it("puts ./ ahead of a match that starts with a dash", () => {
    make("-rf", "x");
    expect(glob({ glob: "*" })).toEqual(["./-rf", "x"]);
  });

  it("reads names as bytes", () => {
    make(Buffer.from([0x61, 0xff]), "a b\nc");
    expect(glob({ glob: "a*" })).toEqual(["a b\nc", "a\udcff"]);
    expect(glob({ glob: "a?" })).toEqual(["a\udcff"]);
  });

  it("goes through folders, and with ** to any depth but not through links", () => {
    make("one/x.c", "one/two/y.c", "one/.hid/z.c", "top.c");
    symlinkSync("one", join(fixture.folder, "link"));
    expect(glob({ glob: "*/*.c" })).toEqual(["link/x.c", "one/x.c"]);
    expect(glob({ glob: "**/*.c" })).toEqual(["one/two/y.c", "one/x.c", "top.c"]);
    expect(glob({ glob: "**" })).toEqual(["link", "one", "one/two", "one/two/y.c", "one/x.c", "top.c"]);
    expect(glob({ glob: "*/" })).toEqual(["link/", "one/"]);
    expect(glob(`${fixture.folder}/one/`, { glob: "*.c" })).toEqual([`${fixture.folder}/one/x.c`]);
    expect(glob({ glob: "**/two/**/*.c" })).toEqual(["one/two/y.c"]);
    expect(glob("one/../", { glob: "t*" })).toEqual(["one/../top.c"]);
  });

  it("finds a broken link, and nothing in a folder that is not there", () => {
    symlinkSync("nowhere", join(fixture.folder, "broken"));
    expect(glob({ glob: "bro*" })).toEqual(["broken"]);
    expect(glob("none/", { glob: "*" })).toEqual([]);
    expect(glob("broken/", { glob: "*" })).toEqual([]);
  });

  it("finds what sh finds, whatever the pattern", () => {
    make("a", "b", "ab", "ba", "a.b", "abc", "-a", "c");
    fc.assert(
      fc.property(fc.stringMatching(/^[abc.*?[\]!-]{1,6}$/), (pattern) => {
        fc.pre(/[*?[]/.test(pattern) && !pattern.includes("**"));
        const script = 'for f in $1; do case $f in -*) f=./$f ;; esac; [ -e "$f" ] && printf "%s\\n" "$f"; done; :';
        const text = execFileSync("bash", ["-c", `LC_ALL=C; ${script}`, "bash", pattern], {
          cwd: fixture.folder,
          encoding: "utf8",
        });
        const expected = text.split("\n").filter((line) => line !== "");
        expect([pattern, glob({ glob: pattern })]).toEqual([pattern, expected]);
      }),
      { numRuns: 60 },
    );
  }, 180_000);

  it("that matches nothing is a fault as a word of a command", async () => {
    make("x");
    expect(fixture.api.globWord(fixture.flow, 0, [{ glob: "*" }])).toEqual(["x"]);
    const fault = await faultOf(() => fixture.api.globWord(fixture.flow, 0, ["y", { glob: "*.log" }]));
    expect(fault.kind).toBe("GlobFault");
    expect(fault.message).toContain("y*.log");
    expect(fault.message).toContain('glob("y*.log")');
  });

  it("of an option, an address or a host is rather a text that lacks its quotes", async () => {
    const patterns = ["--exclude=*.bak", "http://a/?q=1", "[::1]:80", "me@host:*.log"];
    for (const glob of patterns) {
      const fault = await faultOf(() => fixture.api.globWord(fixture.flow, 0, [{ glob }]));
      expect(fault.message).toContain(`quote the word: '${glob}'`);
    }
  });
});

describe("~", () => {
  it("is HOME, or a user's directory", async () => {
    fixture.flow.environment.set("HOME", "/my/home");
    expect(fixture.api.tilde(fixture.flow, 0, null)).toBe("/my/home");
    fixture.flow.environment.set("HOME", "");
    expect(fixture.api.tilde(fixture.flow, 0, null)).not.toBe("");
    expect(fixture.api.tilde(fixture.flow, 0, "root")).toBe(process.getuid?.() === 0 ? userInfo().homedir : "/root");
    const fault = await faultOf(() => fixture.api.tilde(fixture.flow, 0, "no-such-user"));
    expect(fault.message).toContain('no user "no-such-user"');
  });
});

describe("a guarded word", () => {
  it("passes, unless it starts with a dash: then it says where it came from", async () => {
    const word = { start: 0, end: 1, origins: Origin.argv | Origin.output };
    const guarded = createFixture({}, [{ ...plainSite, stages: [{ start: 0, end: 1, line: 1, words: [word, word] }] }]);
    expect(guarded.api.guardWord(guarded.flow, 0, 0, 1, "a-b")).toBe("a-b");
    expect(guarded.api.guardWords(guarded.flow, 0, 0, 1, ["a", ""])).toEqual(["a", ""]);
    const fault = await faultOf(() => guarded.api.guardWord(guarded.flow, 0, 0, 1, "-rf"));
    expect(fault.kind).toBe("ArgumentFault");
    expect(fault.message).toContain("\"-rf\" comes from the script's arguments and from a command's output");
    expect(fault.message).toContain("--");
    expect((await faultOf(() => guarded.api.guardWords(guarded.flow, 0, 0, 1, ["a", "-x"]))).message).toContain('"-x"');
    await guarded.finish();
    guarded.dispose();
  });
});

describe("cd", () => {
  const cd = (directory: string): number => fixture.api.changeDirectory(fixture.flow, 0, directory, raise);

  it("moves the flow, PWD and OLDPWD; - goes back", () => {
    mkdirSync(join(fixture.folder, "sub"));
    expect(cd("sub")).toBe(0);
    expect(fixture.flow.directory).toBe(join(fixture.folder, "sub"));
    expect(fixture.flow.environment.get("PWD")).toBe(join(fixture.folder, "sub"));
    expect(fixture.flow.environment.get("OLDPWD")).toBe(fixture.folder);
    cd("-");
    expect(fixture.flow.directory).toBe(fixture.folder);
    cd("sub/..");
    expect(fixture.flow.directory).toBe(fixture.folder);
  });

  it.for([
    ["none", "ENOENT"],
    ["", "ENOENT"],
    ["file", "ENOTDIR"],
    ["a\0b", "EINVAL"],
  ] as const)("to %j raises %s", async ([directory, errno]) => {
    make("file");
    const fault = await faultOf(() => cd(directory));
    expect(fault.symptom).toMatchObject({ kind: "IOFault", api: "cd", errno, status: 1 });
    expect(fixture.flow.directory).toBe(fixture.folder);
  });

  it("to a folder that may not be entered raises EACCES, but for root, who may enter all", async () => {
    mkdirSync(join(fixture.folder, "closed"));
    chmodSync(join(fixture.folder, "closed"), 0o600);
    if (process.getuid?.() === 0) {
      await cd("closed");
      expect(fixture.flow.directory).toBe(join(fixture.folder, "closed"));
    } else expect((await faultOf(() => cd("closed"))).symptom.errno).toBe("EACCES");
  });

  it("follows the policy", () => {
    expect(fixture.api.changeDirectory(fixture.flow, 0, "none", report)).toBe(1);
    expect(fixture.shown).toHaveLength(1);
    expect(fixture.run.unseen).toBe(1);
    expect(fixture.api.changeDirectory(fixture.flow, 0, "none", accept)).toBe(1);
    expect(fixture.shown).toHaveLength(1);
  });

  it("for a block gives the way back", () => {
    const previous = fixture.api.enterDirectory(fixture.flow, 0, "/usr", raise);
    expect(fixture.flow.directory).toBe("/usr");
    fixture.api.leaveDirectory(fixture.flow, previous ?? "");
    expect(fixture.flow.directory).toBe(fixture.folder);
    expect(fixture.api.enterDirectory(fixture.flow, 0, "none", accept)).toBeNull();
  });
});

describe("exit", () => {
  it("throws its status, and refuses one that the system cannot tell", async () => {
    expect(() => fixture.api.exit(fixture.flow, 0, 3)).toThrow("exit 3");
    expect((await faultOf(() => fixture.api.exit(fixture.flow, 0, 256))).kind).toBe("ArgumentFault");
  });
});

describe("a command line that is shown", () => {
  it("can be read back into its words", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom("a", "'", '"', "\\", " ", "\n", "$", "é") })), (argv) => {
        expect(wordsOfLine(commandLine(plainSite, 0, argv))).toEqual(argv);
      }),
    );
  });
});
