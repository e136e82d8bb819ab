// What the rules say of patterns: what an instance fills is no mistake, and what nothing fills is one wherever it stands.
import { describe, expect, it } from "vitest";
import { type CheckOptions, checkCases, type DCase } from "../../../src/assurance/index.ts";
import { files, made } from "./made.ts";

const said = (id: string, whole: DCase, options: CheckOptions = {}) =>
  checkCases(files(whole), { only: [id], ...options }).map(({ message }) => message);
const open = { undeveloped: true } as const;
const parameters = (...names: readonly string[]) => ({
  parameters: names.map((name) => ({ name, type: name.endsWith("S") ? ("List" as const) : ("String" as const) })),
});
const each = (list: string, as?: string) => ({
  repeats: { least: 1, each: list, ...(as === undefined ? {} : { as }) },
});

describe("placeholders (PAT-01)", () => {
  it("may name a field of a value", () => {
    const whole = made(
      { G1: { text: "{SERVER.name} and {SERVER.disk.size} and {OTHER.name}", ...open } },
      parameters("SERVER"),
    );
    expect(said("PAT-01", whole)).toEqual(["`G1` has the placeholder `{OTHER.name}`, but no parameter has that name"]);
  });

  it("are not those of scripts", () => {
    const whole = made({ G1: { text: "cp ${file} to @{STORE}, by {WHO}", ...open } }, parameters("WHO"));
    expect(said("PAT-01", whole)).toEqual([]);
  });

  it("of a pattern are looked for in everything that is filled", () => {
    const evidence = { by: "test", of: "{DRIL}", maxAge: "{AGE}" } as const;
    const whole = made({ G1: { supportedBy: ["Sn1"] }, Sn1: { evidence } }, parameters("DRILL", "AGE"));
    expect(said("PAT-01", whole)).toEqual(["`Sn1` has the placeholder `{DRIL}`, but no parameter has that name"]);
    expect(said("PAT-01", made({ G1: { supportedBy: ["Sn1"] }, Sn1: { evidence } }))).toEqual([]);
  });

  it("may name what a repetition calls its values, also where it gives them no name", () => {
    const whole = made(
      {
        G1: { supportedBy: ["G2", "G3"], links: { G2: each("DISKS", "DISK"), G3: each("HOSTS") } },
        G2: { text: "{DISK.name} is there", ...open },
        G3: { text: "{HOSTS.name} answers", ...open },
      },
      parameters("DISKS", "HOSTS"),
    );
    expect(said("PAT-01", whole)).toEqual([]);
  });
});

describe("uses (PAT-09)", () => {
  it("are found in evidence, monitors, fields, lists and choices", () => {
    const whole = made(
      {
        G1: {
          supportedBy: ["Sn1", "Sn2", "G2"],
          links: { G2: each("SITE.DISKS", "DISK") },
          choices: [{ of: ["Sn1"], least: 0, most: 1, by: "HOW.kind" }],
        },
        Sn1: { evidence: { by: "test", of: "{DRILL}", maxAge: "{AGE}" } },
        Sn2: {
          monitor: {
            metric: "load_{HOST.name}",
            condition: {
              kind: "compare",
              is: "<",
              left: { kind: "field", path: "load" },
              right: { kind: "value", value: "{LIMIT}" },
            },
          },
        },
        G2: open,
      },
      parameters("DRILL", "AGE", "HOST", "LIMIT", "SITE", "HOW", "IDLE"),
    );
    expect(said("PAT-09", whole)).toEqual(["nothing uses the parameter `IDLE`"]);
  });
});

describe("repetitions and choices (PAT-10, PAT-11)", () => {
  const whole = (list: string, by: string) =>
    made(
      {
        G1: { supportedBy: ["G2"], links: { G2: each("SITES", "SITE") } },
        G2: {
          supportedBy: ["G3"],
          links: { G3: each(list, "DISK") },
          choices: [{ of: ["G3"], least: 0, most: 1, by }],
        },
        G3: open,
      },
      parameters("SITES"),
    );

  const settled = { off: ["PAT-04"] };

  it("may go over a field of an outer value, and be made by one", () => {
    expect(said("PAT", whole("SITE.disks", "SITE.kind"), settled)).toEqual([]);
    expect(said("PAT", whole("SITE", "SITE"), settled)).toEqual([]);
  });

  it("may not begin at what is nowhere declared", () => {
    expect(said("PAT", whole("SIET.disks", "SIET.kind"), settled)).toEqual([
      "the link of `G2` to `G3` is repeated over `SIET.disks`, which is no parameter",
      "a choice of `G2` is made by `SIET.kind`, which is no parameter",
    ]);
  });
});

describe("durations (EVI-03)", () => {
  const evidence = { by: "test", of: "drill", maxAge: "{AGE}" } as const;
  const nodes = { G1: { supportedBy: ["Sn1"] }, Sn1: { evidence } };

  it("may be open in a pattern, and nowhere else", () => {
    expect(said("EVI-03", made(nodes, parameters("AGE")))).toEqual([]);
    expect(said("EVI-03", made(nodes))).toEqual(["`{AGE}` of `Sn1` is no duration"]);
  });
});

describe("texts (TXT-01, TXT-02)", () => {
  const missing = (text: string) =>
    said(
      "TXT-02",
      made({ G1: { text: "It works", translations: { ja: "動く" }, supportedBy: ["Sn1"] }, Sn1: { text } }),
    );

  it.for(["/etc", "load.py", "13 %", "https://shop.example/a", "{REPORT}", "[PEAK]", "@{HOST}", "40 ms", "nfs4:/srv"])(
    "%s is the same in every language",
    (text) => {
      expect(missing(text)).toEqual([]);
    },
  );

  it.for(["A load test", "Logs", "the report of /etc", "負荷試験", "log.txt (kept for a year)", "l’été"])(
    "%s is to be translated",
    (text) => {
      expect(missing(text)).toEqual(["`Sn1` is not translated: `ja` is missing"]);
    },
  );

  it("are not missed at a context that says what a name stands for", () => {
    const context = (value: string) =>
      made({ G1: { inContextOf: ["C1"], ...open }, C1: { text: "", tags: [{ name: "System", value }] } });
    expect(said("TXT-01", context("ASPEN"))).toEqual([]);
    expect(said("TXT-01", context(""))).toEqual(["`C1` has no text"]);
  });
});
