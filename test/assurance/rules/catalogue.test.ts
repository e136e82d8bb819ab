// Every rule has a case that breaks it and one that does not, and a place in the page of all rules.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";
import {
  allRules,
  type CheckedModule,
  type CheckOptions,
  caseLimits,
  checkCases,
  type DCase,
  type Family,
  familyTitles,
  profileNames,
  type RuleId,
  ruleOf,
  rulePage,
} from "../../../src/assurance/index.ts";
import { files, made, read } from "./made.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const checked = allRules.filter(({ check }) => check !== undefined);

/** What the examples rely on. */
const settings: CheckOptions = {
  today: "2027-01-01",
  roles: ["owner", "operator", "developer"],
  files: new Set(["plant.dcase.yaml", "pump.dcase.yaml"]),
};

/** A chain of goals. */
function chain(length: number): DCase {
  const labels = Array.from({ length }, (_, index) => `G${index + 1}`);
  return made(
    Object.fromEntries(
      labels.map((label, index) => [
        label,
        index + 1 < length ? { supportedBy: [`G${index + 2}`] } : { undeveloped: true },
      ]),
    ),
  );
}

/** So many goals under one. */
function fan(below: number): DCase {
  const labels = Array.from({ length: below }, (_, index) => `G${index + 1}`);
  return made([
    { label: "G0", supportedBy: labels },
    ...labels.map((label) => ({ label, undeveloped: true, text: label })),
  ]);
}

const twelveHours = { name: "AGE", type: "Duration", value: "12h" } as const;

/** Cases for the rules whose examples are of another format, or too large to stand in a page. */
const byHand: Readonly<Record<string, { readonly bad: DCase; readonly good: DCase }>> = {
  "COR-01": {
    bad: made([
      { label: "G1", uid: "a", undeveloped: true },
      { label: "G1", uid: "b", undeveloped: true },
    ]),
    good: made([
      { label: "G1", uid: "a", undeveloped: true },
      { label: "G2", uid: "b", undeveloped: true },
    ]),
  },
  "COR-11": {
    bad: { ...made({ G1: {} }), edges: [{ kind: "supportedBy", from: "gone", to: "G1" }] },
    good: made({ G1: { supportedBy: ["G2"] }, G2: {} }),
  },
  "PAT-08": {
    bad: made({ G1: { parameters: [twelveHours, { ...twelveHours, value: "24h" }] } }),
    good: made({ G1: { parameters: [twelveHours] }, G2: { parameters: [twelveHours] } }),
  },
  "OWN-03": { bad: made({ G1: {} }, { agree: { operator: 0 } }), good: made({ G1: {} }, { agree: { operator: 2 } }) },
  "LIM-01": { bad: chain(caseLimits.depth + 1), good: chain(caseLimits.depth) },
  "LIM-02": { bad: fan(caseLimits.nodes), good: fan(caseLimits.nodes - 1) },
  "LIM-03": {
    bad: made({ G1: { text: "x".repeat(caseLimits.text + 1) } }),
    good: made({ G1: { text: "x".repeat(caseLimits.text) } }),
  },
};

function casesOf(id: RuleId): { readonly bad: readonly CheckedModule[]; readonly good: readonly CheckedModule[] } {
  const own = byHand[id];
  if (own !== undefined) return { bad: files(own.bad), good: files(own.good) };
  const rule = ruleOf(id);
  return { bad: read(rule?.bad ?? "") ?? [], good: read(rule?.good ?? "") ?? [] };
}

const has = (id: RuleId, modules: readonly CheckedModule[], only: readonly string[] | undefined) =>
  checkCases(modules, { ...settings, profile: levelledIn(id), ...(only === undefined ? {} : { only }) }).some(
    ({ rule }) => rule === id,
  );

/** The first profile in which the rule is on. */
function levelledIn(id: RuleId) {
  return profileNames.find((name) => ruleOf(id)?.levels[name] !== "off") ?? "dcase";
}

describe("a rule", () => {
  test.each(checked.map(({ id }) => id))("%s is broken by its bad example, and kept by its good one", (id) => {
    const { bad, good } = casesOf(id);
    expect([bad.length > 0, good.length > 0]).toEqual([true, true]);
    expect(has(id, bad, [id])).toBe(true);
    expect(has(id, good, [id])).toBe(false);
  });

  test.each(checked.map(({ id }) => id))("%s shows good examples that break nothing else", (id) => {
    const modules = byHand[id] === undefined ? casesOf(id).good : [];
    const errors = checkCases(modules, settings).filter(({ level }) => level === "error");
    expect(errors).toEqual([]);
  });

  test.each(checked.filter(({ levels }) => levels.dcase !== "off").map(({ id }) => id))(
    "%s is said with a message, a next step, and nothing that a program left in it",
    (id) => {
      for (const finding of checkCases(casesOf(id).bad, settings).filter(({ rule }) => rule === id)) {
        expect(finding.message).toMatch(/^\S.{10,}[^.\s]$/s);
        expect(finding.help).toMatch(/^\S.{5,}$/s);
        expect(`${finding.message}${finding.help}`).not.toMatch(/undefined|NaN|\[object|null/);
      }
    },
  );
});

describe("the catalogue", () => {
  it("has each id once, and each number of a family without a gap", () => {
    for (const family of Object.keys(familyTitles)) {
      const ids = allRules.filter(({ id }) => id.startsWith(family)).map(({ id }) => id);
      expect([...ids].sort()).toEqual(ids.map((_, index) => `${family}-${String(index + 1).padStart(2, "0")}`));
    }
    expect(new Set(allRules.map(({ title }) => title)).size).toBe(allRules.length);
  });

  it("finds a rule by its id, and no other", () => {
    expect(ruleOf("cor-05")?.title).toBe("A reference that leads nowhere");
    expect(ruleOf("COR-99")).toBeUndefined();
    expect(ruleOf("constructor")).toBeUndefined();
  });

  it("has an example of each kind for every rule", () => {
    expect(allRules.filter(({ bad, good }) => bad === "" || good === "" || bad === good)).toEqual([]);
  });

  it("is a page", async () => {
    await expect(page()).toMatchFileSnapshot(join(root, "docs/case/rules.md"));
  });
});

function page(): string {
  const lines = [
    "# Rules of a D-Case",
    "",
    "What is said of a case, by `dscript case check`.",
    "`dscript case explain RULE` shows one of them.",
    "An id is stable: its message may change, its meaning does not.",
    "How grave a rule is depends on the profile:",
    "`dcase` is what a D-Case may be; `gsn3` the GSN Community Standard, version 3; `gsn2x` what gsn2x 4 says;",
    "`dcase-editor` what the Validate command of D-Case Editor says; `gate` what people are to agree on, where all that is incomplete is an error.",
    `Of each rule the first ${caseLimits.findings} findings are shown, and the number of the others.`,
    "The nearest names to missing ones are looked for as long as no more than 200,000 names have been compared in a check.",
    "This page is written by its test (`npx vitest run test/assurance/rules -u`).",
  ];
  for (const [family, title] of Object.entries(familyTitles) as [Family, string][]) {
    lines.push("", `## ${family}: ${title}`);
    for (const rule of allRules) if (rule.id.startsWith(family)) lines.push("", rulePage(rule, { depth: 3 }));
  }
  return `${lines.join("\n")}\n`;
}
