// A key that an ssh-agent holds signs what any key of a file could have signed.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agentKey, agentKeys, isProblem, verifyEd25519 } from "../../src/ledger/index.ts";
import { runDscript } from "../run-dscript.ts";

const hasAgent = spawnSync("sh", ["-c", "command -v ssh-agent"]).status === 0;
let folder = "";
let socket = "";
let pid = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-agent-"));
  socket = join(folder, "agent");
  if (hasAgent) pid = /SSH_AGENT_PID=(\d+)/.exec(tool(["ssh-agent", "-s", "-a", socket]))?.[1] ?? "";
});
afterEach(() => {
  if (pid !== "") process.kill(Number(pid));
  rmSync(folder, { recursive: true, force: true });
});

function tool([program = "", ...words]: readonly string[]): string {
  const { stdout } = spawnSync(program, words, { encoding: "utf8", env: { ...process.env, SSH_AUTH_SOCK: socket } });
  return stdout;
}

function add(name: string, kind: string): void {
  tool(["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", name, "-f", join(folder, name)]);
  tool(["ssh-add", "-q", join(folder, name)]);
}

async function said(wanted: string, at: string | undefined = socket): Promise<string> {
  const key = await agentKey(at, wanted);
  return (isProblem(key) ? `${key.message}\n${key.help}` : key.comment)
    .replaceAll(folder, "FOLDER")
    .replace(/SHA256:\S{10}/g, "SHA256:…");
}

describe("an ssh-agent's keys", () => {
  it.skipIf(!hasAgent)("sign as a key of a file does", async () => {
    add("ann", "ed25519");
    const key = await agentKey(socket, "");
    if (isProblem(key)) throw new Error(key.message);
    const bytes = Buffer.from("what is said");
    const signature = await key.sign(bytes);
    if (isProblem(signature)) throw new Error(signature.message);
    expect(verifyEd25519(key.publicKey, bytes, signature)).toBe(true);
    expect(tool(["ssh-add", "-l"])).toContain(key.fingerprint);
  });

  it.skipIf(!hasAgent)("are named by comment or fingerprint where there are several", async () => {
    expect(await said("")).toMatchInlineSnapshot(`
      "the ssh-agent holds no Ed25519 key
      ssh-keygen -t ed25519 makes one, ssh-add puts it into the agent"
    `);
    add("other", "ecdsa");
    add("ann", "ed25519");
    add("ben", "ed25519");
    expect(await said("")).toMatchInlineSnapshot(`
      "2 keys of the ssh-agent could be meant
      name one, --key 'agent:COMMENT': ann (SHA256:…), ben (SHA256:…)"
    `);
    expect(await said("mia")).toMatchInlineSnapshot(`
      "the ssh-agent holds no Ed25519 key "mia"
      it holds ann (SHA256:…), ben (SHA256:…)"
    `);
    expect(await said("ben")).toBe("ben");
    const keys = await agentKeys(socket);
    if (isProblem(keys)) throw new Error(keys.message);
    expect(keys).toHaveLength(2);
    expect(await said(keys[0]?.fingerprint ?? "")).toBe("ann");
  });

  it("are asked for in vain where there is no agent", async () => {
    expect(await said("", "")).toMatchInlineSnapshot(`
      "no ssh-agent is known here
      eval "$(ssh-agent)" starts one, and ssh-add puts a key into it; SSH_AUTH_SOCK names it"
    `);
    expect(await said("", join(folder, "nobody"))).toMatchInlineSnapshot(`
      "the ssh-agent at FOLDER/nobody cannot be reached: ENOENT
      start it anew: eval "$(ssh-agent)"; ssh-add"
    `);
  });

  it.skipIf(!hasAgent)("say so where the agent does not sign", async () => {
    add("ann", "ed25519");
    const key = await agentKey(socket, "ann");
    if (isProblem(key)) throw new Error(key.message);
    tool(["ssh-add", "-q", "-D"]);
    expect(await key.sign(Buffer.from("x"))).toMatchObject({ message: "the ssh-agent did not sign with ann" });
  });

  it.skipIf(!hasAgent)("are shown by dscript log key agent", async () => {
    add("ann", "ed25519");
    const { out, code } = await runDscript(folder, ["log", "key", "agent", "--json"], { SSH_AUTH_SOCK: socket });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ comment: "ann", spki: expect.stringMatching(/^MCow/) });
  });
});
