/** The index as a file of SQLite: what each entry is looked for by. It is a cache: whatever is wrong with it, it is made anew. */

import type { EntryFacts, EntryFilter } from "./filter.ts";

export interface IndexDatabase {
  readonly add: (rows: readonly (EntryFacts & { readonly index: number })[]) => void;
  /** Makes what it adds last. */
  readonly commit: () => void;
  /** The entries below `before`, the newest first. */
  readonly find: (filter: EntryFilter, before: number, most: number) => readonly number[];
  readonly close: () => void;
}

const tables = `
  CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, kind TEXT, who TEXT, time INTEGER);
  CREATE TABLE IF NOT EXISTS subject (digest TEXT, id INTEGER);`;

/** Of a new file they are made once it is full: that takes a third of the time. */
const indexes = `
  CREATE INDEX IF NOT EXISTS by_digest ON subject (digest, id);
  CREATE INDEX IF NOT EXISTS by_kind ON entry (kind, who, id);
  CREATE INDEX IF NOT EXISTS by_who ON entry (who, id);
  CREATE INDEX IF NOT EXISTS by_time ON entry (time);`;

const entriesIn = "INSERT INTO entry SELECT value->>0, value->>1, value->>2, value->>3 FROM json_each(?)";
const subjectsIn = "INSERT INTO subject SELECT value->>0, value->>1 FROM json_each(?)";

/** Undefined where this machine has no library for SQLite. Throws what SQLite says of a file that is none. */
export async function openDatabase(path: string, mayWrite: boolean): Promise<IndexDatabase | undefined> {
  let binding: typeof import("./binding.ts");
  try {
    binding = await import("./binding.ts");
  } catch {
    return undefined;
  }
  const database = new binding.Database(path, { readonly: !mayWrite });
  // A file that was not written to its end has no seal, and is made anew: no journal is needed.
  for (const words of ["journal_mode = OFF", "synchronous = OFF", "cache_size = -65536"])
    database.exec(`PRAGMA ${words}`);
  if (mayWrite) database.exec(tables);
  let isWriting = false;
  return {
    add(rows) {
      if (!isWriting) database.exec("BEGIN");
      isWriting = true;
      database
        .prepare(entriesIn)
        .run(JSON.stringify(rows.map(({ index, kind, who, time }) => [index, kind, who, time])));
      database
        .prepare(subjectsIn)
        .run(JSON.stringify(rows.flatMap(({ index, subjects }) => subjects.map((each) => [each, index]))));
    },
    commit() {
      database.exec(indexes);
      if (isWriting) database.exec("COMMIT");
      isWriting = false;
    },
    find(filter, before, most) {
      const { sql, values } = queryOf(filter);
      const rows = database.prepare(sql).all(...values, before, most) as readonly { readonly id: number }[];
      return rows.map(({ id }) => id);
    },
    close: () => void database.close(),
  };
}

function queryOf({ kind, who, subject, since, until }: EntryFilter): {
  readonly sql: string;
  readonly values: readonly (string | number)[];
} {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const add = (condition: string, ...more: readonly (string | number)[]): void => {
    conditions.push(condition);
    values.push(...more);
  };
  if (kind !== undefined) add("kind = ?", kind);
  if (who !== undefined) add("who = ?", who);
  // "g" stands behind every hexadecimal digit.
  if (subject !== undefined)
    add("id IN (SELECT id FROM subject WHERE digest >= ? AND digest < ?)", subject, `${subject}g`);
  if (since !== undefined) add("time >= ?", since);
  if (until !== undefined) add("time < ?", until);
  add("id < ?");
  return { sql: `SELECT id FROM entry WHERE ${conditions.join(" AND ")} ORDER BY id DESC LIMIT ?`, values };
}
