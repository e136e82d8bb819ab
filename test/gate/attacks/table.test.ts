// The table of attacks in the guide, and the tests: each has the other.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reasonRows } from "../../../src/consent/index.ts";

const page = readFileSync(join(import.meta.dirname, "../../../docs/guide/security.md"), "utf8");
const rows = page
  .slice(page.indexOf("| what is tried |"))
  .split("\n")
  .slice(2)
  .filter((line) => line.startsWith("| "))
  .map((line) => line.slice(2, -2).split(" | "));

function titles(): readonly string[] {
  const files = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith(".test.ts") && name !== "table.test.ts",
  );
  return files.flatMap((name) => {
    const text = readFileSync(join(import.meta.dirname, name), "utf8");
    return [...text.matchAll(/^test(?:\.\w+\([^\n]*?\))?\(\s*"((?:[^"\\]|\\.)*)"/gm)].map(([, title = ""]) =>
      title.replace("%s", "…"),
    );
  });
}

test("the guide names each attack's test, and each test has its line", () => {
  const named = rows.map(([, , title]) => title ?? "");
  const all = titles().filter((title) => title !== "an agreed script runs");
  expect(named.length).toBeGreaterThanOrEqual(30);
  expect([...named].sort()).toEqual([...all].sort());
});

test("the codes in the guide are those of the steps that it names", () => {
  for (const [what, stops = ""] of rows) {
    const steps = /^(\d+)(?: (?:to|and) (\d+))?/.exec(stops);
    for (const [code] of stops.matchAll(/DS6\d{3}/g)) {
      expect(Object.keys(reasonRows), what).toContain(code);
      const { step } = reasonRows[code as keyof typeof reasonRows];
      expect(step, `${what}: ${code}`).toBeGreaterThanOrEqual(Number(steps?.[1]));
      expect(step, `${what}: ${code}`).toBeLessThanOrEqual(Number(steps?.[2] ?? steps?.[1]));
    }
  }
});
