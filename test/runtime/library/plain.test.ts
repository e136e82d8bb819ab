// Printing, looking for programs, temporary files.
import { execFileSync } from "node:child_process";
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ScriptExit } from "../../../src/runtime/faults/fault.ts";
import { flushOutputs } from "../../../src/runtime/files/standard-output.ts";
import { Output } from "../../../src/runtime/output.ts";
import { encodeUtf8 } from "../../../src/text/index.ts";
import { createFixture, faultFrom } from "./fixture.ts";

describe("printing", () => {
  it("writes values with spaces between them, and keeps its order with a file's name for it", async () => {
    const { call, out, err } = createFixture();
    call("print", "a", "1.5");
    call("println");
    await call("System.fputs", call("System.stdout"), "file");
    call("println", "b");
    call("log", "done", "2");
    expect(out()).toBe("a 1.5\nfile\nb\n");
    expect(err()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d done 2\n$/);
  });

  it("gives bytes back that are no UTF-8", () => {
    const { call, flow, folder } = createFixture();
    call("print", "a\udcffb");
    flow.stdout.flush();
    expect([...readFileSync(`${folder}/.out`)]).toEqual([0x61, 0xff, 0x62]);
  });

  it("raises a full device at the call that printed last", async () => {
    const { call, flow, run } = createFixture();
    flow.stdout = new Output(openSync("/dev/full", "w"), encodeUtf8);
    call("println", "lost");
    const fault = await faultFrom(() => flushOutputs(run, flow));
    expect(fault.symptom).toMatchObject({ kind: "IOFault", errno: "ENOSPC", api: "+" });
    expect(fault.message).toBe("cannot write to standard output: No space left on device");
  });

  it("ends the script as SIGPIPE ends other tools where its reader has gone", () => {
    const { call, flow, run, folder } = createFixture();
    execFileSync("mkfifo", [`${folder}/pipe`]);
    const reader = openSync(`${folder}/pipe`, 0o4000);
    flow.stdout = new Output(openSync(`${folder}/pipe`, "w"), encodeUtf8);
    closeSync(reader);
    call("println", "nobody");
    let thrown: unknown;
    try {
      flushOutputs(run, flow);
    } catch (caught) {
      thrown = caught;
    }
    expect(thrown).toBeInstanceOf(ScriptExit);
    expect((thrown as ScriptExit).status).toBe(141);
  });
});

describe("looking and temporary files", () => {
  it("finds programs in the flow's own PATH, and files by a name with a slash", () => {
    const { call, flow, folder } = createFixture();
    expect(call("exists", "sh")).toBe(true);
    expect(call("exists", "no-such-program")).toBe(false);
    expect(call("exists", "/etc")).toBe(true);
    expect(call("exists", "")).toBe(false);
    mkdirSync(`${folder}/bin`);
    writeFileSync(`${folder}/bin/tool`, "#!/bin/sh\n");
    flow.environment.set("PATH", "bin");
    expect(call("exists", "tool")).toBe(false);
    chmodSync(`${folder}/bin/tool`, 0o755);
    expect(call("exists", "tool")).toBe(true);
    expect(call("exists", "bin/tool")).toBe(true);
    expect(call("exists", "sh")).toBe(false);
  });

  it("makes temporary files for this user only, and removes them at the end, whatever they hold", async () => {
    const { call, end } = createFixture();
    const folder = call("tempDir") as string;
    const file = call("tempFile") as string;
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    mkdirSync(`${folder}/deep/er`, { recursive: true });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/deep/`), Buffer.from([0xff])]), "x");
    chmodSync(`${folder}/deep/er`, 0o000);
    await end();
    expect([existsSync(folder), existsSync(file)]).toEqual([false, false]);
  });

  it("says where no temporary file can be made", async () => {
    const { faultOf, flow } = createFixture();
    flow.environment.set("TMPDIR", "/no/such/folder");
    expect((await faultOf("tempDir")).message).toBe("cannot make a temporary directory: No such file or directory");
  });
});
