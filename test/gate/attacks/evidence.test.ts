// Attacks on evidence: old, of another version, of nobody, or made again until it passes; and on the case.
import { expect, test } from "vitest";
import type { Json } from "../../../src/assurance/index.ts";
import { caseFacts } from "../../../src/consent/index.ts";
import { hashText } from "../../../src/gate/index.ts";
import {
  answer,
  ask,
  type Content,
  hour,
  look,
  newTeam,
  now,
  type Proposed,
  propose,
  put,
  said,
  say,
  type Team,
  verdict,
  write,
} from "./team.ts";

const argument = `G1: { text: Nothing is lost, supportedBy: [Sn1] }
Sn1:
  text: The tests of the script
  dcase: { evidence: { by: test, subject: clean.dscript, maxAge: 30d } }
`;

async function argued(): Promise<Team & { readonly proposed: Proposed }> {
  const tiers = { T0: {}, T1: { agree: { operator: 1 }, evidence: true, case: true } };
  const team = await newTeam({ tiers, witnesses: ["machine"] });
  write(team, "clean.dcase.yaml", argument);
  write(team, "dscript.yaml", "case: clean.dcase.yaml\n");
  write(team, "clean.dscript", 'assure "Nothing is lost" { rm "-f" "/nowhere/a" }\n');
  return { ...team, proposed: await agreedOn(team) };
}

/** ann agrees on what ben proposes, with the case as it is. */
async function agreedOn(team: Team): Promise<Proposed> {
  const subject = await look(team);
  const served = subject.goals.flatMap(({ uid }) => uid ?? []);
  const facts = caseFacts((await subject.cases()) ?? [], served, hashText);
  if (typeof facts === "string") throw new Error(facts);
  const proposed = await propose(team, {}, { case: facts.digest, nodes: facts.nodes as unknown as Json });
  await answer(team, proposed, { case: facts.digest });
  return proposed;
}

async function witness(team: Team, bundle: string, more: Content = {}, key = team.keys.eve): Promise<string> {
  const time = new Date(said).toISOString();
  return put(team, key, {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: "clean.dscript", digest: { sha256: bundle } }],
    predicateType: "https://dscript.dev/attestation/test/v1",
    predicate: {
      of: "clean_test.dscript",
      result: "passed",
      figures: {},
      parameters: {},
      environment: {},
      time,
      ...more,
    },
  });
}

test("evidence that nobody has made is missed", async () => {
  expect(verdict(await ask(await argued()))).toBe("DS6101");
});

test("evidence that is signed by nobody, or by no witness, is missed", async () => {
  const team = await argued();
  await witness(team, team.proposed.bundle, {}, team.keys.stranger);
  await witness(team, team.proposed.bundle, {}, team.keys.ben);
  expect(verdict(await ask(team))).toBe("DS6101");
  await witness(team, team.proposed.bundle, { time: new Date(said + 1).toISOString() });
  expect(verdict(await ask(team))).toBe("allowed");
});

test("evidence that is too old is refused", async () => {
  const team = await argued();
  await witness(team, team.proposed.bundle);
  expect(verdict(await ask(team))).toBe("allowed");
  expect(verdict(await ask(team, { clock: () => now + 31 * 24 * hour }))).toBe("DS6102");
});

test("evidence of another version is refused", async () => {
  const team = await argued();
  await witness(team, "ab".repeat(32));
  expect(verdict(await ask(team))).toMatch(/^DS610[12]$/);
});

test("evidence that is dated ahead is refused", async () => {
  const team = await argued();
  await witness(team, team.proposed.bundle, { time: new Date(now + 24 * hour).toISOString() });
  expect(verdict(await ask(team))).toMatch(/^DS610[12]$/);
});

test("a test that is made again until it passes is refused until somebody else has reviewed that", async () => {
  const team = await argued();
  const failed = await witness(team, team.proposed.bundle, { result: "failed" });
  await witness(team, team.proposed.bundle, { time: new Date(said + 1000).toISOString() });
  expect(verdict(await ask(team))).toBe("DS6103");
  const review = { verdict: "accepted", reason: "the disk of the build host was full", of: failed };
  await say(team, "change-review", team.keys.eve, { who: "eve", ...review }, { name: "a", sha256: failed });
  expect(verdict(await ask(team))).toBe("DS6103");
  await say(team, "change-review", team.keys.cy, { who: "cy", ...review }, { name: "a", sha256: failed });
  expect(verdict(await ask(team))).toBe("allowed");
});

test("a case that has changed where it counts is refused", async () => {
  const team = await argued();
  await witness(team, team.proposed.bundle);
  write(team, "clean.dcase.yaml", argument.replace("maxAge: 30d", "maxAge: 300d"));
  expect(verdict(await ask(team))).toContain("DS6072");
});

test("a case whose hour was moved to another one is refused", async () => {
  const team = await argued();
  const timed = argument.replace("supportedBy: [Sn1] }", "supportedBy: [Sn1], inContextOf: [C1] }");
  const context = (hours: string): string =>
    `C1: { text: The class, dcase: { parameters: { CLASS: Thu ${hours} } } }\n`;
  write(team, "clean.dcase.yaml", timed + context("14:40-16:10"));
  const proposed = await agreedOn(team);
  await witness(team, proposed.bundle);
  expect(verdict(await ask(team))).toBe("allowed");
  write(team, "clean.dcase.yaml", timed + context("10:40-12:10"));
  expect(verdict(await ask(team))).toContain("DS6072");
});

test("a class of risk that asks nobody does not overrule a case that asks somebody", async () => {
  const team = await newTeam({ tiers: { T0: {}, T1: {} } });
  const asks = "module: { name: clean, dcase: { agree: { operator: 1 } } }\n";
  write(team, "clean.dcase.yaml", `${asks}${argument}`);
  write(team, "dscript.yaml", "case: clean.dcase.yaml\n");
  write(team, "clean.dscript", 'assure "Nothing is lost" { rm "-f" "/nowhere/a" }\n');
  expect(verdict(await ask(team))).toBe("DS6061");
  await agreedOn(team);
  expect(verdict(await ask(team))).toBe("allowed");
});

test("a case that was taken away is refused", async () => {
  const team = await argued();
  await witness(team, team.proposed.bundle);
  const subject = { case: undefined, goals: [] };
  expect(verdict(await ask(team, { subject }))).toContain("DS6071");
});

test("a huge case with hostile text is judged as any other, and steers no terminal", async () => {
  const team = await argued();
  const hostile = "\\u001b[2J<script>alert(1)</script>\\u202e";
  const many = Array.from({ length: 3000 }, (_, at) => `G${at + 2}: { text: "goal ${at} ${hostile}" }`).join("\n");
  write(team, "clean.dcase.yaml", `${argument}${many}\n`);
  const found = await ask(team);
  expect(found.allowed).toBe(false);
  expect(found.shown).not.toMatch(/[\u001b\u202e]/u);
});
