// Single words and joined sentences of agreements and bundles, which the scan of the source does not look for: each has its Japanese.
import { describe, expect, test } from "vitest";
import { type EvidenceSpec, parseCondition, type Statement, statement, statusOf } from "../../src/assurance/index.ts";
import { evidenceText } from "../../src/cli/agreement/grounds.ts";
import { objectionLines } from "../../src/cli/agreement/talk.ts";
import { changeText, whatText } from "../../src/cli/bundle-difference.ts";
import { japanese } from "../../src/japanese/index.ts";
import { displayWidth } from "../../src/text/index.ts";
import { coreOf, person, policy, proposal, says, topicOf, undoes } from "../consent/people.ts";
import { holdsEnglish } from "./texts-in-source.ts";

const say = japanese.text;

describe("what became of an objection or a hold", () => {
  const core = coreOf(person("アン", "operator"), person("ケイ", "owner"), person("リー", "owner"));
  const shown = (...said: Parameters<typeof topicOf>) =>
    objectionLines(topicOf(...said), { core, policy }, say).map(({ text }) => text.replace(/^\S+ +\S+ +/, ""));
  const said = (kind: "objection" | "hold", more = {}) => says(2, "アン", kind, { reason: "電源", ...more });

  test("is said in Japanese", () => {
    const asked = proposal(1, "ベン");
    expect(shown(asked, [said("objection")])).toEqual(["アン, 異議: 電源 [未解決]"]);
    expect(shown(asked, [said("hold")])).toEqual(["アン, 保留: 電源 [未解決]"]);
    expect(shown(asked, [said("hold", { until: "2020-01-01T00:00:00Z" })])).toEqual([
      "アン, 保留: 電源 [期限が過ぎた]",
    ]);
    const agreed = says(3, "アン", "agreement");
    expect(shown(asked, [said("objection"), agreed])).toEqual(["アン, 異議: 電源 [その後で合意]"]);
    expect(shown(asked, [said("hold"), agreed])).toEqual(["アン, 保留: 電源 [未解決]"]);
    expect(shown(asked, [said("objection")], [undoes(3, "アン", "withdrawal", 2)])).toEqual([
      "アン, 異議: 電源 [取り下げ: r]",
    ]);
    const overruled = [undoes(3, "ケイ", "overruling", 2), undoes(4, "リー", "overruling", 2)];
    expect(shown(asked, [said("objection")], overruled.slice(0, 1))).toEqual([
      "アン, 異議: 電源 [未解決、退けた人: 2 人中 1 人]",
    ]);
    expect(shown(asked, [said("objection")], overruled)).toEqual(["アン, 異議: 電源 [退け: r]"]);
    expect(shown(asked, [said("hold")], [undoes(3, "ダン", "overruling", 2)])).toEqual(["アン, 保留: 電源 [未解決]"]);
  });
});

describe("what a bundle says", () => {
  const whats = ["language", "command", "parameter", "host", "goal", "file"] as const;

  test("is named in Japanese, in one column", () => {
    const named = whats.map((what) => whatText(what, say));
    expect(named.filter((text) => /[a-z]/.test(text))).toEqual([]);
    expect(new Set(named.map(displayWidth)).size).toBe(1);
  });

  test.each(["reads", "changes", "depends"])("is of an effect in Japanese: %s", (effect) => {
    const change = { what: "command", name: "x", before: undefined, after: effect } as const;
    expect(changeText(change, say)).toMatch(/^\+ コマンド {4}x: [^a-z]+$/);
    expect(changeText({ ...change, before: "reads" }, say)).not.toMatch(/[a-z]{2}/);
  });

  test("names the script and its configuration in Japanese, and what they hold as it is", () => {
    const change = { what: "file", name: "script", before: "goal\n", after: "host\n" } as const;
    expect(changeText(change, say)).toContain("スクリプト");
    expect(changeText(change, say)).toContain("+host");
    expect(changeText({ ...change, name: "script import" }, say)).toContain("script import");
  });
});

describe("a line of evidence", () => {
  const now = Date.parse("2027-03-31T12:00:00Z");
  const bundle = "a".repeat(64);
  const node = { uid: "Sn1", text: "試験" };
  const made = (predicate: object, sha256 = bundle): Statement =>
    statement("test", [{ name: "b.dscript", digest: { sha256 } }], {
      ...{ result: "passed", time: "2027-03-31T11:00:00Z", figures: {}, parameters: {}, environment: {} },
      ...predicate,
    });
  const parsed = parseCondition("loss < 1");
  if (!parsed.ok) throw new Error("loss < 1 is a condition");
  const most = parsed.condition;
  const asked: EvidenceSpec = { by: "test", subject: "b.dscript", maxAge: "30d" };
  const cases: readonly (readonly [string, EvidenceSpec, readonly Statement[]])[] = [
    ["passing", asked, [made({})]],
    ["failed", asked, [made({ result: "failed" })]],
    ["left out", { ...asked, of: "t" }, [made({ of: "b.dscript", parts: { t: "skipped" } })]],
    ["without its figure", { ...asked, expects: most }, [made({})]],
    ["with another figure", { ...asked, expects: most }, [made({ figures: { loss: 2 } })]],
    ["old", asked, [made({ time: "2027-01-01T00:00:00Z" })]],
    ["of no age", { ...asked, maxAge: "soon" }, [made({})]],
    ["missing", asked, []],
    ["of the future", asked, [made({ time: "2028-01-01T00:00:00Z" })]],
    ["of another version", asked, [made({ nodes: [node] }, "b".repeat(64))]],
    ["of another text", asked, [made({ nodes: [{ ...node, text: "前" }] })]],
    ["of another environment", { ...asked, environment: { host: "a: b" } }, [made({ environment: { host: "c" } })]],
    ["of an unknown environment", { ...asked, environment: { host: "a" } }, [made({})]],
    ["of another parameter", { ...asked, parameters: { keep: 3 } }, [made({ parameters: { keep: 4 } })]],
  ];

  test.each(cases)("is in Japanese where it is %s", (_, spec, statements) => {
    const status = statusOf(spec, statements, { now, bundleDigest: bundle, node });
    for (const text of ["負荷: 99% まで", "it failed: loss"]) {
      const line = say(evidenceText([{ uid: "Sn1", label: "Sn1", text, status, failed: [] }]));
      expect(line).toContain(text);
      expect(holdsEnglish(line.replace(text, "")), line).toBe(false);
    }
  });
});
