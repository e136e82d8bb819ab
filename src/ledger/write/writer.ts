/** A writer that appends what comes while another batch is on its way to the disk in one batch of its own. */

import type { SigningKey } from "../keys/key-file.ts";
import { isProblem, type LogProblem } from "../problem.ts";
import { type Appended, openAppender } from "./append.ts";

export interface LogWriter {
  /** Resolves once the entry is on disk: its index, or why it is not there. */
  readonly append: (entry: Uint8Array) => Promise<number | LogProblem>;
  /** Closes the files that it has open; it does so by itself after a second without appends. */
  readonly close: () => void;
}

/** A batch holds the lock for as long as it takes to write it. */
const mostEntries = 1000;
/** Milliseconds without appends after which the files are closed. */
const idle = 1000;

/** `onBatch` hears of each batch that was appended. */
export function createWriter(folder: string, key: SigningKey, onBatch?: (batch: Appended) => void): LogWriter {
  const waiting: { entry: Uint8Array; settle: (result: number | LogProblem) => void }[] = [];
  const appender = openAppender(folder, key);
  let isWriting = false;
  let rest: NodeJS.Timeout | undefined;
  const close = (): void => {
    if (!isWriting) appender.close();
  };
  const write = async (): Promise<void> => {
    clearTimeout(rest);
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostEntries);
      const entries = batch.map(({ entry }) => entry);
      const result = await appender.append(() => entries);
      if (!isProblem(result)) onBatch?.(result);
      for (const [at, { settle }] of batch.entries()) settle(isProblem(result) ? result : result.first + at);
    }
    isWriting = false;
    rest = setTimeout(close, idle).unref();
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
    close,
  };
}
