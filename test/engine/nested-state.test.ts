// Whether what a script runs by dscript keeps its state beside the script's own: said where a policy keeps the variable away.
import { expect, test } from "vitest";
import { stateElsewhere } from "../../src/engine/gate/nested-state.ts";

const set = new Map([["XDG_STATE_HOME", "/s"]]);
const none = new Map<string, string>();
const said = (given: typeof none, kept: typeof none, ...names: string[]) =>
  stateElsewhere(given, kept, { commands: names.map((name) => ({ name })) as never }) !== undefined;

test("it is said where a script runs dscript, or a script by its path", () => {
  expect(said(set, none, "rm", "dscript")).toBe(true);
  expect(said(set, none, "/usr/bin/dscript")).toBe(true);
  expect(said(set, none, "./other.dscript")).toBe(true);
});

test("nothing is said where there is no difference", () => {
  expect(said(set, none, "rm", "dscriptx")).toBe(false);
  expect(said(set, set, "dscript")).toBe(false);
  expect(said(none, none, "dscript")).toBe(false);
  expect(said(new Map([["XDG_STATE_HOME", "relative"]]), none, "dscript")).toBe(false);
});
