/** A writer that appends what comes while another batch is on its way to the disk in one batch of its own. */

import type { SigningKey } from "../keys/key-file.ts";
import { isProblem, type LogProblem } from "../problem.ts";
import { type Appended, appendTo } from "./append.ts";

export interface LogWriter {
  /** Resolves once the entry is on disk: its index, or why it is not there. */
  readonly append: (entry: Uint8Array) => Promise<number | LogProblem>;
}

/** A batch holds the lock for as long as it takes to write it. */
const mostEntries = 1000;

/** `onBatch` hears of each batch that was appended. */
export function createWriter(folder: string, key: SigningKey, onBatch?: (batch: Appended) => void): LogWriter {
  const waiting: { entry: Uint8Array; settle: (result: number | LogProblem) => void }[] = [];
  let isWriting = false;
  const write = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostEntries);
      const entries = batch.map(({ entry }) => entry);
      const result = await appendTo(folder, key, () => entries);
      if (!isProblem(result)) onBatch?.(result);
      for (const [at, { settle }] of batch.entries()) settle(isProblem(result) ? result : result.first + at);
    }
    isWriting = false;
  };
  return {
    append: (entry) =>
      new Promise((settle, reject) => {
        waiting.push({ entry, settle });
        // Whoever asks in the same turn is in the same batch.
        if (!isWriting) {
          isWriting = true;
          queueMicrotask(() => write().catch(reject));
        }
      }),
  };
}
