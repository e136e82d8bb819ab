// The ASPEN example at work: a class goes on while the plan switches over, fails, is killed, and is taken back.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const example = join(root, "examples/aspen");
const limit = { timeout: 180_000 };

/** The Debian packages that it needs and this machine lacks. */
const missing = ["nginx-light:nginx", "git:git", "python3:python3", "gawk:awk", "curl:curl"]
  .filter((entry) => spawnSync("sh", ["-c", 'command -v "$0"', entry.split(":")[1] ?? ""]).status !== 0)
  .map((entry) => entry.split(":")[0]);
const needs = missing.length > 0 ? ` (skipped: needs ${missing.join(", ")})` : "";

const mayMount = spawnSync("unshare", ["--mount", "true"]).status === 0;

const home = mkdtempSync(join(tmpdir(), "dscript aspen-"));
const place = join(home, "the place");
const plan = join(place, "switch_over.dscript");

afterAll(() => rmSync(home, { recursive: true, force: true }));

const env = {
  PATH: `${root}:${process.env["PATH"] ?? ""}`,
  HOME: home,
  XDG_STATE_HOME: join(home, ".state"),
  LC_ALL: "C",
};

/** A command, as its user would see it: both outputs, and the status. */
function command(words: readonly string[]) {
  const [program = "", ...rest] = words;
  const { status, stdout, stderr } = spawnSync(program, rest, { cwd: home, encoding: "utf8", timeout: 120_000, env });
  return { status, said: stdout + stderr };
}

/** A command with a class at work, none of whose requests and saves may be lost. */
function inClass(...words: string[]) {
  const ended = command(["python3", join(example, "machines/class.py"), place, ...words]);
  expect(ended.said).toMatch(/^[1-9]\d* requests \(.*\), 0 failed, /m);
  expect(ended.said).toMatch(/^[1-9]\d* saves, 0 lost$/m);
  return ended;
}

const look = (name: string): string => readFileSync(join(place, name), "utf8");

/** Does the second also where the first fails. */
function mending<T>(first: () => T, second: () => void): T {
  try {
    return first();
  } finally {
    second();
  }
}

/** Nothing of a switch is left, and the usual machines have the work. */
function expectAsBefore(): void {
  expect(look("active.conf")).toBe(look("usual.conf"));
  expect(readlinkSync(join(place, "store"))).toMatch(/disk\/programs\.git$/);
  expect(existsSync(join(place, "hold"))).toBe(false);
  expect(existsSync(join(place, "ram"))).toBe(false);
}

function letterTo(role: string): string {
  const box = join(place, "mail", `${role}@example.com`);
  const text = existsSync(box) ? readFileSync(box, "utf8") : "";
  rmSync(box, { force: true });
  return text;
}

describe.skipIf(missing.length > 0)(`ASPEN${needs}`, () => {
  beforeAll(() => {
    expect(command(["dscript", "run", join(example, "start.dscript"), place])).toMatchObject({ status: 0 });
  }, 120_000);

  afterAll(() => {
    const pids = readdirSync(join(place, "run")).filter((name) => name.endsWith(".pid"));
    const alive = pids.map((name) => Number(look(`run/${name}`)));
    const { status } = command(["dscript", "run", join(example, "stop.dscript"), place]);
    expect(status).toBe(0);
    expect(existsSync(place)).toBe(false);
    for (const pid of alive) expect(existsSync(`/proc/${pid}`)).toBe(false);
  }, 120_000);

  it("switches over and back while a class is at work", limit, () => {
    const there = inClass("dscript", "run", plan);
    expect(there.status).toBe(0);
    expect(there.said).toMatch(/\d by big/);
    expect(look("active.conf")).toBe(look("peak.conf"));
    expect(letterTo("teacher")).toContain("ASPEN is on the big machine now");
    expect(letterTo("operator")).toContain("ASPEN is on the big machine now");
    const ram = readlinkSync(join(place, "ram"));
    expect(existsSync(ram)).toBe(true);
    expect(command(["dscript", "run", plan]).said).toContain("has been switched over already");
    const back = inClass("dscript", "undo", "last");
    expect(back.said).toContain("taken back: release_saves, switch_balancer, switch_store, hold_saves, copy_to_ram");
    expect(back.status).toBe(0);
    expect(existsSync(ram)).toBe(false);
    expectAsBefore();
  });

  it("keeps in its records which goal of the case each step has served", limit, () => {
    const { said } = command(["dscript", "logs", "--json", "--script", "switch_over"]);
    const served = new Map<string, unknown>();
    for (const line of said.trim().split("\n")) {
      const { Task, Goal, GoalLabel, GoalUid } = JSON.parse(line) as Readonly<Record<string, string>>;
      if (Task !== undefined) served.set(Task, { Goal, GoalLabel, GoalUid });
    }
    const goal = (GoalLabel: string, Goal: string) => ({ Goal, GoalLabel, GoalUid: GoalLabel });
    expect(Object.fromEntries(served)).toEqual({
      copy_to_ram: goal("G6", "Every program is on the RAM disk, while the students go on"),
      hold_saves: goal("G7", "Saves wait for a moment, so that none is lost"),
      switch_store: goal("G8", "Programs are read from the RAM disk, and saved there"),
      switch_balancer: goal("G9", "Every request goes to the big machine"),
      release_saves: goal("G10", "Saves go on, to the RAM disk"),
    });
  });

  it.skipIf(mayMount)("takes everything back where there is no RAM disk (where it cannot be made full)", limit, () => {
    const ended = inClass("dscript", "run", plan, "--ram-disk", join(home, "none"));
    expect(ended.said).toContain("taken back: copy_to_ram\n");
    expectAsBefore();
    expect(letterTo("operator")).toContain("No such file or directory");
    expect(letterTo("teacher")).toContain("ASPEN could not be switched over");
  });

  const faults: readonly Fault[] = [
    {
      what: "a web server does not say whether it saves",
      file: "run/web2.port",
      bad: "9\n",
      says: "Connection refused",
      back: "hold_saves, copy_to_ram",
    },
    {
      what: "the store cannot be changed",
      file: "store.new/in-the-way",
      bad: "",
      says: "mv: cannot overwrite",
      back: "switch_store, hold_saves, copy_to_ram",
    },
    {
      what: "the balancer refuses its configuration",
      file: "peak.conf",
      bad: "upstream {\n",
      says: "nginx ended with status 1",
      back: "switch_balancer, switch_store, hold_saves, copy_to_ram",
    },
  ];
  for (const { what, file, bad, says, back } of faults)
    it(`takes everything back, and tells, where ${what}`, limit, () => {
      const path = join(place, file);
      const good = existsSync(path) ? readFileSync(path) : undefined;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bad);
      const ended = mending(
        () => inClass("dscript", "run", plan),
        () => (good === undefined ? rmSync(dirname(path), { recursive: true }) : writeFileSync(path, good)),
      );
      expect(ended.said).toContain(`the plan switch_over is not done; taken back: ${back}\n`);
      expect(ended.status).not.toBe(0);
      expectAsBefore();
      for (const role of ["operator", "teacher"]) {
        const letter = letterTo(role);
        expect(letter).toContain("ASPEN could not be switched over");
        expect(letter).toContain(says);
      }
    });

  it.skipIf(!mayMount)("takes everything back where the RAM disk is full (needs the right to mount)", limit, () => {
    const small = join(home, "small");
    mkdirSync(small);
    expect(command(["mount", "-t", "tmpfs", "-o", "size=128k", "aspen", small]).status).toBe(0);
    const ended = mending(
      () => inClass("dscript", "run", plan, "--ram-disk", small),
      () => command(["umount", small]),
    );
    expect(ended.said).toContain("taken back: copy_to_ram\n");
    expect(ended.said).toContain("No space left on device");
    expectAsBefore();
    expect(letterTo("teacher") + letterTo("operator")).toContain("No space left on device");
  });

  // When the engine is killed, in the words of the shell, and what is done then.
  const kills: readonly (readonly [when: string, test: string, word: string])[] = [
    ["saves are held", "test -e hold", "undo"],
    ["the store is switched", "test store -ef ram/programs.git", "resume"],
    ["the balancer is switched", "cmp -s active.conf peak.conf", "undo"],
  ];
  for (const [when, test, word] of kills)
    it(`loses nothing where the engine is killed when ${when}, and ${word} follows`, limit, () => {
      const ended = inClass(
        ...[
          "sh",
          "-c",
          `cd "$0"; dscript run switch_over.dscript & until ${test} || ! kill -0 $!; do :; done; kill -9 $!; dscript ${word}`,
        ],
        place,
      );
      expect(ended.status).toBe(0);
      if (word === "resume") {
        expect(look("active.conf")).toBe(look("peak.conf"));
        expect(inClass("dscript", "undo", "last").status).toBe(0);
      }
      expectAsBefore();
    });

  it("is taken back where the teacher cannot be told, and the operator is paged", limit, () => {
    process.kill(Number(look("run/mail.pid")));
    rmSync(join(place, "run/mail.pid"));
    rmSync(join(place, "pager.txt"));
    const ended = inClass("dscript", "run", plan);
    expect(ended.said).toContain("taken back: release_saves, switch_balancer, switch_store, hold_saves, copy_to_ram\n");
    expect(look("pager.txt")).toContain("ASPEN could not be switched over: not everybody was told: teacher");
    expectAsBefore();
  });
});

interface Fault {
  readonly what: string;
  readonly file: string;
  readonly bad: string;
  /** What both roles read of it. */
  readonly says: string;
  readonly back: string;
}
