// What a node's evidence comes to: the newest result that fits counts.
import { describe, expect, test } from "vitest";
import {
  type EvidenceSpec,
  type Predicate,
  parseCondition,
  type Statement,
  statement,
  statusOf,
} from "../../../src/assurance/index.ts";

const now = Date.parse("2027-03-31T12:00:00Z");
const [ours, older] = ["a".repeat(64), "b".repeat(64)];
const node = { uid: "Sn1", text: "The tests of the backup" };

function made(
  by: EvidenceSpec["by"],
  change: Partial<Predicate> & { readonly sha256?: string; readonly name?: string } = {},
): Statement {
  const { sha256 = ours, name = "backup.dscript", ...predicate } = change;
  return statement(by, [{ name, digest: { sha256 } }], {
    result: "passed",
    time: "2027-03-31T11:00:00Z",
    figures: {},
    parameters: {},
    environment: {},
    ...predicate,
  });
}

function shown(spec: EvidenceSpec, ...statements: readonly Statement[]): string {
  const { is, says } = statusOf(spec, statements, { now, bundleDigest: ours, node });
  return `${is}: ${says}`;
}

const tests: EvidenceSpec = { by: "test", subject: "backup.dscript", maxAge: "30d" };

describe("evidence", () => {
  test("is missing without a result, and says how one is made", () => {
    expect(statusOf(tests, [], { now })).toEqual({
      is: "missing",
      says: "there is no result",
      help: "dscript test backup.dscript --evidence FILE makes one",
    });
    expect(shown(tests, made("inject"), made("test", { name: "other.dscript", sha256: older }))).toBe(
      "missing: there is no result",
    );
  });

  test("passes, fails or is stale by the newest that fits", () => {
    const failed = made("test", { result: "failed", time: "2027-03-31T10:00:00Z" });
    expect(shown(tests, made("test"), failed)).toBe("passing: it passed 1 h 00 m ago");
    expect(shown(tests, made("test", { time: "2027-03-31T09:00:00Z" }), failed)).toBe("failing: it failed");
    expect(shown(tests, made("test", { time: "2027-02-01T09:00:00+09:00" }))).toBe(
      "stale: it passed 58 d 12 h ago, and may be 30d old",
    );
    expect(shown({ by: "test", maxAge: "soon" }, made("test"))).toBe('stale: "soon" is no age');
  });

  test("of two files of tests fails where one of them does, until that is too old to count", () => {
    const one = made("test", { of: "one_test.dscript" });
    const two = (time: string) => made("test", { of: "two_test.dscript", result: "failed", time });
    expect(shown(tests, two("2027-03-31T10:00:00Z"), one)).toBe("failing: it failed");
    expect(shown(tests, two("2027-01-31T10:00:00Z"), one)).toBe("passing: it passed 1 h 00 m ago");
    expect(shown({ ...tests, of: "one_test.dscript" }, two("2027-03-31T10:00:00Z"), one)).toBe(
      "passing: it passed 1 h 00 m ago",
    );
  });

  test("that was made otherwise says what is different", () => {
    const before = made("test", { sha256: older });
    expect(shown(tests, before)).toBe("other: it was made with another version of backup.dscript");
    expect(shown(tests, before, made("test"))).toBe("passing: it passed 1 h 00 m ago");
    expect(statusOf(tests, [before], { now }).says).toBe("the bundle of backup.dscript is not known");
    const spec: EvidenceSpec = { by: "load", of: "forty", environment: { host: "big" }, parameters: { users: 40 } };
    const load = (change: Partial<Predicate>) => made("load", { of: "forty", environment: { host: "big" }, ...change });
    expect(shown(spec, load({ parameters: { users: "40" } }))).toBe("passing: it passed 1 h 00 m ago");
    expect(shown(spec, load({ parameters: { users: 30 } }))).toBe(
      "other: its parameter users is 30, and 40 is asked for",
    );
    expect(shown(spec, load({ environment: {} }))).toBe(
      'other: its environment host is not known, and "big" is asked for',
    );
  });

  test("dated in the future does not count", () => {
    expect(shown(tests, made("test", { time: "2027-04-01T12:00:00Z" }))).toBe(
      "missing: its only results are dated in the future",
    );
    expect(shown(tests, made("test", { time: "2027-03-31T12:03:00Z" }))).toBe("passing: it passed 0 ms ago");
  });

  test("has figures, which must have what is expected", () => {
    const condition = parseCondition("use <= 13% and errors == 0");
    const spec: EvidenceSpec = { by: "load", of: "forty", ...(condition.ok ? { expects: condition.condition } : {}) };
    const load = (figures: Predicate["figures"]) => made("load", { of: "run/forty", figures });
    expect(shown(spec, load({ use: 0.1, errors: 0 }))).toBe("passing: it passed 1 h 00 m ago");
    expect(shown(spec, load({ use: 0.2, errors: 0 }))).toBe(
      "failing: its figures do not have use <= 0.13 and errors == 0",
    );
    expect(shown(spec, load({ use: 0.1 }))).toBe("failing: its figures do not say whether use <= 0.13 and errors == 0");
  });

  test("of a single test is what that test came to", () => {
    const parts = { "it rotates": "passed", "it copies": "failed", "it mails": "skipped" } as const;
    const all = made("test", { result: "failed", parts });
    expect(shown({ by: "test", of: "it rotates" }, all)).toBe("passing: it passed 1 h 00 m ago");
    expect(shown({ by: "test", of: "it copies" }, all)).toBe("failing: it failed");
    expect(shown({ by: "test", of: "it mails" }, all)).toBe("failing: it was left out");
    expect(shown({ by: "test", of: "it sleeps" }, all)).toBe("missing: there is no result");
  });

  test("by a person counts for the node that it was given for, as long as that says the same", () => {
    const review = (text: string, uid = "Sn1") => made("review", { nodes: [{ uid, label: "Sn1", text }] });
    expect(shown({ by: "review" }, made("review"))).toBe("missing: there is no result");
    expect(shown({ by: "review" }, review(node.text, "Sn2"))).toBe("missing: there is no result");
    expect(shown({ by: "review" }, review(node.text))).toBe("passing: it passed 1 h 00 m ago");
    expect(shown({ by: "review" }, review("The tests"))).toBe("other: it was made when the node said something else");
  });
});
