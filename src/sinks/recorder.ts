/** The recorder of a run: numbers its records, encodes each once, and hands it to every sink (faults 3). */

import { encodeRecord, type RecordBody, type RunFields, type Sink } from "../records/index.ts";
import type { OpenedSink } from "./line-sink.ts";

export interface RecorderOptions extends RunFields {
  readonly sinks: readonly (Sink | OpenedSink)[];
  /** Records that announce a change are on disk ahead of it, and all of them at the end. */
  readonly durable?: boolean;
}

export interface Recorder {
  /** Records a log point; its `Seq` is one more than the last one's, from 1. Never throws. */
  emit(body: RecordBody): void;
  /** Writes what is waiting, without closing anything. */
  flush(): void;
  /** Delivers what is waiting and closes the sinks; a second call gives the first one's promise. */
  close(): Promise<void>;
  /** How many records were emitted. */
  readonly count: number;
  /** How many records were given up so far, summed over the sinks. */
  readonly lost: number;
}

/** Makes the recorder of one run. Records emitted after `close` are not kept. */
export function createRecorder(options: RecorderOptions): Recorder {
  return new RunRecorder(options);
}

class RunRecorder implements Recorder {
  readonly #options: RecorderOptions;
  #count = 0;
  #refused = 0;
  #closing: Promise<void> | undefined;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  emit(body: RecordBody): void {
    if (this.#closing !== undefined) return;
    this.#count += 1;
    const record = encodeRecord(body, this.#options, this.#count);
    for (const sink of this.#options.sinks) {
      try {
        sink.write(record);
      } catch {
        // A sink of somebody else's that breaks its promise must not end the run.
        this.#refused += 1;
      }
    }
    if (this.#options.durable === true && body.phase === "before") this.#sync(false);
  }

  #sync(whole: boolean): void {
    for (const sink of this.#options.sinks) {
      try {
        sink.sync?.(whole);
      } catch {
        // As above: its records are written, whether they are on disk or not.
      }
    }
  }

  flush(): void {
    for (const sink of this.#options.sinks) if ("flush" in sink) sink.flush();
  }

  close(): Promise<void> {
    if (this.#closing === undefined && this.#options.durable === true) this.#sync(true);
    this.#closing ??= Promise.allSettled(this.#options.sinks.map((sink) => sink.close())).then(() => undefined);
    return this.#closing;
  }

  get count(): number {
    return this.#count;
  }

  get lost(): number {
    return this.#options.sinks.reduce((sum, sink) => sum + ("lost" in sink ? sink.lost : 0), this.#refused);
  }
}
