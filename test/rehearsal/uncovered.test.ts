// What a dry run's records tell of effects that are no files.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { shippedCommands } from "../../src/commands/index.ts";
import { librarySignatures } from "../../src/records/index.ts";
import { uncoveredIn } from "../../src/rehearsal/uncovered.ts";

const folder = mkdtempSync(join(tmpdir(), "dscript-uncovered-"));

afterAll(() => rmSync(folder, { recursive: true }));

function uncovered(records: readonly object[]): ReturnType<typeof uncoveredIn> {
  const file = join(folder, "records.jsonl");
  const change = { LogPoint: "SystemChangePoint", Phase: "before", ScriptLine: 1 };
  writeFileSync(file, records.map((each) => `${JSON.stringify({ ...change, ...each })}\n`).join(""));
  return uncoveredIn(file, shippedCommands);
}

describe("effects that no difference of files shows", () => {
  it("are told of the command itself, whatever quotes its words have", () => {
    expect(uncovered([{ Api: "env", argv: "env 'NAME=it'\\''s' cp one two" }])).toEqual([]);
    const argv = "env 'NAME=it'\\''s' hostname 'an other'";
    expect(uncovered([{ Api: "env", argv }])).toMatchObject([{ command: argv, line: 1, times: 1 }]);
  });

  it("are told of the library's calls that have some", () => {
    const calls = librarySignatures().filter(({ changes }) => changes === true);
    const all = uncovered([...calls, ...calls].map(({ key }) => ({ Api: key })));
    expect(all.map(({ command, times }) => [command, times])).toEqual(
      [
        "System.kill",
        ...["post", "postJson", "put", "patch", "delete", "send", "download", "upload"].map((each) => `Http.${each}`),
      ].map((each) => [each, 2]),
    );
  });

  it("are not told of twice", () => {
    expect(uncovered([{ Api: "Http.post" }, { Api: "Http.post", Phase: "after" }])).toHaveLength(1);
  });
});
