/** Reads texts through the reader of logs, by way of a file. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Criteria, createFilter, RecordScan, readRecords } from "../../src/logs/index.ts";

/** A folder for the time of a call. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "dscript-logs-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a log holds by the reader: the records that fit, as objects, and the counts. */
export function readBack(content: string | Uint8Array, criteria: Criteria = {}) {
  return inFolder(async (folder) => {
    const path = join(folder, "log.jsonl");
    writeFileSync(path, content);
    const scan = new RecordScan();
    const filter = createFilter(criteria, scan);
    const records: Readonly<Record<string, unknown>>[] = [];
    const read = await readRecords([{ path }], scan, () => {
      if (filter.accepts()) records.push(scan.record() ?? {});
      return true;
    });
    return { ...read, records, unmet: filter.unmet() };
  });
}
