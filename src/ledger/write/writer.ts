/** A writer that appends what comes while another batch is on its way to the disk in one batch of its own. */

import type { SigningKey } from "../keys/key-file.ts";
import { isProblem, type LogProblem } from "../problem.ts";
import { type Appended, openAppender } from "./append.ts";
import { alreadyThere } from "./refused.ts";

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
      let places: readonly Place[] = [];
      const result = await appender.append(
        ({ indexOf }) => {
          places = placesOf(entries, indexOf);
          return entries.filter((_, at) => places[at]?.problem === undefined);
        },
        { mayRepeat: true },
      );
      if (!isProblem(result)) onBatch?.(result);
      for (const [at, { settle }] of batch.entries()) settle(outcomeOf(places[at], result));
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

/** What becomes of one entry of a batch: it is appended as one of them, or refused alone. */
interface Place {
  /** Which of those that are appended. */
  readonly at: number;
  /** Undefined where it is appended itself; otherwise the same statement, which is there or in the batch. */
  readonly problem: "there" | "given" | undefined;
}

function placesOf(
  entries: readonly Uint8Array[],
  indexOf: (entry: Uint8Array) => number | undefined,
): readonly Place[] {
  const given = new Map<string, number>();
  return entries.map((entry) => {
    const index = indexOf(entry);
    if (index !== undefined) return { at: index, problem: "there" };
    const text = Buffer.from(entry.buffer, entry.byteOffset, entry.length).toString("latin1");
    const first = given.get(text);
    if (first !== undefined) return { at: first, problem: "given" };
    given.set(text, given.size);
    return { at: given.size - 1, problem: undefined };
  });
}

function outcomeOf(place: Place | undefined, result: Appended | LogProblem): number | LogProblem {
  if (place?.problem === "there") return alreadyThere(place.at);
  if (isProblem(result) || place === undefined) return isProblem(result) ? result : result.first;
  return place.problem === undefined ? result.first + place.at : alreadyThere(result.first + place.at);
}
