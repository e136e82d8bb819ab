// `dscript gate witness`, and what people see of evidence and of each other's words, as they use it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runDscript } from "../../run-dscript.ts";

const folder = mkdtempSync(join(tmpdir(), "dscript-witness-"));
const limit = { timeout: 120_000 };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function dscript(...words: string[]) {
  const { code, out, error } = await runDscript(folder, words);
  return { code, said: out + error };
}

const as = (who: string, ...words: string[]) => dscript(...words, "--key", `${who}.pem`);

async function newKey(who: string): Promise<string> {
  const { said } = await dscript("log", "key", "--json", `${who}.pem`);
  return (JSON.parse(said) as { readonly spki: string }).spki;
}

const policy = (root: string) => `version: 1
mode: enforce
roots: { keys: [${root}] }
log: { folder: agreement }
tiers: { T1: { agree: { operator: 1 }, evidence: true, case: true } }
otherwise: T1
witnesses: [machine]
memory: gate
`;

const argument = `module: { name: clean }
G1:
  text: The disk has room
  supportedBy: [Sn1]
Sn1:
  text: It was tried
  dcase:
    evidence: { by: load, of: trial, subject: clean.dscript }
`;

const script = (word: string) => `assure "The disk has room" {\n  touch ${word}\n}\n`;

function put(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

describe("evidence in the log", () => {
  beforeAll(async () => {
    mkdirSync(join(folder, "state"));
    await dscript("log", "init", "agreement", "--origin", "example.org/a");
    put("policy.yaml", policy(await newKey("root")));
    put("clean.dcase.yaml", argument);
    put("clean.dscript", script("a"));
    expect(await as("root", "gate", "sign", "--policy", "policy.yaml", "policy.yaml")).toMatchObject({ code: 0 });
    put("dscript.yaml", "case: clean.dcase.yaml\npolicy: policy.yaml\n");
    for (const [who, role] of [
      ["ann", "operator"],
      ["ben", "developer"],
      ["machine", "machine"],
    ] as const) {
      const words = ["--name", who, "--role", role, "--public-key", await newKey(who)];
      expect(await as("root", "people", "add", who, ...words)).toMatchObject({ code: 0 });
    }
  }, 120_000);

  it("is missed by the gate until a machine has signed it", limit, async () => {
    await as("ben", "propose", "clean.dscript");
    await as("ann", "agree", "clean.dscript", "--yes");
    const { code, said } = await dscript("run", "clean.dscript");
    expect(code).toBe(77);
    expect(said).toContain("DS6101  Sn1 (It was tried): there is no result");
    expect(said).toContain("dscript gate witness CASE signs it");
  });

  it("has nothing to be signed where nothing was made", limit, async () => {
    expect(await as("machine", "gate", "witness", "clean.dcase.yaml")).toEqual({
      code: 0,
      said: "there is no result to sign beside clean.dcase.yaml\n",
    });
  });

  it("is signed by whoever may witness, once, and failures too", limit, async () => {
    await dscript("case", "evidence", "run", "Sn1", "clean.dcase.yaml", "--", "false");
    await dscript("case", "evidence", "run", "Sn1", "clean.dcase.yaml", "--", "true");
    const person = await as("ann", "gate", "witness", "clean.dcase.yaml");
    expect(person.code).toBe(64);
    expect(person.said).toContain("evidence is witnessed by machine, and ann is operator");
    const first = await as("machine", "gate", "witness", "clean.dcase.yaml");
    expect(first.said).toMatch(/^entry \d+: Sn1 failed\nentry \d+: Sn1 passed\nsigned: 2\n$/);
    expect(await as("machine", "gate", "witness", "clean.dcase.yaml")).toEqual({
      code: 0,
      said: "signed: 0; in the log already: 2\n",
    });
    const { said } = await dscript("run", "clean.dscript");
    const entry = /DS6103 {2}Sn1 failed for this very version \(entry (\d+)\)/.exec(said)?.[1] ?? "";
    expect(await as("ann", "gate", "review", entry, "--reason", "the trial was stopped by hand")).toMatchObject({
      code: 0,
    });
    expect(await dscript("run", "clean.dscript")).toEqual({ code: 0, said: "" });
  });

  it("is refused where the script has changed since", limit, async () => {
    await dscript("case", "evidence", "run", "Sn1", "clean.dcase.yaml", "--", "true");
    put("clean.dscript", script("b"));
    const { code, said } = await as("machine", "gate", "witness", "clean.dcase.yaml");
    expect(code).toBe(1);
    expect(said).toMatch(
      /^Sn1 {2}not signed: .*clean\.dscript.*\nthere is no result to sign beside clean\.dcase\.yaml\n$/,
    );
    const json = await as("machine", "gate", "witness", "--json", "clean.dcase.yaml");
    expect(JSON.parse(json.said)).toMatchObject({ node: "Sn1" });
  });

  it("and what has changed is shown ahead of an agreement, with what others have said", limit, async () => {
    put(
      "clean.dcase.yaml",
      argument
        .replace("The disk has room\n", "The disk has room\n  inContextOf: [C1]\n")
        .concat("C1:\n  text: On web hosts\n"),
    );
    expect((await as("ben", "propose", "clean.dscript")).said).toContain(
      "void with      a changed word of clean.dscript",
    );
    await as("ann", "object", "clean.dscript", "--yes", "--node", "G1", "--reason", "which disk?");
    await as("ben", "discuss", "clean.dscript", "G1", "the first", "--act", "reply");
    // Proposing it again answers nothing.
    const again = await as("ben", "propose", "clean.dscript");
    expect(again.said).toMatch(/objection {6}ann G1: which disk\?/);
    const told = await dscript("status", "clean.dscript");
    expect(told.code).toBe(1);
    expect(told.said).toMatch(
      /\nG1\n {2}[0-9a-f]{8} {2}\S+ {2}ann, objection: which disk\? \[open\]\n {2}[0-9a-f]{8} {2}\S+ {2}ben, reply: the first\n/,
    );
    const { code, said } = await as("ann", "agree", "clean.dscript", "--yes");
    expect(code).toBe(0);
    expect(said).toContain("-  touch a\n");
    expect(said).toContain("+  touch b\n");
    expect(said).toContain("+ C1  context");
    expect(said).toMatch(/evidence {7}Sn1: other, /);
    expect(said).toContain("it is agreed on");
    expect((await dscript("status", "clean.dscript")).said).toContain("which disk? [agreed since]");
  });
});
