// An engine that is killed in the midst of a commit: the next one completes it or takes it back, and nothing between remains.
import { readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { recoverAtomic } from "../../../src/sandbox/index.ts";
import { make, type Operation, operations } from "./operations.ts";
import { isRoot, newPlace, opened, type Place, removePlaces, within } from "./places.ts";
import { exact, roughly } from "./snapshot.ts";

afterAll(removePlaces);

const state = (place: Place): readonly string[] => [...exact(place.tree), ...exact(place.outside)];
const rough = (place: Place): readonly string[] => [...roughly(place.tree), ...roughly(place.outside)];
const numRuns = Number(process.env["DSCRIPT_ATOMIC_RUNS"] ?? 8);

/** Goes as far as a step, and no further, as if the engine had been killed there; the number of the last step that was begun. */
async function upTo(step: number, work: (onStep: (number: number) => Promise<void> | undefined) => Promise<unknown>) {
  let last = -1;
  let killed = (): void => {};
  const dead = new Promise<void>((resolve) => {
    killed = resolve;
  });
  const done = work((number) => {
    last = number;
    if (number !== step) return undefined;
    killed();
    return new Promise(() => {});
  });
  await Promise.race([done, dead]);
  return last;
}

/** The machine went down: what nobody waited for is not on the disk, and another last line has arrived in part. Whether there was anything. */
function loseSure({ state }: Place): boolean {
  const journal = `${state}/journal`;
  const lines = readFileSync(journal, "utf8");
  const left = lines.replace('{"kind":"sure"}\n', "");
  writeFileSync(journal, `${left}{"kind":\0\0\0\n`);
  return left !== lines;
}

async function crashedAt(
  all: readonly Operation[],
  step: number,
  keeps: boolean,
): Promise<Place & { isLast: boolean }> {
  const place = newPlace();
  const last = await upTo(step, async (onStep) => {
    const trees = await opened(place, onStep);
    within(trees, () => all.forEach((each) => void make(place.tree, each)));
    await trees.commit({ keeps });
  });
  return { ...place, isLast: last < step };
}

const many: readonly Operation[] = [
  { do: "append", at: "b", text: "more" },
  { do: "rename", at: "dir/sub", to: "moved" },
  { do: "write", at: "moved/deep/x", text: "new" },
  { do: "rm", at: "d" },
  { do: "mkdir", at: "d" },
  { do: "write", at: "d/new", text: "new" },
  { do: "rename", at: "dir/a", to: "a" },
  { do: "chmod", at: "dir", mode: 0o700 },
  { do: "unlink", at: "c" },
];

describe.skipIf(!isRoot)("a commit that is cut off", () => {
  it("is completed, whichever step it was cut off at, and wherever its completion was cut off, too", async () => {
    const plain = newPlace();
    for (const each of many) expect(make(plain.tree, each)).toBe("");
    for (let step = 0; ; step += 1) {
      const place = await crashedAt(many, step, false);
      await upTo(step + 1, (onStep) => recoverAtomic(place.state, { onStep }));
      expect((await recoverAtomic(place.state)).outcome).toMatch(/completed|nothing/);
      expect(rough(place)).toEqual(rough(plain));
      if (place.isLast) return expect(step).toBeGreaterThan(8);
    }
  });

  it("is taken back where its confirmation has not been heard, at any step", async () => {
    for (let step = 0; ; step += 1) {
      const fresh = newPlace();
      const place = await crashedAt(many, step, true);
      await upTo(step, (onStep) => recoverAtomic(place.state, { onStep }));
      expect((await recoverAtomic(place.state)).outcome).toMatch(/taken back|nothing/);
      expect(state(place)).toEqual([...state(fresh)]);
      if (place.isLast) return;
    }
  });

  it("counts where the disk says that it had begun, when the machine went down, too", async () => {
    // A file with several names is changed in place, and a folder that moves leaves no trace beside the tree: such plans are waited for.
    const renames = many.filter(
      (each) => each.do !== "append" && each.at !== "dir/sub" && !each.at.startsWith("moved"),
    );
    const [fresh, afterwards] = [newPlace(), newPlace()];
    for (const each of renames) make(afterwards.tree, each);
    for (let step = 0; ; step += 1) {
      const place = await crashedAt(renames, step, false);
      expect(loseSure(place)).toBe(true);
      expect((await recoverAtomic(place.state)).outcome).toBe(step === 0 ? "taken back" : "completed");
      expect(rough(place)).toEqual(rough(step === 0 ? fresh : afterwards));
      if (place.isLast) return expect(step).toBeGreaterThan(5);
    }
  });

  it("is whole afterwards, whatever it was about", async () => {
    await fc.assert(
      fc.asyncProperty(operations, fc.nat(30), fc.nat(30), fc.boolean(), fc.boolean(), async (...drawn) => {
        const [all, step, second, keeps, isDown] = drawn;
        const [fresh, plain] = [newPlace(), newPlace()];
        for (const each of all) make(plain.tree, each);
        const place = await crashedAt(all, step, keeps);
        const hasBegun = !(isDown && loseSure(place) && step === 0 && !place.isLast);
        await upTo(second, (onStep) => recoverAtomic(place.state, { onStep }));
        await recoverAtomic(place.state);
        if (keeps || !hasBegun) expect(state(place)).toEqual(state(fresh));
        else expect(rough(place)).toEqual(rough(plain));
        expect((await recoverAtomic(place.state)).outcome).toBe("nothing");
      }),
      { numRuns },
    );
  });
});
