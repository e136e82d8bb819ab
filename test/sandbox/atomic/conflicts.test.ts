// What somebody else does in a tree meanwhile: it is seen at the commit, and nothing is applied.
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { make, type Operation } from "./operations.ts";
import { isRoot, newPlace, opened, removePlaces, within } from "./places.ts";
import { exact, roughly } from "./snapshot.ts";

afterAll(removePlaces);

interface Case {
  readonly what: string;
  readonly inside: readonly Operation[];
  readonly outside: (tree: string) => void;
  readonly clashes: readonly [path: string, what: string][];
}

const write = (at: string): Operation => ({ do: "write", at, text: "mine" });

const clashing: readonly Case[] = [
  {
    what: "a file that both have changed",
    inside: [write("a")],
    outside: (tree) => appendFileSync(`${tree}/a`, "theirs"),
    clashes: [["a", "changed"]],
  },
  {
    what: "a change that keeps size and time",
    inside: [write("dir/sub/c")],
    outside(tree) {
      writeFileSync(`${tree}/dir/sub/c`, "THREE\n");
      utimesSync(`${tree}/dir/sub/c`, 978_307_200, 978_307_200);
    },
    clashes: [["dir/sub/c", "changed"]],
  },
  {
    what: "a file that somebody else has removed",
    inside: [write("a")],
    outside: (tree) => unlinkSync(`${tree}/a`),
    clashes: [["a", "removed"]],
  },
  {
    what: "a file that somebody else has given another name",
    inside: [write("a")],
    outside: (tree) => renameSync(`${tree}/a`, `${tree}/other`),
    clashes: [["a", "changed"]],
  },
  {
    what: "a name that both have made",
    inside: [write("new")],
    outside: (tree) => writeFileSync(`${tree}/new`, "theirs"),
    clashes: [["new", "made"]],
  },
  {
    what: "a new name that somebody else has given an old file",
    inside: [write("new")],
    outside: (tree) => renameSync(`${tree}/dir/sub/c`, `${tree}/new`),
    clashes: [["new", "changed"]],
  },
  {
    what: "something new in a folder that is removed",
    inside: [{ do: "rm", at: "dir" }],
    outside: (tree) => writeFileSync(`${tree}/dir/sub/deep/new`, "theirs"),
    clashes: [["dir/sub/deep", "changed"]],
  },
  {
    what: "a folder that somebody else has removed",
    inside: [write("dir/sub/new")],
    outside: (tree) => rmSync(`${tree}/dir`, { recursive: true }),
    clashes: [["dir", "removed"]],
  },
  {
    what: "a folder that somebody else has put another one in the place of",
    inside: [write("d/new")],
    outside(tree) {
      renameSync(`${tree}/d`, `${tree}/was`);
      mkdirSync(`${tree}/d`);
    },
    clashes: [["d", "changed"]],
  },
  {
    what: "a folder that both have moved",
    inside: [{ do: "rename", at: "dir/sub", to: "mine" }],
    outside: (tree) => renameSync(`${tree}/dir/sub`, `${tree}/theirs`),
    clashes: [["dir/sub", "removed"]],
  },
  {
    what: "one of several names of a changed file",
    inside: [write("b")],
    outside: (tree) => appendFileSync(`${tree}/dir/b`, "theirs"),
    clashes: [["b", "changed"]],
  },
];

describe.skipIf(!isRoot)("trees in which somebody else is at work", () => {
  for (const { what, inside, outside, clashes } of clashing)
    it(`refuse ${what}`, async () => {
      const place = newPlace();
      const trees = await opened(place);
      for (const each of inside) expect(within(trees, () => make(place.tree, each))).toBe("");
      outside(place.tree);
      const before = [...exact(place.tree), ...exact(place.outside)];
      const conflict = await trees.commit({ keeps: false });
      expect(conflict?.clashes).toEqual(
        expect.arrayContaining(clashes.map(([path, kind]) => ({ path: `${place.tree}/${path}`, what: kind }))),
      );
      await trees.takeBack();
      expect([...exact(place.tree), ...exact(place.outside)]).toEqual(before);
    });

  it("take both changes where they do not meet", async () => {
    const [place, plain] = [newPlace(), newPlace()];
    const trees = await opened(place);
    const mine: readonly Operation[] = [
      write("dir/mine"),
      { do: "unlink", at: "d/a" },
      { do: "rename", at: "dir/sub", to: "sub" },
    ];
    const theirs = (tree: string): void => {
      writeFileSync(`${tree}/dir/theirs`, "theirs");
      writeFileSync(`${tree}/dir/sub/theirs`, "theirs");
      appendFileSync(`${tree}/a`, "theirs");
      linkSync(`${tree}/a`, `${tree}/d/theirs`);
    };
    for (const each of mine) expect(within(trees, () => make(place.tree, each))).toBe("");
    theirs(place.tree);
    expect(await trees.commit({ keeps: false })).toBeNull();
    await trees.forget();
    theirs(plain.tree);
    for (const each of mine) make(plain.tree, each);
    expect(roughly(place.tree)).toEqual(roughly(plain.tree));
  });
});
