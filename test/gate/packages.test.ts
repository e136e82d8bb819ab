// What a command that runs nothing may load on a host whose own policy enforces: JavaScript that is agreed on, and ours.
import { createHash } from "node:crypto";
import { chmodSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hostLoadGuard, Memory } from "../../src/gate/index.ts";
import { answer, newTeam, now, open, propose, type Team } from "./attacks/team.ts";

const code = Buffer.from("export default {}");
const digest = createHash("sha256").update(code).digest("hex");

/** As root alone a host's policy can be written. */
const isRoot = process.geteuid?.() === 0;

function guardOf(team: Team, environment: Record<string, string> = {}) {
  return hostLoadGuard({
    ...{ environment, hostPolicy: team.policy, engine: "0.1.0", clock: () => now },
    shipped: join(process.cwd(), "packages"),
    memory: new Memory(join(team.folder, "looks")),
  });
}

describe.runIf(isRoot)("a host's policy that enforces", () => {
  const refused = /^nobody has agreed on its JavaScript, and this host's policy lets no other be loaded/;

  test("lets nothing be loaded that nobody has agreed on, and what is agreed on", async () => {
    const team = await newTeam();
    const path = join(team.folder, "own.js");
    expect(await guardOf(team)(path, code)).toMatch(refused);
    const proposed = await propose(team, {}, { files: { "own.js": digest } });
    expect(await guardOf(team)(path, code)).toMatch(refused);
    await answer(team, proposed);
    expect(await guardOf(team)(path, code)).toBeUndefined();
    expect(await guardOf(team)(path, Buffer.from("export default { a: 1 }"))).toMatch(refused);
  });

  test("lets what comes with dscript be loaded", async () => {
    const team = await newTeam();
    expect(await guardOf(team)(join(process.cwd(), "packages/net.js"), code)).toBeUndefined();
  });

  test("says where it cannot be told what is agreed on", async () => {
    const team = await newTeam();
    renameSync(team.log, join(team.folder, "away"));
    expect(await guardOf(team)(join(team.folder, "own.js"), code)).toMatch(/^whether .* cannot be told.*: DS6051: /);
  });

  test("is no stricter than it says, unless it is asked to be", async () => {
    const team = await newTeam({ mode: "warn" });
    const path = join(team.folder, "own.js");
    expect(await guardOf(team)(path, code)).toBeUndefined();
    expect(await guardOf(team, { DSCRIPT_GATE: "enforce" })(path, code)).toMatch(refused);
    expect(await guardOf(team, { DSCRIPT_POLICY: "/nowhere", DSCRIPT_GATE: "off" })(path, code)).toBeUndefined();
  });
});

test("what others may have laid down in the gate's memory lets no JavaScript be loaded", async () => {
  const team = await newTeam();
  const path = join(team.folder, "own.js");
  await answer(team, await propose(team, {}, { files: { "own.js": digest } }));
  expect((await open(team)).mayLoad(path, code)).toBe(true);
  chmodSync(team.memory, 0o777);
  expect((await open(team)).mayLoad(path, code)).toBe(false);
});
