// Attacks while a script runs, or once it has: an agreement that ends, a plan that is taken up again, a rehearsal that is none.
import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { agreedTeam, ask, hour, newTeam, now, propose, undo, verdict, write } from "./team.ts";

test("an agreement that is revoked while the script runs stops it ahead of its next change", async () => {
  const team = await agreedTeam();
  const found = await ask(team);
  expect(found.still?.()).toBeUndefined();
  await undo(team, team.proposed, "revocation", team.proposed.digest, "ben");
  expect(found.still?.()).toMatchObject({ code: "DS6121", message: expect.stringContaining("ben has revoked it") });
});

test("a window of hours that ends while the script runs stops it", async () => {
  const team = await newTeam();
  const proposed = await propose(team, {}, { expires: new Date(now + hour).toISOString() });
  const { answer } = await import("./team.ts");
  await answer(team, proposed);
  let clock = now;
  const found = await ask(team, { clock: () => clock });
  expect(found.still?.()).toBeUndefined();
  clock = now + hour;
  expect(found.still?.()?.code).toBe("DS6121");
});

test("a log that goes away while the script runs stops it", async () => {
  const team = await agreedTeam();
  const found = await ask(team);
  rmSync(team.log, { recursive: true });
  expect(found.still?.()?.code).toBe("DS6121");
});

test("what becomes of a plan whose agreement ends is as the policy says", async () => {
  expect((await ask(await agreedTeam())).outlived).toBe("undo");
  expect((await ask(await agreedTeam({ outlived: "pause" }))).outlived).toBe("pause");
});

test("a run that is resumed is asked about as any other", async () => {
  const team = await agreedTeam();
  expect(verdict(await ask(team))).toBe("allowed");
  await undo(team, team.proposed, "revocation", team.proposed.digest, "ben");
  expect(verdict(await ask(team))).toBe("DS6086");
});

test("what was allowed may be taken back, also once the agreement has ended", async () => {
  const team = await agreedTeam();
  expect(verdict(await ask(team))).toBe("allowed");
  await undo(team, team.proposed, "revocation", team.proposed.digest, "ben");
  expect(verdict(await ask(team, { subject: { isUndo: true } }))).toBe("allowed");
});

test("an undo of a run that was never allowed is refused", async () => {
  const team = await newTeam();
  expect(verdict(await ask(team, { subject: { isUndo: true } }))).toBe("DS6061");
});

test("an undo by an engine that loads something ahead of itself is refused", async () => {
  const team = await agreedTeam();
  expect(verdict(await ask(team))).toBe("allowed");
  const launch = { options: ["--import", "/tmp/a.mjs"], environment: {}, inspector: undefined };
  expect(verdict(await ask(team, { launch, subject: { isUndo: true } }))).toBe("DS6011");
});

test("a rehearsal that only says it is one is refused, where rehearsals are free and where they are not", async () => {
  const subject = { isRehearsal: true, isApart: false };
  for (const rehearsals of ["free", "gated"]) {
    const team = await agreedTeam({ rehearsals });
    expect(verdict(await ask(team, { subject }))).toBe("DS6013");
  }
});

test("a rehearsal in a world of its own goes free only where the policy says so", async () => {
  const subject = { isRehearsal: true, isApart: true };
  const free = await newTeam({ rehearsals: "free" });
  expect(verdict(await ask(free, { subject }))).toBe("allowed");
  expect(verdict(await ask(await newTeam({ rehearsals: "gated" }), { subject }))).toBe("DS6013");
  write(free, "policy.yaml", "version: 9\n");
  expect(verdict(await ask(free, { subject }))).toMatch(/^DS604/);
});
