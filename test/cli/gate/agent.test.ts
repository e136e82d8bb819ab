// `--key agent`: people propose, agree and withdraw with keys that an ssh-agent holds, and the gate counts that as any other.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runDscript } from "../../run-dscript.ts";

const hasAgent = spawnSync("sh", ["-c", "command -v ssh-agent && command -v ssh-add && command -v ssh-keygen"]).status;
const limit = { timeout: 120_000 };
const folder = mkdtempSync(join(tmpdir(), "dscript-agent-"));
const socket = join(folder, "agent");
let pid = "";

function tool(program: string, ...words: readonly string[]): string {
  const environment = { ...process.env, SSH_AUTH_SOCK: socket };
  const { stdout, stderr, status } = spawnSync(program, words, { cwd: folder, encoding: "utf8", env: environment });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")}: ${stderr}`);
  return stdout;
}

async function dscript(...words: string[]) {
  const { code, out, error } = await runDscript(folder, words, { SSH_AUTH_SOCK: socket });
  return { code, said: (out + error).replaceAll(folder, "FOLDER").replace(/SHA256:\S{10}/g, "SHA256:…") };
}

async function done(...words: string[]): Promise<string> {
  const { code, said } = await dscript(...words);
  expect(code, said).toBe(0);
  return said;
}

const spkiOf = async (...words: string[]): Promise<string> =>
  (JSON.parse(await done("log", "key", "--json", ...words)) as { readonly spki: string }).spki;

describe.skipIf(hasAgent !== 0)("a key of the ssh-agent (needs openssh-client)", () => {
  beforeAll(async () => {
    pid = /SSH_AGENT_PID=(\d+)/.exec(tool("ssh-agent", "-s", "-a", socket))?.[1] ?? "";
    const root = await spkiOf("root.pem");
    await done("log", "init", "agreement", "--origin", "example.org/a");
    writeFileSync(join(folder, "policy.yaml"), await done("gate", "policy", "team-of-two", "--root", root));
    writeFileSync(join(folder, "dscript.yaml"), "policy: policy.yaml\n");
    writeFileSync(join(folder, "clean.dscript"), 'touch "done"\n');
    await done("gate", "sign", "policy.yaml", "--key", "root.pem");
    for (const [who, role] of [
      ["ann", "operator"],
      ["ben", "developer"],
    ] as const) {
      tool("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", `${who}@home`, "-f", who);
      tool("ssh-add", "-q", who);
      const key = await spkiOf(`agent:${who}@home`);
      await done("people", "add", who, ...["--name", who, "--role", role, "--public-key", key], "--key", "root.pem");
    }
  }, 120_000);
  afterAll(() => {
    if (pid !== "") process.kill(Number(pid));
    rmSync(folder, { recursive: true, force: true });
  });

  it("has to be named where the agent holds several", limit, async () => {
    const { code, said } = await dscript("propose", "clean.dscript", "--key", "agent");
    expect(code).toBe(64);
    expect(said).toBe(
      "dscript: LOG-16: 2 keys of the ssh-agent could be meant\n  name one, --key 'agent:COMMENT': ann@home (SHA256:…), ben@home (SHA256:…)\n",
    );
    expect((await dscript("propose", "clean.dscript", "--key", "agent:mia@home")).said).toContain(
      'the ssh-agent holds no Ed25519 key "mia@home"',
    );
  });

  it("proposes and agrees, each person with their own, and nobody with the proposer's", limit, async () => {
    await done("propose", "clean.dscript", "--key", "agent:ben@home");
    const own = await dscript("agree", "clean.dscript", "--yes", "--key", "agent:ben@home");
    expect(own.code, own.said).toBe(64);
    expect((await dscript("run", "clean.dscript")).code).toBe(77);
    tool("ssh-add", "-q", "-d", "ben");
    // The one that is left needs no name.
    expect(await done("agree", "clean.dscript", "--yes", "--key", "agent")).toMatch(/it is agreed on\n$/);
    expect(await done("status", "clean.dscript")).toContain("  agreed on\n");
    expect(await dscript("run", "clean.dscript")).toEqual({ code: 0, said: "" });
    await done("log", "verify", "agreement");
  });

  it("says nothing that the agent does not sign any more, nor one of somebody who is not named", limit, async () => {
    tool("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "eve@home", "-f", "eve");
    tool("ssh-add", "-q", "eve");
    const stranger = await dscript("agree", "clean.dscript", "--yes", "--key", "agent:eve@home");
    expect(stranger.code).toBe(64);
    expect(stranger.said).toContain("dscript people add");
    tool("ssh-add", "-q", "-D");
    const { code, said } = await dscript("object", "clean.dscript", "--yes", "--reason", "no", "--key", "agent");
    expect(code).toBe(64);
    expect(said).toContain("the ssh-agent holds no Ed25519 key\n");
    expect(await dscript("run", "clean.dscript")).toEqual({ code: 0, said: "" });
  });
});
