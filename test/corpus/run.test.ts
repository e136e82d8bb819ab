// Runs every script under run/ and compares what it wrote and how it ended with the file beside it.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const corpus = fileURLToPath(new URL("./run/", import.meta.url));

for (const construct of readdirSync(corpus))
  describe(construct, () => {
    const scripts = readdirSync(join(corpus, construct)).filter((name) => name.endsWith(".dscript") && !name.startsWith("_"));
    for (const script of scripts)
      it(`${script.slice(0, -8)} runs as written down`, { timeout: 120_000 }, async () => {
        await expect(outcomeOf(construct, script)).toMatchFileSnapshot(join(corpus, construct, `${script.slice(0, -8)}.out`));
      });
  });

/** Standard output, error output and exit code, in a copy of the construct's folder. */
function outcomeOf(construct: string, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), "dscript-corpus-"));
  try {
    cpSync(join(corpus, construct), folder, { recursive: true });
    const ended = spawnSync(join(root, "dscript"), ["run", script, "first", "two words"], {
      cwd: folder,
      encoding: "utf8",
      timeout: 100_000,
      env: { PATH: process.env["PATH"], HOME: folder, XDG_STATE_HOME: join(folder, ".state"), LC_ALL: "C", GREETING: "hello" },
    });
    const plain = (text: string): string => text.replaceAll(folder, "FOLDER").replace(/ in [\d.]+ m?s,/, " in TIME,");
    return `${plain(ended.stdout)}--- error output\n${plain(ended.stderr)}--- exit ${ended.status ?? ended.signal}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
