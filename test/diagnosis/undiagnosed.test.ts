// What is said of a failure where the diagnosis itself cannot be had.
import { describe, expect, it } from "vitest";
import { undiagnosed } from "../../src/diagnosis/undiagnosed.ts";
import type { Symptom } from "../../src/records/index.ts";

const symptom: Symptom = {
  kind: "IOFault",
  message: "no space left on device",
  api: "System.write",
  arguments: [],
  elapsed: 1,
};
const cause = Object.assign(new Error("open '/opt/dscript/dist/x/diagnose.js'"), { code: "EMFILE" });

describe("a failure whose diagnosis could not be loaded", () => {
  it("has every class as likely as it is ahead of any look, and says why no more is known", () => {
    const { ranked, plausible, advice, owner, heard } = undiagnosed(symptom, cause);
    expect(ranked.map(({ class: name, p }) => [name, p.toFixed(2)])).toEqual([
      ["SoftwareFault", "0.30"],
      ["UserFault", "0.30"],
      ["SystemFault", "0.25"],
      ["ExternalFault", "0.15"],
    ]);
    expect(plausible).toHaveLength(4);
    expect(ranked[0]?.reasons).toEqual([
      {
        rule: "diagnosis.not-loaded",
        says: "the part of D-Script that diagnoses could not be loaded: EMFILE",
        weight: 0,
      },
    ]);
    expect(advice).toBe("whose move it is was not looked at: see what the fault itself says");
    expect(owner).toBe("developer");
    expect(heard).toEqual({});
  });

  it("has the class that its script states, with what that class asks for", () => {
    const { ranked, plausible, advice, heard } = undiagnosed({ ...symptom, stated: "UserFault" }, "out of memory");
    expect(plausible).toEqual(["UserFault"]);
    expect(ranked[0]?.p).toBeGreaterThan(0.99);
    expect(ranked[0]?.reasons.map(({ says }) => says)).toEqual([
      "the script says so itself",
      "the part of D-Script that diagnoses could not be loaded: out of memory",
    ]);
    expect(advice).toBe("whoever ran this must give other input");
    expect(heard).toEqual({ "script.stated": 1 });
  });
});
