// Attacks on emergencies: one person twice, one that never ends, one as a habit, one that nobody else reviews.
import { expect, test } from "vitest";
import {
  ask,
  type Content,
  hour,
  keyIn,
  name,
  newTeam,
  now,
  type Proposed,
  propose,
  said,
  say,
  type Team,
  verdict,
} from "./team.ts";

const glass = { roles: ["operator"], people: 1, ceiling: 2, window: "30d", lasts: "4h", review: "3d" };
const day = 24 * hour;

async function begin(
  team: Team,
  of: Proposed,
  who: "ann" | "cy" | "ben",
  more: Content = {},
  key = team.keys[who],
): Promise<string> {
  const time = Date.parse(String(more["time"] ?? new Date(said).toISOString()));
  const fields = {
    who,
    bundle: of.bundle,
    script: of.path,
    reason: "the disk fills",
    until: new Date(time + 2 * hour).toISOString(),
  };
  return say(team, "break-glass", key, { ...fields, ...more }, { name: of.path, sha256: of.bundle });
}

async function review(team: Team, of: string, who: "ann" | "cy" | "ben"): Promise<void> {
  await say(
    team,
    "change-review",
    team.keys[who],
    { who, verdict: "accepted", reason: "r", of },
    { name: "a", sha256: of },
  );
}

async function teamWith(more: Content = {}): Promise<Team & { readonly proposed: Proposed }> {
  const team = await newTeam({ break_glass: { ...glass, ...more } });
  return { ...team, proposed: await propose(team) };
}

test("an emergency runs, for its time, and stops ahead of the next change", async () => {
  const team = await teamWith();
  await begin(team, team.proposed, "ann");
  let clock = now;
  const found = await ask(team, { clock: () => clock });
  expect(verdict(found)).toBe("allowed DS6081");
  expect(found.shown).toContain("somebody else has to review it");
  expect(found.still?.()).toBeUndefined();
  clock = said + 2 * hour;
  expect(found.still?.()?.code).toBe("DS6121");
  expect(verdict(await ask(team, { clock: () => clock }))).toBe("DS6081");
});

test("an emergency that somebody in no such role begins is refused", async () => {
  const team = await teamWith();
  await begin(team, team.proposed, "ben");
  expect(verdict(await ask(team))).toBe("DS6081 DS6131");
});

test("one person who signs an emergency twice is one", async () => {
  const team = await teamWith({ people: 2 });
  const second = keyIn(team.folder, "second");
  await name(team, "ann", ["operator"], [team.keys.ann, second]);
  await begin(team, team.proposed, "ann");
  await begin(team, team.proposed, "ann", {}, second);
  expect(verdict(await ask(team))).toBe("DS6081 DS6131");
  await begin(team, team.proposed, "ann", {}, team.keys.cy);
  expect(verdict(await ask(team))).toBe("allowed DS6081");
});

test("an emergency that is dated ahead, or lasts too long, ends when the policy says", async () => {
  const team = await teamWith();
  await begin(team, team.proposed, "ann", { until: "2099-01-01T00:00:00Z" });
  expect(verdict(await ask(team))).toBe("allowed DS6081");
  expect(verdict(await ask(team, { clock: () => said + 5 * hour }))).toBe("DS6081");
  const other = await teamWith();
  await begin(other, other.proposed, "ann", { time: "2099-01-01T00:00:00Z", until: "2099-01-01T01:00:00Z" });
  expect(verdict(await ask(other))).toBe("DS6081");
});

test("emergencies as a habit are refused", async () => {
  const team = await teamWith({ review: "30d" });
  for (const days of [1, 2])
    await begin(team, team.proposed, "ann", { time: new Date(said - days * day).toISOString() });
  await begin(team, team.proposed, "ann");
  expect(verdict(await ask(team))).toBe("DS6081 DS6131");
});

test("an emergency that waits for its review lets no other begin", async () => {
  const team = await teamWith({ window: "1h" });
  const first = await begin(team, team.proposed, "ann", { time: new Date(said - 10 * day).toISOString() });
  await begin(team, team.proposed, "ann");
  expect(verdict(await ask(team))).toBe("DS6081 DS6131");
  await review(team, first, "ann");
  expect(verdict(await ask(team))).toBe("DS6081 DS6131");
  await review(team, first, "cy");
  expect(verdict(await ask(team))).toBe("allowed DS6081");
});

test("whoever reviews an emergency and signs it then has not reviewed it", async () => {
  const team = await teamWith({ window: "1h" });
  const old = { time: new Date(said - 10 * day).toISOString() };
  const first = await begin(team, team.proposed, "ann", old);
  await review(team, first, "cy");
  await begin(team, team.proposed, "ann", old, team.keys.cy);
  await begin(team, team.proposed, "ann");
  expect(verdict(await ask(team))).toBe("DS6081 DS6131");
});
