// The operating examples: units that systemd takes, and the crontab line as cron runs it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { has } from "../terminal/terminal.ts";

const units = fileURLToPath(new URL("../../docs/operating/systemd/", import.meta.url));

describe.skipIf(!has("systemd-analyze"))("systemd units (where systemd-analyze is installed)", () => {
  it("are taken by systemd", { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "dscript-units-"));
    try {
      for (const name of ["backup.service", "backup.timer"]) {
        // The program need not be installed here.
        const text = readFileSync(join(units, name), "utf8").replace("/usr/local/bin/dscript", "/bin/true");
        writeFileSync(join(folder, name), text);
      }
      const verified = spawnSync(
        "systemd-analyze",
        ["verify", "--man=no", "--recursive-errors=no", join(folder, "backup.service"), join(folder, "backup.timer")],
        { encoding: "utf8" },
      );
      expect(verified.stderr + verified.stdout).toBe("");
      expect(verified.status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
