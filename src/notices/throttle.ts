/** Keeps a fault from being told again and again: what was told when, in a file of the state folder that concurrent runs share. */

import { createHash } from "node:crypto";
import { closeSync, constants, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Held, nothingHeld } from "./notice.ts";

export interface ThrottleRequest {
  /** The folder that the file lies in, which exists; absent where no state can be kept. */
  readonly folder: string | undefined;
  /** What makes a fault the same as an earlier one. */
  readonly key: string;
  /** Milliseconds. */
  readonly every: number;
  readonly perHour: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Tries to lock an open file without waiting: null, or the error's name. */
  readonly tryLock: (fd: number) => Promise<string | null>;
}

export interface Claim {
  /** Whether this fault is to be told now. */
  readonly tell: boolean;
  readonly held: Held;
  /** Why nothing is known of earlier messages: then the fault is told. */
  readonly warning?: string;
  /** Nobody could be told: the next time is the first again. */
  readonly undo: () => Promise<void>;
}

interface Entry {
  /** When it was told last; 0 for never. */
  readonly told: number;
  readonly held: number;
}

interface State {
  readonly faults: Readonly<Record<string, Entry>>;
  /** When messages went out in the last hour. */
  readonly sent: readonly number[];
  /** Messages that the limit an hour kept back. */
  readonly held: number;
}

const empty: State = { faults: {}, sent: [], held: 0 };
const hour = 3_600_000;
/** What was held back of a fault that never comes again is forgotten after this time. */
const longestMemory = 30 * 24 * hour;
const mostFaults = 1000;
/** Milliseconds to wait for another run that has the file, and between two tries. */
const patience = 2000;
// Milliseconds by which another run may be ahead that got the lock first; more is a clock that was set back.
const mostAhead = 60_000;
const pause = 10;

/** Decides whether a fault is told now, and notes that. Never throws: where the file cannot be used, the fault is told. */
export async function claim(request: ThrottleRequest): Promise<Claim> {
  const id = createHash("sha256").update(request.key).digest("hex").slice(0, 32);
  let found: { tell: boolean; held: Held; before: Entry | undefined } | undefined;
  const warning = await change(request, (state) => {
    const { next, ...decision } = decide(state, id, request);
    found = { ...decision, before: state.faults[id] };
    return next;
  });
  if (found === undefined)
    return { tell: true, held: nothingHeld, undo: async () => {}, ...(warning === undefined ? {} : { warning }) };
  const { tell, held, before } = found;
  return {
    tell,
    held,
    ...(warning === undefined ? {} : { warning }),
    undo: async () => {
      if (tell) await change(request, (state) => undone(state, id, request.now, before, held));
    },
  };
}

function decide(state: State, id: string, { every, perHour, now }: ThrottleRequest) {
  const sent = state.sent.filter((time) => time > now - hour && time <= now + mostAhead);
  const entry = state.faults[id] ?? { told: 0, held: 0 };
  // A clock that was set back must not keep everybody silent.
  const isFresh = entry.told > now + mostAhead || entry.told <= now - every;
  const faults = (next: Entry): State["faults"] => pruned({ ...state.faults, [id]: next }, now);
  if (!isFresh)
    return {
      tell: false,
      held: nothingHeld,
      next: { ...state, sent, faults: faults({ ...entry, held: entry.held + 1 }) },
    };
  if (sent.length >= perHour)
    return {
      tell: false,
      held: nothingHeld,
      next: { sent, held: state.held + 1, faults: faults({ told: entry.told, held: entry.held + 1 }) },
    };
  return {
    tell: true,
    // Those of this very fault are told as its own.
    held: { same: entry.held, others: Math.max(0, state.held - entry.held) },
    next: { sent: [...sent, now], held: 0, faults: faults({ told: now, held: 0 }) },
  };
}

function undone(state: State, id: string, now: number, before: Entry | undefined, held: Held): State {
  const at = state.sent.lastIndexOf(now);
  const { [id]: entry, ...others } = state.faults;
  // What another run held back meanwhile stays counted; so does this time.
  const next: Entry = { told: before?.told ?? 0, held: held.same + (entry?.held ?? 0) + 1 };
  return {
    faults: { ...others, [id]: next },
    sent: state.sent.filter((_, index) => index !== at),
    held: state.held + held.others,
  };
}

function pruned(faults: State["faults"], now: number): State["faults"] {
  const kept = Object.entries(faults).filter(([, { told }]) => told > now - longestMemory || told === 0);
  return Object.fromEntries(kept.sort(([, a], [, b]) => b.told - a.told).slice(0, mostFaults));
}

/** Changes the file under its lock; undefined, or why that could not be. */
async function change(request: ThrottleRequest, next: (state: State) => State): Promise<string | undefined> {
  const { folder, tryLock } = request;
  if (folder === undefined) return "no state can be kept, so that nothing is known of earlier messages";
  const file = join(folder, "notified.json");
  let lock: number | undefined;
  try {
    lock = openSync(join(folder, "notified.lock"), constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);
    await locked(lock, tryLock);
    const { state, warning } = read(file);
    const text = `${JSON.stringify(next(state))}\n`;
    const temporary = `${file}.${process.pid}.tmp`;
    writeFileSync(temporary, text, { mode: 0o600 });
    renameSync(temporary, file);
    return warning;
  } catch (thrown) {
    return `${file} cannot be used (${reasonOf(thrown)}), so that nothing is known of earlier messages`;
  } finally {
    if (lock !== undefined) closeSync(lock);
  }
}

async function locked(fd: number, tryLock: ThrottleRequest["tryLock"]): Promise<void> {
  for (const until = performance.now() + patience; ; ) {
    const errno = await tryLock(fd);
    if (errno === null) return;
    if ((errno !== "EAGAIN" && errno !== "EINTR") || performance.now() > until)
      throw Object.assign(new Error("another run has it"), { code: errno });
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function read(file: string): { readonly state: State; readonly warning?: string } {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return { state: empty };
    throw thrown;
  }
  try {
    const state = stateOf(JSON.parse(text));
    if (state !== undefined) return { state };
  } catch {
    // A torn or foreign file says nothing: it is begun anew.
  }
  return { state: empty, warning: `${file} was not readable and is begun anew` };
}

function stateOf(value: unknown): State | undefined {
  if (!isObject(value) || !isObject(value["faults"]) || !Array.isArray(value["sent"])) return undefined;
  const faults = Object.entries(value["faults"]);
  const isSound = faults.every(([, entry]) => isObject(entry) && isCount(entry["told"]) && isCount(entry["held"]));
  if (!isSound || !value["sent"].every(isCount) || !isCount(value["held"])) return undefined;
  // Checked above, field by field.
  return value as unknown as State;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function reasonOf(thrown: unknown): string {
  const { code, message } = thrown as NodeJS.ErrnoException;
  return code ?? message;
}
