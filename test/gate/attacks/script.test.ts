// Attacks on what runs: another text than was agreed on, or the same one with other words.
import { renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { agreedTeam, answer, ask, look, newTeam, open, propose, verdict, write } from "./team.ts";

test("an agreed script runs", async () => {
  const team = await agreedTeam();
  expect(verdict(await ask(team))).toBe("allowed");
});

test("a script that was edited after the agreement is refused", async () => {
  const team = await agreedTeam();
  write(team, "clean.dscript", 'rm "-rf" "/nowhere/a"\n');
  expect(verdict(await ask(team))).toBe("DS6061");
});

test("a small edit after sign-off is another script, and a comment is none", async () => {
  const team = await agreedTeam();
  write(team, "clean.dscript", '// why it is removed\nrm   "-f"   "/nowhere/a"\n');
  expect(verdict(await ask(team))).toBe("allowed");
  write(team, "clean.dscript", 'rm "-f" "/nowhere/b"\n');
  expect(verdict(await ask(team))).toBe("DS6061");
});

test("an import that was edited after the agreement is refused", async () => {
  const team = await newTeam();
  write(team, "tidy.dscript", 'void tidy() { rm "-f" "/nowhere/a" }\n');
  write(team, "clean.dscript", 'import "tidy.dscript"\ntidy.tidy()\n');
  await answer(team, await propose(team));
  expect(verdict(await ask(team))).toBe("allowed");
  write(team, "tidy.dscript", 'void tidy() { rm "-rf" "/nowhere/a" }\n');
  expect(verdict(await ask(team))).toBe("DS6061");
});

test("a file that is swapped between reading and hashing is refused", async () => {
  const team = await agreedTeam();
  write(team, "good.dscript", 'rm "-f" "/nowhere/a"\n');
  write(team, "clean.dscript", 'rm "-rf" "/"\n');
  const gate = await open(team);
  const subject = await look(team);
  // What was read is the bad one; what lies there when it is hashed is the good one.
  renameSync(join(team.folder, "good.dscript"), join(team.folder, "clean.dscript"));
  expect(verdict(await gate.ask(subject))).toBe("DS6022");
});

test("a link that leads to another script is judged as what it leads to", async () => {
  const team = await agreedTeam();
  write(team, "bad.dscript", 'rm "-rf" "/"\n');
  renameSync(join(team.folder, "clean.dscript"), join(team.folder, "old.dscript"));
  symlinkSync("bad.dscript", join(team.folder, "clean.dscript"));
  expect(verdict(await ask(team))).toBe("DS6061");
});

test("a script from standard input, or from words of a command line, is refused", async () => {
  const team = await agreedTeam();
  expect(verdict(await ask(team, { subject: { from: "input", path: "" } }))).toBe("DS6031");
  expect(verdict(await ask(team, { subject: { from: "words", path: "" } }))).toBe("DS6031");
});

test("a dscript.yaml that was edited after the agreement is refused", async () => {
  const team = await newTeam();
  write(team, "dscript.yaml", "strict: true\n");
  await answer(team, await propose(team));
  expect(verdict(await ask(team))).toBe("allowed");
  write(team, "dscript.yaml", "strict: false\n");
  expect(verdict(await ask(team))).toBe("DS6061");
});

test("a dscript.yaml that takes a command for one that only reads makes no reader of a script", async () => {
  const team = await newTeam({ readers: "T0" });
  write(team, "clean.dscript", 'echo "a"\n');
  expect(verdict(await ask(team))).toBe("allowed");
  write(team, "clean.dscript", 'rm "-rf" "/nowhere/a"\n');
  write(team, "dscript.yaml", "commands:\n  rm: { effect: reads }\n");
  expect(verdict(await ask(team))).toBe("DS6061");
});

test("a script that changes something after all, let run as one that only reads, is stopped at that", async () => {
  const team = await newTeam({ readers: "T0" });
  // With -delete, find changes something: by its name alone that is not to be told.
  write(team, "clean.dscript", 'find "/nowhere/a" "-delete"\n');
  expect(verdict(await ask(team))).toBe("DS6061");
  write(team, "clean.dscript", 'cat "/nowhere/a"\n');
  const found = await ask(team);
  expect(verdict(found)).toBe("allowed");
  expect(found.still?.()?.code).toBe("DS6122");
  // Somebody's own proposal is no way around that.
  await propose(team, {}, { tier: "T0" }, team.keys.ben, "T0");
  const proposed = await ask(team);
  expect(verdict(proposed)).toBe("allowed");
  expect(proposed.still?.()?.code).toBe("DS6122");
});

test("a constant that --define gives another value is refused, and one within what was agreed on is not", async () => {
  const team = await newTeam();
  write(team, "clean.dscript", 'const String DIR = "/nowhere/a"\nrm "-f" ${DIR}\n');
  const looking = { defines: new Map([["DIR", "/etc"]]) };
  await answer(team, await propose(team));
  expect(verdict(await ask(team, { looking }))).toBe("DS6095");
  await answer(team, await propose(team, {}, { scope: { parameters: { DIR: { oneOf: ["/etc", "/srv"] } } } }));
  expect(verdict(await ask(team, { looking }))).toBe("allowed");
});

test("a person's narrower agreement binds constants, too", async () => {
  const team = await newTeam();
  write(team, "clean.dscript", 'const String DIR = "/nowhere/a"\nrm "-f" ${DIR}\n');
  const proposed = await propose(team, {}, { scope: { parameters: { DIR: { oneOf: ["/etc", "/srv"] } } } });
  await answer(team, proposed, { scope: { parameters: { DIR: "/srv" } } });
  expect(verdict(await ask(team, { looking: { defines: new Map([["DIR", "/srv"]]) } }))).toBe("allowed");
  expect(verdict(await ask(team, { looking: { defines: new Map([["DIR", "/etc"]]) } }))).toBe("DS6081");
});
