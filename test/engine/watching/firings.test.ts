// What a watcher that was killed in a block leaves: a run of its own that can be finished or taken back.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runDscript } from "../../run-dscript.ts";

const dscript = fileURLToPath(new URL("../../../dscript", import.meta.url));
const limit = { timeout: 60_000 };
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-firings-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const script = `
task first(int n)
  goal "the first is there"
{ echo "\${n}" > first } undo { rm -f first }
task second()
  goal "the second is there"
  post { test -e second }
{
  wait until (test -e go) every 20ms
  touch second
} undo { rm -f second }
plan act(int n, String text) { first(n); second() } on undo failure { println("no") }
var count = 0
monitor seen every 20ms { count += 1; return count }
monitor text every 20ms { return "some \\"text\\"" }
when (seen == 1) at most 1 per 1h { act(0, "\${text}") }
when (seen > 1) at most 1 per 1h { act(seen, text); touch behind }
`;

/** Kills a watcher that is in the second task of its second firing. */
async function killWithin(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
  writeFileSync(join(folder, "w.dscript"), script);
  writeFileSync(join(folder, "go"), "");
  const child = spawn(dscript, ["watch", "w.dscript"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    env: { PATH: process.env["PATH"], HOME: folder, XDG_STATE_HOME: join(folder, "state"), LC_ALL: "C" },
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  let text = "";
  await new Promise<void>((resolve) =>
    child.stderr.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      if (!/seen 1.*: done/.test(text)) return;
      rmSync(join(folder, "go"), { force: true });
      resolve();
    }),
  );
  // Neither that of the first firing, nor one that nobody has written yet.
  await until(() => existsSync(join(folder, "first")) && /^[1-9]/.test(readFileSync(join(folder, "first"), "utf8")));
  rmSync(join(folder, "second"), { force: true });
  child.kill(signal);
  await ended;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function unfinished(): Promise<readonly { readonly id: string; readonly plans: readonly string[] }[]> {
  const { out } = await runDscript(folder, ["runs", "--unfinished", "--json"]);
  return lines(out);
}

const codes = (out: string): readonly number[] =>
  lines<{ readonly code: number }>(out)
    .map(({ code }) => code)
    .toSorted((a, b) => b - a);

function lines<Line>(out: string): readonly Line[] {
  return out
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}

describe("a watcher that is killed in a block", () => {
  it("leaves its plan to be taken back", limit, async () => {
    await killWithin();
    const [run, ...others] = await unfinished();
    expect(others).toEqual([]);
    expect(run?.plans).toEqual(["act"]);
    const { code, error } = await runDscript(folder, ["undo", run?.id ?? ""]);
    expect(error).not.toMatch(/watches/);
    expect(code).toBe(0);
    expect(existsSync(join(folder, "first"))).toBe(false);
    expect(existsSync(join(folder, "behind"))).toBe(false);
    expect(await unfinished()).toEqual([]);
  });

  it("leaves it to be finished with the values that it was judged by", limit, async () => {
    await killWithin();
    const [run] = await unfinished();
    const before = readFileSync(join(folder, "first"), "utf8");
    writeFileSync(join(folder, "go"), "");
    const { code } = await runDscript(folder, ["resume", run?.id ?? ""]);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, "first"), "utf8")).toBe(before);
    expect(existsSync(join(folder, "second"))).toBe(true);
    expect(existsSync(join(folder, "behind"))).toBe(true);
    expect(await unfinished()).toEqual([]);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("is listed as ended by %s, where that interrupted it", limit, async (signal, code) => {
    await killWithin(signal);
    const { out } = await runDscript(folder, ["runs", "--json"]);
    expect(codes(out)).toEqual([code, code, 0]);
  });

  it("lists each firing that ran a plan as a run of its own", limit, async () => {
    writeFileSync(join(folder, "w.dscript"), script.replace("touch behind", "exit 3"));
    writeFileSync(join(folder, "go"), "");
    expect((await runDscript(folder, ["watch", "w.dscript"])).code).toBe(3);
    const { out } = await runDscript(folder, ["runs", "--json"]);
    expect(codes(out)).toEqual([3, 3, 0]);
    expect(await unfinished()).toEqual([]);
  });

  it("says of one that failed what failed, and where", limit, async () => {
    const failing = script.replace("touch second", "false").replace("; touch behind", "");
    writeFileSync(join(folder, "w.dscript"), failing);
    writeFileSync(join(folder, "go"), "");
    await runDscript(folder, ["watch", "--for", "3s", "w.dscript"]);
    const { out } = await runDscript(folder, ["runs", "--json"]);
    const failed = lines<{ readonly id: string; readonly code: number }>(out).filter(({ code }) => code !== 0);
    expect(failed.length).toBeGreaterThan(0);
    for (const { id } of failed)
      expect((await runDscript(folder, ["runs", "show", id])).out).toContain("false ended with status 1 (line 10)\n");
  });
});
