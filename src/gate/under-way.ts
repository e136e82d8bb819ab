/** Step 12: while a script runs, its agreement is looked at again ahead of each change. */

import { statSync } from "node:fs";
import { join } from "node:path";
import {
  type Consent,
  type Core,
  judge,
  type Policy,
  type Proposal,
  type Reason,
  reason,
  type Tier,
} from "../consent/index.ts";
import type { GateSubject } from "../engine/index.ts";
import { bringUpToDate } from "./fold/bring.ts";
import type { Memory, Seen } from "./memory/memory.ts";
import { circumstancesOf } from "./steps/circumstances.ts";

export interface UnderWay {
  readonly subject: GateSubject;
  readonly proposal: Proposal;
  readonly policy: Policy;
  readonly tier: Tier;
  readonly asks: Readonly<Record<string, number>>;
  readonly memory: Memory;
  /** The log's folder. */
  readonly log: string;
  readonly sees: Omit<Seen, "time">;
  /** What was known of the log when it was decided, and the log's mark ahead of reading it. */
  readonly core: Core;
  readonly mark: string;
  readonly host: string;
  readonly clock: () => number;
}

/** A function that is cheap while the log stays as it is: one question to the file system. */
export function createWatchOnConsent(way: UnderWay): () => Reason | undefined {
  const { subject, proposal, policy, tier, asks, memory, log, host, clock } = way;
  let { mark } = way;
  let seen: Seen = { ...way.sees, time: 0 };
  let core: Core | Reason = way.core;
  const coreNow = (): Core | Reason => {
    const brought = bringUpToDate(log, memory, seen, policy.log.keys, clock());
    if ("code" in brought) return brought;
    seen = { ...seen, log: brought.log };
    return brought.core;
  };
  return () => {
    const now = clock();
    const newMark = markOf(log);
    if (newMark !== mark || "code" in core) {
      mark = newMark;
      core = coreNow();
    }
    if ("code" in core) return ended(core.message);
    // Of the number of runs this one has had its share.
    const asked = circumstancesOf(subject, { now, host, runs: 0 });
    const topic = memory.topic(proposal.bundle);
    const consent: Consent = judge(topic, proposal, { core, policy, tier, asks, asked, now });
    const [first] = consent.reasons;
    return first === undefined ? undefined : ended(first.message);
  };
}

function ended(message: string): Reason {
  return reason("DS6121", `what let it run has ended: ${message}`);
}

/** Another one once somebody has appended to the log. */
export function markOf(log: string): string {
  const all = ["entries.jsonl", "checkpoint"].map((name) => {
    try {
      const { size, mtimeMs, ino } = statSync(join(log, name));
      return `${size} ${mtimeMs} ${ino}`;
    } catch {
      return "-";
    }
  });
  return all.join(" ");
}
