// The commands of ASPEN's README, as its reader runs them, in the order of its text.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { patternOf, readPage } from "../cli/page.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const missing = ["nginx-light:nginx", "git:git", "python3:python3", "gawk:awk", "curl:curl"]
  .filter((entry) => spawnSync("sh", ["-c", 'command -v "$0"', entry.split(":")[1] ?? ""]).status !== 0)
  .map((entry) => entry.split(":")[0]);
const home = mkdtempSync(join(tmpdir(), "dscript-aspen-"));
const place = join(home, "aspen");

/** A zone where it is not Thursday now, the day of the class, and no midnight comes while the page is played: its class is "today". */
const zone = ["UTC", "Etc/GMT+12", "Pacific/Kiritimati", "Etc/GMT+6", "Etc/GMT-6"].find((timeZone) => {
  const [now, later] = [0, 3_600_000].map((ahead) =>
    new Date(Date.now() + ahead).toLocaleDateString("en", { weekday: "short", timeZone }),
  );
  return now !== "Thu" && now === later;
});

function shell(line: string) {
  return spawnSync("bash", ["-c", `exec 2>&1\n${line}`], {
    cwd: root,
    encoding: "utf8",
    timeout: 120_000,
    env: {
      PATH: `${root}:${process.env["PATH"] ?? ""}`,
      HOME: home,
      XDG_STATE_HOME: join(home, ".state"),
      LC_ALL: "C.UTF-8",
      TZ: zone,
    },
  });
}

afterAll(() => {
  if (existsSync(place)) shell(`dscript run examples/aspen/stop.dscript ${place}`);
  rmSync(home, { recursive: true, force: true });
});

const needs = missing.length > 0 ? ` (skipped: needs ${missing.join(", ")})` : "";

describe.skipIf(missing.length > 0)(`ASPEN's README${needs}`, () => {
  for (const { title, commands } of readPage(join(root, "examples/aspen/README.md")))
    it(title, { timeout: 300_000 }, () => {
      expect(commands.length).toBeGreaterThan(0);
      for (const { line, expected, code } of commands) {
        const { stdout, status, signal } = shell(line.replaceAll("/tmp/aspen", place));
        const said = stdout.replaceAll(place, "/tmp/aspen");
        if (!patternOf(expected).test(said)) expect(`$ ${line}\n${said}`).toBe(`$ ${line}\n${expected}`);
        expect(`${status ?? signal}`, `$ ${line}\n${said}`).toBe(code);
      }
    });
});
