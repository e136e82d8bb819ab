/** What the process that makes a dry run's world is told, and what it tells: JSON files in its folder. */

import type { WorldCaller } from "../../sandbox/index.ts";

/** The variable by which that process finds its request; it names a file. */
export const enterVariable = "DSCRIPT_REHEARSAL_WORLD";

export interface EnterRequest {
  /** A folder of this dry run's own on the host. */
  readonly folder: string;
  /** An empty folder on the host where the difference is kept. */
  readonly keep: string;
  /** Who they are on the host, where a user namespace makes them root of the world. */
  readonly caller: WorldCaller | null;
  /** How `dscript` is started. */
  readonly engine: readonly string[];
  /** What stands behind `run`: options, the script, its arguments. */
  readonly words: readonly string[];
  readonly directory: string;
  /** Folders with what the script works on. */
  readonly adopted: readonly string[];
  /** Folders of the user's own that are written to beside them. */
  readonly reached: readonly string[];
  /** Bytes that may be written. */
  readonly disk: number;
  readonly hasNetwork: boolean;
  /** What the engine itself writes: no part of the difference. */
  readonly leftOut: readonly string[];
}

export interface EnterResult {
  /** Why there was no world, or no difference; absent where all went well. */
  readonly trouble?: string;
  /** Whether the script was started. */
  readonly isStarted: boolean;
  /** The script's exit status. */
  readonly status: number;
  /** Something tried to reach another host, and there is no network. */
  readonly triedNetwork: boolean;
  /** What was left out of the world, in sentences. */
  readonly notes: readonly string[];
}

/** Files in its folder. */
export const parts = { request: "request.json", result: "result.json", records: "records.jsonl" } as const;

/** Bytes of records that are kept. */
export const mostRecords = 16 * 2 ** 20;
