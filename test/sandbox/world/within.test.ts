// Paths of a world: no link leads out of it.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { within } from "../../../src/sandbox/world/within.ts";

const root = mkdtempSync(join(tmpdir(), "dscript-within-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

mkdirSync(join(root, "var/real"), { recursive: true });
symlinkSync("/var/real", join(root, "absolute"));
symlinkSync("../../../../../../etc", join(root, "var/up"));
symlinkSync("var/real", join(root, "relative"));
symlinkSync("/round", join(root, "round"));

it.each([
  ["/var/real/x", "var/real/x"],
  ["/absolute/x", "var/real/x"],
  ["/relative/../x", "var/x"],
  ["/var/up/passwd", "etc/passwd"],
  ["/../../../etc/passwd", "etc/passwd"],
  ["/", ""],
])("%s lies at %s", (path, place) => {
  expect(within(root, path)).toBe(join(root, place));
});

it("gives up on links that go round", () => {
  expect(() => within(root, "/round")).toThrow(expect.objectContaining({ code: "ELOOP" }));
});
