/** The same fault is told once in a while, all faults together so often an hour, whatever happens to the file that knows. */

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Claim, claim } from "../../src/notices/throttle.ts";

const hour = 3_600_000;
const start = 1_800_000_000_000;
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-throttle-test-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ask = (key: string, now: number, more: { perHour?: number; every?: number } = {}): Promise<Claim> =>
  claim({ folder, key, every: hour, perHour: 20, now, tryLock: async () => null, ...more });

describe("claim", () => {
  it("tells a fault once in `every`, then with the count of those in between", async () => {
    expect(await ask("a", start)).toMatchObject({ tell: true, held: { same: 0, others: 0 } });
    for (const minute of [1, 2, 59]) expect((await ask("a", start + minute * 60_000)).tell).toBe(false);
    expect((await ask("b", start + 1)).tell).toBe(true);
    expect(await ask("a", start + hour)).toMatchObject({ tell: true, held: { same: 3, others: 0 } });
    expect(await ask("a", start + 2 * hour)).toMatchObject({ tell: true, held: { same: 0, others: 0 } });
  });

  it("keeps to so many messages an hour, and counts what that kept back", async () => {
    const perHour = 2;
    expect((await ask("a", start, { perHour })).tell).toBe(true);
    expect((await ask("b", start + 1, { perHour })).tell).toBe(true);
    expect((await ask("c", start + 2, { perHour })).tell).toBe(false);
    expect((await ask("d", start + 3, { perHour })).tell).toBe(false);
    expect(await ask("c", start + hour, { perHour })).toMatchObject({ tell: true, held: { same: 1, others: 1 } });
    expect(await ask("d", start + hour + 2, { perHour })).toMatchObject({ tell: true, held: { same: 1, others: 0 } });
  });

  it("is quiet where another run that looked at the clock later got the file first", async () => {
    expect((await ask("a", start + 5)).tell).toBe(true);
    expect((await ask("a", start)).tell).toBe(false);
    expect((await ask("b", start, { perHour: 1 })).tell).toBe(false);
  });

  it("tells again when the clock was set back", async () => {
    await ask("a", start);
    expect((await ask("a", start - 24 * hour)).tell).toBe(true);
  });

  it("starts again when nobody could be told", async () => {
    await ask("a", start);
    await ask("a", start + 1);
    const second = await ask("a", start + hour);
    await second.undo();
    expect(await ask("a", start + hour + 1)).toMatchObject({ tell: true, held: { same: 2, others: 0 } });
  });

  it("begins anew where the file is torn or foreign, and says so", async () => {
    for (const text of [
      "",
      "{",
      "[]",
      '{"faults":{"x":{"told":"y"}},"sent":[],"held":0}',
      '{"faults":{},"sent":[null],"held":0}',
    ]) {
      writeFileSync(join(folder, "notified.json"), text);
      const { tell, warning } = await ask("a", start);
      expect({ tell, warning }, text).toEqual({ tell: true, warning: expect.stringContaining("begun anew") });
      expect((await ask("a", start + 1)).tell).toBe(false);
    }
  });

  it("tells where no state can be kept, or another run does not let go of it", async () => {
    const known = { key: "a", every: hour, perHour: 20, now: start };
    expect(await claim({ ...known, folder: undefined, tryLock: async () => null })).toMatchObject({ tell: true });
    const missing = await claim({ ...known, folder: join(folder, "missing"), tryLock: async () => null });
    expect(missing).toMatchObject({ tell: true, warning: expect.stringContaining("ENOENT") });
    const busy = await claim({ ...known, folder, tryLock: async () => "EAGAIN" });
    expect(busy).toMatchObject({ tell: true, warning: expect.stringContaining("EAGAIN") });
  });

  it("remembers a thousand faults, in a file of its owner alone", async () => {
    const perHour = 1_000_000;
    const faults = Object.fromEntries(
      Array.from({ length: 1500 }, (_, at) => [`k${at}`, { told: start - at, held: 0 }]),
    );
    writeFileSync(join(folder, "notified.json"), JSON.stringify({ faults, sent: [], held: 0 }));
    await ask("a", start, { perHour });
    const state = JSON.parse(readFileSync(join(folder, "notified.json"), "utf8")) as { faults: object };
    expect(Object.keys(state.faults)).toHaveLength(1000);
    expect(statSync(join(folder, "notified.json")).mode & 0o777).toBe(0o600);
  });
});
