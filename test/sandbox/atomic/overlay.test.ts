// Atomic trees through overlays: whatever is done in them is committed as if it had been done plainly, or leaves no trace.
import { readdirSync } from "node:fs";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { make, operations } from "./operations.ts";
import { isRoot, newPlace, opened, type Place, removePlaces, within } from "./places.ts";
import { exact, roughly } from "./snapshot.ts";

afterAll(removePlaces);

const numRuns = Number(process.env["DSCRIPT_ATOMIC_RUNS"] ?? 60);

const state = (place: Place): readonly string[] => [...exact(place.tree), ...exact(place.outside)];

describe.skipIf(!isRoot)("trees under an overlay", () => {
  it("are as they were when everything is taken back", async () => {
    await fc.assert(
      fc.asyncProperty(operations, async (all) => {
        const place = newPlace();
        const before = state(place);
        const trees = await opened(place);
        within(trees, () => all.forEach((each) => void make(place.tree, each)));
        await trees.takeBack();
        expect(state(place)).toEqual(before);
      }),
      { numRuns },
    );
  });

  it("are committed as plain operations would have left them", async () => {
    await fc.assert(
      fc.asyncProperty(operations, async (all) => {
        const [place, plain] = [newPlace(), newPlace()];
        const codes = all.map((each) => make(plain.tree, each));
        const trees = await opened(place);
        expect(within(trees, () => all.map((each) => make(place.tree, each)))).toEqual(codes);
        expect(await trees.commit({ keeps: false })).toBeNull();
        await trees.forget();
        expect(roughly(place.tree)).toEqual(roughly(plain.tree));
        expect(roughly(place.outside)).toEqual(roughly(plain.outside));
      }),
      { numRuns },
    );
  });

  it("are as they were when all is taken back after the commit", async () => {
    await fc.assert(
      fc.asyncProperty(operations, async (all) => {
        const place = newPlace();
        const before = state(place);
        const trees = await opened(place);
        within(trees, () => all.forEach((each) => void make(place.tree, each)));
        expect(await trees.commit({ keeps: true })).toBeNull();
        expect(await trees.takeBack()).toEqual([]);
        expect(state(place)).toEqual(before);
      }),
      { numRuns },
    );
  });

  it("leave nothing behind", async () => {
    const place = newPlace();
    const trees = await opened(place);
    within(trees, () => make(place.tree, { do: "write", at: "new", text: "x" }));
    expect(readdirSync(place.tree)).not.toContain("new");
    expect(await trees.commit({ keeps: false })).toBeNull();
    await trees.forget();
    expect(readdirSync(place.tree)).toContain("new");
    expect(readdirSync(place.folder).sort()).toEqual(["outside", "state", "tree"]);
    expect(readdirSync(place.state)).toEqual([]);
  });
});
