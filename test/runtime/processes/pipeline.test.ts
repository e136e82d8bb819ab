// Pipelines: statuses, policies, answers, faults, and bytes on their way.
import { chmodSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accept, type Flow, raise, report } from "../../../src/records/index.ts";
import { flowOf } from "../../../src/runtime/flow.ts";
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

function program(name: string, text: string | Buffer): string {
  const path = join(fixture.folder, name);
  writeFileSync(path, text, { mode: 0o755 });
  return path;
}

describe("a pipeline", () => {
  it("gives 0 when all stages end well", async () => {
    expect(await run(command("true"))).toBe(0);
    expect(await fixture.output(command("echo", "a b"), command("tr", "a-z", "A-Z"), command("cat"))).toBe("A B");
  });

  it("may have a hundred stages", async () => {
    const cats = Array.from({ length: 100 }, () => command("cat"));
    expect(await fixture.output(command("echo", "through"), ...cats)).toBe("through");
  });

  it("raises a fault that names the failing stage, its status, line and arguments", async () => {
    const fault = await faultOf(() => run(command("true"), shell("exit 3"), command("cat")));
    expect(fault.kind).toBe("CommandFault");
    expect(fault.stage).toBe(1);
    expect(fault.status).toBe(3);
    expect(fault.symptom.api).toBe("sh");
    expect(fault.symptom.arguments.map((argument) => argument.text)).toEqual(["-c", "exit 3"]);
    expect(fault.message).toContain("sh ended with status 3");
  });

  it("names every failing stage in one fault, whose status is the last one's", async () => {
    const fault = await faultOf(() => run(shell("exit 3"), shell("cat; exit 4")));
    expect(fault.status).toBe(4);
    expect(fault.message).toContain("status 4");
    expect(fault.message).toContain("status 3");
  });

  it("does not count a writer whose reader had enough", async () => {
    expect(await run(command("yes"), redirected(command("head", "-1"), { fd: 1, op: ">", target: "/dev/null" }))).toBe(
      0,
    );
  });

  it("counts a writer's end by SIGPIPE when the reader failed itself", async () => {
    const fault = await faultOf(() => run(command("yes"), shell("exit 5")));
    expect(fault.status).toBe(5);
    expect(fault.message).toContain("SIGPIPE");
  });

  it("says which signal ended a command", async () => {
    const fault = await faultOf(() => run(shell("kill -SEGV $$")));
    expect(fault.status).toBe(139);
    expect(fault.symptom.signal).toBe("SIGSEGV");
  });

  it("starts commands with default signals and an empty mask", async () => {
    const status = await fixture.output(command("grep", "-E", "^Sig(Blk|Ign)", "/proc/self/status"));
    for (const line of status.split("\n")) expect(line).toMatch(/\t0+$/);
  });

  it("gives commands no descriptors but theirs", async () => {
    const open = (await fixture.output(command("ls", "/proc/self/fd"))).split("\n").map(Number);
    // Those who run the tests may have left high ones open, which commands inherit as from a shell.
    expect(open.filter((fd) => fd < 100).sort()).toEqual([0, 1, 2, 3]);
  });

  it("does not start anything when the fault of an earlier limit is waiting", async () => {
    fixture.run.interruption = "SIGTERM";
    await expect(run(command("touch", "made"))).rejects.toThrow("SIGTERM");
  });
});

describe("a failure's policy", () => {
  it("accepts: one handled ErrorPoint, and the real status", async () => {
    expect(await fixture.api.run(fixture.flow, 0, [shell("exit 9")], accept)).toBe(9);
    expect(errorPoints()).toEqual([["sh", true]]);
    expect(fixture.shown).toHaveLength(0);
  });

  it("reports: shown, counted, and the script goes on", async () => {
    expect(await fixture.api.run(fixture.flow, 0, [shell("exit 9")], report)).toBe(9);
    expect(errorPoints()).toEqual([["sh", false]]);
    expect(fixture.shown).toHaveLength(1);
    expect(fixture.run.unseen).toBe(1);
  });

  function errorPoints(): unknown {
    return fixture.records.filter((body) => body.logPoint === "ErrorPoint").map((body) => [body.api, body.handled]);
  }
});

describe("an answer", () => {
  const answer = (...stages: Parameters<Fixture["output"]>): Promise<number> =>
    fixture.api.answer(fixture.flow, 0, stages, raise);

  it("is no failure where the command's row says so", async () => {
    writeFileSync(join(fixture.folder, "f"), "x\n");
    expect(await answer(command("grep", "-q", "y", "f"))).toBe(1);
    expect(await answer(command("test", "-d", "nowhere"))).toBe(1);
    expect(fixture.records).toHaveLength(0);
  });

  it("is a failure where the command could not look", async () => {
    const fault = await faultOf(() => answer(redirected(command("grep", "-q", "y", "missing"), nowhere)));
    expect(fault.status).toBe(2);
  });

  it("is a failure where a change failed, a signal struck, or nothing started", async () => {
    expect((await faultOf(() => answer(redirected(command("cp", "missing", "b"), nowhere)))).status).toBe(1);
    expect((await faultOf(() => answer(shell("kill -9 $$")))).symptom.signal).toBe("SIGKILL");
    expect((await faultOf(() => answer(command("no-such-program")))).status).toBe(127);
  });
});

const nowhere = { fd: 2, op: ">", target: "/dev/null" } as const;

describe("starting a program", () => {
  it("says that there is none, with status 127", async () => {
    const fault = await faultOf(() => run(command("no-such-program", "x")));
    expect(fault.symptom).toMatchObject({ status: 127, errno: "ENOENT", notStarted: true, api: "no-such-program" });
    expect((await faultOf(() => run(command("./none")))).status).toBe(127);
    expect((await faultOf(() => run(command("")))).status).toBe(127);
  });

  it("notices that a program was removed while the script runs", async () => {
    const path = program("tool", "#!/bin/sh\nexit 0\n");
    fixture.flow.environment.set("PATH", `${fixture.folder}:/usr/bin:/bin`);
    expect(await run(command("tool"))).toBe(0);
    rmSync(path);
    expect((await faultOf(() => run(command("tool")))).status).toBe(127);
    program("tool", "#!/bin/sh\nexit 0\n");
    expect(await run(command("tool"))).toBe(0);
  });

  it("finds the next one in PATH when the first was removed", async () => {
    const path = program("true", "#!/bin/sh\nexit 5\n");
    fixture.flow.environment.set("PATH", `${fixture.folder}:/usr/bin:/bin`);
    expect((await faultOf(() => run(command("true")))).status).toBe(5);
    rmSync(path);
    expect(await run(command("true"))).toBe(0);
  });

  it("searches the PATH that stands ahead of the command", async () => {
    program("mine", "#!/bin/sh\necho mine\n");
    const stage = { argv: ["mine"], env: [["PATH", `${fixture.folder}:/usr/bin:/bin`]] } as const;
    expect(await fixture.output(stage)).toBe("mine");
    expect((await faultOf(() => run(command("mine")))).status).toBe(127);
  });

  it("tells a file without permission, a directory and a foreign binary apart, with status 126", async () => {
    chmodSync(program("data", "text"), 0o644);
    const plain = await faultOf(() => run(command("./data")));
    expect(plain.symptom).toMatchObject({ status: 126, errno: "EACCES" });
    expect((await faultOf(() => run(command("/")))).symptom).toMatchObject({ status: 126, errno: "EISDIR" });
    program("binary", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3]));
    expect((await faultOf(() => run(command("./binary")))).symptom).toMatchObject({ status: 126, errno: "ENOEXEC" });
  });

  it("tells a missing interpreter from a missing program", async () => {
    program("script", "#!/nowhere/interpreter -x\n");
    const fault = await faultOf(() => run(command("./script")));
    expect(fault.symptom).toMatchObject({ status: 126, errno: "ENOENT" });
    expect(fault.message).toContain('"/nowhere/interpreter"');
  });

  it("runs a text file without #! with sh, as execvp does", async () => {
    program("plain", 'echo "plain $1"\n');
    expect(await fixture.output(command("./plain", "argument"))).toBe("plain argument");
  });

  it("says that the working directory is gone", async () => {
    fixture.flow.directory = join(fixture.folder, "gone");
    expect((await faultOf(() => run(command("true")))).message).toContain("working directory");
  });

  it("refuses a NUL and an empty command", async () => {
    expect((await faultOf(() => run(command("echo", "a\0b")))).kind).toBe("ArgumentFault");
    expect((await faultOf(() => run(command()))).kind).toBe("ArgumentFault");
    expect((await faultOf(() => run({ argv: ["true"], env: [["A", "\0"]] }))).kind).toBe("ArgumentFault");
  });

  it("passes 100,000 arguments, and says clearly when they are too many for the system", async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `a${index}`);
    expect(await fixture.output(shell('eval "echo $# \\${$#}"', "sh", ...many))).toBe("100000 a99999");
    const fault = await faultOf(() => run(command("true", "x".repeat(200_000))));
    expect(fault.symptom).toMatchObject({ errno: "E2BIG", status: 126 });
    expect(fault.message).toContain("200006 bytes");
  });

  it("hands every byte on, UTF-8 or not", async () => {
    const text = "a\u{1F600}\udcff\udc80é\n-'\"$*";
    expect(await fixture.output(command("printf", "%s.", text))).toBe(`${text}.`);
    fixture.flow.environment.set("BYTES", text);
    expect(await fixture.output(shell('printf %s. "$BYTES"'))).toBe(`${text}.`);
  });

  it("runs with the flow's directory, environment and umask", async () => {
    const inner = fixture.flow.fork({ directory: "/usr", umask: 0o027 });
    inner.environment.set("MINE", "1");
    const text = await fixture.api.capture(inner, 0, async (flow) => {
      await fixture.api.run(flow, 0, [shell("pwd; umask; echo $MINE")], raise);
    });
    expect(text).toBe("/usr\n0027\n1");
    expect(fixture.flow.environment.get("MINE")).toBeUndefined();
  });

  it("carries the cookies of its own run and of the engines around it", async () => {
    const environment = new Map([
      ["PATH", "/usr/bin:/bin"],
      ["DSCRIPT_COOKIE", "OUTER.0000000007"],
    ]);
    const nested = createFixture({ environment, runId: "INNER" });
    expect(await nested.output(command("printenv", "DSCRIPT_COOKIE"))).toBe("OUTER.0000000007:INNER.0000000001");
    await nested.finish();
    nested.dispose();
  });

  it("calls a declared alias by its true name", async () => {
    symlinkSync("/bin/sh", join(fixture.folder, "real"));
    expect(await fixture.output({ argv: ["alias", "-c", "echo $0"], program: "./real" })).toBe("./real");
  });
});

describe("a group", () => {
  it("is a stage like any other, with its own printing in order", async () => {
    const text = await fixture.output(
      {
        group: async (flow) => {
          await fixture.api.run(flow, 0, [command("echo", "one")], raise);
          flowOf(flow).stdout.write("two\n");
          await fixture.api.run(flow, 0, [command("echo", "three")], raise);
        },
      },
      command("cat", "-n"),
    );
    expect(text.split("\n").map((line) => line.trim())).toEqual(["1\tone", "2\ttwo", "3\tthree"]);
  });

  it("may print more than a pipe holds to a reader of this engine", async () => {
    const text = await fixture.output(
      { group: async (flow) => flowOf(flow).stdout.write("x".repeat(300_000)) },
      { group: async (flow) => void (await fixture.api.run(flow, 0, [command("wc", "-c")], raise)) },
    );
    expect(text).toBe("300000");
  });

  it("raises its own fault, with its own site", async () => {
    const other = createFixture({}, [plainSite, { ...plainSite, line: 7 }]);
    const fault = await faultOf(() =>
      other.api.run(
        other.flow,
        0,
        [{ group: async (flow) => void (await other.api.run(flow, 1, [shell("exit 6")], raise)) }, command("cat")],
        raise,
      ),
    );
    expect(fault.site).toBe(1);
    expect(fault.status).toBe(6);
    await other.finish();
    other.dispose();
  });

  it("that writes to a reader who had enough is no failure", async () => {
    const group = {
      group: async (flow: Flow): Promise<undefined> => {
        await fixture.api.run(flow, 0, [command("yes")], raise);
      },
    };
    expect(await fixture.output(group, command("head", "-1"))).toBe("y");
  });

  it("that has dealt with its failure gives its status, and raises nothing", async () => {
    const dealt = { group: async () => 4 };
    expect(await run(dealt, command("cat"))).toBe(4);
    expect(await run(command("true"), dealt)).toBe(4);
    expect(await run(command("yes"), dealt)).toBe(4);
    expect((await faultOf(() => run(shell("exit 3"), dealt))).status).toBe(3);
    expect(fixture.records.filter((body) => body.logPoint === "ErrorPoint")).toEqual([]);
  });

  it("changes directory and variables for itself only", async () => {
    await run({
      group: async (flow) => {
        fixture.api.changeDirectory(flow, 0, "/", raise);
        fixture.api.exportVariable(flow, "INNER", "1");
      },
    });
    expect(fixture.flow.directory).toBe(fixture.folder);
    expect(fixture.flow.environment.get("INNER")).toBeUndefined();
  });
});

describe("records", () => {
  it("stand before and after what may change something, and not around what only reads", async () => {
    await run(command("cat", "/dev/null"));
    await run(command("touch", "made here"));
    await run(redirected(command("echo", "x"), { fd: 1, op: ">", target: "written" }));
    expect(fixture.records.map((body) => [body.logPoint, body.api, body.phase, body.arguments])).toEqual([
      ["SystemChangePoint", "touch", "before", [["argv", "touch 'made here'"]]],
      [
        "SystemChangePoint",
        "touch",
        "after",
        [
          ["argv", "touch 'made here'"],
          ["status", "0"],
        ],
      ],
      [
        "SystemChangePoint",
        "echo",
        "before",
        [
          ["argv", "echo x"],
          ["path", "written"],
        ],
      ],
      [
        "SystemChangePoint",
        "echo",
        "after",
        [
          ["argv", "echo x"],
          ["path", "written"],
          ["status", "0"],
        ],
      ],
    ]);
  });

  it("mask secret words, in faults, records and echoes", async () => {
    const word = { start: 0, end: 1, origins: 0 };
    const site = {
      ...plainSite,
      stages: [{ start: 0, end: 1, line: 1, words: [word, word, word, { ...word, secret: true }] }],
    };
    const echoed: string[] = [];
    const masked = createFixture({ echo: (line) => echoed.push(line) }, [site]);
    const fault = await faultOf(() =>
      masked.api.run(masked.flow, 0, [{ argv: ["sh", "-c", "exit 1", "hunter2"] }], raise),
    );
    expect(fault.symptom.arguments.at(-1)?.text).toBe("***");
    expect(JSON.stringify([masked.records, echoed])).not.toContain("hunter2");
    expect(echoed).toEqual(["sh -c 'exit 1' ***"]);
    await masked.finish();
    masked.dispose();
  });

  it("know the words behind a list, whatever its length", async () => {
    const word = { start: 0, end: 1, origins: 0 };
    const words = [word, { ...word, list: true, origins: 4 }, { ...word, origins: 16, secret: true }];
    const site = { ...plainSite, stages: [{ start: 0, end: 1, line: 1, words }] };
    const listed = createFixture({}, [site]);
    const fault = await faultOf(() => listed.api.run(listed.flow, 0, [{ argv: ["false", "a", "b", "c", "s"] }], raise));
    expect(fault.symptom.arguments.map((argument) => [argument.text, argument.origins])).toEqual([
      ["a", 4],
      ["b", 4],
      ["c", 4],
      ["***", 16],
    ]);
    await listed.finish();
    listed.dispose();
  });
});
