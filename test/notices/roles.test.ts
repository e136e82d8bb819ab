/** What a script says to roles reaches real receivers on loopback, and the records say how that went. */

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isRunning, recordsIn, runDscript } from "../run-dscript.ts";
import { closeAll, mailServer, webServer } from "./receivers.ts";

const dscript = fileURLToPath(new URL("../../dscript", import.meta.url));
let folder = "";
const limit = { timeout: 120_000 };

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "dscript-roles-test-")));
});

afterEach(async () => {
  await closeAll();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text, { mode: 0o600 });
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const configure = (roles: object, more = ""): void => write("dscript.yaml", `roles: ${JSON.stringify(roles)}\n${more}`);

const mailTo = (port: number) => ({ mail: { to: ["ops@example.com"], server: `smtp://127.0.0.1:${port}` } });
const hookAt = (port: number) => ({ webhook: { url: `http://127.0.0.1:${port}/hook` } });
/** Nobody listens there. */
const deaf = { webhook: { url: "http://127.0.0.1:1/hook" } };

/** The records of `notify`, in short. */
const told = (): readonly unknown[] =>
  recordsIn(folder)
    .filter((record) => record["Api"] === "notify" && record["LogPoint"] === "SystemChangePoint")
    .map(({ Phase, role, channel, outcome, message }) => [Phase, role, channel ?? message, outcome]);

describe("notify", limit, () => {
  it("tells each role by all of its addresses, with the script's words first", async () => {
    const [mail, web] = [await mailServer(), await webServer()];
    configure({
      operator: [mailTo(mail.port), { command: ["/bin/sh", "-c", "cat > told; env > environment"] }],
      teacher: [hookAt(web.port)],
    });
    write("a.dscript", 'plan go() {\n  notify operator, teacher, operator "it is done\\nreally"\n}\ngo()\n');
    expect(await runDscript(folder, ["run", "a.dscript"])).toMatchObject({
      code: 0,
      error: expect.not.stringContaining("failed"),
    });
    expect(mail.mails).toHaveLength(1);
    expect(mail.mails[0]?.text).toMatch(/^Subject: \[dscript\] it is done \(a\.dscript, /m);
    expect(mail.mails[0]?.text).toContain("\r\nit is done\r\nreally\r\n\r\nFor:     operator\r\n");
    expect(web.posts).toHaveLength(1);
    const { text: shown, ...posted } = JSON.parse(web.posts[0]?.body ?? "{}") as Record<string, unknown>;
    expect(shown).toMatch(/^it is done\nreally\n\nFor: {5}teacher\nScript: {2}.*\nPlace: {3}.*:2\nPlan: {4}go\n/);
    expect(posted).toMatchObject({
      ...{ event: "notify", version: 1, sample: false, role: "teacher", message: "it is done\nreally", plan: "go" },
      place: { file: join(folder, "a.dscript"), line: 2 },
    });
    expect(read("told")).toMatch(/^it is done \(a\.dscript, .*\)\n\nit is done\nreally\n\nFor: {5}operator\n/);
    expect(read("environment")).toMatch(/^DSCRIPT_NOTIFY_ROLE=operator$/m);
    const records = told();
    expect(records).toHaveLength(5);
    expect(records).toEqual(
      expect.arrayContaining([
        ["before", "operator", "it is done\nreally", undefined],
        ["before", "teacher", "it is done\nreally", undefined],
        ["after", "operator", `mail to ops@example.com through 127.0.0.1:${mail.port}`, "told"],
        ["after", "operator", "command /bin/sh", "told"],
        ["after", "teacher", `webhook at http://127.0.0.1:${web.port}`, "told"],
      ]),
    );
  });

  it("goes on where one address of a role took it, and records the other's failure as handled", async () => {
    const { port, mails } = await mailServer();
    configure({ operator: [deaf, mailTo(port)] });
    write("a.dscript", 'notify operator "hello"\nprintln("on")\n');
    const { code, out, error } = await runDscript(folder, ["run", "a.dscript"]);
    expect({ code, out }).toEqual({ code: 0, out: "on\n" });
    expect(error).toMatch(
      /the message to operator by webhook at http:\/\/127\.0\.0\.1:1 failed: .*; another channel took it/,
    );
    expect(mails).toHaveLength(1);
    const [fault, ...more] = recordsIn(folder).filter((record) => record["LogPoint"] === "ErrorPoint");
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ Api: "notify", Kind: "NetworkFault", ErrnoName: "ECONNREFUSED", Handled: true });
  });

  it("fails where nobody of a role was told, after the others were", async () => {
    const { port, mails } = await mailServer();
    configure({ operator: [mailTo(port)], teacher: [deaf, { log: true }] });
    write("a.dscript", 'try { notify teacher, operator "hello" } catch (NetworkFault f) { println(f.message) }\n');
    const { code, out } = await runDscript(folder, ["run", "a.dscript"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^not everybody was told: teacher: webhook at http:\/\/127\.0\.0\.1:1: .*\n$/);
    expect(mails).toHaveLength(1);
  });

  it("keeps secrets out, and takes the records alone where they are the only address", async () => {
    configure({ operator: [{ log: true }] });
    write("a.dscript", 'param secret String token = "swordfish-77"\nnotify operator "with ${token}"\n');
    expect((await runDscript(folder, ["run", "a.dscript"])).code).toBe(0);
    expect(told()).toEqual([
      ["before", "operator", "with ***", undefined],
      ["after", "operator", "log", "told"],
    ]);
  });

  it("ends a command with all that it started when its time is over", async () => {
    const pid = (): string => read("pid").trim();
    configure({ operator: [{ command: ["/bin/sh", "-c", "sleep 1000 & echo $! > pid; wait"], within: "1s" }] });
    write("a.dscript", 'notify operator "hello"\n');
    const { code, error } = await runDscript(folder, ["run", "a.dscript"]);
    expect(code).not.toBe(0);
    expect(error).toContain("it did not end within 1 s, and was ended");
    expect(isRunning(pid())).toBe(false);
  });

  it("is checked ahead of the run, also where a role's address is removed between two runs", async () => {
    configure({ operator: [{ log: true }] });
    write("a.dscript", 'println("ran")\nnotify operator "hello"\n');
    expect((await runDscript(folder, ["run", "a.dscript"])).out).toBe("ran\n");
    configure({ operators: [{ log: true }] });
    const renamed = await runDscript(folder, ["run", "a.dscript"]);
    expect(renamed).toMatchObject({ out: "", error: expect.stringMatching(/DS2610[\s\S]*did you mean `operators`\?/) });
    rmSync(join(folder, "dscript.yaml"));
    expect((await runDscript(folder, ["check", "a.dscript"])).out).toContain("add `roles: { operator:");
    configure({ operator: [{ log: true }] });
    expect((await runDscript(folder, ["run", "a.dscript"])).out).toBe("ran\n");
  });

  it("is tried by `dscript notify test --role`", async () => {
    const { port, mails } = await mailServer();
    configure({ operator: [mailTo(port), deaf] }, "lang: ja\n");
    const { code, out } = await runDscript(folder, ["notify", "test", "--role", "operator"]);
    expect(code).toBe(69);
    expect(out).toMatch(/127\.0\.0\.1:\d+.*\n.*ECONNREFUSED/);
    expect(mails).toHaveLength(1);
    const unknown = await runDscript(folder, ["notify", "test", "--lang", "en", "--role", "operater"]);
    expect(unknown).toMatchObject({ code: 78, error: expect.stringContaining("did you mean `operator`?") });
  });

  it("tells nobody in a test, nor in a script that the test runs whole", async () => {
    write("a.dscript", 'approve operator "Go on?"\nnotify operator "whole"\n');
    write(
      "a_test.dscript",
      `test "told" {
  notify teacher "own"
  assert(Test.fault(() => { approve operator "Own?" }).message.contains("Test.approve(\\"operator\\")"))
  Test.approve("operator")
  approve operator "Again?"
  assert(Test.run("a.dscript").status == 0)
  assert(Test.told("teacher").join("/") == "own")
  assert(Test.told("operator").join("/") == "whole")
  assert(Test.asked("operator").join("/") == "Own?/Again?/Go on?")
}
`,
    );
    const { code, out } = await runDscript(folder, ["test", "a_test.dscript"]);
    expect(`${code} ${out}`).toMatch(/^0 /);
  });
});

describe("approve by a command", limit, () => {
  const script =
    'try { approve operator "Go on?" timeout 1m; println("yes") } catch (ApprovalFault f) { println(f.message) }\n';
  const ask = (line: string): void =>
    write("dscript.yaml", `approval: { command: [/bin/sh, -c, ${JSON.stringify(line)}] }\n`);
  const answered = async (line: string, timeout = "1m"): Promise<string> => {
    ask(line);
    write("a.dscript", script.replace("1m", timeout));
    return (await runDscript(folder, ["run", "a.dscript"])).out;
  };

  it("takes its status as the answer, and tells what it says", async () => {
    expect(await answered("cat > asked; env > environment; echo ann said so >&2")).toBe("yes\n");
    expect(JSON.parse(read("asked"))).toMatchObject({
      ...{ event: "approve", version: 1, role: "operator", question: "Go on?", plan: null, seconds: 60 },
      place: { file: join(folder, "a.dscript"), line: 1 },
    });
    expect(read("environment")).toMatch(/^DSCRIPT_APPROVAL_QUESTION=Go on\?$/m);
    const [audit] = recordsIn(folder);
    expect(audit).toMatchObject({
      ...{ LogPoint: "SecurityAudit", Api: "approve", answer: "yes", why: "ann said so", way: "command /bin/sh" },
    });
    expect(await answered("echo not today >&2; exit 1")).toContain("the answer was no: not today");
    expect(await answered("exit 1")).toMatch(/: the answer was no\n$/);
    expect(await answered("echo lost >&2; exit 3")).toContain("command /bin/sh: it ended with status 3: lost");
    expect(await answered("kill -9 $$")).toContain("command /bin/sh: it was ended by SIGKILL");
  });

  it("ends it with all that it started when the time is over", async () => {
    const out = await answered("sleep 1000 & echo $! > pid; wait", "1s");
    expect(out).toContain("no answer came within 1s");
    expect(isRunning(read("pid").trim())).toBe(false);
  });

  it("says what is missing where there is neither a command nor a terminal", async () => {
    write("a.dscript", script);
    // In a session of its own: whoever runs the tests may have a terminal.
    const env = { PATH: process.env["PATH"], HOME: folder, XDG_STATE_HOME: join(folder, "state"), LC_ALL: "C" };
    const child = spawn(dscript, ["run", "a.dscript"], { cwd: folder, detached: true, env });
    const out = await text(child.stdout);
    expect(out).toContain("approve needs a terminal, or `approval:` in dscript.yaml");
    expect(recordsIn(folder)[0]).toMatchObject({ answer: "none", way: "none" });
    expect(existsSync(join(folder, "dscript.yaml"))).toBe(false);
  });
});
