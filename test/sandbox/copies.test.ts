// Trees that are copied ahead, where no overlay can be had: they come back whole, also behind an engine that was killed.
import {
  chownSync,
  lchownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { RunTrees } from "../../src/runtime/index.ts";
import { openCopies } from "../../src/sandbox/copies/open.ts";
import { openAtomic, recoverAtomic } from "../../src/sandbox/index.ts";
import { make, operations } from "./atomic/operations.ts";
import { isRoot, newPlace, type Place, removePlaces } from "./atomic/places.ts";
import { exact, roughly } from "./atomic/snapshot.ts";

afterAll(removePlaces);

const numRuns = Number(process.env["DSCRIPT_ATOMIC_RUNS"] ?? 30);

const nobody = 65_534;

/** Without the name that leads out of the tree. */
function closedPlace(): Place {
  const place = newPlace();
  unlinkSync(`${place.outside}/b`);
  return place;
}

async function copied(place: Place, locks = true): Promise<RunTrees> {
  const trees = await openCopies([place.tree], place.state, "as a test", locks);
  if ("reason" in trees) throw new Error(trees.reason);
  return trees;
}

/** What the tree is taken back to. */
function copyIn({ folder }: Place): string {
  const hidden = readdirSync(folder).find((name) => name.startsWith(".dscript-atomic-"));
  return `${folder}/${hidden}/copy`;
}

describe.skipIf(!isRoot)("trees that were copied", () => {
  it("are as they were when they are taken back", async () => {
    await fc.assert(
      fc.asyncProperty(operations, fc.constantFrom("before", "after", "killed"), async (all, when) => {
        const place = closedPlace();
        const before = exact(place.tree);
        const trees = await copied(place, when !== "killed");
        expect(exact(copyIn(place))).toEqual(before);
        for (const each of all) make(place.tree, each);
        if (when === "after") await trees.commit({ keeps: true });
        if (when === "killed") expect((await recoverAtomic(place.state)).outcome).toBe("taken back");
        else await trees.takeBack();
        expect(exact(place.tree)).toEqual(before);
        expect(readdirSync(place.folder).sort()).toEqual(["outside", "state", "tree"]);
        expect(readdirSync(place.state)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it("keep what was done when it is committed", async () => {
    await fc.assert(
      fc.asyncProperty(operations, fc.boolean(), async (all, isKilled) => {
        const [place, plain] = [closedPlace(), closedPlace()];
        for (const each of all) make(plain.tree, each);
        const trees = await copied(place, !isKilled);
        for (const each of all) make(place.tree, each);
        await trees.commit({ keeps: false });
        if (isKilled) expect((await recoverAtomic(place.state)).outcome).toBe("completed");
        else await trees.forget();
        expect(roughly(place.tree)).toEqual(roughly(plain.tree));
      }),
      { numRuns },
    );
  });

  it("come back when the folder itself is gone", async () => {
    const place = closedPlace();
    const before = exact(place.tree);
    const trees = await copied(place);
    rmSync(place.tree, { recursive: true });
    await trees.takeBack();
    expect(exact(place.tree)).toEqual(before);
  });

  it("change in place, beside their copy", async () => {
    const place = closedPlace();
    const before = exact(place.tree);
    const trees = await copied(place);
    writeFileSync(`${place.tree}/a`, "new");
    unlinkSync(`${place.tree}/c`);
    mkdirSync(`${place.tree}/new`);
    writeFileSync(`${place.tree}/new/x`, "");
    const now = exact(place.tree);
    const names = (lines: readonly string[]): readonly string[] =>
      lines.map((line) => line.slice(0, line.indexOf(":")));
    expect(names(now.filter((line) => !before.includes(line)))).toEqual(["", "/a", "/new", "/new/x"]);
    expect(names(before).filter((name) => !names(now).includes(name))).toEqual(["/c"]);
    expect(exact(copyIn(place))).toEqual(before);
    await trees.takeBack();
  });

  it("cannot stand for files that have names elsewhere", async () => {
    const place = newPlace();
    const refused = await openCopies([place.tree], place.state, "as a test", true);
    expect(refused).toMatchObject({ reason: expect.stringContaining("has another name outside of the tree") });
    expect(readdirSync(place.folder).sort()).toEqual(["outside", "state", "tree"]);
  });

  it("are those of a user without rights", async () => {
    const place = closedPlace();
    for (const path of [place.folder, place.tree, place.state]) chownSync(path, nobody, nobody);
    for (const name of readdirSync(place.tree, { recursive: true, encoding: "utf8" }))
      lchownSync(`${place.tree}/${name}`, nobody, nobody);
    const before = exact(place.tree);
    process.setegid?.(nobody);
    process.seteuid?.(nobody);
    try {
      const trees = await openAtomic({ paths: [place.tree], folder: place.state });
      if ("reason" in trees) throw new Error(trees.reason);
      expect(trees.namespace).toBeNull();
      expect(trees.costs).toContain("cannot be written apart (no overlay can be laid over");
      rmSync(`${place.tree}/dir`, { recursive: true });
      writeFileSync(`${place.tree}/a`, "new");
      await trees.takeBack();
    } finally {
      process.seteuid?.(0);
      process.setegid?.(0);
    }
    expect(exact(place.tree)).toEqual(before);
  });

  it("may be single files", async () => {
    const place = newPlace();
    const trees = await openAtomic({ paths: [`${place.tree}/a`], folder: place.state });
    if ("reason" in trees) throw new Error(trees.reason);
    expect(trees.namespace).toBeNull();
    expect(trees.costs).toContain("is no folder");
    writeFileSync(`${place.tree}/a`, "new");
    await trees.takeBack();
    expect(readFileSync(`${place.tree}/a`, "utf8")).toBe("alpha\n");
    linkSync(`${place.tree}/a`, `${place.tree}/again`);
    expect(await openAtomic({ paths: [`${place.tree}/a`], folder: place.state })).toHaveProperty("reason");
  });
});
