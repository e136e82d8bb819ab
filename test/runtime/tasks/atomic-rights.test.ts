// Which commands a block of `atomic` may start: those of its own text, and of any function.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { NamedCommand, Site } from "../../../src/records/index.ts";
import { namesOf } from "../../../src/runtime/tasks/atomic-rights.ts";

const site = (start: number, end: number, within: string, file = 0): Site => ({
  ...{ file, start, end, line: 1, column: 1, function: within, api: "", arguments: [] },
});
const command = (name: string, start: number, file = 0): NamedCommand => ({
  ...{ name, file, start, end: start + 1, optional: false },
});

test("names what a block's text names, and what any function does, each once", () => {
  const program = {
    sites: [site(0, 10, "main"), site(20, 30, "main"), site(40, 50, "deploy"), site(0, 90, "imported", 1)],
    commands: [
      ...[command("cp", 5), command("rm", 25), command("sudo", 45), command("cp", 46), command("mv", 60)],
      command("su", 7, 1),
    ],
  };
  expect(namesOf(program, 0)).toEqual(["cp", "sudo", "su"]);
  expect(namesOf(program, 1)).toEqual(["rm", "sudo", "cp", "su"]);
  expect(namesOf(program, 0)).toBe(namesOf(program, 0));
});

/** Constructs as a text has them: they lie in one another or apart. */
const nested = fc.array(fc.tuple(fc.nat(3), fc.nat(15), fc.nat(3), fc.boolean()), { maxLength: 30 }).map((drawn) =>
  drawn.map(([depth, at, file, isFunction]) => {
    const length = 64 >> depth;
    const start = (at * length) % 256;
    return site(start, start + length, isFunction ? "f" : "main", file % 2);
  }),
);
const commands = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.nat(254), fc.nat(1)), { maxLength: 20 })
  .map((drawn) => drawn.map(([name, start, file]) => command(name, start, file)));

test("is what comparing each command with each place gives", () => {
  fc.assert(
    fc.property(nested, commands, (sites, named) => {
      const isIn = (one: NamedCommand, other: Site): boolean =>
        one.file === other.file && one.start >= other.start && one.end <= other.end;
      const expected = named.filter(
        (one) =>
          (sites[0] !== undefined && isIn(one, sites[0])) ||
          sites.some((other) => other.function !== "main" && isIn(one, other)),
      );
      expect(new Set(namesOf({ sites, commands: named }, 0))).toEqual(new Set(expected.map(({ name }) => name)));
    }),
  );
});
