// A host is set up so that nobody can walk around its gate, and is looked at; nothing of this machine changes.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runDscript } from "../../run-dscript.ts";
import { whyNoHost } from "./host-of-ones-own.ts";

const dscript = fileURLToPath(new URL("../../../dscript", import.meta.url));
const script = fileURLToPath(new URL("host.sh", import.meta.url));
const policy = `version: 1
mode: enforce
roots: { keys: [MCowBQYDK2VwAyEA6v5uMmjJ4pDpJ6Q8q4xAY05yleX+Hvg75yLhoxDy5AU=] }
log: { folder: /var/lib/dscript-gate/agreement }
tiers: { T1: { agree: { any: 1 } } }
otherwise: T1
`;
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-custody-"));
  writeFileSync(join(folder, "policy.yaml"), policy, { mode: 0o644 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("custody", () => {
  it("sets a host up, does nothing twice, and finds what somebody has loosened", (context) => {
    const reason = whyNoHost(folder, ["visudo", "useradd", "unshare"]);
    if (reason !== undefined) return context.skip(reason);
    const place = join(folder, "host");
    mkdirSync(place);
    const words = ["-m", "--propagation", "private", "sh", script, dscript, place];
    const { stdout, stderr } = spawnSync("unshare", words, { encoding: "utf8", timeout: 100_000 });
    const shown = stdout.replace(/\d{10}Z/g, "").replaceAll(place, "PLACE");
    expect(`${shown}${stderr}`).toMatchSnapshot();
    return undefined;
  }, 120_000);

  it("refuses a policy without a memory, with a folder that is another's, and with mistakes", async () => {
    const attempt = async (text: string): Promise<string> => {
      writeFileSync(join(folder, "policy.yaml"), text);
      const { code, error } = await runDscript(folder, ["gate", "install", "--policy", "policy.yaml", "--dry-run"]);
      return `${code}: ${error.replaceAll(folder, "FOLDER")}`;
    };
    expect(await attempt(policy)).toMatchInlineSnapshot(`
      "64: dscript: FOLDER/policy.yaml names no folder for the gate's memory: each user would have one of their own
        memory: /var/lib/dscript-gate/memory, and sign it as a newer version
      "
    `);
    expect(await attempt(`${policy}memory: /etc\n`)).toMatchInlineSnapshot(`
      "64: dscript: /etc holds something else: it would become the engine's user's
        name a folder of its own in the policy, below /var/lib/dscript-gate
      "
    `);
    expect(
      await attempt(`${policy.replace("enforce", "strict")}memory: /var/lib/dscript-gate/memory\n`),
    ).toMatchInlineSnapshot(`
      "78: dscript: DS6042: FOLDER/policy.yaml:2:7: mode: expected off, audit, warn, enforce, found "strict"
        for example: mode: enforce
      "
    `);
  }, 30_000);

  it("removes no user that people log in as, and takes --purge with --remove alone", async () => {
    const root = join(folder, "login");
    mkdirSync(join(root, "etc"), { recursive: true });
    writeFileSync(join(root, "etc/passwd"), "root:x:0:0::/root:/bin/sh\nann:x:1000:1000::/home/ann:/bin/bash\n");
    writeFileSync(join(folder, "policy.yaml"), `${policy}memory: /var/lib/dscript-gate/memory\n`);
    const attempt = async (...words: string[]): Promise<string> => {
      const { code, out, error } = await runDscript(folder, ["gate", "install", "--policy", "policy.yaml", ...words]);
      return `${code}: ${out}${error}`;
    };
    expect(await attempt("--purge")).toMatchInlineSnapshot(`
      "64: dscript: --purge is for --remove alone
        dscript gate install --remove --purge --dry-run shows the steps
      "
    `);
    for (const user of ["ann", "root"])
      expect(await attempt("--remove", "--root", root, "--user", user)).toContain(
        `64: dscript: ${user} can log in: that is no user that dscript gate install has made`,
      );
    expect(await attempt("--remove", "--root", root, "--dry-run")).toContain("nothing had to be done");
  }, 30_000);

  it("shows the steps to everybody, on another root folder", async () => {
    const root = join(folder, "root");
    mkdirSync(join(root, "etc"), { recursive: true });
    writeFileSync(join(folder, "policy.yaml"), `${policy}memory: /var/lib/dscript-gate/memory\n`);
    const words = ["gate", "install", "--policy", "policy.yaml", "--root", root, "--group", "ops", "--dry-run"];
    const { code, out } = await runDscript(folder, words);
    expect(code).toBe(0);
    expect(out.match(/^to do/gm)).toHaveLength(8);
  }, 30_000);
});
