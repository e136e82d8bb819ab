// Checks every case under case/ and compares what is said of it, and the exit code, with the file beside it.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const corpus = fileURLToPath(new URL("./case/", import.meta.url));
/** What begins with `_` is a module of another one. */
const names = readdirSync(corpus).filter((name) => !name.endsWith(".out") && !name.startsWith("_"));

describe("a case of the corpus is checked as written down:", () => {
  const folder = mkdtempSync(join(tmpdir(), "dscript-corpus-"));
  cpSync(corpus, folder, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.concurrent.for(names)("%s", { timeout: 120_000 }, async (name, { expect }) => {
    await expect(await checked(name, folder)).toMatchFileSnapshot(join(corpus, `${name}.out`));
  });
});

/** Standard output, error output and exit code, as a person has them. */
function checked(name: string, folder: string): Promise<string> {
  const child = spawn(join(root, "dscript"), ["case", "check", name], {
    cwd: folder,
    timeout: 100_000,
    env: { PATH: process.env["PATH"], HOME: folder, XDG_STATE_HOME: join(folder, ".state"), LC_ALL: "C" },
  });
  const text = { output: "", errors: "" };
  child.stdout.setEncoding("utf8").on("data", (part: string) => (text.output += part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => (text.errors += part));
  return new Promise((settle, fail) => {
    child.on("error", fail);
    child.on("close", (code, signal) =>
      settle(`${text.output}--- error output\n${text.errors}--- exit ${code ?? signal}\n`),
    );
  });
}
