// An agreement that ends while the real `dscript` runs: what was begun is taken back, or waits, and nothing more is done.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { run } from "./engine.ts";
import { answer, newTeam, propose, speakNow, type Team, write } from "./team.ts";

beforeAll(speakNow);

/** The script takes its own log away ahead of the second change: nobody can say any more that it is agreed on. */
async function losing(team: Team, between: string): Promise<Team> {
  write(team, "clean.dscript", between.replaceAll("LOG", team.log));
  await answer(team, await propose(team));
  return team;
}

function isThere({ folder }: Team, name: string): boolean {
  return existsSync(join(folder, name));
}

test("a script whose agreement ends under way changes nothing more, and ends with 77", async () => {
  const team = await losing(await newTeam(), 'touch "one"\nmv "LOG" "LOG.gone"\ntouch "two"\n');
  const ran = run(team, ["run", "clean.dscript"]);
  expect(ran.text).toContain("DS6121");
  expect(ran.code).toBe(77);
  expect([isThere(team, "one"), isThere(team, "two")]).toEqual([true, false]);
});

test("an atomic block whose agreement ends under way is taken back", async () => {
  const team = await newTeam();
  writeFileSync(join(team.folder, "kept.txt"), "as it was\n");
  await losing(
    team,
    'atomic ("kept.txt") {\n  sh "-c" "echo changed > kept.txt"\n  mv "LOG" "LOG.gone"\n  touch "two"\n}\n',
  );
  const ran = run(team, ["run", "clean.dscript"]);
  expect(ran.code).not.toBe(0);
  expect(readFileSync(join(team.folder, "kept.txt"), "utf8")).toBe("as it was\n");
  expect(isThere(team, "two")).toBe(false);
});
