/** Brings the index of a log up to date, or makes it anew; one process at a time. */

import { accessSync, closeSync, constants, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { entriesFrom } from "../folder/entries-from.ts";
import type { OpenLog } from "../folder/open.ts";
import { isProblem, type LogProblem } from "../problem.ts";
import { pathSince } from "../verify/growth.ts";
import { lockFile } from "../write/lock.ts";
import { type IndexDatabase, openDatabase } from "./database.ts";
import { quickFacts } from "./filter.ts";
import { breakSeal, indexNames, readSeal, writeSeal } from "./seal.ts";

/** An index that holds the entries below `size`. */
export interface LogIndex {
  readonly size: number;
  readonly find: IndexDatabase["find"];
  readonly close: () => void;
}

const batch = 5000;
const patience = 60_000;

/** Undefined where there can be none: no library, no right to write, no room; the entries have all that it has. */
export async function openIndex(log: OpenLog, anew = false): Promise<LogIndex | LogProblem | undefined> {
  const path = join(log.folder, indexNames.lock);
  const mayWrite = canWrite(log.folder);
  let lock: number | undefined;
  const unlock = (): void => {
    if (lock !== undefined) closeSync(lock);
    lock = undefined;
  };
  try {
    lock = openSync(path, mayWrite ? "a" : "r", 0o644);
    const isBusy = (await lockFile(lock, log.folder, patience)) !== undefined;
    const opened = isBusy ? undefined : mayWrite ? await upToDate(log, anew) : await asItIs(log, anew);
    if (opened !== undefined && !isProblem(opened))
      return {
        ...opened,
        close() {
          opened.close();
          unlock();
        },
      };
    unlock();
    return opened;
  } catch {
    unlock();
    return undefined;
  }
}

/** Removes it, so that the next one who looks for something makes it anew. */
export function dropIndex(folder: string): void {
  breakSeal(folder);
  rmSync(join(folder, indexNames.database), { force: true });
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The size that the index of this log has; undefined where it is not of this log, or not as it was left. */
function sealedSize(log: OpenLog): number | undefined {
  const seal = readSeal(log.folder);
  if (seal === undefined || seal.size > log.checkpoint.size) return undefined;
  return isProblem(pathSince(log, seal)) ? undefined : seal.size;
}

/** For whoever may not write: what others have put into it. */
async function asItIs(log: OpenLog, anew: boolean): Promise<LogIndex | undefined> {
  const size = anew ? undefined : sealedSize(log);
  if (size === undefined) return undefined;
  const database = await openDatabase(join(log.folder, indexNames.database), false);
  return database && { size, find: database.find, close: database.close };
}

async function upToDate(log: OpenLog, anew: boolean): Promise<LogIndex | LogProblem | undefined> {
  const { folder, checkpoint } = log;
  const from = (anew ? undefined : sealedSize(log)) ?? 0;
  if (from === 0) dropIndex(folder);
  const database = await openDatabase(join(folder, indexNames.database), true);
  if (database === undefined) return undefined;
  const { size } = checkpoint;
  if (from === size && size > 0) return { size, find: database.find, close: database.close };
  try {
    breakSeal(folder);
    const problem = addFrom(log, from, database);
    if (problem !== undefined) {
      database.close();
      return problem;
    }
  } catch (thrown) {
    database.close();
    dropIndex(folder);
    throw thrown;
  }
  return {
    ...{ size, find: database.find },
    close() {
      database.close();
      writeSeal(folder, checkpoint);
    },
  };
}

function addFrom(log: OpenLog, from: number, database: IndexDatabase): LogProblem | undefined {
  const part = entriesFrom(log, from);
  if (isProblem(part)) return part;
  let rows: Parameters<IndexDatabase["add"]>[0][number][] = [];
  for (const each of part.entries) {
    if (isProblem(each)) return each;
    const facts = quickFacts(each.entry);
    if (facts !== undefined) rows.push({ index: each.index, ...facts });
    if (rows.length < batch) continue;
    database.add(rows);
    rows = [];
  }
  database.add(rows);
  database.commit();
  return undefined;
}
