/** Records as lines of JSON. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  encodeRecord,
  errnoByName,
  errnoByNumber,
  errnoTable,
  faultTypeText,
  type RecordBody,
} from "../../src/records/index.ts";

const run = { runId: "01J0000000000000000000000A", host: "web1", user: "ann", scriptHash: "ab12" };

const body: RecordBody = {
  logPoint: "ErrorPoint",
  faultType: ["UserFault", "SystemFault"],
  scriptName: "initiate",
  scriptLine: 4,
  api: "System.fopen",
  arguments: [
    ["filename", "/etc/passwd"],
    ["mode", "w"],
  ],
  elapsed: 0.25,
  errno: "EACCES",
  message: "Permission denied",
  kind: "IOFault",
  handled: false,
  diagnosis: [{ class: "UserFault", p: 0.7142857, reasons: ["runs as uid 1000"] }],
  time: Date.UTC(2026, 0, 2, 3, 4, 5) + 6.007,
};

describe("a record", () => {
  test("has the booklet's keys first, in its order and form, and ours behind them", () => {
    expect(encodeRecord(body, run, 7).json).toBe(
      '{"LogPoint":"ErrorPoint","FaultType":"SystemFault,UserFault","ScriptName":"initiate","ScriptLine":4,"Api":"System.fopen",' +
        '"filename":"/etc/passwd","mode":"w","ElapsedTime":0.25,"Errno":13,"Message":"Permission denied",' +
        '"Time":"2026-01-02T03:04:05.006007Z","RunId":"01J0000000000000000000000A","Seq":7,"Host":"web1","User":"ann","ScriptHash":"ab12",' +
        '"Diagnosis":[{"class":"UserFault","p":0.714,"reasons":["runs as uid 1000"]}],"Kind":"IOFault","ErrnoName":"EACCES","Handled":false}',
    );
  });

  test("leaves out what does not apply", () => {
    const point: RecordBody = {
      logPoint: "SystemChangePoint",
      faultType: [],
      scriptName: "s",
      scriptLine: 1,
      api: "rm",
      arguments: [],
      phase: "before",
      task: "t",
      time: 0,
    };
    expect(encodeRecord(point, run, 1)).toEqual({
      point: "SystemChangePoint",
      isFault: false,
      urgent: false,
      json: '{"LogPoint":"SystemChangePoint","ScriptName":"s","ScriptLine":1,"Api":"rm","Time":"1970-01-01T00:00:00.000000Z","RunId":"01J0000000000000000000000A","Seq":1,"Host":"web1","User":"ann","ScriptHash":"ab12","Phase":"before","Task":"t"}',
    });
  });

  test("has the goal that was served, by its text, and its label and uid where a D-Case has them", () => {
    const goal = { text: "it answers at peak" };
    const goals = (served: NonNullable<RecordBody["goal"]>): string =>
      /"Goal.*(?=\}$)/.exec(encodeRecord({ ...body, goal: served }, run, 1).json)?.[0] ?? "";
    expect(goals(goal)).toBe('"Goal":"it answers at peak"');
    expect(goals({ ...goal, label: "G3", uid: "7f3a" })).toBe(
      '"Goal":"it answers at peak","GoalLabel":"G3","GoalUid":"7f3a"',
    );
  });

  test("is urgent when nobody handled the failure", () => {
    expect(encodeRecord(body, run, 1).urgent).toBe(true);
    expect(encodeRecord({ ...body, handled: true }, run, 1).urgent).toBe(false);
  });

  test("renames arguments that would hide a key or each other", () => {
    const pairs: RecordBody["arguments"] = [
      ["Message", "a"],
      ["Message_", "b"],
      ["x", "1"],
      ["x", "2"],
      ["__proto__", "p"],
      ["0", "z"],
    ];
    const { json } = encodeRecord({ ...body, arguments: pairs }, run, 1);
    expect(json).toContain('"Message_":"a","Message__":"b","x":"1","x_":"2","__proto__":"p","0":"z","ElapsedTime"');
  });

  test("is one line of valid JSON whatever the values hold", () => {
    const anyText = fc.string({ unit: "binary", maxLength: 40 });
    const units = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
      .map((list) => String.fromCharCode(...list));
    fc.assert(
      fc.property(units, anyText, fc.double(), (value, message, number) => {
        const { json } = encodeRecord(
          { ...body, arguments: [["k", value]], message, elapsed: number, time: number },
          run,
          1,
        );
        expect(json).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\p{Surrogate}/u);
        const parsed = JSON.parse(json) as Record<string, unknown>;
        expect(parsed["k"]).toBe(value);
        expect(parsed["Message"]).toBe(message);
      }),
    );
  });

  test("cuts long values and counts the arguments that it leaves out", () => {
    const parsed = (pairs: RecordBody["arguments"]) =>
      JSON.parse(encodeRecord({ ...body, arguments: pairs }, run, 1).json) as Record<string, unknown>;
    expect(parsed([["a", "x".repeat(10_000)]])["a"]).toBe(`${"x".repeat(4096)}… (10000 characters)`);
    const many = parsed(Array.from({ length: 100_000 }, (_, at) => [`w${at}`, "word"] as const));
    expect(many["ArgumentsOmitted"]).toBeGreaterThan(90_000);
    expect(JSON.stringify(many).length).toBeLessThan(100_000);
  });

  test("lists classes in one order", () => {
    expect(faultTypeText(["ExternalFault", "UserFault", "SoftwareFault", "SystemFault"])).toBe(
      "SystemFault,SoftwareFault,UserFault,ExternalFault",
    );
  });
});

describe("the table of error numbers", () => {
  test("finds by name, alias and number", () => {
    expect(errnoByName("ENOSPC")).toEqual({ name: "ENOSPC", number: 28, text: "No space left on device" });
    expect(errnoByName("EOPNOTSUPP")?.number).toBe(95);
    expect(errnoByName("EWOULDBLOCK")?.name).toBe("EAGAIN");
    expect(errnoByNumber(-2)?.name).toBe("ENOENT");
    expect(errnoByName("constructor")).toBeUndefined();
    expect(new Set(errnoTable().map((entry) => entry.number)).size).toBe(errnoTable().length);
  });
});
