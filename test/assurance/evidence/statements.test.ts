// Statements are read from lines; what is broken is told of, and the others count.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  figureOf,
  figuresIn,
  type Statement,
  statement,
  statementLine,
  statementsIn,
} from "../../../src/assurance/index.ts";

const good: Statement = statement("test", [{ name: "a.dscript", digest: { sha256: "0".repeat(64) } }], {
  of: "a_test.dscript",
  result: "passed",
  parts: { one: "passed", two: "skipped" },
  figures: { passed: 1 },
  parameters: {},
  environment: { host: "web1" },
  time: "2027-03-31T12:00:00Z",
  who: "ann",
  nodes: [{ uid: "u", label: "Sn1", text: "x" }],
});

describe("lines of statements", () => {
  test("are read as they were written", () => {
    const text = `${statementLine(good)}\n${statementLine(good)}`;
    expect(statementsIn(text)).toEqual({
      statements: [
        { statement: good, line: 1 },
        { statement: good, line: 3 },
      ],
      troubles: [],
      foreign: 0,
    });
  });

  test("that are broken are told of with their number", () => {
    const change = (from: string, to: string): string => statementLine(good).replace(from, to);
    const lines = [
      "nonsense\n",
      "[]\n",
      change("Statement/v1", "Statement/v0.1"),
      change('"sha256":"0', '"sha256":"'),
      change('"passed","parts"', '"well","parts"'),
      change("T12:00:00Z", ""),
      change('"uid":"u"', '"uid":1'),
      change("dscript.dev/attestation/test", "slsa.dev/provenance"),
      statementLine(good).slice(0, 50),
    ];
    const { statements, troubles, foreign } = statementsIn(lines.join(""));
    expect(statements).toEqual([]);
    expect(foreign).toBe(1);
    expect(troubles.map(({ line, problem }) => `${line}: ${problem}`)).toEqual([
      "1: the line is not JSON",
      "2: the line is no statement: it is no JSON object",
      "3: the line is no statement: its _type is not https://in-toto.io/Statement/v1",
      "4: the line is no statement: each subject needs a digest with 64 hexadecimal digits of sha256",
      "5: the line is no statement: its predicate.result is neither passed nor failed",
      "6: the line is no statement: its predicate.time is no time such as 2027-03-31T12:00:00Z",
      "7: the line is no statement: its predicate.nodes are not nodes, each with uid, label and text",
      "9: the line ends in its middle: its writer was interrupted",
    ]);
  });

  test("of any content are read without a fault", () => {
    fc.assert(fc.property(fc.string(), (text) => statementsIn(text).statements.length === 0));
    fc.assert(
      fc.property(fc.array(fc.json()), (lines) => {
        expect(statementsIn(lines.join("\n")).statements).toEqual([]);
      }),
    );
  });
});

describe("figures of a command", () => {
  test("are name=value lines, and a JSON object on the last line", () => {
    const output = 'running…\nusers=40\nuse = 3\n use=12% \r\nname=forty\nok=true\n{"errors":0,"use":0.11}\n\n';
    expect(figuresIn(output)).toEqual({ users: 40, use: 0.11, name: "forty", ok: true, errors: 0 });
  });

  test("are taken as they come last, and nothing else is taken", () => {
    expect(figuresIn("a=1\na=2\nPATH=/bin:/usr bin\nsee http://x/?a=3\n[1]\n")).toEqual({ a: 2 });
    expect([figureOf("a=1.5e3"), figureOf("a="), figureOf("=1"), figureOf("a")]).toEqual([
      ["a", 1500],
      ["a", ""],
      undefined,
      undefined,
    ]);
  });
});
