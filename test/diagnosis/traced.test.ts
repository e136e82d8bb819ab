// What the failed system calls of a traced command change in its diagnosis: beside the same failure without them.
import { describe, expect, it } from "vitest";
import { shippedCommands } from "../../src/commands/index.ts";
import { createDiagnosis } from "../../src/diagnosis/index.ts";
import type { Diagnosis, FailedCall, Symptom } from "../../src/records/index.ts";
import { type FakeWorld, fakeHost } from "./fake-host.ts";
import { command } from "./symptoms.ts";

const diagnose = (symptom: Symptom, world: FakeWorld = {}): Diagnosis =>
  createDiagnosis({ commands: shippedCommands, host: fakeHost(world), locale: "C" })(symptom);

const failed = (call: string, subject: string, errno: string): FailedCall => ({ call, subject, errno });

const first = (diagnosis: Diagnosis): string | undefined => diagnosis.ranked[0]?.class;

describe("a traced command", () => {
  it("whose message names no error gets its number and its argument", () => {
    const stderr = "tool: ei onnistu\n";
    const calls = [failed("openat", "/srv/in", "EACCES")];
    const world = { files: [{ path: "/srv/in", mode: 0o600, isDirectory: false, readable: false }] };
    const diagnosis = diagnose(command("cat argv=/srv/in", { stderr, calls }), world);
    expect(diagnosis.about).toBe("argv[1]");
    expect(diagnosis.heard).toHaveProperty("errno.refused");
    expect(diagnosis.call).toEqual(calls[0]);
    expect(first(diagnosis)).toBe("UserFault");
  });

  it("that connects to another host in silence speaks for that host", () => {
    const calls = [failed("connect", "192.0.2.7:5432", "ETIMEDOUT")];
    const diagnosis = diagnose(command("tool push", { stderr: "", calls }));
    expect(first(diagnosis)).toBe("ExternalFault");
    expect(diagnosis.heard).toHaveProperty("peer.remote");
    expect(diagnosis.heard).not.toHaveProperty("peer.unknown");
  });

  it("that connects to a socket of this host that nobody serves speaks for this host", () => {
    const calls = [failed("connect", "/run/tool.sock", "ENOENT")];
    const diagnosis = diagnose(command("tool push", { stderr: "tool: cannot reach the daemon\n", calls }));
    expect(first(diagnosis)).toBe("SystemFault");
    expect(diagnosis.advice).toBe("the operator of this host must start the service");
  });

  it("that may not use a socket is told so, not that the service is down", () => {
    const calls = [failed("connect", "/run/tool.sock", "EACCES")];
    const diagnosis = diagnose(command("tool push", { stderr: "tool: permission denied\n", calls }));
    expect(diagnosis.heard).not.toHaveProperty("peer.loopback");
    expect(diagnosis.heard).toHaveProperty("errno.refused");
  });

  it("that fails on a file of its own does not blame the words of the script", () => {
    const calls = [failed("openat", "/etc/tool/tool.conf", "EACCES")];
    const diagnosis = diagnose(command("tool argv=x", { stderr: "tool: bad start\n", calls }));
    expect(diagnosis.heard).toHaveProperty("trace.own-path");
    expect(Object.keys(diagnosis.heard).filter((rule) => rule.startsWith("origin."))).toEqual([]);
    expect(diagnosis.about).toBeUndefined();
  });

  it("shows the call and the program that made it among its reasons", () => {
    const calls = [{ ...failed("openat", "/srv/in", "EACCES"), program: "gzip" }];
    const says = diagnose(command("backup now", { stderr: "Permission denied\n", calls })).ranked.flatMap((share) =>
      share.reasons.flatMap(({ rule, says: text }) => (rule === "trace.call" ? [text] : [])),
    );
    expect(says[0]).toBe('the last failed system call was openat("/srv/in") of gzip: Permission denied');
  });

  it("of a connection that was on its way takes the number from the message", () => {
    const calls = [failed("connect", "127.0.0.1:1", "EINPROGRESS")];
    const diagnosis = diagnose(command("fetch it", { stderr: "fetch: Connection refused\n", calls }));
    expect(diagnosis.call).toEqual(failed("connect", "127.0.0.1:1", "ECONNREFUSED"));
    expect(first(diagnosis)).toBe("SystemFault");
  });

  it("with calls that tell nothing is diagnosed as without", () => {
    const stderr = "jq: parse error: Unfinished JSON term at EOF at line 1, column 1\n";
    const plain = diagnose(command("jq . argv=in.json", { stderr }));
    const traced = diagnose(command("jq . argv=in.json", { stderr, calls: [failed("openat", "/x/.jq", "ENOENT")] }));
    expect(traced.ranked).toEqual(plain.ranked);
    expect(traced.call).toBeUndefined();
  });

  it("of a message that speaks of something else than its calls, the message counts", () => {
    const stderr = "tar: out.tgz: Wrote only 2048 of 10240 bytes: No space left on device\n";
    const calls = [failed("newfstatat", "out.tgz", "ENOENT")];
    const diagnosis = diagnose(command("tar czf out.tgz in", { stderr, calls }));
    expect(diagnosis.call).toBeUndefined();
    expect(first(diagnosis)).toBe("SystemFault");
  });
});
