// Attacks on where, when and how often: what was agreed on for one occasion is used for another.
import { expect, test } from "vitest";
import { agreedTeam, answer, ask, hour, newTeam, now, propose, verdict, write } from "./team.ts";

test("another working directory than was agreed on is refused", async () => {
  const team = await agreedTeam({}, { directories: ["/srv/**"] });
  expect(verdict(await ask(team, { subject: { directory: "/srv/app" } }))).toBe("allowed");
  expect(verdict(await ask(team, { subject: { directory: "/root" } }))).toBe("DS6096");
});

test("another host than was agreed on is refused", async () => {
  const team = await agreedTeam({}, { hosts: ["web*"] });
  expect(verdict(await ask(team))).toBe("allowed");
  expect(verdict(await ask(team, { host: "db1" }))).toBe("DS6091");
  expect(verdict(await ask(team, { host: "db1.web1.example" }))).toBe("DS6091");
});

test("another hour than was agreed on is refused", async () => {
  const day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][new Date(now).getDay()] ?? "";
  const from = new Date(now).getHours();
  const team = await agreedTeam(
    {},
    { schedule: [`${day} ${String(from).padStart(2, "0")}:00-${String(from).padStart(2, "0")}:59`] },
  );
  expect(verdict(await ask(team))).toBe("allowed");
  expect(verdict(await ask(team, { clock: () => now + hour }))).toBe("DS6092");
});

test("an argument out of the range that was agreed on is refused", async () => {
  const team = await newTeam();
  write(team, "clean.dscript", 'param int users = 1\nrm "-f" "/nowhere/${users}"\n');
  await answer(team, await propose(team, {}, { scope: { parameters: { users: { most: 40 } } } }));
  expect(verdict(await ask(team, { subject: { parameters: new Map([["users", 40n]]) } }))).toBe("allowed");
  expect(verdict(await ask(team, { subject: { parameters: new Map([["users", 41n]]) } }))).toBe("DS6093");
  expect(verdict(await ask(team, { subject: { parameters: new Map([["users", "many"]]) } }))).toBe("DS6093");
});

test("words beyond the parameters that were agreed on are refused", async () => {
  const team = await agreedTeam({}, { parameters: { users: { most: 40 } } });
  expect(verdict(await ask(team, { subject: { rest: ["--force"] } }))).toBe("DS6093");
});

test("one run too many is refused", async () => {
  const team = await agreedTeam({}, { runs: 2 });
  expect(verdict(await ask(team))).toBe("allowed");
  expect(verdict(await ask(team))).toBe("allowed");
  expect(verdict(await ask(team))).toBe("DS6094");
});

test("two runs at the same time do not take the last one both", async () => {
  const team = await agreedTeam({}, { runs: 1 });
  const all = await Promise.all([ask(team), ask(team), ask(team)]);
  expect(all.filter(({ allowed }) => allowed)).toHaveLength(1);
});

test("a clock that was set back is noticed", async () => {
  const team = await agreedTeam();
  expect(verdict(await ask(team, { clock: () => now + 48 * hour }))).toBe("allowed");
  expect(verdict(await ask(team))).toBe("DS6056");
});
