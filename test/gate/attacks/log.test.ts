// Attacks on the log of agreements: held back, rolled back, forked, edited; and on what the gate remembers of it.
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createLog } from "../../../src/ledger/index.ts";
import {
  agreedTeam,
  answer,
  ask,
  hour,
  must,
  newTeam,
  now,
  open,
  propose,
  putBytes,
  said,
  say,
  undo,
  verdict,
} from "./team.ts";

const day = 24 * hour;

test("a revocation that is held back makes the log stale", async () => {
  const team = await agreedTeam({ log: { folder: "agreement", fresh: "1d" } });
  const copy = `${team.log}.copy`;
  cpSync(team.log, copy, { recursive: true });
  await undo(team, team.proposed, "revocation", team.proposed.digest, "ben");
  // Whoever brings the copies brings the old one.
  rmSync(team.log, { recursive: true });
  cpSync(copy, team.log, { recursive: true });
  expect(verdict(await ask(team))).toBe("allowed");
  expect(verdict(await ask(team, { clock: () => said + 25 * hour }))).toBe("DS6054");
});

test("a statement that is dated ahead keeps no log fresh", async () => {
  const team = await agreedTeam({ log: { folder: "agreement", fresh: "1d" } });
  const fields = { who: "cy", time: "2099-01-01T00:00:00Z" };
  await say(team, "timestamp", team.keys.cy, fields, { name: "t", sha256: "ab".repeat(32) });
  expect(verdict(await ask(team))).toBe("allowed");
  expect(verdict(await ask(team, { clock: () => said + 2 * day }))).toBe("DS6054");
});

test("a log that was rolled back is refused", async () => {
  const team = await agreedTeam();
  const copy = `${team.log}.copy`;
  cpSync(team.log, copy, { recursive: true });
  await undo(team, team.proposed, "revocation", team.proposed.digest, "ben");
  expect(verdict(await ask(team))).toBe("DS6086");
  rmSync(team.log, { recursive: true });
  cpSync(copy, team.log, { recursive: true });
  expect(verdict(await ask(team))).toBe("DS6053");
});

test("a log that was forked is refused", async () => {
  const team = await agreedTeam();
  const copy = `${team.log}.copy`;
  cpSync(team.log, copy, { recursive: true });
  await undo(team, team.proposed, "revocation", team.proposed.digest, "ben");
  expect(verdict(await ask(team))).toBe("DS6086");
  rmSync(team.log, { recursive: true });
  cpSync(copy, team.log, { recursive: true });
  // As long as the one that was seen, with something else in it.
  await answer(team, team.proposed, { who: "cy" }, { key: team.keys.cy });
  await answer(team, team.proposed, { who: "cy", says: "once more" }, { key: team.keys.cy });
  expect(verdict(await ask(team))).toMatch(/^DS605[35]$/);
});

test("a log of somebody else's making is refused", async () => {
  const team = await agreedTeam();
  await ask(team);
  rmSync(team.log, { recursive: true });
  must(createLog(team.log, { origin: "example.org/a" }));
  expect(verdict(await ask(team))).toBe("DS6052");
});

test("an entry of the log that was edited is refused", async () => {
  const team = await agreedTeam();
  const path = join(team.log, "entries.jsonl");
  const lines = readFileSync(path, "utf8").split("\n");
  const at = lines.findLastIndex((line) => line.includes('"sig"'));
  lines[at] = (lines[at] ?? "").replace(/"sig":"(.)/, (_, sign: string) => `"sig":"${sign === "A" ? "B" : "A"}`);
  writeFileSync(path, lines.join("\n"));
  expect(verdict(await ask(team))).toBe("DS6055");
});

test("entries that were put into another order are refused", async () => {
  const team = await agreedTeam();
  const path = join(team.log, "entries.jsonl");
  const lines = readFileSync(path, "utf8").split("\n");
  const [first = 0, second = 0] = lines.flatMap((line, index) => (line.includes('"sig"') ? [index] : []));
  writeFileSync(
    path,
    lines
      .with(first, lines[second] ?? "")
      .with(second, lines[first] ?? "")
      .join("\n"),
  );
  expect(verdict(await ask(team))).toBe("DS6055");
});

test("a hash of the log's tree that was edited changes no decision", async () => {
  const team = await agreedTeam();
  for (const name of ["tree", "hashes", "offsets", "leaves"]) {
    const path = join(team.log, name);
    if (!existsSync(path)) continue;
    const bytes = readFileSync(path);
    bytes[0] = (bytes[0] ?? 0) ^ 0xff;
    writeFileSync(path, bytes);
  }
  expect(verdict(await ask(team))).toMatch(/^(?:allowed|DS6055)$/);
});

test("a checkpoint that was edited is refused", async () => {
  const team = await agreedTeam();
  // The file beside the entries is a copy that is made again; what is signed stands behind the entries.
  rmSync(join(team.log, "checkpoint"), { force: true });
  const path = join(team.log, "entries.jsonl");
  const lines = readFileSync(path, "utf8").split("\n");
  const at = lines.findLastIndex((line) => line.startsWith('{"checkpoint"'));
  lines[at] = (lines[at] ?? "").replace(/\\n(\d+)\\n/, (_, size: string) => `\\n${Number(size) - 1}\\n`);
  writeFileSync(path, lines.join("\n"));
  // What it covered is signed no more: nobody has agreed then.
  expect(verdict(await ask(team))).toMatch(/^DS60(?:5[1235]|81)$/);
});

test("what the gate remembers counts only where nobody else may write it", async () => {
  const team = await agreedTeam();
  expect(verdict(await ask(team))).toBe("allowed");
  chmodSync(team.memory, 0o777);
  expect(verdict(await ask(team))).toBe("DS6111");
});

test("what the gate remembers of another state of the log is refused", async () => {
  const team = await newTeam();
  await ask(team);
  const path = join(team.memory, "core.json");
  const kept = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...kept, root: Buffer.alloc(32).toString("base64") }));
  expect(verdict(await ask(team))).toMatch(/^DS605[35]$/);
});

test("an old statement that is appended once more says nothing", async () => {
  const team = await newTeam();
  const proposed = await propose(team);
  await answer(team, proposed);
  const lines = readFileSync(join(team.log, "entries.jsonl"), "utf8").trim().split("\n");
  const agreed = lines.findLast((line) => line.includes('"sig"')) ?? "";
  await undo(team, proposed, "revocation", await digestOf(agreed), "ann");
  expect(verdict(await ask(team))).toBe("DS6086");
  await expect(putBytes(team, agreed)).rejects.toThrow(/entry \d+/);
  // Whoever writes the log's file past the engine has no key to sign it with, so that it says nothing, either.
  writeFileSync(join(team.log, "entries.jsonl"), `${agreed}\n`, { flag: "a" });
  expect(verdict(await ask(team))).toBe("DS6086");
});

test("a name that every object has stops no gate", async () => {
  const team = await agreedTeam();
  const subject = { name: "constructor", sha256: "ab".repeat(32) };
  await say(
    team,
    "person",
    team.keys.stranger,
    {
      who: "x",
      id: "constructor",
      name: "x",
      roles: ["operator"],
      keys: [Buffer.from(team.keys.stranger.spki).toString("base64")],
    },
    subject,
  );
  await say(team, "proposal", team.keys.ben, { who: "ben", script: "constructor", bundle: subject.sha256 }, subject);
  expect(verdict(await ask(team))).toBe("allowed");
});

test("an entry that is no signed statement stops the gate, and is named", async () => {
  const team = await agreedTeam();
  await putBytes(team, '{"payload":"","payload":""}');
  const found = await ask(team);
  expect(verdict(found)).toBe("DS6055");
  expect(found.reasons[0]?.message).toMatch(/^entry 7 is no signed statement/);
});

test("without a log nothing runs", async () => {
  const team = await agreedTeam();
  rmSync(team.log, { recursive: true });
  const gate = await open(team, { clock: () => now });
  expect(gate.laid.reasons.map(({ code }) => code)).toContain("DS6051");
});

async function digestOf(envelope: string): Promise<string> {
  const { hashText } = await import("../../../src/gate/index.ts");
  const { payload } = JSON.parse(envelope) as { payload: string };
  return hashText(Buffer.from(payload, "base64").toString("utf8"));
}
