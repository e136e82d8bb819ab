// Each code that is said of logs and statements stands on their page, and no other.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:ENV|LOG)-\d\d\b/g)].map(([code]) => code);
}

test("docs/agreement/log.md has every code", () => {
  const said = ["src/agreement", "src/ledger", "src/cli/log"].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => codesIn(readFileSync(`${root}${folder}/${name}`, "utf8"))),
  );
  const page = codesIn(readFileSync(`${root}docs/agreement/log.md`, "utf8"));
  expect([...new Set(page)].sort()).toEqual([...new Set(said)].sort());
});
