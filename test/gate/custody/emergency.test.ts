// An emergency is told to whom the policy names, when it begins and when a script runs under it; the gate's decisions can be read.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordsIn, runDscript } from "../../run-dscript.ts";

let folder = "";
const say = async (...words: string[]): Promise<string> => {
  const { code, out, error } = await runDscript(folder, words);
  return `${code}\n${out}${error}`;
};
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dscript-emergency-"));
  await say("log", "init", "agreement", "--origin", "example.org/e");
  const [root, ann] = await Promise.all(
    ["root", "ann"].map(async (name) => /public half: (\S+)/.exec(await say("log", "key", `${name}.pem`))?.[1] ?? ""),
  );
  writeFileSync(
    file("policy.yaml"),
    `version: 1
mode: enforce
roots: { keys: [${root}] }
log: { folder: agreement }
tiers: { T1: { agree: { any: 1 } } }
otherwise: T1
break_glass: { roles: [operator], ceiling: 5, window: 30d, lasts: 2h, review: 7d, notify: [owner, teacher] }
memory: memory
`,
    { mode: 0o644 },
  );
  writeFileSync(
    file("dscript.yaml"),
    `policy: policy.yaml\nroles: { owner: [{ command: [sh, -c, 'cat >> ${file("told")}'] }] }\n`,
  );
  writeFileSync(file("fix.dscript"), `touch ${file("fixed")}\n`);
  await say("gate", "sign", "policy.yaml", "--key", "root.pem");
  await say(..."people add ann --name Ann --role operator --key root.pem --public-key".split(" "), ann ?? "");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an emergency", () => {
  it("is told when it begins and when a script runs under it, and stands in the records", async () => {
    expect(await say("run", "fix.dscript")).toMatch(/^77\n/);
    const begun = await say("gate", "break-glass", "fix.dscript", "--reason", "it burns", "--key", "ann.pem");
    expect(begun).toMatch(/^0\n/);
    expect(begun).toContain("teacher was not told of the emergency: roles in dscript.yaml has no address");
    expect(readFileSync(file("told"), "utf8")).toContain("may run as an emergency until");
    const ran = await say("run", "fix.dscript");
    expect(ran).toMatch(/^0\n/);
    expect(ran).toContain("teacher was not told of the emergency");
    expect(existsSync(file("fixed"))).toBe(true);
    expect(readFileSync(file("told"), "utf8")).toMatch(/fix\.dscript runs on \S+ as an emergency until .*: it burns/);
    const audits = recordsIn(folder).filter(({ LogPoint }) => LogPoint === "SecurityAudit");
    expect(JSON.stringify(audits)).toMatch(/emergency\W+[0-9a-f]{64}/);
  }, 60_000);

  it("stands among the decisions of the gate, whose log can be verified", async () => {
    const shown = await say("gate", "decisions");
    expect(shown).toMatch(/^0\n\S+Z {2}refuse {2}enforce {2}\S+fix\.dscript {2}DS6061\n/);
    expect(shown).toMatch(/\n\S+Z {2}allow {3}enforce {2}\S+fix\.dscript {2}emergency [0-9a-f]{64}, DS6061\n$/);
    expect((await say("gate", "decisions", "-n", "1", "--json")).split("\n")).toHaveLength(3);
    expect(await say("log", "verify", "memory/decisions")).toMatch(/^0\n.*2 entries/);
  }, 60_000);
});
