// What the evidence of a case says for one script: goal by goal, and of the script as a whole.
import { describe, expect, it } from "vitest";
import { evidenceForScript, readCase, type Statement, statement } from "../../../src/assurance/index.ts";

const digest = "a".repeat(64);
const now = Date.parse("2026-05-01T00:00:00Z");

const whole = `
G1: { text: All is well, dcase: { uid: g1 }, supportedBy: [G2, G3, G4] }
G2: { text: It is packed, dcase: { uid: g2 }, supportedBy: [Sn1] }
G3: { text: It is sent, dcase: { uid: g3 }, supportedBy: [Sn2] }
G4: { text: It is bought, dcase: { uid: g4 }, supportedBy: [Sn3] }
Sn1: { text: Tests, dcase: { uid: s1, evidence: { by: test, of: pack, subject: a.dscript } } }
Sn2: { text: Load, dcase: { uid: s2, evidence: { by: load, of: forty, subject: a.dscript } } }
Sn3: { text: Offer, dcase: { uid: s3, evidence: { by: test, of: other, subject: b.dscript } } }
`;

function made(by: "test" | "load", of: string, result: "passed" | "failed" = "passed", name = "a.dscript"): Statement {
  return statement(by, [{ name, digest: { sha256: digest } }], {
    of,
    result,
    time: "2026-04-30T00:00:00Z",
    environment: {},
    parameters: {},
    figures: {},
  });
}

function passing(statements: readonly Statement[], goal?: string, text = whole, bundle = digest): readonly string[] {
  const reading = readCase(text, "a.dcase.yaml");
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const asked = { isSubject: (name: string) => name === "a.dscript", bundleDigest: bundle, now };
  return evidenceForScript([reading.file.case], statements, asked).passing(goal);
}

const test = made("test", "pack");
const load = made("load", "forty");

describe("evidence for a script", () => {
  it("counts for the goals that rest on it, and for the script", () => {
    expect(passing([test, load], "g2")).toEqual(["Sn1"]);
    expect(passing([test, load], "g1")).toEqual(["Sn1", "Sn2"]);
    expect(passing([test, load], "g4")).toEqual([]);
    expect(passing([test, load])).toEqual(["Sn1", "Sn2"]);
    expect(passing([test], "g3")).toEqual([]);
    expect(passing([])).toEqual([]);
  });

  it("does not count above a part that fails, nor for the script as a whole then", () => {
    const failed = made("load", "forty", "failed");
    expect(passing([test, failed], "g2")).toEqual(["Sn1"]);
    expect(passing([test, failed], "g1")).toEqual([]);
    expect(passing([test, failed])).toEqual([]);
  });

  it("is nothing for another bundle, nor of another script", () => {
    expect(passing([test, load], "g2", whole, "b".repeat(64))).toEqual([]);
    expect(passing([made("test", "other", "passed", "b.dscript")], "g4")).toEqual([]);
  });

  it("is nothing where it is challenged or defeated, and holds again where the challenger is", () => {
    const challenged = `${whole}CE1: { text: It works half the time, challenges: Sn1 }\n`;
    expect(passing([test], "g2", challenged)).toEqual([]);
    expect(passing([test], "g2", challenged.replace("half the time,", "half the time, defeated: true,"))).toEqual([
      "Sn1",
    ]);
    expect(passing([test], "g2", whole.replace("Sn1: { text: Tests,", "Sn1: { text: Tests, defeated: true,"))).toEqual(
      [],
    );
  });
});
