// An engine that is killed in a block that is atomic: the next start of any dscript leaves all of it, or nothing.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { runDscript } from "../../run-dscript.ts";
import { exact, roughly } from "../../sandbox/atomic/snapshot.ts";

const base = mkdtempSync("/var/tmp/dscript-atomic-kills-");
afterAll(() => rmSync(base, { recursive: true, force: true }));

const rounds = Number(process.env["DSCRIPT_ATOMIC_KILLS"] ?? 12);
const files = 300;

const script = `atomic ("tree") {
  for (String name in glob("tree/*.txt")) { System.appendText(name, "more\\n") }
  mv tree/sub tree/moved
  rm tree/1.txt tree/2.txt
  mkdir tree/new
  cp tree/3.txt tree/new
}
`;

function plant(folder: string): void {
  mkdirSync(join(folder, "tree/sub"), { recursive: true });
  for (let at = 0; at < files; at += 1) writeFileSync(join(folder, `tree/${at}.txt`), `${at}\n`);
  writeFileSync(join(folder, "tree/sub/x"), "x\n");
  writeFileSync(join(folder, "script.dscript"), script);
  writeFileSync(join(folder, "nothing.dscript"), "");
}

const contents = (folder: string): readonly string[] =>
  roughly(join(folder, "tree")).map((line) => line.replace(/ @.*/, ""));

it("leaves all or nothing, whenever the engine was killed", async () => {
  const plain = join(base, "plain");
  mkdirSync(plain);
  plant(plain);
  const whole = await runDscript(plain, ["run", "script.dscript"]);
  expect(whole.code).toBe(0);
  const seen = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const folder = join(base, String(round));
    mkdirSync(folder);
    plant(folder);
    const before = exact(join(folder, "tree"));
    // From the opening on to behind the end.
    const after = whole.milliseconds * (0.3 + (0.8 * round) / rounds);
    await runDscript(folder, ["run", "script.dscript"], {}, (kill) => {
      setTimeout(() => kill("SIGKILL"), after);
    });
    const next = await runDscript(folder, ["run", "nothing.dscript"]);
    expect(next.code).toBe(0);
    const isBack = exact(join(folder, "tree")).join("\n") === before.join("\n");
    seen.add(isBack ? "back" : "whole");
    if (!isBack) expect(contents(folder)).toEqual(contents(plain));
    expect(readdirSync(folder).filter((name) => name.startsWith(".dscript-"))).toEqual([]);
    // Where it was killed ahead of its first entry, an empty folder is left for a minute.
    const kept = join(folder, "state/dscript/atomic");
    for (const name of existsSync(kept) ? readdirSync(kept) : []) expect(readdirSync(join(kept, name))).toEqual([]);
    rmSync(folder, { recursive: true });
  }
  expect(seen.has("back")).toBe(true);
}, 600_000);
