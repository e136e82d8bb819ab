// The examples for build servers are YAML, and their commands pass on sound scripts and fail on others.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { parseDocument } from "yaml";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(join(root, "docs/operating/ci.md"), "utf8");
const examples = [...page.matchAll(/^```yaml (\S+)\n(.*?)^```$/gms)];
const folder = mkdtempSync(join(tmpdir(), "dscript-ci-"));
const sound = 'int twice(int n) { return n * 2 }\n\ntest "twice" { assert(twice(21) == 42) }\n';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an example for a build server", () => {
  for (const [, name, text = ""] of examples) {
    const commands = stringsOf(parseDocument(text, { uniqueKeys: true }).toJS()).filter((each) =>
      /^dscript /.test(each),
    );

    it(`${name} is YAML that runs all three commands`, () => {
      expect(parseDocument(text, { uniqueKeys: true, strict: true }).errors).toEqual([]);
      expect(commands.map((each) => each.split(" ")[1])).toEqual(["fmt", "check", "test"]);
    });

    it(`${name} passes sound scripts, and writes the reports that it keeps`, { timeout: 120_000 }, () => {
      expect(codesOf(commands, sound)).toEqual([0, 0, 0]);
      for (const [report] of text.matchAll(/\b(?:report\.xml|lcov\.info)$/gm))
        expect(existsSync(join(folder, report)), report).toBe(true);
    });

    it(`${name} fails others`, { timeout: 120_000 }, () => {
      expect(codesOf(commands, sound.replace("n * 2", "n*3"))).toEqual([1, 0, 1]);
      expect(codesOf(commands, `${sound}nocommand\n`)).toEqual([0, 76, 1]);
    });
  }

  it("is there for two", () => expect(examples.length).toBe(2));
});

/** The codes of the commands in a folder with one script. */
function codesOf(commands: readonly string[], script: string): readonly (number | null)[] {
  writeFileSync(join(folder, "twice.dscript"), script);
  writeFileSync(join(folder, "commands.txt"), "echo\n");
  const PATH = `${root}:${process.env["PATH"] ?? ""}`;
  const env = { PATH, HOME: folder, XDG_STATE_HOME: join(folder, ".state"), LC_ALL: "C" };
  return commands.map((command) => spawnSync("bash", ["-c", command], { cwd: folder, env, timeout: 100_000 }).status);
}

/** Every text in a YAML value. */
function stringsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
