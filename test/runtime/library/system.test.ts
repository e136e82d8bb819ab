// System: files with the C names, names, and what their failures say.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Site, types } from "../../../src/records/index.ts";
import { libraryFunctions } from "../../../src/runtime/library/index.ts";
import { interrupt } from "../../../src/runtime/run.ts";
import { decodeUtf8, encodeUtf8 } from "../../../src/text/index.ts";
import { createFixture, type Fixture, faultFrom, sites } from "./fixture.ts";

const isRoot = process.getuid?.() === 0;

async function linesOf({ call }: Fixture, file: unknown): Promise<unknown[]> {
  const lines: unknown[] = [];
  for (let line = await call("System.fgets", file); line !== null; line = await call("System.fgets", file))
    lines.push(line);
  return lines;
}

describe("open files", () => {
  it("are written, read by lines, and closed", async () => {
    const fixture = createFixture();
    const { call } = fixture;
    const out = await call("System.fopen", "a.txt", "w");
    expect(await call("System.fwrite", out, "one\ntwo é\n")).toBe(11);
    expect(await call("System.fputs", out, "three")).toBe(6);
    expect(call("System.ftell", out)).toBe(17);
    await call("System.fclose", out);
    const file = await call("System.fopen", "a.txt");
    expect(call("System.feof", file)).toBe(false);
    expect(await linesOf(fixture, file)).toEqual(["one", "two é", "three"]);
    expect(call("System.feof", file)).toBe(true);
    await call("System.fseek", file, 4);
    expect(await call("System.fread", file, 3)).toBe("two");
    expect(await call("System.fgetc", file)).toBe(" ");
    expect(await call("System.fgetc", file)).toBe("é");
    expect(call("System.ftell", file)).toBe(10);
    await call("System.fseek", file, -6, "end");
    expect(await call("System.fgets", file)).toBe("three");
    expect(await call("System.fread", file, 5)).toBe("");
    await call("System.fclose", file);
    expect(call("File.isOpen", file)).toBe(false);
  });

  it("give every byte back, whatever it is and wherever a read ends", async () => {
    const { call, folder } = createFixture();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 7 }), async (bytes, step) => {
        writeFileSync(`${folder}/bytes`, bytes);
        const file = await call("System.fopen", "bytes");
        let text = "";
        for (let part = "x"; part !== ""; text += part) part = (await call("System.fread", file, step)) as string;
        await call("System.fclose", file);
        expect(text).toBe(decodeUtf8(bytes));
        await call("System.writeText", "copy", text);
        expect(readFileSync(`${folder}/copy`).equals(bytes)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("hold lines that are longer than any buffer, and cut no character at its border", async () => {
    const { call, folder } = createFixture();
    const line = "é".repeat(100_001);
    writeFileSync(`${folder}/long`, `x${line}\nrest`);
    const file = await call("System.fopen", "long");
    expect(await call("System.fgets", file)).toBe(`x${line}`);
    expect(await call("System.fgets", file)).toBe("rest");
    expect(await call("System.fgets", file)).toBeNull();
    await call("System.fclose", file);
  });

  it("go on writing where the script has read to", async () => {
    const { call, folder } = createFixture();
    writeFileSync(`${folder}/both`, "abcdef\nghi\n");
    const file = await call("System.fopen", "both", "r+");
    expect(await call("System.fgets", file)).toBe("abcdef");
    await call("System.fwrite", file, "GHI");
    expect(call("System.ftell", file)).toBe(10);
    await call("System.fseek", file, 0);
    expect(await call("System.fread", file, 100)).toBe("abcdef\nGHI\n");
    await call("System.fclose", file);
    const more = await call("System.fopen", "both", "a+");
    await call("System.fwrite", more, "end");
    expect(await call("System.fread", more, 10)).toBe("");
    await call("System.fseek", more, 0);
    expect(await call("System.fgets", more)).toBe("abcdef");
    await call("System.fclose", more);
  });

  it("are closed, and written out, when the run ends", async () => {
    const { call, end, folder } = createFixture();
    const file = await call("System.fopen", "left.txt", "w");
    await call("System.fwrite", file, "kept");
    expect(statSync(`${folder}/left.txt`).size).toBe(0);
    await end();
    expect(readFileSync(`${folder}/left.txt`, "utf8")).toBe("kept");
  });

  it("say at the run's end where a device was full", async () => {
    const { call, end } = createFixture();
    const file = await call("System.fopen", "/dev/full", "w");
    await call("System.fwrite", file, "lost");
    const fault = await faultFrom(end);
    expect(fault.symptom).toMatchObject({ kind: "IOFault", errno: "ENOSPC" });
    expect(fault.message).toBe('cannot write the rest of "/dev/full" at the script\'s end: No space left on device');
  });

  it("raise a failed write at once where it is asked for", async () => {
    const { call, faultOf } = createFixture();
    const file = await call("System.fopen", "/dev/full", "w");
    await call("System.fwrite", file, "lost");
    expect((await faultOf("System.fflush", file)).message).toBe('cannot write to "/dev/full": No space left on device');
    await call("System.fclose", file);
    expect((await faultOf("System.fgets", file)).symptom).toMatchObject({ kind: "IOFault", errno: "EBADF" });
    expect((await faultOf("System.fwrite", file, "x")).message).toBe('cannot write to "/dev/full": it has been closed');
  });

  it("wait for the other end of a named pipe without holding anything up", async () => {
    const { call } = createFixture();
    await call("System.mkfifo", "pipe");
    const reader = await call("System.fopen", "pipe", "r");
    const line = call("System.fgets", reader);
    const writer = await call("System.fopen", "pipe", "w");
    await call("System.fputs", writer, "through");
    await call("System.fclose", writer);
    expect(await line).toBe("through");
    expect(await call("System.fgets", reader)).toBeNull();
    await call("System.fclose", reader);
  });

  it("let an interruption end a read from a pipe that nobody writes to", async () => {
    const { call, run } = createFixture();
    await call("System.mkfifo", "pipe");
    const reader = await call("System.fopen", "pipe", "r");
    const line = call("System.fgets", reader) as Promise<unknown>;
    setTimeout(() => interrupt(run, "SIGINT"), 20);
    await expect(line).rejects.toThrow("interrupted by SIGINT");
    await call("System.fclose", reader);
  });

  it("let an interruption end a read that never has to wait", async () => {
    const { call, run } = createFixture();
    const reading = call("System.readText", "/dev/zero") as Promise<unknown>;
    setTimeout(() => interrupt(run, "SIGTERM"), 20);
    await expect(reading).rejects.toThrow("interrupted by SIGTERM");
  });

  it("write more than a pipe holds while a slow reader takes it", async () => {
    const { call } = createFixture();
    await call("System.mkfifo", "pipe");
    const reader = await call("System.fopen", "pipe", "r");
    const writer = await call("System.fopen", "pipe", "w");
    const text = "0123456789".repeat(50_000);
    const written = Promise.resolve(call("System.fwrite", writer, text)).then(() => call("System.fclose", writer));
    let read = "";
    for (let part = "x"; part !== ""; read += part) part = (await call("System.fread", reader, 30_000)) as string;
    await written;
    expect(read).toBe(text);
    await call("System.fclose", reader);
  });
});

describe("faults of files", () => {
  it("say what was tried, with which arguments by name, and why it failed", async () => {
    const { faultOf } = createFixture();
    const fault = await faultOf("System.fopen", "/no/such/file", "w");
    expect(fault.message).toBe('cannot open "/no/such/file" for writing: No such file or directory');
    expect(fault.symptom).toMatchObject({ kind: "IOFault", api: "System.fopen", errno: "ENOENT" });
    expect(fault.symptom.arguments.map(({ name, type, text }) => [name, type, text])).toEqual([
      ["filename", "String", "/no/such/file"],
      ["mode", "String", "w"],
    ]);
    expect(fault.symptom.elapsed).toBeGreaterThan(0);
  });

  it("are told for whatever else a name can be", async () => {
    const { faultOf, folder } = createFixture();
    expect((await faultOf("System.fopen", "")).symptom.errno).toBe("ENOENT");
    expect((await faultOf("System.fopen", folder)).symptom.errno).toBe("EISDIR");
    expect((await faultOf("System.fopen", "a\0b")).message).toBe(
      'cannot open "a\\u0000b" for reading: a file name cannot hold a NUL character',
    );
    expect((await faultOf("System.fopen", "x".repeat(300))).symptom.errno).toBe("ENAMETOOLONG");
    expect((await faultOf("System.fopen", "x", "q")).message).toMatch(/the mode "q" is none of/);
    expect((await faultOf("System.readText", ".")).symptom.errno).toBe("EISDIR");
    expect((await faultOf("System.readdir", "none")).message).toBe(
      'cannot read the directory "none": No such file or directory',
    );
    expect((await faultOf("System.rename", "a", "b")).message).toBe(
      'cannot rename "a" to "b": No such file or directory',
    );
    expect((await faultOf("System.chmod", ".", 0o10000)).kind).toBe("ArgumentFault");
    expect((await faultOf("System.limit", "nothing")).message).toMatch(/there is no such limit; known are cpu/);
  });

  it("name the missing right", async () => {
    const { faultOf } = createFixture();
    // Root may do anything: as another user it may not.
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect((await faultOf("System.fopen", "/etc/passwd", "w")).message).toBe(
        'cannot open "/etc/passwd" for writing: Permission denied',
      );
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});

describe("secrets", () => {
  it("show nowhere in a fault", async () => {
    const fixture = createFixture();
    const secret = { name: "filename", type: types.String, origins: 0, secret: true };
    const site = { ...sites[0], arguments: [secret] } as Site;
    const { run } = createFixture({ program: { ...fixture.run.options.program, sites: [site] } });
    const fopen = libraryFunctions(run)["System.fopen"];
    const fault = await faultFrom(() => fopen?.(fixture.flow, 0, ...(["hunter2"] as never[])));
    expect(fault.message).toBe('cannot open "***" for reading: No such file or directory');
    expect(fault.symptom.arguments[0]?.text).toBe("***");
    const parse = libraryFunctions(run)["int.parse"];
    expect((await faultFrom(() => parse?.(fixture.flow, 0, ...(["hunter2"] as never[])))).message).not.toContain(
      "hunter2",
    );
  });
});

describe("log points", () => {
  it("stand before and after what changes something, and nowhere else", async () => {
    const { call, faultOf, records } = createFixture();
    await call("System.writeText", "a", "text");
    await call("System.readText", "a");
    await call("System.fclose", await call("System.fopen", "a", "r"));
    call("System.unlink", "a");
    await faultOf("System.unlink", "a");
    expect(records.map(({ logPoint, api, phase }) => [logPoint, api, phase])).toEqual([
      ["SystemChangePoint", "System.writeText", "before"],
      ["SystemChangePoint", "System.writeText", "after"],
      ["SystemChangePoint", "System.unlink", "before"],
      ["SystemChangePoint", "System.unlink", "after"],
      ["SystemChangePoint", "System.unlink", "before"],
    ]);
    expect(records[0]).toMatchObject({ scriptName: "test.dscript", scriptLine: 1 });
    expect(records[0]?.arguments).toEqual([
      ["filename", "a"],
      ["text", "text"],
    ]);
    expect(records[1]?.elapsed).toBeGreaterThan(0);
  });
});

describe("names", () => {
  it("are seen from the flow's own directory, under the flow's own umask", () => {
    const { call, flow, folder } = createFixture();
    call("System.mkdir", "sub");
    flow.directory = `${folder}/sub`;
    expect(call("System.umask", 0o077)).toBe(0o22);
    call("System.mkdirs", "x/y/z");
    call("System.mkdirs", "x/y/z");
    expect(statSync(`${folder}/sub/x/y/z`).mode & 0o777).toBe(0o700);
    expect(call("System.getcwd")).toBe(`${folder}/sub`);
    expect(process.umask()).not.toBe(0o077);
  });

  it("cannot be made where the file system takes none, and the system's reason says so", () => {
    const { call } = createFixture();
    expect(() => call("System.mkdirs", "/proc/x/y")).toThrow(/ENOENT|No such file/);
  });

  it("are bytes: what is no UTF-8 is listed, opened, renamed and removed", async () => {
    const { call, folder } = createFixture();
    const name = Buffer.from([0x66, 0xff, 0x66]);
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), "x");
    const [listed] = (call("System.readdir", ".") as string[]).filter((entry) => entry.startsWith("f"));
    expect(listed).toBe("f\udcfff");
    expect(await call("System.readText", listed)).toBe("x");
    await call("System.writeText", listed, "y");
    expect(await call("System.readText", listed)).toBe("y");
    call("System.rename", listed, "plain");
    call("System.symlink", listed, "link");
    expect(readlinkSync(`${folder}/link`, "buffer").equals(name)).toBe(true);
    expect(call("System.readlink", "link")).toBe(listed);
    expect(Buffer.from(encodeUtf8(listed ?? "")).equals(name)).toBe(true);
  });

  it("tell what they are", () => {
    const { call, folder } = createFixture();
    writeFileSync(`${folder}/f`, "12345");
    chmodSync(`${folder}/f`, 0o640);
    symlinkSync("f", `${folder}/l`);
    symlinkSync("nowhere", `${folder}/dead`);
    const status = call("System.stat", "l");
    expect(status).toMatchObject({ size: 5, mode: 0o640, isFile: true, isLink: false, type: "file", links: 1 });
    expect(call("FileStatus.size", status)).toBe(5);
    expect(call("System.lstat", "l")).toMatchObject({ isLink: true, type: "link" });
    expect(call("System.exists", "dead")).toBe(false);
    expect(call("System.exists", "f/x")).toBe(false);
    expect(call("System.isDirectory", ".")).toBe(true);
    expect(call("System.isFile", "l")).toBe(true);
    expect(call("System.access", "f", "rw")).toBe(true);
    expect(call("System.access", "none")).toBe(false);
    expect(call("System.realpath", "l")).toBe(`${call("System.realpath", ".") as string}/f`);
  });

  it("change as asked", () => {
    const { call, folder } = createFixture();
    writeFileSync(`${folder}/f`, "12345");
    call("System.truncate", "f", 2);
    call("System.link", "f", "g");
    call("System.utimes", "g", 1_000_000, 2_000_000);
    expect(call("System.stat", "f")).toMatchObject({ size: 2, links: 2, accessed: 1_000_000, modified: 2_000_000 });
    call("System.chown", "f", -1, -1);
    call("System.mkdir", "d");
    call("System.rmdir", "d");
    expect(existsSync(`${folder}/d`)).toBe(false);
  });

  it("get new content as a whole, with the old one's mode, through links", async () => {
    const { call, folder } = createFixture();
    writeFileSync(`${folder}/f`, "old");
    chmodSync(`${folder}/f`, 0o600);
    symlinkSync("f", `${folder}/l`);
    await call("System.writeText", "l", "new");
    expect(readFileSync(`${folder}/f`, "utf8")).toBe("new");
    expect(lstatSync(`${folder}/l`).isSymbolicLink()).toBe(true);
    expect(statSync(`${folder}/f`).mode & 0o777).toBe(0o600);
    await call("System.appendText", "f", "er\n");
    expect(await call("System.readLines", "f")).toEqual(["newer"]);
    expect((call("System.readdir", ".") as string[]).filter((name) => name.startsWith(".dscript"))).toEqual([]);
    await call("System.writeText", "/dev/null", "gone");
  });
});

describe("the host", () => {
  it("tells who and where the script is", async () => {
    const { call } = createFixture();
    expect(call("System.getuid")).toBe(process.getuid?.());
    expect(call("System.getuser")).toBe(execFileSync("id", ["-un"], { encoding: "utf8" }).trim());
    expect(call("System.hostname")).toBe(execFileSync("uname", ["-n"], { encoding: "utf8" }).trim());
    expect(await call("System.limit", "nofile")).toBeGreaterThan(0);
    const core = await call("System.limit", "core");
    await call("System.setLimit", "core", 0);
    expect(await call("System.limit", "core")).toBe(0);
    expect(core).toBeTypeOf("number");
  });

  it("answers questions from standard input, and says when that has ended", async () => {
    const { call, faultOf, flow, folder } = createFixture();
    writeFileSync(`${folder}/answers`, "yes\nsecret\nrest\n");
    flow.stdin = openSync(`${folder}/answers`, "r");
    expect(await call("System.ask", "Sure? ")).toBe("yes");
    expect(await call("System.fgets", call("System.stdin"))).toBe("secret");
    expect(await call("System.ask")).toBe("rest");
    expect((await faultOf("System.ask")).message).toBe("cannot read an answer: standard input has ended");
    expect(call("System.isTerminal")).toBe(false);
  });
});
