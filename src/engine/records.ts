/** Where a run's records go: the sinks that were asked for, and the run's own file in the state folder. */

import { dirname } from "node:path";
import type { LogRecord, RecordBody, Sink } from "../records/index.ts";
import { createRecorder, openFileSink, openSink, type Recorder, SinkSpecError, syncFolder } from "../sinks/index.ts";
import { noteStart } from "./run-notes.ts";
import type { RunState } from "./state.ts";
import { hostName, userName } from "./surroundings.ts";

export interface RecordsRequest {
  readonly specs: readonly string[];
  /** The bytes of every file of the run. */
  readonly files: readonly Uint8Array[];
  readonly state: RunState;
  /** As given, and its absolute path. */
  readonly script: string;
  readonly path: string;
  /** Records are on disk ahead of the change that they announce. */
  readonly durable: boolean;
  readonly say: (text: string) => void;
}

/** What a run records with; nothing is opened or hashed before the first record, unless a sink was asked for. */
export interface RunRecords {
  readonly emit: (body: RecordBody) => void;
  readonly close: () => Promise<void>;
  /** How many were emitted. */
  readonly count: () => number;
}

/** A sink's name that is none: the sentence that says so. */
export interface SinkMistake {
  readonly mistake: string;
}

/** Opens the sinks of a run. A sink that fails later never stops or falsifies the run. */
export async function openRecords(request: RecordsRequest): Promise<RunRecords | SinkMistake> {
  const { specs, files, state, durable, say } = request;
  const sinks: Sink[] = [];
  const queue = { run: state.runId, look: state.queues, make: state.makeQueues };
  try {
    for (const spec of specs) sinks.push(await openSink(spec, { say, queue }));
  } catch (thrown) {
    if (thrown instanceof SinkSpecError) return { mistake: thrown.message };
    throw thrown;
  }
  sinks.push(stateSink(request));
  let recorder: Recorder | undefined;
  const create = (): Recorder =>
    createRecorder({
      sinks,
      durable,
      runId: state.runId,
      host: hostName(),
      user: userName(),
      scriptHash: hashOf(files),
    });
  return {
    emit(body) {
      recorder ??= create();
      recorder.emit(body);
    },
    count: () => recorder?.count ?? 0,
    async close() {
      if (recorder !== undefined) await recorder.close();
      else for (const sink of sinks) await sink.close();
    },
  };
}

// runs/, the state folder, and the folder that has it.
const newLevels = 3;

/** The run's own file: its folder is made when there is something to keep. */
function stateSink({ state, script, path: scriptPath, say }: RecordsRequest): Sink {
  let sink: Sink | null | undefined;
  let isNamed = false;
  const open = (): Sink | null => {
    const path = state.recordsPath();
    const warning = state.warning();
    if (warning !== undefined) say(`dscript: ${warning}\n`);
    if (path === undefined) return null;
    noteStart(dirname(path), { script, path: scriptPath });
    return openFileSink(path, { say });
  };
  return {
    name: "state",
    write(record: LogRecord) {
      if (sink === undefined) sink = open();
      sink?.write(record);
    },
    sync(whole) {
      sink?.sync?.(whole);
      const folder = state.folder();
      if (isNamed || folder === undefined) return;
      isNamed = true;
      // The run's folder is new, and perhaps those above it.
      for (let at = dirname(folder), level = 0; level < newLevels; at = dirname(at), level += 1) syncFolder(at);
    },
    async close() {
      await sink?.close();
    },
  };
}

/** SHA-256 over the bytes of every file of the run, each ahead by its length; of a single file, over its bytes alone. */
function hashOf(files: readonly Uint8Array[]): string {
  // Loaded with the first record: node:crypto costs 3 ms, and most runs have nothing to record.
  const hash = process.getBuiltinModule("node:crypto").createHash("sha256");
  for (const bytes of files) {
    if (files.length > 1) hash.update(`${bytes.length}\n`);
    hash.update(bytes);
  }
  return hash.digest("hex");
}
