// Globs, against a plain reference, and against bash where there is one.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { globMatch } from "../../../src/runtime/files/glob.ts";
import { createFixture } from "../library/fixture.ts";

function populate(folder: string): void {
  for (const path of ["a/b/c", "a/.h", "-d", ".hidden", "b"]) mkdirSync(`${folder}/${path}`, { recursive: true });
  const files = [
    "a.txt",
    "b.txt",
    "B.TXT",
    "-x.txt",
    ".dot.txt",
    "a/1.txt",
    "a/b/2.txt",
    "a/b/c/3.txt",
    "a/.h/4.txt",
    "é.txt",
    "[x]",
  ];
  for (const path of [...files, "-d/5.txt", "b/5.txt", "new\nline.txt", "back\\slash"])
    writeFileSync(`${folder}/${path}`, "");
  symlinkSync("a", `${folder}/link`);
  symlinkSync("nowhere", `${folder}/dead.txt`);
}

describe("globs", () => {
  it("match what a shell would match, in the order of bytes", () => {
    const { call, folder } = createFixture();
    populate(folder);
    const patterns = [
      "*.txt",
      "?.txt",
      "[a-b].txt",
      "[!a-b].txt",
      "*/",
      "*/*.txt",
      "a/*/",
      "./*",
      "*/.h/*",
      ".*.txt",
      "[[]x]",
      "a/[1-9].txt",
    ];
    for (const pattern of [
      ...patterns,
      "b*",
      "*.TXT",
      "none*",
      "*/*/*/*",
      "new*",
      "a//*.txt",
      "*[!t]",
      "back*",
      "[]",
      "[a",
      "*[^a-z]*.txt",
    ]) {
      const shell = execFileSync(
        "bash",
        ["-c", `LC_ALL=C.UTF-8; shopt -s nullglob; for f in ${pattern}; do printf '%s\\0' "$f"; done`],
        {
          cwd: folder,
          encoding: "utf8",
        },
      );
      const expected = shell
        .split("\0")
        .slice(0, -1)
        // Bash keeps a pattern without a match of its own kind as it is: "[]" and "[a" are ordinary words.
        .filter((path) => !["[]", "[a"].includes(path))
        .map((path) => (path.startsWith("-") ? `./${path}` : path.replace("//", "/")))
        .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(call("glob", pattern), pattern).toEqual(expected);
    }
  });

  it("go down any number of directories with **, but through no link and nothing hidden", () => {
    const { call, folder } = createFixture();
    populate(folder);
    expect(call("glob", "**/*.txt")).toEqual([
      "./-d/5.txt",
      "./-x.txt",
      "a.txt",
      "a/1.txt",
      "a/b/2.txt",
      "a/b/c/3.txt",
      "b.txt",
      "b/5.txt",
      "dead.txt",
      "new\nline.txt",
      "é.txt",
    ]);
    expect(call("glob", "a/**/*.txt")).toEqual(["a/1.txt", "a/b/2.txt", "a/b/c/3.txt"]);
    expect(call("glob", "a/**")).toEqual(["a/1.txt", "a/b", "a/b/2.txt", "a/b/c", "a/b/c/3.txt"]);
    expect(call("glob", "**/**/c/")).toEqual(["a/b/c/"]);
    expect(call("glob", `${folder}/*.TXT`)).toEqual([`${folder}/B.TXT`]);
  });

  it("take only the bare part's characters as a pattern", () => {
    const { folder } = createFixture();
    for (const name of ["*a", "ba", "[x]1", "x1"]) writeFileSync(`${folder}/${name}`, "");
    expect(globMatch(folder, ["*", { glob: "?" }])).toEqual(["*a"]);
    expect(globMatch(folder, ["[x]", { glob: "*" }])).toEqual(["[x]1"]);
    expect(globMatch(folder, [{ glob: "\\*?" }])).toEqual(["*a"]);
    expect(globMatch("/", [`${folder}/`, { glob: "b" }, "a"])).toEqual([`${folder}/ba`]);
  });

  it("list names that are no UTF-8 as the bytes that they are", () => {
    const { call, folder } = createFixture();
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x66, 0xfe])]), "");
    expect(call("glob", "f?")).toEqual(["f\udcfe"]);
  });

  it("never take more than linear time a name", () => {
    const { call, folder } = createFixture();
    writeFileSync(`${folder}/${"a".repeat(250)}`, "");
    expect(call("glob", `${"*a".repeat(60)}b`)).toEqual([]);
  });

  it("say what could not be read where nothing was found", async () => {
    const { faultOf, call, folder } = createFixture();
    expect(call("glob", "/none/*")).toEqual([]);
    expect((await faultOf("glob", "a\0/*")).kind).toBe("ArgumentFault");
    mkdirSync(`${folder}/closed`);
    chmodSync(folder, 0o755);
    chmodSync(`${folder}/closed`, 0o700);
    // Root may read anything: as another user it may not.
    if (process.getuid?.() === 0) process.seteuid?.(65_534);
    else chmodSync(`${folder}/closed`, 0o000);
    try {
      expect((await faultOf("glob", "closed/*")).message).toBe('cannot look for "closed/*": Permission denied');
    } finally {
      if (process.getuid?.() === 0) process.seteuid?.(0);
    }
    expect(call("glob", "")).toEqual([]);
  });

  it("agree with a reference that tries every way", () => {
    const { folder } = createFixture();
    mkdirSync(`${folder}/names`);
    const names = fc.sample(fc.string({ unit: fc.constantFrom("a", "b", "-", "]"), minLength: 1, maxLength: 4 }), {
      numRuns: 60,
      seed: 7,
    });
    for (const name of names) writeFileSync(`${folder}/names/${name}`, "");
    const present = readdirSync(`${folder}/names`);
    const piece = fc.constantFrom("*", "?", "a", "b", "-", "[ab]", "[!a]", "[]-]");
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
        const regex = new RegExp(`^${pieces.map(regexOf).join("")}$`);
        const expected = present
          .filter((name) => regex.test(name))
          .map((name) => (name.startsWith("-") ? `./${name}` : name));
        const pattern = pieces.join("");
        expect(globMatch(`${folder}/names`, [{ glob: pattern }]).sort(), pattern).toEqual(expected.sort());
      }),
    );
    expect(statSync(`${folder}/names`).isDirectory()).toBe(true);
  });
});

function regexOf(piece: string): string {
  if (piece === "*") return ".*";
  if (piece === "?") return ".";
  if (piece === "[!a]") return "[^a]";
  return piece === "[]-]" ? "[\\]-]" : piece;
}
