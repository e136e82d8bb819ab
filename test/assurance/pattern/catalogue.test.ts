// The patterns that come with D-Script: each makes a whole argument of its example, in English and in Japanese.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Arguments, type DCase, indexOf, instantiate } from "../../../src/assurance/index.ts";
import { caseOf, roundTrip } from "./reading.ts";

const folder = fileURLToPath(new URL("../../../patterns/", import.meta.url));
const names = readdirSync(folder).flatMap((name) => /^(.+)\.dcase\.yaml$/.exec(name)?.[1] ?? []);
const patternOf = (name: string): DCase => caseOf(readFileSync(`${folder}${name}.dcase.yaml`, "utf8"), name);
const exampleOf = (name: string): Arguments =>
  parse(readFileSync(`${folder}examples/${name}.args.yaml`, "utf8")) as Arguments;

test("the catalogue has the patterns of the booklet's story", () => {
  expect(names).toEqual(["agreed-change", "backup", "deos-process", "fault-matrix", "monitoring", "switch-over"]);
});

describe.each(names)("the pattern %s", (name) => {
  const pattern = patternOf(name);
  const made = instantiate(pattern, exampleOf(name));

  test("has the name of its file, and says what each of its parameters is", () => {
    expect(pattern.module.name).toBe(name);
    expect(pattern.module.parameters?.filter(({ says }) => says === undefined)).toEqual([]);
  });

  test("says it in Japanese to whoever is to give it", () => {
    const { troubles } = instantiate(pattern, {}, { language: "ja" });
    const asked = troubles.filter(({ code }) => code === "INS-02");
    expect(asked.length).toBeGreaterThan(1);
    for (const { help } of asked) expect(help).toMatch(/=…: .*[\u3041-\u30ff\u4e00-\u9fff]/);
  });

  test("makes its example without a trouble, and leaves nothing open", () => {
    expect(made.troubles).toEqual([]);
    expect(made.case.nodes.filter(({ uninstantiated }) => uninstantiated)).toEqual([]);
    const texts = made.case.nodes.flatMap(({ text, translations = {} }) => [text, ...Object.values(translations)]);
    expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
    expect(roundTrip(made.case).nodes.length).toBe(made.case.nodes.length);
  });

  test("has every text in both languages", () => {
    const japanese = /[\u3041-\u30ff\u4e00-\u9fff]/;
    const missing = made.case.nodes.filter(({ translations }) => !japanese.test(translations?.["ja"] ?? ""));
    expect(missing.map(({ label }) => label)).toEqual([]);
    expect(made.case.nodes.filter(({ text }) => japanese.test(text))).toEqual([]);
  });

  test("ends in evidence that says what it must be, or in goals that are marked undeveloped", () => {
    const index = indexOf(made.case);
    const isEnd = (uid: string): boolean => index.out(uid).every(({ kind }) => kind !== "supportedBy");
    const ends = made.case.nodes.filter(({ uid }) => isEnd(uid));
    const bare = ends.filter(
      ({ type, evidence, monitor, undeveloped }) =>
        (type === "evidence" && evidence === undefined && monitor === undefined) ||
        ((type === "goal" || type === "strategy") && undeveloped !== true),
    );
    expect(bare.map(({ label }) => label)).toEqual([]);
    expect(index.roots.map(({ type }) => type)).toEqual(["goal"]);
  });

  test("uses every parameter", () => {
    const text = JSON.stringify([pattern.nodes, pattern.edges]);
    const unused = (pattern.module.parameters ?? []).filter(
      (parameter) => !text.includes(`{${parameter.name}`) && !text.includes(`"each":"${parameter.name}`),
    );
    expect(unused.map((parameter) => parameter.name)).toEqual([]);
  });
});
