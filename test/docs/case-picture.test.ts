// The picture of ASPEN's case in the documents is what the command beside it writes.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

for (const [language, file] of [
  ["en", "aspen.svg"],
  ["ja", "aspen.ja.svg"],
] as const)
  it(`docs/case/${file} shows the example's case as it is`, { timeout: 60_000 }, async () => {
    const command = `case render examples/aspen/aspen.dcase.yaml --lang ${language}`;
    const { status, stdout, stderr } = spawnSync(`${root}dscript`, command.split(" "), { cwd: root, encoding: "utf8" });
    expect(`${status} ${stderr}`).toBe("0 ");
    await expect(stdout).toMatchFileSnapshot(`../../docs/case/${file}`);
    if (language === "en") {
      const page = readFileSync(`${root}docs/case/README.md`, "utf8");
      expect(page).toContain(`dscript ${command.replace(" --lang en", "")} -o docs/case/aspen.svg`);
      expect(page).toContain("](aspen.svg)");
    }
  });
