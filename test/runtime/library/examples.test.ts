// The examples of the manual's page of the library do what the page says.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { libraryExamples } from "../../records/library-examples.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const page = readFileSync(join(root, "docs/language/library.md"), "utf8");
const runnable = libraryExamples(page).filter((example) => example.prints !== null);
const isOfTests = ({ signature }: { signature: string }): boolean => /^(?:Test|Fake)\./.test(signature);
const examples = runnable.filter((example) => !isOfTests(example));
const testExamples = runnable.filter(isOfTests);

// What examples of outcomes call: tasks and plans stand at a file's top level.
const plans = `task failing() { false } irreversible "nothing happens"
task done() { } irreversible "nothing happens"
plan failing_plan() { failing() }
plan done_plan() { done() }
`;

// One script for all, each example a function that is called in a directory of its own: starting the engine 200 times takes a minute.
describe("docs/language/library.md", () => {
  const folder = mkdtempSync(join(tmpdir(), "dscript-examples-"));
  const outputs = new Map<number, string>();
  let end = "";

  beforeAll(() => {
    const functions = examples.map(({ code }, index) => `void example${index}() {\n  ${code}\n}\n`);
    const calls = examples.map(
      (_example, index) => `print("\\n@${index}\\n"); cd "${folder}/${index}" { example${index}() }\n`,
    );
    for (const index of examples.keys()) mkdirSync(join(folder, String(index)));
    writeFileSync(join(folder, "examples.dscript"), [plans, ...functions, ...calls].join(""));
    const ended = spawnSync(
      process.execPath,
      ["--import", "tsx", join(root, "src/cli/main.ts"), "run", join(folder, "examples.dscript")],
      {
        cwd: root,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
        timeout: 200_000,
        env: { ...process.env, XDG_STATE_HOME: join(folder, ".state") },
      },
    );
    end = `${ended.status} ${ended.stderr}`;
    for (const part of ended.stdout.split("\n@").slice(1)) {
      const newline = part.indexOf("\n");
      outputs.set(Number(part.slice(0, newline)), part.slice(newline + 1));
    }
  }, 240_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has examples that all run", () => {
    expect(end).toMatch(/^0 /);
  });

  for (const [index, { signature, prints }] of examples.entries())
    it(`shows what ${signature} does`, () => {
      expect(outputs.get(index)?.replace(/\n$/, "")).toBe(prints);
    });
});

// Each a test that fails at its end: then its output is reported.
describe("docs/language/library.md, Test and Fake", () => {
  const folder = mkdtempSync(join(tmpdir(), "dscript-examples-"));
  let outputs: readonly (string | undefined)[] = [];

  beforeAll(() => {
    const tests = testExamples.map(({ code }, index) => `test "${index}" {\n  ${code}\n  assert(false, "shown")\n}\n`);
    writeFileSync(join(folder, "examples_test.dscript"), tests.join(""));
    const ended = spawnSync(join(root, "dscript"), ["test", "--format", "json"], {
      cwd: folder,
      encoding: "utf8",
      timeout: 200_000,
      env: { ...process.env, XDG_STATE_HOME: join(folder, ".state") },
    });
    const { files } = JSON.parse(ended.stdout) as {
      files: { tests: { output?: string; failures: { message: string; text: string }[] }[] }[];
    };
    outputs = (files[0]?.tests ?? []).map(({ output = "", failures }) =>
      failures[0]?.message === "shown" ? output : failures.map(({ text }) => text).join(""),
    );
  }, 240_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const [index, { signature, prints }] of testExamples.entries())
    it(`shows what ${signature} does`, () => {
      expect(outputs[index]?.replace(/\n$/, "")).toBe(prints);
    });
});
