// What a policy's file can have wrong: each mistake with its place, and nothing is let through by it.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parsePolicy, readPolicyFile } from "../../src/gate/index.ts";

const folder = mkdtempSync(join(tmpdir(), "dscript-policy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = `MCowBQYDK2VwAyEA${"A".repeat(43)}=`;
const right = `version: 1
mode: enforce
roots: { keys: [${key}] }
log: { folder: agreement }
tiers: { T1: { agree: { operator: 1 } } }
otherwise: T1
`;

async function mistakes(text: string | Uint8Array): Promise<readonly string[]> {
  const path = join(folder, "policy.yaml");
  writeFileSync(path, text);
  chmodSync(path, 0o644);
  const file = readPolicyFile(path, [process.geteuid?.() ?? 0]);
  if ("code" in file) return [file.message];
  const read = await parsePolicy(file);
  if ("policy" in read) return [];
  expect(read.every(({ code }) => code === "DS6042")).toBe(true);
  return read.map(({ message }) => message.replace(`${path}:`, ""));
}

test("a policy says what a careful team leaves out", async () => {
  expect(await mistakes(right)).toEqual([]);
});

test.each([
  ["a key that there is not", `${right}modus: warn\n`, /^7:1: modus: /],
  ["a mode that there is not", right.replace("enforce", "strict"), /^2:7: mode: /],
  ["a version that is none", right.replace("version: 1", "version: 0"), /^1:10: version: /],
  ["a key that is none", right.replace(key, "abc"), /^3:17: roots\.keys/],
  ["no log", right.replace(/^log.*\n/m, ""), /log/],
  [
    "a class of risk that there is not",
    right.replace("otherwise: T1", "otherwise: T2"),
    /^6:12: there is no class of risk T2: T1$/,
  ],
  [
    "a rule for a class that there is not",
    `${right}scripts: [{ path: "a", tier: T9 }]\n`,
    /^7:30: there is no class of risk T9/,
  ],
  ["more signatures than keys", right.replace("]", "], threshold: 2"), /2 keys must sign, and there are 1$/],
  ["a root twice", right.replace(key, `${key}, ${key}`), /a key stands there twice$/],
  ["a number of people below zero", right.replace("operator: 1", "operator: -1"), /^5:35: tiers/],
  ["two documents", `${right}---\n${right}`, /^7:1: a second document begins here/],
  ["a name twice", `${right}mode: off\n`, /^7:1: .*keys must be unique/],
  ["no YAML", "version: [1\n", /./],
])("a policy with %s is refused, with the place", async (_, text, message) => {
  const found = await mistakes(text);
  expect(found.length).toBeGreaterThan(0);
  expect(found.join("\n")).toMatch(message);
});

test("a policy that is too large, or no text, is refused", async () => {
  expect(await mistakes(`${right}# ${"x".repeat(2 ** 20)}\n`)).toEqual([expect.stringContaining("is larger than")]);
  expect((await mistakes(new Uint8Array([0xff, 0xfe, 0x00]))).length).toBeGreaterThan(0);
});

test("a folder in place of a policy is refused", () => {
  expect(readPolicyFile(folder, [process.geteuid?.() ?? 0])).toMatchObject({ code: "DS6042" });
});
