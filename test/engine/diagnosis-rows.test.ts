/** A configuration's own rows for the diagnosis: read, refused with their places, and heard ahead of the shipped ones. */

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shippedCommands } from "../../src/commands/index.ts";
import { createDiagnosis } from "../../src/diagnosis/index.ts";
import { showMistakes } from "../../src/diagnostics/index.ts";
import { loadConfig } from "../../src/engine/config.ts";
import { fakeHost } from "../diagnosis/fake-host.ts";
import { command } from "../diagnosis/symptoms.ts";

let folder = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "dscript-rows-test-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const load = (text: string) => {
  writeFileSync(join(folder, "dscript.yaml"), text);
  return loadConfig(folder, { systemFile: join(folder, "none") });
};

const diagnose = async (text: string, line: string, status: number, stderr: string) => {
  const found = await load(text);
  if (!found.ok) throw new Error(showMistakes(found.mistakes));
  const run = createDiagnosis({
    commands: shippedCommands,
    host: fakeHost({}),
    locale: "C",
    rules: found.config.diagnosis,
  });
  return run(command(line, { status, stderr }));
};

const mistakes = async (rows: string): Promise<string> => {
  const result = await load(`diagnosis:\n${rows}`);
  return result.ok ? "none" : showMistakes(result.mistakes).replaceAll(`${folder}/`, "");
};

const lag = `diagnosis:
  - id: replica-lag
    for: check-replica
    message: "Replica … is behind"
    fault: ExternalFault
    says: the replica is behind
    advice: whoever runs the replica must see why
`;

describe("a row of one's own", () => {
  it("is heard by its text, with gaps, whatever the case", async () => {
    const found = await diagnose(
      lag,
      "check-replica x",
      2,
      "CRITICAL: replica db2 is behind by 90 s\nNo space left on device",
    );
    expect(found.ranked[0]).toMatchObject({ class: "ExternalFault", reasons: [{ rule: "own.replica-lag" }] });
    expect(found.advice).toBe("whoever runs the replica must see why");
  });

  it("is not heard of another program that is known", async () => {
    const found = await diagnose(lag, "cp x y", 1, "replica db2 is behind");
    expect(Object.keys(found.heard)).not.toContain("own.replica-lag");
  });

  it("is heard by a pattern, with weights", async () => {
    const rows = "diagnosis: [{ id: lag, message: /LAG of \\d+ s/, weights: { User: 3 }, says: it lags }]";
    expect((await diagnose(rows, "frob x", 1, "db: lag of 9 s")).ranked[0]?.class).toBe("UserFault");
    expect((await diagnose(rows, "frob x", 1, "db: lag of x s")).heard).not.toHaveProperty("own.lag");
  });

  it("is heard by a status alone", async () => {
    const rows = "diagnosis: [{ id: busy, for: [frob, frab], status: [3, 4], fault: SystemFault, says: it is busy }]";
    expect((await diagnose(rows, "frob x", 3, "")).ranked[0]?.reasons[0]?.rule).toBe("own.busy");
    expect((await diagnose(rows, "frob x", 5, "")).heard).not.toHaveProperty("own.busy");
    expect((await diagnose(rows, "other x", 3, "")).heard).not.toHaveProperty("own.busy");
  });

  it("stays by its side where no line fits", async () => {
    expect((await diagnose(lag, "check-replica x", 2, "No space left on device")).ranked[0]?.class).toBe("SystemFault");
  });
});

describe("a mistake in a row", () => {
  it.each([
    [
      "  - { id: a, message: lag, fault: SystemFault, says: x }",
      "dscript.yaml:2:23: diagnosis[0].message: expected a text of 4 characters or more",
    ],
    [
      "  - { id: a, message: /(a+)+$/, fault: SystemFault, says: x }",
      "expected a pattern whose search ends soon on any line",
    ],
    ["  - { id: a, message: /(a/, fault: SystemFault, says: x }", "expected a pattern that can be understood"],
    [
      "  - { id: a, message: /x*/, fault: SystemFault, says: x }",
      "expected a pattern that does not fit the empty line",
    ],
    [
      "  - { id: a, message: too late, fault: Systemfault, says: x }",
      "expected one of SystemFault, SoftwareFault, UserFault, ExternalFault",
    ],
    ["  - { id: a, message: too late, says: x }", "expected either `fault` or `weights`"],
    ["  - { id: a, message: too late, weights: { Sytem: 2 }, says: x }", "did you mean `System`?"],
    ["  - { id: a, message: too late, weights: { System: 20 }, says: x }", "expected a number from -5 to 5"],
    ["  - { id: a, message: too late, weights: { System: 0 }, says: x }", "expected a weight that is not 0"],
    ["  - { id: a, message: too late, weights: { System: -1 }, says: x, advice: y }", "expected `advice` only where"],
    ["  - { id: a, fault: UserFault, says: x }", "expected a `message` or a `status`"],
    ["  - { id: a, status: 3, fault: UserFault, says: x }", "expected `for` beside a `status`"],
    ["  - { id: A, message: too late, fault: UserFault, says: x }", "expected small letters, digits and dashes"],
    ["  - { id: a, mesage: too late, fault: UserFault, says: x }", "did you mean `message`?"],
    [
      "  - { id: a, message: too late, fault: UserFault, says: 'a {b}' }",
      "expected a sentence on one line, without braces",
    ],
    [
      "  - { id: a, message: too late, fault: UserFault, says: x }\n  - { id: a, message: too early, fault: UserFault, says: x }",
      "dscript.yaml:3:11: diagnosis[1].id: expected an id that no row above has",
    ],
    ["  a: b", "expected a list of rows"],
  ])("is refused with its place and the next step: %s", async (rows, expected) => {
    const told = await mistakes(rows);
    expect(told).toContain(expected);
    expect(told).toMatch(/^dscript\.yaml:\d+:\d+: diagnosis/);
    expect(told).toMatch(/\n {2}\S/);
  });
});
