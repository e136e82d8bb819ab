/** Run ids are ULIDs. */

import { describe, expect, it } from "vitest";
import { createUlids, ulidTime } from "../../src/engine/ulid.ts";

describe("a ULID", () => {
  it("has 26 characters of Crockford's alphabet and holds the time of its making", () => {
    const ulid = createUlids(() => 1469918176385)();
    expect(ulid).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    // The specification's own example of a time.
    expect(ulid.slice(0, 10)).toBe("01ARYZ6S41");
    expect(ulidTime(ulid)).toBe(1469918176385);
  });

  it("sorts by time as text", () => {
    let now = 1;
    const next = createUlids(() => (now *= 7));
    const made = Array.from({ length: 15 }, next);
    expect(made.toSorted()).toEqual(made);
  });

  it("increases within a millisecond, and when the clock steps back", () => {
    const times = [5000, 5000, 5000, 4000, 4999, 5000, 5001];
    const next = createUlids(() => times.shift() ?? 6000);
    const made = Array.from({ length: 7 }, next);
    expect(new Set(made).size).toBe(7);
    expect(made.toSorted()).toEqual(made);
    expect(ulidTime(made[3] ?? "")).toBe(5000);
  });

  it("adds one to its random part within a millisecond, with the carry", () => {
    const next = createUlids(
      () => 1,
      (count) => Uint8Array.from({ length: count }, (_, index) => (index === 15 ? 31 : 0)),
    );
    expect(next().slice(10)).toBe("000000000000000Z");
    expect(next().slice(10)).toBe("0000000000000010");
  });

  it("goes to the next millisecond when the random part is used up", () => {
    const draws = [31, 0];
    const next = createUlids(
      () => 7,
      (count) => new Uint8Array(count).fill(draws.shift() ?? 0),
    );
    expect(next()).toBe("0000000007ZZZZZZZZZZZZZZZZ");
    expect(next()).toBe("00000000080000000000000000");
  });

  it("stays within 48 bits of time", () => {
    expect(createUlids(() => Number.MAX_SAFE_INTEGER)().slice(0, 10)).toBe("7ZZZZZZZZZ");
    expect(createUlids(() => -5)().slice(0, 10)).toBe("0000000000");
  });

  it("never repeats, a hundred thousand times", () => {
    const next = createUlids();
    const made = new Set<string>();
    let last = "";
    for (let count = 0; count < 100_000; count += 1) {
      const ulid = next();
      if (ulid <= last) throw new Error(`${ulid} after ${last}`);
      last = ulid;
      made.add(ulid);
    }
    expect(made.size).toBe(100_000);
  });

  it("is told from other texts", () => {
    expect(ulidTime("8ZZZZZZZZZZZZZZZZZZZZZZZZZ")).toBeUndefined();
    expect(ulidTime("01ARYZ6S41TSV4RRFFQ69G5FA")).toBeUndefined();
    expect(ulidTime("01ARYZ6S41TSV4RRFFQ69G5FAU")).toBeUndefined();
  });
});
