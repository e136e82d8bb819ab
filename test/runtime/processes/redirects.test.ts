// Redirections: every form, in order, and what happens when one fails.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accept, type Flow, type RedirectRun, raise } from "../../../src/records/index.ts";
import { interrupt } from "../../../src/runtime/run.ts";
import { command, createFixture, type Fixture, faultOf, plainSite, redirected, shell } from "./fixture.ts";

let fixture: Fixture;

beforeEach(() => {
  fixture = createFixture();
});

afterEach(async () => {
  await fixture.finish();
  fixture.dispose();
});

function run(...stages: Parameters<Fixture["output"]>): Promise<number> {
  return fixture.api.run(fixture.flow, 0, stages, raise);
}

const path = (name: string): string => join(fixture.folder, name);
const read = (name: string): string => readFileSync(path(name), "utf8");
const both = "echo out; echo err >&2";

function to(fd: RedirectRun["fd"], op: RedirectRun["op"], target: string | number): RedirectRun {
  return { fd, op, target };
}

describe("a redirection", () => {
  it("reads, writes and appends relative to the flow's directory", async () => {
    writeFileSync(path("in"), "text\n");
    await run(redirected(command("cat"), to(0, "<", "in"), to(1, ">", "out")));
    await run(redirected(command("cat"), to(0, "<", "in"), to(1, ">>", "out")));
    expect(read("out")).toBe("text\ntext\n");
  });

  it("of both outputs, of the error output, and of copies goes by the order in which it stands", async () => {
    await run(redirected(shell(both), to("both", ">", "a")));
    expect(read("a")).toBe("out\nerr\n");
    await run(redirected(shell(both), to(1, ">", "b"), to(2, "dup", 1)));
    expect(read("b")).toBe("out\nerr\n");
    await run(redirected(shell(both), to(1, ">", "c"), to(2, ">", "d")));
    expect([read("c"), read("d")]).toEqual(["out\n", "err\n"]);
    expect(await fixture.output(redirected(shell(both), to(2, "dup", 1), to(1, ">", "e")))).toBe("err");
    await run(redirected(shell(both), to("both", ">>", "a")));
    expect(read("a")).toBe("out\nerr\nout\nerr\n");
  });

  it("can swap the two outputs", async () => {
    const swapped = redirected(shell(both), to(3, "dup", 1), to(1, "dup", 2), to(2, "dup", 3), to(3, "close", 0));
    const group = { group: async (flow: Flow) => void (await fixture.api.run(flow, 0, [swapped], raise)) };
    await run({ ...group, redirects: [to(1, ">", "one"), to(2, ">", "two")] });
    expect([read("one"), read("two")]).toEqual(["err\n", "out\n"]);
  });

  it("reaches descriptors above 2, also from inside of a group", async () => {
    await run(redirected(shell("echo three >&3"), to(3, ">", "three")));
    expect(read("three")).toBe("three\n");
    const inner = redirected(command("echo", "inner"), to(1, "dup", 4));
    await run({
      group: async (flow) => void (await fixture.api.run(flow, 0, [inner], raise)),
      redirects: [to(4, ">", "four")],
    });
    expect(read("four")).toBe("inner\n");
  });

  it("may close a descriptor", async () => {
    const fault = await faultOf(() =>
      run(redirected(command("echo", "x"), to(1, "close", 0), to(2, ">", "/dev/null"))),
    );
    expect(fault.status).toBe(1);
  });

  it("keeps to the flow's umask", async () => {
    fixture.flow.umask = 0o077;
    await run(redirected(command("true"), to(1, ">", "private")));
    expect(statSync(path("private")).mode & 0o777).toBe(0o600);
  });

  it("takes names of any bytes", async () => {
    const name = "a b\n\udcff-$x";
    await run(redirected(command("echo", "x"), to(1, ">", name)));
    expect(await fixture.output(redirected(command("cat"), to(0, "<", name)))).toBe("x");
  });

  it("from a text gives exactly that text, of any size, and can be read again", async () => {
    const text = `${"line\n".repeat(100_000)}last`;
    expect(await fixture.output(redirected(command("cat"), to(0, "text", text)))).toBe(text);
    expect(await fixture.output(redirected(command("sh", "-c", "cat; cat /dev/stdin"), to(0, "text", "x")))).toBe("xx");
    expect(await fixture.output(redirected(command("cat"), to(0, "text", "")))).toBe("");
  });

  it("to a FIFO waits without holding up the engine", async () => {
    execFileSync("mkfifo", [path("fifo")]);
    const writing = run(redirected(command("echo", "through"), to(1, ">", "fifo")));
    expect(await fixture.output(command("echo", "meanwhile"))).toBe("meanwhile");
    expect(await fixture.output(redirected(command("cat"), to(0, "<", "fifo")))).toBe("through");
    await writing;
  });

  it("to a FIFO that nobody opens ends with its time limit, or with an interruption", async () => {
    execFileSync("mkfifo", [path("fifo")]);
    const limited = { ...redirected(command("cat"), to(0, "<", "fifo")), limit: 50 };
    expect((await faultOf(() => run(limited))).kind).toBe("TimeoutFault");
    const waiting = run(redirected(command("cat"), to(0, "<", "fifo")));
    setTimeout(() => interrupt(fixture.run, "SIGINT"), 30);
    await expect(waiting).rejects.toThrow("interrupted by SIGINT");
  });

  it("to /dev/stdout and /dev/stderr means the command's own", async () => {
    expect(await fixture.output(redirected(shell("echo x >&2"), to(2, ">", "/dev/stdout")))).toBe("x");
  });
});

describe("a redirection that fails", () => {
  it("names the file, and keeps every stage from starting", async () => {
    const fault = await faultOf(() =>
      run(command("touch", "made"), redirected(command("cat"), to(0, "<", "missing")), command("touch", "made")),
    );
    expect(fault.symptom).toMatchObject({ kind: "IOFault", api: "<", errno: "ENOENT", status: 1 });
    expect(fault.symptom.arguments).toMatchObject([{ name: "path", text: "missing" }]);
    expect(fault.stage).toBe(1);
    expect(existsSync(path("made"))).toBe(false);
  });

  it("has its word's origins", async () => {
    const word = { start: 0, end: 1, origins: 0 };
    const stage = { start: 0, end: 1, line: 1, words: [word], redirects: [{ ...word, origins: 4 }] };
    const other = createFixture({}, [{ ...plainSite, stages: [stage] }]);
    const fault = await faultOf(() =>
      other.api.run(other.flow, 0, [redirected(command("cat"), to(0, "<", "missing"))], raise),
    );
    expect(fault.symptom.arguments[0]?.origins).toBe(4);
    await other.finish();
    other.dispose();
  });

  it.for([
    ["", "ENOENT", "<"],
    [".", "EISDIR", ">"],
    ["file/x", "ENOTDIR", ">"],
    ["x".repeat(300), "ENAMETOOLONG", ">>"],
    ["a\0b", "EINVAL", ">"],
  ] as const)("with %j says %s", async ([target, errno, op]) => {
    writeFileSync(path("file"), "");
    const fault = await faultOf(() => run(redirected(command("cat"), to(op === "<" ? 0 : 1, op, target))));
    expect(fault.symptom).toMatchObject({ errno, api: op });
  });

  it("from a descriptor that is not open says so", async () => {
    const fault = await faultOf(() => run(redirected(command("echo"), to(1, "dup", 7))));
    expect(fault.symptom).toMatchObject({ errno: "EBADF", api: "1>&7" });
  });

  it("can be accepted", async () => {
    const stage = redirected(command("cat"), to(0, "<", "missing"));
    expect(await fixture.api.run(fixture.flow, 0, [stage], accept)).toBe(1);
    expect(await fixture.api.run(fixture.flow, 0, [command("true"), stage, command("cat")], accept)).toBe(1);
  });
});

describe("a write to a full device", () => {
  it("is the command's own failure with >", async () => {
    const fault = await faultOf(() =>
      run(redirected(command("echo", "x"), to(1, ">", "/dev/full"), to(2, ">", "err"))),
    );
    expect(fault.symptom).toMatchObject({ kind: "CommandFault", status: 1 });
    // Of a file, what the command added is read back.
    expect(fault.message).toContain("No space left");
  });
});

describe(">=", () => {
  it("puts the file in place only after success, and leaves nothing else", async () => {
    writeFileSync(path("target"), "old\n");
    await run(redirected(shell("cat target; echo new"), to(1, ">=", "target")));
    expect(read("target")).toBe("old\nnew\n");
    await faultOf(() => run(redirected(shell("echo half; exit 1"), to(1, ">=", "target"))));
    expect(read("target")).toBe("old\nnew\n");
    expect(readdirSync(fixture.folder)).toEqual(["target"]);
  });

  it("keeps the old file when an earlier stage fails", async () => {
    writeFileSync(path("target"), "old\n");
    await faultOf(() => run(shell("echo half; exit 1"), redirected(command("cat"), to(1, ">=", "target"))));
    expect(read("target")).toBe("old\n");
    expect(readdirSync(fixture.folder)).toEqual(["target"]);
  });

  it("keeps mode and links of the file that it replaces", async () => {
    writeFileSync(path("target"), "old\n");
    chmodSync(path("target"), 0o751);
    mkdirSync(path("sub"));
    symlinkSync("../target", path("sub/link"));
    await run(redirected(command("echo", "new"), to(1, ">=", "sub/link")));
    expect(read("target")).toBe("new\n");
    expect(statSync(path("target")).mode & 0o777).toBe(0o751);
    expect(readdirSync(path("sub"))).toEqual(["link"]);
  });

  it("makes a new file with the flow's umask", async () => {
    fixture.flow.umask = 0o027;
    await run(redirected(command("echo", "new"), to(1, ">=", "made")));
    expect(statSync(path("made")).mode & 0o777).toBe(0o640);
  });

  it("removes its file after an interruption", async () => {
    const running = run(redirected(command("sleep", "10"), to(1, ">=", "made")));
    setTimeout(() => interrupt(fixture.run, "SIGTERM"), 50);
    await expect(running).rejects.toThrow("interrupted by SIGTERM");
    expect(readdirSync(fixture.folder)).toEqual([]);
  });

  it("refuses what is no regular file", async () => {
    expect((await faultOf(() => run(redirected(command("echo"), to(1, ">=", "/dev/null"))))).symptom).toMatchObject({
      kind: "IOFault",
      api: ">=",
      errno: "EINVAL",
    });
    expect((await faultOf(() => run(redirected(command("echo"), to(1, ">=", "."))))).symptom.errno).toBe("EISDIR");
    expect((await faultOf(() => run(redirected(command("echo"), to(1, ">=", "no/such"))))).symptom.errno).toBe(
      "ENOENT",
    );
  });

  it("works for a group", async () => {
    const group = {
      group: async (flow: Flow): Promise<undefined> => {
        await fixture.api.run(flow, 0, [command("echo", "one")], raise);
        await fixture.api.run(flow, 0, [command("echo", "two")], raise);
      },
    };
    await run({ ...group, redirects: [to(1, ">=", "made")] });
    expect(read("made")).toBe("one\ntwo\n");
  });
});
