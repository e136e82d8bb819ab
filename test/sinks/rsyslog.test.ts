/** A real rsyslogd gets every record, whole, in order and once, by each way, also when it was down for a while. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { failure, point } from "./points.ts";
import { missingRsyslog, missingTls, prepareRsyslog, type Received, type Rsyslog } from "./rsyslog.ts";
import { queued, recorderTo, runId, upTo } from "./syslog-setup.ts";

const missing = missingRsyslog();
const withoutTls = missing ?? missingTls();
const patience = { timeout: 120_000, interval: 20 };

describe.skipIf(missing !== undefined)(`rsyslogd${missing === undefined ? "" : `: ${missing}`}`, () => {
  let folder = "";
  let daemon: Rsyslog;
  let run = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "dscript-rsyslog-"));
    daemon = await prepareRsyslog(folder, withoutTls === undefined);
    await daemon.start();
  });

  afterAll(async () => {
    await daemon?.stop("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  const ofRun = (number: number): readonly Received[] =>
    daemon.received().filter((one) => one.msg.includes(runId(number)));
  const json = (one: Received | undefined) => JSON.parse(one?.msg ?? "null") as Record<string, unknown>;
  const numbers = (number: number) => ofRun(number).map((one) => json(one)["Seq"]);
  const tls = (options: string) => `syslog:tls://localhost:${daemon.tls}?ca=${folder}/ca.pem&${options}`;
  const ownCertificate = () => `cert=${folder}/client.pem&key=${folder}/client.key`;

  const ways: readonly (readonly [name: string, spec: () => string, input: string, skipped: boolean])[] = [
    ["the local socket", () => `syslog:${daemon.socket}?`, "imuxsock", false],
    ["UDP", () => `syslog:udp://127.0.0.1:${daemon.udp}?`, "imudp", false],
    ["TCP", () => `syslog:tcp://127.0.0.1:${daemon.tcp}?`, "imtcp", false],
    ["TLS", () => tls(`${ownCertificate()}&`), "imtcp", withoutTls !== undefined],
  ];

  for (const [name, spec, input, skipped] of ways)
    it.skipIf(skipped)(`takes a record apart that came by ${name}`, patience, async () => {
      run += 1;
      const said: string[] = [];
      const recorder = await recorderTo(`${spec()}facility=local3&app=backup`, folder, run, said);
      recorder.emit(point("grün \" \\ ] 'x'\n2", { api: 'a"b\\c]d', arguments: [["path", "/srv/ä"]] }));
      recorder.emit(
        point("it failed", { ...failure, kind: "IOFault", errno: "EACCES", scriptName: "nightly.dscript" }),
      );
      recorder.emit(point("it was dealt with", { ...failure, handled: true }));
      await recorder.close();
      await vi.waitFor(() => expect(ofRun(run)).toHaveLength(3), patience);
      const [first, second, third] = ofRun(run);
      expect(first).toMatchObject({
        ...{ pri: String(19 * 8 + 5), hostname: "h", "app-name": "backup", procid: String(process.pid) },
        ...{ msgid: "SystemChangePoint", "protocol-version": "1", inputname: input, timereported: json(first)["Time"] },
      });
      expect(first?.["structured-data"]).toContain('api="a\\"b\\\\c\\]d"');
      expect(json(first)).toMatchObject({ Message: "grün \" \\ ] 'x'\n2", path: "/srv/ä", Seq: 1 });
      expect(second).toMatchObject({ pri: String(19 * 8 + 3), msgid: "ErrorPoint" });
      expect(parameters(second)).toMatchObject({
        ...{ run: runId(run), seq: "2", script: "nightly.dscript", kind: "IOFault", class: "UserFault" },
        ...{ errno: "EACCES", handled: "false", line: "1" },
      });
      expect(third).toMatchObject({ pri: String(19 * 8 + 4) });
      expect([recorder.lost, said, queued(folder)]).toEqual([0, [], []]);
    });

  it.skipIf(withoutTls !== undefined)("is not trusted with a certificate of an unknown CA", patience, async () => {
    run += 1;
    const said: string[] = [];
    const recorder = await recorderTo(`syslog:tls://localhost:${daemon.tls}?${ownCertificate()}`, folder, run, said);
    recorder.emit(point());
    await recorder.close();
    expect(said.join("")).toMatch(
      /from a CA that is not trusted here \(name the CA: ca=FILE\); they wait in the queue/,
    );
    expect(said).toHaveLength(1);
    expect(queued(folder)).toHaveLength(1);
    rmSync(join(folder, "queue"), { recursive: true });
  });

  it.skipIf(withoutTls !== undefined)("must carry the name that was asked for", patience, async () => {
    run += 1;
    const said: string[] = [];
    const recorder = await recorderTo(tls(`${ownCertificate()}&peer=other.example`), folder, run, said);
    recorder.emit(point());
    await recorder.close();
    expect(said.join("")).toMatch(/its certificate is for another name: .*localhost/);
    rmSync(join(folder, "queue"), { recursive: true });
  });

  it.skipIf(withoutTls !== undefined)("refuses a run without a certificate, which queues then", patience, async () => {
    run += 1;
    const said: string[] = [];
    const recorder = await recorderTo(tls("facility=user"), folder, run, said);
    recorder.emit(point());
    await recorder.close();
    expect(said.join("")).toMatch(/does it ask for a certificate\?|this side's certificate/);
    expect([queued(folder).length, numbers(run)]).toEqual([1, []]);
    rmSync(join(folder, "queue"), { recursive: true });
  });

  it("gets the main fields of a record that is too large for a datagram, and all of it by TCP", patience, async () => {
    const large = point(`begin ${"ä".repeat(3000)}`, { ...failure, arguments: [["list", "x".repeat(4000)]] });
    run += 1;
    const udp = await recorderTo(`syslog:udp://127.0.0.1:${daemon.udp}`, folder, run);
    udp.emit(large);
    await udp.close();
    await vi.waitFor(() => expect(ofRun(run)).toHaveLength(1), patience);
    const reduced = json(ofRun(run)[0]);
    expect(reduced).toMatchObject({ LogPoint: "ErrorPoint", RunId: runId(run), Seq: 1, Handled: false });
    expect(Number(reduced["Reduced"])).toBeGreaterThan(20_000);
    expect(String(reduced["Message"])).toMatch(/^begin ä+…$/);
    expect(reduced["list"]).toBeUndefined();
    run += 1;
    const tcp = await recorderTo(`syslog:tcp://127.0.0.1:${daemon.tcp}`, folder, run);
    tcp.emit(large);
    await tcp.close();
    await vi.waitFor(() => expect(ofRun(run)).toHaveLength(1), patience);
    expect(json(ofRun(run)[0])).toMatchObject({ list: "x".repeat(4000), Message: `begin ${"ä".repeat(3000)}` });
  });

  it("gets what was recorded while it was down, in order and once, from this run", patience, async () => {
    run += 1;
    const said: string[] = [];
    const recorder = await recorderTo(`syslog:tcp://127.0.0.1:${daemon.tcp}`, folder, run, said);
    for (const at of upTo(100)) recorder.emit(point(String(at)));
    recorder.flush();
    await vi.waitFor(() => expect(ofRun(run)).toHaveLength(100), patience);
    await daemon.stop();
    for (const at of upTo(100)) recorder.emit(point(String(at), at % 10 === 0 ? failure : {}));
    await vi.waitFor(() => expect(queued(folder)).toHaveLength(1), patience);
    await daemon.start();
    await vi.waitFor(() => expect(ofRun(run)).toHaveLength(200), patience);
    for (const at of upTo(100)) recorder.emit(point(String(at)));
    await recorder.close();
    await vi.waitFor(() => expect(ofRun(run).length).toBeGreaterThanOrEqual(300), patience);
    expect(numbers(run)).toEqual(upTo(300));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("nobody listens at that port");
    expect([recorder.lost, queued(folder)]).toEqual([0, []]);
  });

  it("gets the records of runs that ended while it was down, ahead of the next run's", patience, async () => {
    await daemon.stop();
    const first = run + 1;
    for (const [, spec] of ways.slice(0, 3))
      for (let turn = 0; turn < 2; turn += 1) {
        run += 1;
        const recorder = await recorderTo(spec().slice(0, -1), folder, run);
        for (const at of upTo(20)) recorder.emit(point(String(at)));
        await recorder.close();
        expect(recorder.lost).toBe(0);
      }
    expect(queued(folder)).toHaveLength(3);
    await daemon.start();
    for (const [, spec] of ways.slice(0, 3)) {
      run += 1;
      const recorder = await recorderTo(spec().slice(0, -1), folder, run);
      recorder.emit(point("the last"));
      await recorder.close();
      await vi.waitFor(() => expect(ofRun(run)).toHaveLength(1), patience);
    }
    for (let number = first; number < first + 6; number += 1) expect(numbers(number)).toEqual(upTo(20));
    expect(queued(folder)).toEqual([]);
    const order = daemon.received().map((one) => String(json(one)["RunId"]));
    expect(order.lastIndexOf(runId(first))).toBeLessThan(order.indexOf(runId(first + 1)));
    expect(order.lastIndexOf(runId(first + 1))).toBeLessThan(order.indexOf(runId(first + 6)));
  });

  it("may be stuck: the run ends all the same, and the rest follows once it reads again", patience, async () => {
    run += 1;
    const stuck = run;
    const pid = daemon.pid();
    process.kill(pid, "SIGSTOP");
    const said: string[] = [];
    const recorder = await recorderTo(`syslog:${daemon.socket}`, folder, run, said);
    try {
      for (const at of upTo(3000)) recorder.emit(point(String(at)));
      await recorder.close();
    } finally {
      process.kill(pid, "SIGCONT");
    }
    expect(said.join("")).toMatch(/did not take all records within 2 s: the rest waits in the queue/);
    expect([recorder.lost, queued(folder).length]).toEqual([0, 1]);
    for (let turn = 0; turn < 60 && queued(folder).length > 0; turn += 1) {
      run += 1;
      await (await recorderTo(`syslog:${daemon.socket}`, folder, run)).close();
    }
    await vi.waitFor(() => expect(ofRun(stuck).length).toBeGreaterThanOrEqual(3000), patience);
    expect(numbers(stuck)).toEqual(upTo(3000));
    expect(queued(folder)).toEqual([]);
  });
});

/** The parameters of the structured data, as rsyslogd's own parser reads them. */
function parameters(one: Received | undefined): Readonly<Record<string, string>> {
  return one?.["$!"]["rfc5424-sd"]?.["dscript@32473"] ?? {};
}
