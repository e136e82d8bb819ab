// Attacks on the command line and the environment of the real `dscript`.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { readEnvelope } from "../../../src/agreement/index.ts";
import { run } from "./engine.ts";
import { agreedTeam, answer, type Content, newTeam, propose, speakNow, type Team, write } from "./team.ts";

beforeAll(speakNow);

const refused = 77;
const script = 'touch "done"\n';

/** A script that leaves a file; nobody has agreed on it. */
async function unagreed(more: Content = {}): Promise<Team> {
  const team = await newTeam(more);
  write(team, "clean.dscript", script);
  return team;
}

function isDone({ folder }: Team): boolean {
  return existsSync(join(folder, "done"));
}

test("what nobody has agreed on is refused with 77, and says whom to ask", async () => {
  const team = await unagreed();
  const ran = run(team, ["run", "clean.dscript"]);
  expect(ran).toMatchObject({ code: refused, text: expect.stringContaining("DS6061") });
  expect(isDone(team)).toBe(false);
});

test("--gate off on the command line loosens nothing", async () => {
  const team = await unagreed();
  expect(run(team, ["run", "--gate", "off", "clean.dscript"], { environment: { DSCRIPT_GATE: "off" } }).code).toBe(
    refused,
  );
  expect(isDone(team)).toBe(false);
});

test("text on standard input does not run", async () => {
  const team = await unagreed();
  const ran = run(team, ["run", "-"], { input: script });
  expect(ran).toMatchObject({ code: refused, text: expect.stringContaining("DS6031") });
  expect(isDone(team)).toBe(false);
});

test("words of a command line do not run", async () => {
  const team = await unagreed();
  const ran = run(team, ["diagnose", "--", "touch", "done"]);
  expect(ran).toMatchObject({ code: refused, text: expect.stringContaining("DS6031") });
  expect(isDone(team)).toBe(false);
});

test("a module that Node.js loads ahead does not get the script run", async () => {
  const team = await agreedTeam();
  const hook = write(team, "hook.mjs", "");
  const ran = run(team, ["run", "clean.dscript"], { node: ["--import", hook] });
  expect(ran).toMatchObject({ code: refused, text: expect.stringContaining("DS6011") });
  const by = run(team, ["run", "clean.dscript"], { environment: { NODE_OPTIONS: `--import ${hook}` } });
  expect(by).toMatchObject({ code: refused, text: expect.stringContaining("DS6012") });
});

test.each(["free", "gated"])(
  "DSCRIPT_REHEARSAL by hand lets nothing run where rehearsals are %s",
  async (rehearsals) => {
    const team = await unagreed({ rehearsals });
    const ran = run(team, ["run", "clean.dscript"], { environment: { DSCRIPT_REHEARSAL: "1" } });
    expect(ran).toMatchObject({ code: refused, text: expect.stringContaining("DS6013") });
    expect(isDone(team)).toBe(false);
  },
);

test.each(["free", "gated"])("DSCRIPT_TEST by hand lets nothing run where rehearsals are %s", async (rehearsals) => {
  const team = await unagreed({ rehearsals });
  mkdirSync(join(team.folder, "fakes/bin"), { recursive: true });
  const sandbox = { fakes: join(team.folder, "fakes/bin"), allowed: null, time: null, coverage: null };
  const file = write(team, "fakes/sandbox.json", JSON.stringify(sandbox));
  const ran = run(team, ["run", "clean.dscript"], { environment: { DSCRIPT_TEST: file } });
  expect(ran).toMatchObject({ code: refused, text: expect.stringContaining("DS6013") });
  expect(isDone(team)).toBe(false);
});

test.each(["free", "gated"])("DSCRIPT_INJECT by hand lets nothing run where rehearsals are %s", async (rehearsals) => {
  const team = await unagreed({ rehearsals });
  const rules = write(team, "rules.json", "[]");
  const ran = run(team, ["run", "clean.dscript"], { environment: { DSCRIPT_INJECT: rules } });
  expect(ran).toMatchObject({ code: refused, text: expect.stringContaining("DS6013") });
  expect(isDone(team)).toBe(false);
});

test("a test runs whole scripts where rehearsals are free, and nothing where they are not", async () => {
  const text = 'test "it runs" { Test.run("clean.dscript") }\n';
  const free = await unagreed({ rehearsals: "free" });
  write(free, "clean_test.dscript", text);
  expect(run(free, ["test", "clean_test.dscript"])).toMatchObject({
    code: 0,
    text: expect.stringContaining("1 passed"),
  });
  const gated = await unagreed({ rehearsals: "gated" });
  write(gated, "clean_test.dscript", text);
  expect(run(gated, ["test", "clean_test.dscript"])).toMatchObject({
    code: refused,
    text: expect.stringContaining("DS6013"),
  });
});

test("a test of one's own runs no command where rehearsals are gated", async () => {
  const team = await unagreed({ rehearsals: "gated" });
  write(team, "own_test.dscript", `test "a" { touch "${team.folder}/done" }\n`);
  expect(run(team, ["test", "own_test.dscript"]).code).toBe(refused);
  const request = write(
    team,
    "request.json",
    JSON.stringify({
      file: join(team.folder, "own_test.dscript"),
      tests: [0],
      folder: team.folder,
      events: join(team.folder, "events"),
      timeout: 9000,
      language: "en",
    }),
  );
  expect(run(team, ["test"], { environment: { DSCRIPT_TEST_WORKER: request } }).code).toBe(refused);
  expect(isDone(team)).toBe(false);
});

test("what a dry run has kept is not applied past the gate", async () => {
  const team = await unagreed({ rehearsals: "free" });
  run(team, ["run", "--dry-run", "clean.dscript"]);
  expect(run(team, ["run", "--apply", "last"])).toMatchObject({
    code: refused,
    text: expect.stringContaining("DS6013"),
  });
  expect(isDone(team)).toBe(false);
});

test("a dry run in a world of its own leaves nothing behind", async () => {
  const team = await unagreed({ rehearsals: "free" });
  const ran = run(team, ["run", "--dry-run", "clean.dscript"]);
  // Where this host makes no worlds, it says so.
  expect(ran.text).not.toContain("DS6013");
  expect(isDone(team)).toBe(false);
});

test("a decision is on disk ahead of the first side effect, also where the engine is killed at that", async () => {
  const team = await newTeam();
  write(team, "clean.dscript", 'sh "-c" "touch done; kill -9 $PPID"\n'.replace("$PPID", "\\$PPID"));
  await answer(team, await propose(team));
  run(team, ["run", "clean.dscript"]);
  expect(isDone(team)).toBe(true);
  expect(decisions(team)).toEqual(["allow"]);
});

test("a refusal is written, too", async () => {
  const team = await unagreed();
  run(team, ["run", "clean.dscript"]);
  expect(decisions(team)).toEqual(["refuse"]);
});

test("a full disk under the decisions lets nothing run", async (context) => {
  const team = await agreedTeam();
  write(team, "clean.dscript", script);
  await answer(team, await propose(team));
  // Whatever the gate remembers is on the small disk, too.
  mkdirSync(team.memory, { recursive: true });
  const were = join(team.folder, "were");
  cpSync(team.memory, were, { recursive: true });
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", team.memory]).status !== 0)
    return context.skip("mounting a tmpfs is not allowed here (mount, Debian package mount, as root)");
  try {
    cpSync(were, team.memory, { recursive: true });
    const filled = spawnSync("dd", ["if=/dev/zero", `of=${join(team.memory, "ballast")}`, "bs=4k"], {
      encoding: "utf8",
    });
    expect(filled.stderr).toContain("No space left on device");
    const ran = run(team, ["run", "clean.dscript"]);
    expect(ran).toMatchObject({ code: refused, text: expect.stringContaining("DS6111") });
    expect(ran.text).toContain("No space left on device");
    expect(ran.text).not.toContain("others may write");
    expect(isDone(team)).toBe(false);
    rmSync(join(team.memory, "ballast"));
    expect(run(team, ["run", "clean.dscript"]).code).toBe(0);
    expect(isDone(team)).toBe(true);
    expect(decisions(team).at(-1)).toBe("allow");
  } finally {
    spawnSync("umount", [team.memory]);
  }
});

test("a limit on the size of files lets no decision be left out", async () => {
  const team = await agreedTeam();
  write(team, "clean.dscript", script);
  await answer(team, await propose(team));
  const ran = run(team, ["run", "clean.dscript"], {
    ahead: ["sh", "-c", 'trap "" XFSZ; ulimit -f 0; exec "$@"', "sh"],
  });
  expect(ran.code).toBe(refused);
  expect(isDone(team)).toBe(false);
});

test("commands get no BASH_ENV and no PATH of the caller's", async () => {
  const team = await newTeam({ environment: { path: "/usr/bin:/bin" } });
  const evil = join(team.folder, "evil");
  mkdirSync(evil);
  writeFileSync(join(evil, "touch"), `#!/bin/sh\necho evil > ${team.folder}/evil.txt\n`, { mode: 0o755 });
  write(team, "clean.dscript", 'touch "done"\nbash "-c" "true"\n');
  await answer(team, await propose(team));
  const profile = write(team, "profile", `echo evil > ${team.folder}/evil.txt\n`);
  const environment = { PATH: `${evil}:${process.env["PATH"]}`, BASH_ENV: profile };
  expect(run(team, ["run", "clean.dscript"], { environment }).code).toBe(0);
  expect(isDone(team)).toBe(true);
  expect(existsSync(join(team.folder, "evil.txt"))).toBe(false);
});

function decisions({ memory }: Team): readonly string[] {
  const lines = readFileSync(join(memory, "decisions/entries.jsonl"), "utf8").trim().split("\n");
  const statements = lines.filter((line) => !line.startsWith('{"checkpoint"'));
  return statements.map((line) => {
    const reading = readEnvelope(Buffer.from(line));
    return reading.ok ? String(reading.envelope.statement.predicate["decision"]) : reading.trouble.message;
  });
}
