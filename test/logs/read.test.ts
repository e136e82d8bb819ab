// Logs of every kind are read: packed, torn, foreign, huge; what is no record is counted.
import { appendFileSync, closeSync, mkdirSync, openSync, utimesSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { logRecords } from "../../bench/log-records.ts";
import { RecordScan, readRecords, sourcesOf } from "../../src/logs/index.ts";
import { inFolder, readBack } from "./lines-of.ts";

const record = (message: string): string => `${JSON.stringify({ LogPoint: "ErrorPoint", Message: message })}\n`;

describe("a log", () => {
  test("is read whole, also without a newline at its end", async () => {
    const { records, counts } = await readBack(`${record("a")}\n${record("b")}`.trimEnd());
    expect(records.map(({ Message: message }) => message)).toEqual(["a", "b"]);
    expect(counts).toEqual({ records: 2, foreign: 0, torn: 0, long: 0 });
  });

  test("may hold lines that are no records", async () => {
    const lines = [
      record("a"),
      "Jan  5 09:00:00 web1 sshd[12]: Accepted\n",
      '{"level":"info","msg":"of another program"}\n',
      "[1,2,3]\n",
      "\u0000\u0001\u0002\ufffd binary \u0000\n",
      `${record("torn").slice(0, 40)}\n`,
      record("b"),
    ];
    const { records, counts } = await readBack(lines.join(""));
    expect(records.length).toBe(2);
    expect(counts).toEqual({ records: 2, foreign: 4, torn: 1, long: 0 });
  });

  test("may be in another encoding, which is survived", async () => {
    const latin = Buffer.from(record("caf\u00e9"), "latin1");
    const wide = Buffer.from(record("wide"), "utf16le");
    const { records, counts } = await readBack(
      Buffer.concat([latin, wide, Buffer.from("\n"), Buffer.from(record("b"))]),
    );
    expect(records.map(({ Message: message }) => message)).toEqual(["caf\ufffd", "b"]);
    expect(counts.records).toBe(2);
  });

  test("may hold a line of 10 MB and goes on behind it", async () => {
    const { records, counts } = await readBack(`${record("a")}${record("x".repeat(10_000_000))}${record("b")}`);
    expect(records.map(({ Message: message }) => message)).toEqual(["a", "b"]);
    expect(counts).toEqual({ records: 2, foreign: 0, torn: 0, long: 1 });
  });

  test("is unpacked where it is packed, also in several parts, whatever its name is", async () => {
    const packed = Buffer.concat([gzipSync(record("a")), gzipSync(record("b").repeat(3000))]);
    expect((await readBack(packed)).counts.records).toBe(3001);
  });

  test("that is packed and torn is read as far as it goes", async () => {
    const packed = gzipSync([...logRecords(3000)].join(""));
    const { counts, troubles } = await readBack(packed.subarray(0, packed.length >> 1));
    expect(troubles.map(({ code }) => code)).toEqual(["torn-gzip"]);
    expect(counts.records).toBeGreaterThan(500);
  });

  test("that is packed otherwise says by what", async () => {
    const { troubles } = await readBack(Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1, 2]));
    expect(troubles.map(({ code }) => code)).toEqual(["packed:xz"]);
  });

  test("is read in constant memory", { timeout: 120_000 }, () =>
    inFolder(async (folder) => {
      const path = join(folder, "log.jsonl");
      const parts = [...logRecords(20_000)];
      const write = (times: number): void => {
        const fd = openSync(path, "w");
        for (let at = 0; at < times; at += 1) for (const part of parts) writeSync(fd, part);
        closeSync(fd);
      };
      const peak = async (): Promise<number> => {
        let most = 0;
        const scan = new RecordScan();
        let count = 0;
        await readRecords([{ path }], scan, () => {
          count += 1;
          if (count % 10_000 === 0) {
            const { heapUsed, arrayBuffers } = process.memoryUsage();
            most = Math.max(most, heapUsed + arrayBuffers);
          }
          return true;
        });
        expect(count % 20_000).toBe(0);
        return most;
      };
      write(1);
      await peak();
      const small = await peak();
      write(10);
      // Ten times as much to read; garbage that waits for its collection is not the log's size (90 MB).
      expect((await peak()) - small).toBeLessThan(45 * 2 ** 20);
    }),
  );
});

describe("the sources of words", () => {
  test("are the logs of a folder, rotated and packed ones too, oldest first", () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, "deep"));
      for (const [at, name] of ["a.jsonl", "a.jsonl.1", "a.jsonl.2.gz", "deep/b.log-20260102", "notes.txt"].entries()) {
        writeFileSync(join(folder, name), "");
        utimesSync(join(folder, name), 1000 - at, 1000 - at);
      }
      const names = sourcesOf([folder]).sources.map(({ path }) => path.slice(folder.length + 1));
      expect(names).toEqual(["deep/b.log-20260102", "a.jsonl.2.gz", "a.jsonl.1", "a.jsonl"]);
    }));

  test("of a state folder are its runs, in their order", () =>
    inFolder(async (folder) => {
      for (const id of ["01B", "01A"]) {
        mkdirSync(join(folder, "runs", id), { recursive: true });
        appendFileSync(join(folder, "runs", id, "records.jsonl"), record(id));
      }
      expect(sourcesOf([folder]).sources.map(({ path }) => path.split("/").at(-2))).toEqual(["01A", "01B"]);
    }));

  test("that are not there are told", () => {
    expect(sourcesOf(["/no/such/log", "-"])).toEqual({
      sources: [{ path: "-" }],
      missing: [{ path: "/no/such/log", code: "ENOENT" }],
    });
  });
});
