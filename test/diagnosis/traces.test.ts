// What strace 6.1 wrote of commands that failed (the last lines of each), and the call that is taken for the cause.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createReader } from "../../src/diagnosis/message.ts";
import { tellingCall } from "../../src/diagnosis/telling-call.ts";
import type { FailedCall } from "../../src/records/index.ts";
import { failedCalls } from "../../src/runtime/tracing/calls.ts";

interface Traced {
  readonly argv: readonly string[];
  readonly pid: number;
  readonly directory: string;
  readonly stderr: string;
}

const readMessage = createReader(() => undefined);
const folder = join(import.meta.dirname, "traces");
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".strace") ? [file.slice(0, -7)] : []));

function read(name: string): { readonly traced: Traced; readonly calls: readonly FailedCall[] } {
  const text = readFileSync(join(folder, `${name}.strace`), "utf8");
  const end = text.indexOf("\n");
  // The first line is this test's own: JSON that the fixture was written with.
  const traced = JSON.parse(text.slice(0, end)) as Traced;
  const [first = "", ...words] = traced.argv;
  return { traced, calls: failedCalls(text.slice(end + 1), { ...traced, name: first, words }) };
}

function told(name: string, isSilent: boolean): string {
  const { traced, calls } = read(name);
  const message = isSilent ? "" : traced.stderr;
  const program = traced.argv[0]?.replace(/^.*\//, "") ?? "";
  const { told: errno } = readMessage(message, { program, isOpen: false, isOwn: false });
  const call = tellingCall(calls, { errno, message, words: traced.argv.slice(1) });
  if (call === undefined) return "none";
  return `${call.call}(${call.subject ?? ""}) ${call.errno}${call.program === undefined ? "" : ` of ${call.program}`}`;
}

describe("the call that tells why a command failed", () => {
  it("is found in the traces of real commands, with what they said and without", async () => {
    const lines = names.map((name) => `${name}: ${told(name, false)}\n  without a message: ${told(name, true)}`);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("traces/told.txt");
  });

  it("is looked for in more than 25 commands, in three locales", () => {
    const programs = new Set(names.map((name) => read(name).traced.argv[0]));
    expect(programs.size).toBeGreaterThan(25);
    expect(names.filter((name) => /-(?:ja|de)$/.test(name)).length).toBeGreaterThan(4);
  });

  it("never is one of those that look for translations, libraries or users", () => {
    for (const name of names)
      for (const { subject = "" } of read(name).calls) expect(subject).not.toMatch(/\.mo$|\/ld\.so|nscd|locale/);
  });
});

describe("among calls", () => {
  const call = (name: string, subject: string, errno: string): FailedCall => ({ call: name, subject, errno });
  const open = (subject: string, errno = "ENOENT"): FailedCall => call("openat", subject, errno);

  it("the message's error number decides", () => {
    const calls = [open("/a", "EACCES"), open("/b")];
    expect(tellingCall(calls, { errno: "EACCES", message: "Permission denied", words: [] })).toBe(calls[0]);
    expect(tellingCall(calls, { errno: "ENOSPC", message: "No space left on device", words: [] })).toBeUndefined();
  });

  it("a name that is absent counts only where somebody names it", () => {
    const calls = [open("/etc/tool.conf")];
    expect(tellingCall(calls, { errno: undefined, message: "", words: ["x"] })).toBeUndefined();
    expect(tellingCall(calls, { errno: undefined, message: "", words: ["--config=/etc/tool.conf"] })).toBe(calls[0]);
    expect(tellingCall(calls, { errno: undefined, message: "bad /etc/tool.conf", words: [] })).toBe(calls[0]);
    expect(tellingCall(calls, { errno: undefined, message: "bad /etc/tool.conf.d", words: [] })).toBeUndefined();
    // The text that a shell runs names it, too.
    const text = ["-c", "cat /etc/tool.conf 2>/dev/null"];
    expect(tellingCall(calls, { errno: undefined, message: "", words: text })).toBe(calls[0]);
  });

  it("a refusal counts without a name", () => {
    const calls = [open("/etc/shadow", "EACCES"), open("/etc/motd")];
    expect(tellingCall(calls, { errno: undefined, message: "sorry", words: [] })).toBe(calls[0]);
  });

  it("a connection that was on its way tells the peer", () => {
    const calls = [call("connect", "10.0.0.7:443", "EINPROGRESS")];
    expect(tellingCall(calls, { errno: "ETIMEDOUT", message: "timed out", words: [] })).toBe(calls[0]);
    expect(tellingCall(calls, { errno: "ENOENT", message: "no such file", words: [] })).toBeUndefined();
  });

  it("no call is none", () => {
    expect(tellingCall([], { errno: undefined, message: "", words: [] })).toBeUndefined();
  });
});
