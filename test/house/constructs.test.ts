// A construct has the same file name on every floor, and the runtime starts commands in its own way only.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../../src/", import.meta.url));

/** Files of a floor that are no construct: what several constructs share. */
const shared = new Set(["index.ts", "header.ts", "body.ts"]);
/** Constructs of which nothing is left to compile. */
const erased = new Set(["error.ts", "import-command.ts"]);

describe("a statement", () => {
  it("has the same file name where it is parsed, checked and compiled", () => {
    const parsed = constructs("syntax");
    expect(constructs("checker")).toEqual(parsed);
    expect(constructs("compiler")).toEqual(parsed.filter((name) => !erased.has(name)));
  });
});

describe("a command", () => {
  it("starts without node:child_process", () => {
    const users = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
      (path) => path.endsWith(".ts") && /["'](?:node:)?child_process["']/.test(readFileSync(join(src, path), "utf8")),
    );
    expect(users).toEqual([]);
  });
});

function constructs(layer: string): readonly string[] {
  return readdirSync(join(src, layer, "statements"))
    .filter((name) => !shared.has(name))
    .sort();
}
