// Where usual times are kept: many runs at once, kills in the middle, broken files, and files of newer engines.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepTimes, loadTimes, type Measured } from "../../../src/engine/usual-times/store.ts";
import { tryLockFile } from "../../../src/runtime/index.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-usual-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const runsOf = (shape: string, count: number, time = 100): Measured[] =>
  Array.from({ length: count }, () => ({ host: "web1", shape, time }));
const keep = (runs: readonly Measured[], lock = tryLockFile): Promise<void> => keepTimes(folder, runs, lock);
const at = (name: string): string => join(folder, name);

describe("usual times", () => {
  test("are appended, and read back with those of other runs", async () => {
    await keep(runsOf("tar -c PATH", 2));
    await keep(runsOf("tar -c PATH", 1, 1234.5678));
    await keep([{ host: "web2", shape: "tar -c PATH", time: 7 }]);
    expect([...loadTimes(folder)]).toEqual([
      ["web1 tar -c PATH", [100, 100, 1230]],
      ["web2 tar -c PATH", [7]],
    ]);
    expect(statSync(at("new.jsonl")).mode & 0o777).toBe(0o600);
  });

  test("go into the table when the lines have become many; the table stays small", async () => {
    for (let shape = 0; shape < 900; shape += 1) await keep(runsOf(`sort --key${shape} PATH`, 1));
    expect(existsSync(at("times.json"))).toBe(true);
    expect(statSync(at("new.jsonl"), { throwIfNoEntry: false })?.size ?? 0).toBeLessThan(17_000);
    const known = loadTimes(folder);
    // The last ones used stay.
    expect(known.size).toBe(300);
    expect(known.has("web1 sort --key899 PATH")).toBe(true);
    expect(known.has("web1 sort --key0 PATH")).toBe(false);
  });

  test("of a table with 300 full shapes take less than half a megabyte", async () => {
    for (let shape = 0; shape < 300; shape += 1) await keep(runsOf(`sort --key${shape} PATH`, 100, 12_300));
    expect(statSync(at("times.json")).size).toBeLessThan(512 * 1024);
  });

  test("are not lost by a run that was killed between its steps", async () => {
    writeFileSync(at("claimed.jsonl"), '["web1","ls",40]\n["web1","ls",50]\n');
    writeFileSync(at("times.json.next"), "half a tab");
    expect(loadTimes(folder).get("web1 ls")).toEqual([40, 50]);
    await keep(runsOf("cat PATH", 600));
    expect(loadTimes(folder).get("web1 ls")).toEqual([40, 50]);
    expect(loadTimes(folder).get("web1 cat PATH")).toHaveLength(100);
  });

  test("of another run that is merging are left to it", async () => {
    await keep(runsOf("cat PATH", 900), async () => "EAGAIN");
    expect(existsSync(at("times.json"))).toBe(false);
    expect(loadTimes(folder).get("web1 cat PATH")).toHaveLength(100);
  });

  test("that many runs keep at once are all there", async () => {
    await Promise.all(Array.from({ length: 20 }, () => keep(runsOf("cat PATH", 4))));
    expect(loadTimes(folder).get("web1 cat PATH")).toHaveLength(80);
  });
});

describe("a file that is not as it should be", () => {
  test.each(["", "{", "[]", '"x"', '{"version":1}', '{"version":1,"times":[1,["a"],["b",["x"]],["c",[1,2]]]}', "\0\0"])(
    "%j is as good as none",
    async (text) => {
      writeFileSync(at("times.json"), text);
      writeFileSync(at("new.jsonl"), `torn\n{"a":1}\n[1,2,3]\n["web1","ls",-1]\n["web1","ls",5]\n["we`);
      expect(loadTimes(folder).get("web1 ls")).toEqual([5]);
      await keep(runsOf("cat PATH", 600));
      expect(loadTimes(folder).get("web1 cat PATH")?.length).toBeGreaterThan(0);
    },
  );

  test("a newer engine's table is neither read nor written", async () => {
    const text = '{"version":2,"times":{}}';
    writeFileSync(at("times.json"), text);
    await keep(runsOf("cat PATH", 900));
    expect(readFileSync(at("times.json"), "utf8")).toBe(text);
    expect(loadTimes(folder).size).toBe(1);
  });

  test("a folder that is not there, or not ours, is no mistake", async () => {
    expect(loadTimes(join(folder, "gone")).size).toBe(0);
    writeFileSync(at("file"), "");
    await keepTimes(join(folder, "file", "below"), runsOf("ls", 1), tryLockFile);
    expect(loadTimes(join(folder, "file", "below")).size).toBe(0);
  });
});
