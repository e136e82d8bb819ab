/** The gate's own log: each decision is on disk, signed, ahead of what it allows. */

import { randomBytes } from "node:crypto";
import { appendFileSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { predicateTypeOf, sealed } from "../../agreement/index.ts";
import type { Json } from "../../assurance/index.ts";
import { type Reason, reason } from "../../consent/index.ts";
import { makeFolder } from "../../engine/index.ts";
import { appendTo, createLog, isProblem, readKeyFile } from "../../ledger/index.ts";
import { hashText } from "../hash.ts";

export interface Decision {
  readonly allowed: boolean;
  readonly mode: "audit" | "warn" | "enforce";
  readonly reasons: readonly string[];
  readonly host: string;
  readonly script: string;
  /** Digests: 64 hexadecimal digits. */
  readonly bundle: string;
  readonly proposal: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How often it may run under its proposal; undefined for ever so often. */
  readonly runs: number | undefined;
}

/** The folder of the log, within the gate's memory. */
export function decisionsIn(memory: string): string {
  return join(memory, "decisions");
}

/** Undefined once it is on disk; else why it is not, or why it cannot be allowed any more. */
export async function writeDecision(memory: string, decision: Decision): Promise<Reason | undefined> {
  const folder = decisionsIn(memory);
  try {
    makeFolder(memory);
    const made = beginLog(folder, decision.host);
    if (made !== undefined) return made;
    const key = readKeyFile(join(folder, "key.pem"), undefined);
    if (isProblem(key)) return reason("DS6111", key.message, { help: key.help });
    let used: Reason | undefined;
    const appended = await appendTo(folder, key, () => {
      // The log is this process's alone here: two runs do not take the last one both.
      used = useRun(memory, decision);
      const final = used === undefined ? decision : { ...decision, allowed: false, reasons: [used.code] };
      return [new Uint8Array(Buffer.from(sealed(statementOf(final), key)))];
    });
    return isProblem(appended) ? reason("DS6111", appended.message, { help: appended.help }) : used;
  } catch (thrown) {
    const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : String(thrown);
    return reason("DS6111", `${folder} cannot be written: ${code}`);
  }
}

function beginLog(folder: string, host: string): Reason | undefined {
  if (existsSync(join(folder, "log.json"))) return undefined;
  // An engine that was killed while it made the log has left no header: nothing was decided there.
  if (existsSync(folder)) for (const name of readdirSync(folder)) rmSync(join(folder, name));
  const made = createLog(folder, { origin: `gate.${host.replace(/[\s+]/g, "-")}` });
  return isProblem(made) ? reason("DS6111", made.message, { help: made.help }) : undefined;
}

function statementOf({ allowed, mode, reasons, host, script, bundle, proposal, now }: Decision): Json {
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: script.slice(0, 1000), digest: { sha256: bundle } }],
    predicateType: predicateTypeOf("decision"),
    predicate: {
      who: "gate",
      time: new Date(now).toISOString(),
      decision: allowed ? "allow" : "refuse",
      reasons: [...reasons],
      host: host.slice(0, 1000),
      mode,
      bundle,
      // Two decisions of one moment are two.
      run: randomBytes(16).toString("hex"),
      ...(proposal === undefined ? {} : { proposal }),
    },
  };
}

/** How often something has run under a proposal on this host. */
export function runsOf(memory: string, proposal: string): number {
  try {
    return statSync(runsFile(memory, proposal)).size;
  } catch {
    return 0;
  }
}

function useRun(memory: string, { allowed, proposal, runs }: Decision): Reason | undefined {
  if (!allowed || proposal === undefined || runs === undefined) return undefined;
  const used = runsOf(memory, proposal);
  if (used >= runs) return reason("DS6094", `runs that were agreed on: ${runs}; it has had ${used}`);
  makeFolder(join(memory, "runs"));
  // A byte a run.
  if (used === 0) writeFileSync(runsFile(memory, proposal), ".", { mode: 0o600, flush: true });
  else appendFileSync(runsFile(memory, proposal), ".", { flush: true });
  return undefined;
}

function runsFile(memory: string, proposal: string): string {
  return join(memory, "runs", /^[0-9a-f]{64}$/.test(proposal) ? proposal : hashText(proposal));
}
