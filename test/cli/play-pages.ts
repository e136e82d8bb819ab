// Runs pages of command-line tests against the built program: in parts, which run beside each other.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type PageSection, patternOf, readPage } from "./page.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
// The guide's own commands are run as its readers run them.
const folders = ["test/cli/pages", "docs/guide"].map((folder) => join(root, folder));
const single = ["case/patterns.md", "case/evidence.md", "case/scaffold.md", "agreement/gate.md"];
const pages = [
  ...folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))),
  ...single.map((name) => join(root, "docs", name)),
];

const parts = 3;

/** Plays every third page, from this one on. */
export function playPages(part: number): void {
  const all = pages.filter((name) => name.endsWith(".md") && basename(name) !== "README.md");
  for (const page of all.filter((_, index) => index % parts === part))
    describe(basename(page), () => {
      for (const section of readPage(page)) it(section.title, { timeout: 120_000 }, () => play(section));
    });
}

function play(section: PageSection): void {
  const folder = mkdtempSync(join(tmpdir(), "dscript-page-"));
  try {
    for (const file of section.files) {
      mkdirSync(dirname(join(folder, file.name)), { recursive: true });
      writeFileSync(join(folder, file.name), file.text);
      chmodSync(join(folder, file.name), 0o755);
    }
    for (const command of section.commands) {
      const ended = spawnSync("bash", ["-c", `exec 2>&1\n${command.line}`], {
        cwd: folder,
        encoding: "utf8",
        timeout: 100_000,
        env: {
          PATH: `${root}:${process.env["PATH"] ?? ""}`,
          HOME: folder,
          XDG_STATE_HOME: join(folder, ".state"),
          LC_ALL: "C",
        },
      });
      const output = ended.stdout.replaceAll(folder, "FOLDER");
      const shown = `$ ${command.line}\n`;
      const fits = patternOf(command.expected).test(output);
      // The whole text is compared only where it does not fit, so that a failure shows both sides.
      if (!fits) expect(`${shown}${output}`).toBe(`${shown}${command.expected}`);
      expect(`${ended.status ?? ended.signal}`, shown + output).toMatch(patternOf(command.code));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
