// Entries that are looked for by what they say: the index, and what becomes of it when it is damaged, edited or not there.
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { sealed } from "../../src/agreement/index.ts";
import { type FindOptions, findEntries, isProblem, makeIndex } from "../../src/ledger/index.ts";
import { Database } from "../../src/ledger/search/binding.ts";
import { key, predicates, statementOf } from "../agreement/statements.ts";
import { logOf, put } from "./folders.ts";

let folder = "";

/** A hold or an objection, of one of three people, a day after the other, of one of four scripts. */
function said(number: number): Uint8Array {
  const kind = number % 2 === 0 ? "hold" : "objection";
  const day = String(1 + (number % 28)).padStart(2, "0");
  const predicate = {
    ...predicates[kind],
    who: ["mia", "ken", "eva"][number % 3] ?? "",
    time: `2027-03-${day}T12:00:00Z`,
  };
  const subject = [{ name: `${number % 4}.dscript`, digest: { sha256: `${number % 4}`.repeat(64) } }];
  return new Uint8Array(Buffer.from(sealed({ ...statementOf(kind), subject, predicate }, key)));
}

async function found(options: FindOptions): Promise<string> {
  const result = await findEntries(folder, options);
  if (isProblem(result)) return `${result.code} ${result.message.replaceAll(folder, "LOG")}`;
  return `${result.isFromIndex ? "index" : "entries"}: ${result.entries.map(({ index }) => index).join(" ")}`;
}

beforeEach(async () => {
  folder = await logOf(0);
  await put(
    folder,
    Array.from({ length: 24 }, (_, number) => said(number)),
  );
});

const questions: readonly (readonly [FindOptions, string])[] = [
  [{ kind: "hold", most: 3 }, "18 20 22"],
  [{ kind: "objection", who: "ken" }, "1 7 13 19"],
  [{ who: "nobody" }, ""],
  [{ subject: "3".repeat(64) }, "3 7 11 15 19 23"],
  [{ subject: "33333", most: 1 }, "23"],
  [{ since: Date.UTC(2027, 2, 3, 12), until: Date.UTC(2027, 2, 6, 12) }, "2 3 4"],
  [{ kind: "hold", who: "eva", subject: "0", since: Date.UTC(2027, 2, 9) }, "8 20"],
  [{ kind: "decision" }, ""],
];

test.each(questions)("the index finds what reading every entry finds: %j", async (options, indexes) => {
  expect(await found(options)).toBe(`index: ${indexes}`);
  expect(await found({ ...options, usesIndex: false })).toBe(`entries: ${indexes}`);
});

test("it is brought up to date with what was appended since", async () => {
  expect(await found({ who: "mia", most: 1 })).toBe("index: 21");
  const before = statSync(join(folder, "index.db")).ino;
  await put(folder, [said(24), said(25)]);
  expect(await found({ who: "mia", most: 2 })).toBe("index: 21 24");
  expect(statSync(join(folder, "index.db")).ino).toBe(before);
});

test("an empty log has an index, too", async () => {
  folder = await logOf(0);
  expect(await found({ kind: "hold" })).toBe("index: ");
  await put(folder, [said(0)]);
  expect(await found({ kind: "hold" })).toBe("index: 0");
});

function edit(sql: string): void {
  const database = new Database(join(folder, "index.db"));
  database.exec(sql);
  database.close();
}

const harm: readonly (readonly [string, () => void])[] = [
  ["was deleted", () => rmSync(join(folder, "index.db"))],
  ["lost its seal", () => rmSync(join(folder, "index.json"))],
  ["has a seal that says something else", () => writeFileSync(join(folder, "index.json"), "[]")],
  ["is of another log's root", () => changeSeal((text) => text.replace(/"root":"../, '"root":"00'))],
  ["is no database", () => writeFileSync(join(folder, "index.db"), "hello".repeat(1000))],
  [
    "was cut off",
    () => writeFileSync(join(folder, "index.db"), readFileSync(join(folder, "index.db")).subarray(0, 5000)),
  ],
  ["lost a row", () => edit("DELETE FROM entry WHERE id = 18")],
  ["says something else of an entry", () => edit("UPDATE entry SET kind = 'hold' WHERE id = 23")],
  [
    "names entries that are not there",
    () => edit("INSERT INTO entry VALUES (-1, 'hold', 'mia', 0), (99, 'hold', 'mia', 0)"),
  ],
];

function changeSeal(change: (text: string) => string): void {
  const path = join(folder, "index.json");
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

/** What is left to find out an edit where somebody forged the seal as well. */
function sealAnew(): void {
  const { ino, size, mtimeNs, ctimeNs } = statSync(join(folder, "index.db"), { bigint: true });
  changeSeal((text) => text.replace(/"state":"[^"]*"/, `"state":"${ino} ${size} ${mtimeNs} ${ctimeNs}"`));
}

test.each(harm)("an index that %s is found out, and made anew", async (_, change) => {
  const question: FindOptions = { kind: "hold", most: 4 };
  expect(await found(question)).toBe("index: 16 18 20 22");
  const before = statSync(join(folder, "index.db"));
  change();
  utimesSync(join(folder, "log.json"), before.atime, before.mtime);
  expect(await found(question)).toBe("index: 16 18 20 22");
  expect(await found({ who: "mia", most: 2 })).toBe("index: 18 21");
});

test.each(harm.slice(-2))("an index that %s is found out even with a forged seal", async (_, change) => {
  expect(await found({ kind: "hold", most: 1 })).toBe("index: 22");
  change();
  sealAnew();
  expect(await found({ kind: "hold" })).toBe("index: 0 2 4 6 8 10 12 14 16 18 20 22");
});

test("an entry that was changed is said, not found", async () => {
  expect(await found({ kind: "hold", most: 1 })).toBe("index: 22");
  const path = join(folder, "entries.jsonl");
  const other = Buffer.from(said(24)).toString();
  writeFileSync(path, readFileSync(path, "utf8").replace(Buffer.from(said(22)).toString(), other));
  expect(await found({ kind: "hold", most: 1 })).toBe("LOG-08 entry 22 of LOG is not what was appended");
});

test("it is made by one call", async () => {
  expect(await makeIndex(folder)).toBe(24);
  expect(await makeIndex(join(folder, "absent"))).toMatchObject({ code: "LOG-04" });
});
