// A log is followed through appending, rotation, truncation and replacement; nothing is lost, nothing comes twice.
import { appendFileSync, copyFileSync, mkdirSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { followRecords, RecordScan } from "../../src/logs/index.ts";
import { inFolder } from "./lines-of.ts";

const line = (message: string): string =>
  `${JSON.stringify({ LogPoint: "ErrorPoint", Message: message, Pad: "x".repeat(40) })}\n`;

/** Follows while `play` writes; `until` waits for messages. */
async function followed(
  words: readonly string[],
  play: (until: (...messages: readonly string[]) => Promise<void>) => Promise<void>,
) {
  const scan = new RecordScan();
  const slot = scan.want("Message");
  const ending = new AbortController();
  const seen: string[] = [];
  let rests = 0;
  let wake = (): void => {};
  const running = followRecords({
    words,
    scan,
    take: () => {
      seen.push(scan.text(slot) ?? "?");
      wake();
      return true;
    },
    rest: () => {
      rests += 1;
      wake();
      return true;
    },
    signal: ending.signal,
  });
  const until = async (...messages: readonly string[]): Promise<void> => {
    while (rests === 0 || !messages.every((message) => seen.includes(message)))
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  await play(until);
  ending.abort();
  return { seen, counts: await running };
}

describe("following", () => {
  test("shows what is there, and then what is written, whole lines only", () =>
    inFolder(async (folder) => {
      const path = join(folder, "a.jsonl");
      writeFileSync(path, line("1"));
      const { seen, counts } = await followed([path], async (until) => {
        await until("1");
        const [half, rest] = [line("2").slice(0, 20), line("2").slice(20)];
        appendFileSync(path, half);
        await new Promise((resolve) => setTimeout(resolve, 60));
        appendFileSync(path, `${rest}no record\n${line("3")}`);
        await until("2", "3");
      });
      expect(seen).toEqual(["1", "2", "3"]);
      expect(counts).toEqual({ records: 3, foreign: 1, torn: 0, long: 0 });
    }));

  test("goes on in the new file after a rotation, and loses nothing of the old one", () =>
    inFolder(async (folder) => {
      const path = join(folder, "a.jsonl");
      writeFileSync(path, line("1"));
      const { seen } = await followed([path], async (until) => {
        await until("1");
        for (let turn = 0; turn < 4; turn += 1) {
          appendFileSync(path, line(`before ${turn}`));
          renameSync(path, `${path}.1`);
          // A writer that has the old file open still writes to it.
          appendFileSync(`${path}.1`, line(`after ${turn}`));
          writeFileSync(path, line(`new ${turn}`));
          await until(`before ${turn}`, `after ${turn}`, `new ${turn}`);
        }
      });
      expect(seen).toEqual([
        "1",
        ...[0, 1, 2, 3].flatMap((turn) => [`before ${turn}`, `after ${turn}`, `new ${turn}`]),
      ]);
    }));

  test("begins anew in a file that was copied and cut, even where it has grown beyond", () =>
    inFolder(async (folder) => {
      const path = join(folder, "a.jsonl");
      writeFileSync(path, line("1") + line("2"));
      const { seen } = await followed([path], async (until) => {
        await until("2");
        copyFileSync(path, `${path}.1`);
        truncateSync(path, 0);
        await new Promise((resolve) => setTimeout(resolve, 700));
        appendFileSync(path, line("3"));
        await until("3");
        truncateSync(path, 0);
        appendFileSync(path, line("4") + line("5") + line("6"));
        await until("6");
      });
      expect(seen).toEqual(["1", "2", "3", "4", "5", "6"]);
    }));

  test("waits for a file that is not there yet, and takes several at once", () =>
    inFolder(async (folder) => {
      const [a, b] = [join(folder, "a.jsonl"), join(folder, "b.jsonl")];
      writeFileSync(b, line("b1"));
      const { seen } = await followed([a, b], async (until) => {
        await until("b1");
        writeFileSync(a, line("a1"));
        appendFileSync(b, line("b2"));
        await until("a1", "b2");
      });
      expect([...seen].sort()).toEqual(["a1", "b1", "b2"]);
    }));

  test("finds the new files of a folder, as each run makes one", () =>
    inFolder(async (folder) => {
      const run = (id: string): string => join(folder, "runs", id, "records.jsonl");
      mkdirSync(join(folder, "runs", "01A"), { recursive: true });
      writeFileSync(run("01A"), line("first"));
      const { seen } = await followed([folder], async (until) => {
        await until("first");
        mkdirSync(join(folder, "runs", "01B"));
        writeFileSync(run("01B"), line("second"));
        await until("second");
        appendFileSync(run("01B"), line("third"));
        await until("third");
      });
      expect(seen).toEqual(["first", "second", "third"]);
    }));

  test("ends when nobody wants more", () =>
    inFolder(async (folder) => {
      const path = join(folder, "a.jsonl");
      writeFileSync(path, line("1") + line("2"));
      const scan = new RecordScan();
      let taken = 0;
      const counts = await followRecords({
        words: [path],
        scan,
        take: () => {
          taken += 1;
          return false;
        },
        rest: () => true,
        signal: new AbortController().signal,
      });
      expect([taken, counts.records]).toEqual([1, 2]);
    }));
});
