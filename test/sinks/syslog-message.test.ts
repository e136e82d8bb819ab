/** Messages are as RFC 5424 says, whatever a record holds, and names of receivers are read as they are documented. */

import { describe, expect, it } from "vitest";
import { encodeRecord, type RecordBody } from "../../src/records/index.ts";
import { readSpec } from "../../src/sinks/index.ts";
import { syslogMessage } from "../../src/sinks/syslog/message.ts";
import { readTarget, type SyslogTarget } from "../../src/sinks/syslog/target.ts";
import { failure, point } from "./points.ts";

const run = { runId: "01ARZ3NDEKTSV4RRFFQ69G5FAV", host: "host.example", user: "root", scriptHash: "ab" };
const target = (text: string): SyslogTarget => {
  const found = readTarget(text, "/base");
  if (typeof found === "string") throw new Error(found);
  return found;
};
const message = (body: RecordBody, to = "tcp://h", host = run.host): string =>
  syslogMessage(target(to), { pid: 42, json: encodeRecord(body, { ...run, host }, 7).json }).toString("utf8");

/** RFC 5424, section 6: header, structured data, text. */
const grammar =
  /^<(\d{1,3})>1 (-|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,6}Z) ([!-~]{1,255}) ([!-~]{1,48}) ([!-~]{1,128}) ([!-~]{1,32}) (-|\[[!-~]{1,32}(?: [a-z]{1,32}="(?:[^"\\\]]|\\["\\\]])*")*\]) (\{.*\})$/su;

describe("a message", () => {
  it("has the record's time, host, process and kind, and its main fields as structured data", () => {
    const time = Date.UTC(2026, 0, 2, 3, 4, 5) + 0.123;
    const body = point("it failed", { ...failure, kind: "IOFault", errno: "ENOSPC", elapsed: 1.5, time });
    expect(message(body, "tcp://h?facility=daemon&app=ops&sd=ops@12345")).toMatchInlineSnapshot(
      `"<27>1 2026-01-02T03:04:05.000123Z host.example ops 42 ErrorPoint [ops@12345 run="01ARZ3NDEKTSV4RRFFQ69G5FAV" seq="7" script="s" line="1" api="rm" class="UserFault" kind="IOFault" errno="ENOSPC" handled="false" elapsed="1.5" user="root"] {"LogPoint":"ErrorPoint","FaultType":"UserFault","ScriptName":"s","ScriptLine":1,"Api":"rm","ElapsedTime":1.5,"Errno":28,"Message":"it failed","Time":"2026-01-02T03:04:05.000123Z","RunId":"01ARZ3NDEKTSV4RRFFQ69G5FAV","Seq":7,"Host":"host.example","User":"root","ScriptHash":"ab","Kind":"IOFault","ErrnoName":"ENOSPC","Handled":false}"`,
    );
  });

  it("keeps to the grammar whatever a record holds", () => {
    const nasty = ['"', "\\", "]", "\n", "\u0000", "\ud800", "é", "\u202e", "日本", "\u2028", " ", '[x@1 a="b"]'];
    for (const text of [...nasty, nasty.join(""), "x".repeat(5000)]) {
      const body = point(text, { scriptName: text, api: text, task: text, arguments: [[text, text]] });
      for (const to of ["tcp://h", "udp://h", "udp://h?size=480"]) {
        const [, , , , , , , data = "", json = ""] = grammar.exec(message(body, to, text)) ?? [];
        expect(JSON.parse(json)).toMatchObject({ LogPoint: "SystemChangePoint", RunId: run.runId, Seq: 7 });
        expect(data).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
        expect(json).toMatch(/^[\x20-\x7e]*$/);
      }
    }
  });

  it("has a severity that says whether somebody has to act", () => {
    const severity = (body: Partial<RecordBody>) => Number(/^<(\d+)>/.exec(message(point("m", body)))?.[1]) % 8;
    expect([
      severity(failure),
      severity({ ...failure, handled: true }),
      severity({ logPoint: "ResponseCheckPoint" }),
      severity({ logPoint: "SystemChangePoint" }),
      severity({ logPoint: "SecurityAudit" }),
      severity({ logPoint: "PeriodicPoint" }),
    ]).toEqual([3, 4, 4, 5, 5, 6]);
  });

  it("fits into what its receiver takes, as JSON that is whole", () => {
    const body = point("é".repeat(4000), {
      ...failure,
      scriptName: "s".repeat(3000),
      arguments: [["a", "b".repeat(4000)]],
    });
    const whole = Buffer.byteLength(message(body, "tcp://h"));
    for (const size of [480, 700, 1024, 2048, 8192, 20_000]) {
      const text = message(body, `udp://h?size=${size}`, "h".repeat(255));
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(size);
      const json = JSON.parse(grammar.exec(text)?.[8] ?? "") as Record<string, unknown>;
      expect(json).toMatchObject({ LogPoint: "ErrorPoint", RunId: run.runId, Seq: 7 });
      expect(Number(json["Reduced"])).toBeGreaterThan(whole - 10);
    }
  });
});

describe("a receiver's name", () => {
  it("has defaults for what it does not say", () => {
    expect(target("")).toMatchObject({ way: "local", path: "/dev/log", facility: 1, app: "dscript", size: 8192 });
    expect(target("run/log")).toMatchObject({ way: "local", path: "/base/run/log" });
    expect(target("udp://h")).toMatchObject({ way: "udp", host: "h", port: 514, size: 2048 });
    expect(target("tcp://[2001:db8::1]:99")).toMatchObject({ way: "tcp", host: "2001:db8::1", port: 99 });
    expect(target("tls://h?ca=ca.pem&cert=c.pem&key=/k.pem&verify=no&peer=p")).toMatchObject({
      ...{ way: "tls", port: 6514, ca: "/base/ca.pem", cert: "/base/c.pem", key: "/k.pem", verify: false, peer: "p" },
      size: Number.POSITIVE_INFINITY,
    });
  });

  it("is the same however it is written", () => {
    const name = (text: string) => readSpec(text, "/base").name;
    expect(name("syslog:")).toBe(name("syslog:/dev/log?facility=user"));
    expect(name("syslog:tls://h?ca=a%26b")).toBe(name(name("syslog:tls://h?ca=/base/a%26b")));
    expect(name("syslog:udp://h")).not.toBe(name("syslog:udp://h?app=x"));
  });

  it("says what is wrong with it", () => {
    const wrong = [
      ...[
        "udp:h",
        "http://h",
        "tcp://",
        "tcp://h:0",
        "tcp://h:",
        "tcp://h:70000",
        "tcp://::1",
        "tcp://[h]",
        "tcp://a b",
      ],
      ...[
        "?facility=x",
        "?app=",
        "?app=a b",
        "?app=é",
        "?sd=x",
        "?size=479",
        "?size=1e9",
        "?ca=x",
        "?x",
        "?app=a&app=b",
      ],
      ...["tls://h?cert=x", "tls://h?verify=maybe", "?app=%zz", `/${"x".repeat(107)}`, "/a\0b"],
    ];
    expect(
      wrong.map((text) => `${JSON.stringify(text.slice(0, 20))} → ${readTarget(text, "/base")}`).join("\n"),
    ).toMatchInlineSnapshot(`
      ""udp:h" → two slashes are missing: write syslog:udp://h
      "http://h" → there is no way "http": write udp://HOST, tcp://HOST, tls://HOST, or the path of a socket
      "tcp://" → write tcp://HOST or tcp://HOST:PORT, with an IPv6 address in brackets: tcp://[2001:db8::1]
      "tcp://h:0" → a port is a number from 1 to 65535, not "0"
      "tcp://h:" → a port is a number from 1 to 65535, not ""
      "tcp://h:70000" → a port is a number from 1 to 65535, not "70000"
      "tcp://::1" → write tcp://HOST or tcp://HOST:PORT, with an IPv6 address in brackets: tcp://[2001:db8::1]
      "tcp://[h]" → "h" is neither a host's name nor an address
      "tcp://a b" → "a b" is neither a host's name nor an address
      "?facility=x" → there is no facility "x": it is one of kern, user, mail, daemon, auth, syslog, lpr, news, uucp, cron, authpriv, ftp, ntp, audit, alert, clock, local0, local1, local2, local3, local4, local5, local6, local7
      "?app=" → the option app needs a value: app=VALUE
      "?app=a b" → app takes 1 to 48 printable ASCII characters without a space
      "?app=é" → app takes 1 to 48 printable ASCII characters without a space
      "?sd=x" → sd takes a name, @, and your private enterprise number, such as sd=dscript@32473 (32 characters at most)
      "?size=479" → size takes a number of bytes from 480 to 131072
      "?size=1e9" → size takes a number of bytes from 480 to 131072
      "?ca=x" → there is no option "ca" for it: it takes facility, app, sd, size
      "?x" → there is no option "x" for it: it takes facility, app, sd, size
      "?app=a&app=b" → the option app stands twice
      "tls://h?cert=x" → cert and key belong together: give both, or neither
      "tls://h?verify=maybe" → verify takes yes or no
      "?app=%zz" → the value of app has a % without two hexadecimal digits behind it: write a % itself as %25
      "/xxxxxxxxxxxxxxxxxxx" → its path has more than 107 bytes, the most that a socket's may have
      "/a\\u0000b" → it holds a NUL"
    `);
  });
});
