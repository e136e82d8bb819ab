/** What the gate would say of a host's policy and its log, without being asked about a script; nothing is kept. */

import type { Reason } from "../../consent/index.ts";
import { bringUpToDate } from "../fold/bring.ts";
import { Memory } from "../memory/memory.ts";
import type { ReadPolicy } from "../policy/read.ts";
import { freshReasons } from "../steps/log.ts";
import { policyReasons } from "../steps/policy.ts";
import { placeIn } from "./layout.ts";

/** Where no folder can be made: all of the log is taken in anew. */
const nowhere = "/proc/nowhere";

export interface StandingRequest {
  readonly root: string;
  readonly read: ReadPolicy;
  /** The log's folder on the host. */
  readonly log: string;
  readonly engine: string;
  readonly now: number;
}

export function standingReasons({ root, read, log, engine, now }: StandingRequest): readonly Reason[] {
  const { policy } = read;
  const memory = new Memory(nowhere);
  const seen = memory.seen();
  const brought = bringUpToDate(placeIn({ root }, log), memory, seen, policy.log.keys);
  if ("code" in brought) return [brought];
  const { core } = brought;
  return [...policyReasons(read, { core, seen, engine }), ...freshReasons(core, policy, now)];
}
