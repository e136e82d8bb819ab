// Bad input through a terminal, a narrow one, a dumb one, and from a bare environment: the same codes everywhere, and never an internal error.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { expectedCodes, tryAll } from "./bad-input.ts";
import { has, root, Terminal, type TerminalOptions } from "./terminal.ts";

let terminal: Terminal | undefined;

afterEach(() => {
  terminal?.dispose();
  terminal = undefined;
});

const time = { timeout: 300_000 };
const patience = 240_000;

describe("bad input", () => {
  for (const [what, options, line] of [
    ["through a terminal", {}, "sh all.sh"],
    ["through a dumb terminal of 20 columns", { columns: 20 }, "TERM=dumb sh all.sh"],
  ] as const satisfies readonly (readonly [string, TerminalOptions, string])[])
    it.skipIf(!has("tmux"))(`${what} (where tmux is installed) ends as anywhere`, time, async () => {
      terminal = new Terminal({ files: { "all.sh": tryAll }, ...options });
      await terminal.run(`${line}; echo "e""nd"`);
      const screen = await terminal.until(/\nend\nready> $/, patience);
      expect(readFileSync(join(terminal.folder, "codes"), "utf8")).toBe(expectedCodes);
      expect(screen).not.toMatch(/internal error| {4}at .*\.(?:ts|js|cjs):/);
      expect(terminal.commands()).toEqual([]);
    });

  it("as cron gives it, without a terminal, ends as anywhere", time, () => {
    const folder = mkdtempSync(join(tmpdir(), "dscript-bad-input-"));
    try {
      const node = process.execPath.replace(/\/[^/]*$/, "");
      const { stdout } = spawnSync("setsid", ["-w", "sh", "-c", `${tryAll}`], {
        cwd: folder,
        encoding: "utf8",
        env: { PATH: `${root}:${node}:/usr/bin:/bin`, HOME: folder, SHELL: "/bin/sh" },
        stdio: ["ignore", "pipe", "pipe"],
      });
      expect(readFileSync(join(folder, "codes"), "utf8")).toBe(expectedCodes);
      expect(stdout).toContain("parts 10000\n");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
