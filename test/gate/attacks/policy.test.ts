// Attacks on the policy, on how the engine is started, and on what a run gets of its surroundings.
import { chmodSync, chownSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPolicyFile } from "../../../src/gate/index.ts";
import {
  agreedTeam,
  answer,
  ask,
  keyIn,
  layPolicy,
  newTeam,
  open,
  passedOver,
  policyContent,
  propose,
  roles,
  verdict,
  write,
} from "./team.ts";

const clean = { options: [], environment: {}, inspector: undefined };

test("an engine that loads something ahead of itself is refused", async () => {
  const team = await agreedTeam();
  for (const options of [["--import", "/tmp/a.mjs"], ["--require=/tmp/a.cjs"], ["--inspect"]])
    expect(verdict(await ask(team, { launch: { ...clean, options } }))).toBe("DS6011");
  expect(verdict(await ask(team, { launch: { ...clean, inspector: "ws://127.0.0.1:9229/a" } }))).toBe("DS6011");
});

test("NODE_OPTIONS, LD_PRELOAD and their kin are refused", async () => {
  const team = await agreedTeam();
  for (const name of ["NODE_OPTIONS", "NODE_PATH", "LD_PRELOAD", "LD_LIBRARY_PATH", "LD_AUDIT", "OPENSSL_CONF"])
    expect(verdict(await ask(team, { launch: { ...clean, environment: { [name]: "/tmp/a" } } }))).toBe("DS6012");
});

test("BASH_ENV, PYTHONPATH and a PATH with a false rsync reach no command", async () => {
  const path = process.env["PATH"];
  const team = await agreedTeam({ environment: { path: "/usr/bin:/bin" } });
  try {
    const gate = await open(team);
    const all = { PATH: "/tmp/evil:/usr/bin", BASH_ENV: "/tmp/a", PYTHONPATH: "/tmp", PERL5LIB: "/tmp", LC_ALL: "C" };
    expect(Object.fromEntries(gate.environment(new Map(Object.entries(all))))).toEqual({
      PATH: "/usr/bin:/bin",
      LC_ALL: "C",
    });
    // What the engine itself starts is found there, too.
    expect(process.env["PATH"]).toBe("/usr/bin:/bin");
  } finally {
    process.env["PATH"] = path;
  }
});

test("--gate off and DSCRIPT_GATE=off loosen nothing", async () => {
  const team = await newTeam();
  expect(verdict(await ask(team, { gate: "off" }))).toBe("DS6061");
  expect(verdict(await ask(team, { environment: { DSCRIPT_GATE: "off" } }))).toBe("DS6061");
  expect(verdict(await ask(team, { gate: "audit", environment: { DSCRIPT_GATE: "warn" } }))).toBe("DS6061");
});

test("another policy than the host's is refused", async () => {
  const team = await agreedTeam();
  const loose = write(team, "loose.yaml", JSON.stringify(policyContent(team.keys.root, { mode: "off" })));
  const found = await ask(team, { policy: loose, hostPolicy: team.policy });
  expect(verdict(found)).toBe("DS6043");
});

test("an older engine than the policy asks for is refused", async () => {
  const team = await agreedTeam({ engine: "0.10.0" });
  expect(verdict(await ask(team, { engine: "0.9.9" }))).toBe("DS6046");
  expect(verdict(await ask(team, { engine: "0.10.0" }))).toBe("allowed");
});

test("an older policy than was seen is refused", async () => {
  const team = await agreedTeam();
  const old = JSON.stringify(policyContent(team.keys.root));
  await layPolicy(team, policyContent(team.keys.root, { version: 2, rehearsals: "gated" }));
  expect(verdict(await ask(team))).toBe("allowed");
  write(team, "policy.yaml", old);
  expect(verdict(await ask(team))).toBe("DS6044");
});

test("a policy that its roots have not signed as it stands is refused", async () => {
  const team = await newTeam();
  write(team, "policy.yaml", JSON.stringify(policyContent(team.keys.root, { otherwise: "T0" })));
  expect(verdict(await ask(team))).toBe("DS6045");
});

test("a policy whose newer version the old roots have not signed does not count", async () => {
  const team = await newTeam();
  const other = keyIn(team.folder, "other");
  await layPolicy(team, policyContent(other, { version: 2, otherwise: "T0" }), [other]);
  expect(passedOver(team)).toEqual(["more keys of the roots have to sign it"]);
  expect(verdict(await ask(team))).toBe("DS6045");
  await layPolicy(team, policyContent(other, { version: 2, otherwise: "T0" }), [team.keys.root]);
  expect(verdict(await ask(team))).toBe("allowed");
});

test("a policy that others may write is refused", async () => {
  const team = await agreedTeam();
  chmodSync(team.policy, 0o666);
  expect(verdict(await ask(team))).toBe("DS6043");
  chmodSync(team.policy, 0o644);
  chmodSync(team.folder, 0o777);
  expect(verdict(await ask(team))).toBe("DS6043");
});

test("a policy of the host that is a link into a folder that others may write is refused", async () => {
  const team = await agreedTeam();
  const open777 = join(team.folder, "open");
  mkdirSync(open777);
  writeFileSync(join(open777, "policy.yaml"), "version: 1\n");
  chmodSync(open777, 0o777);
  const link = join(team.folder, "link.yaml");
  symlinkSync(join(open777, "policy.yaml"), link);
  const own = process.geteuid?.() ?? 0;
  expect(readPolicyFile(link, [0, own])).toMatchObject({ code: "DS6043" });
});

test("a host's policy that leads nowhere is refused, and is not taken for none", async () => {
  const team = await newTeam();
  const link = join(team.folder, "host.yaml");
  symlinkSync(join(team.folder, "nowhere.yaml"), link);
  expect(verdict(await ask(team, { policy: undefined, hostPolicy: link }))).toBe("DS6041");
});

test.runIf(process.geteuid?.() === 0)("a host's policy that belongs to somebody else is refused", async () => {
  const team = await newTeam();
  chownSync(team.policy, 65_534, 65_534);
  expect(verdict(await ask(team, { policy: undefined, hostPolicy: team.policy }))).toBe("DS6043");
});

test("a decision that cannot be written lets nothing run", async () => {
  const team = await agreedTeam({ memory: "clean.dscript/memory" });
  expect(verdict(await ask(team))).toBe("DS6111");
});

test("an agreement under other rules is refused", async () => {
  const team = await agreedTeam();
  await layPolicy(team, policyContent(team.keys.root, { version: 2, revoke: ["operator"] }));
  expect(verdict(await ask(team))).toBe("DS6064");
});

test("a package's JavaScript that nobody has agreed on is not loaded", async () => {
  const team = await newTeam();
  const bytes = Buffer.from("export default {}");
  const { sha256 } = await import("../../../src/ledger/index.ts");
  const digest = Buffer.from(sha256(bytes)).toString("hex");
  const path = join(team.folder, "evil.js");
  expect((await open(team)).mayLoad(path, bytes)).toBe(false);
  // Whoever proposes it as of a class of risk that asks nobody gets no further.
  await propose(team, {}, { files: { "evil.js": digest }, tier: "T0" });
  expect((await open(team)).mayLoad(path, bytes)).toBe(false);
  await answer(team, await propose(team, {}, { files: { "evil.js": digest } }));
  expect((await open(team)).mayLoad(path, bytes)).toBe(true);
  expect((await open(team)).mayLoad(path, Buffer.from("export default { a: 1 }"))).toBe(false);
});

test("hostile names and reasons steer no terminal", async () => {
  const team = await agreedTeam();
  const reason = `\u001b]0;owned\u0007<b>\u202e${"x".repeat(19_000)}`;
  await answer(team, team.proposed, { who: "cy", reason }, { kind: "objection", key: team.keys.cy });
  const found = await ask(team);
  expect(verdict(found)).toBe("DS6082");
  expect(found.shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/u);
  expect(Object.keys(roles)).toContain("cy");
});

test("a gate without a policy is closed", async () => {
  const team = await newTeam();
  rmSync(team.policy);
  expect(verdict(await ask(team))).toBe("DS6041");
  expect(verdict(await ask(team, { policy: undefined, gate: "enforce" }))).toBe("DS6041");
});
