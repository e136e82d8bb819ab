/** The queue of one sink in the state folder: records that could not be delivered, for this run or a later one to deliver (log 4). */

import { mkdirSync, readdirSync, renameSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "../descriptor.ts";
import { isAlive, ownHolder, shortHash } from "./holder.ts";
import { QueueFile } from "./queue-file.ts";

/** Where queues lie, and the run that asks. */
export interface QueuePlace {
  /** The run's id; files are delivered in the order of these. */
  readonly run: string;
  /** The folder of all queues, which need not be there. */
  readonly look: () => string | undefined;
  /** The same folder, made; undefined where none can be written. */
  readonly make: () => string | undefined;
}

/** Bytes that one sink's queue may hold: what comes then is given up, so that the beginning of a trouble is kept. */
export const mostQueued = 64 * 2 ** 20;
/** A file of an earlier run is added to until it has so many bytes, so that many short runs do not leave many files. */
const adoptable = 2 ** 20;
/** A held file shows a sign of life so often (milliseconds). */
const signEvery = 60_000;

let instances = 0;

export class DiskQueue {
  readonly #sink: string;
  readonly #place: QueuePlace;
  readonly #folderName: string;
  readonly #held = new Map<string, QueueFile>();
  /** The key of the file that this run's records go to. */
  #own: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(sink: string, place: QueuePlace) {
    this.#sink = sink;
    this.#place = place;
    const readable = sink.replace(/\?.*/s, "").replace(/[^\w.-]+/g, "-");
    this.#folderName = `${readable.slice(0, 80)}-${shortHash(sink)}${shortHash(sink, 0x1000193)}`;
  }

  /** Whether records wait that this run may deliver. Never throws. */
  get hasBacklog(): boolean {
    return this.#files().some((file) => {
      const held = this.#held.get(file.key);
      return held === undefined ? this.#isFree(file) : !held.isRead;
    });
  }

  /** Whether records of this run are among those that have not arrived. */
  get hasOwn(): boolean {
    return this.#own !== undefined && this.#held.get(this.#own)?.isDone === false;
  }

  /** Whether records of this run wait that have not been read. */
  get ownWaits(): boolean {
    return this.#own !== undefined && this.#held.get(this.#own)?.isRead === false;
  }

  /** The held or free file whose records come first and have not all been read; undefined where there is none. Never throws. */
  next(): QueueFile | undefined {
    for (const file of this.#files()) {
      const held = this.#held.get(file.key) ?? this.#claim(file);
      if (held !== undefined && !held.isRead) return held;
    }
    return undefined;
  }

  /** Puts a run's records behind those that wait. How many were kept: all, or none where the queue is full or cannot be written. Never throws. */
  append(pid: number, lines: readonly string[]): number {
    if (lines.length === 0) return 0;
    try {
      const text = lines.map((json) => `${pid} ${json}\n`).join("");
      if (this.#bytes() + Buffer.byteLength(text) > mostQueued) return 0;
      this.#ownFile().append(text);
      return lines.length;
    } catch {
      return 0;
    }
  }

  /** Puts records ahead of those that this run has put there: they were sent, and never arrived. As `append`. */
  prepend(pid: number, lines: readonly string[]): number {
    const own = this.#own;
    if (own === undefined || !this.hasOwn) return this.append(pid, lines);
    if (lines.length === 0) return 0;
    const [base = "", number = ""] = own.split(".");
    const taken = this.#files()
      .filter((file) => file.key.startsWith(`${base}.`))
      .map((file) => Number(file.key.split(".")[1]));
    const before = Math.min(Number(number), ...taken) - 1;
    try {
      this.#create(`${base}.${String(before).padStart(6, "0")}`).append(
        lines.map((json) => `${pid} ${json}\n`).join(""),
      );
      return lines.length;
    } catch {
      return 0;
    }
  }

  /** Writes down how far delivery has come, and lets go of files of which all was delivered. Never throws. */
  save(): void {
    for (const [key, file] of this.#held) {
      if (file.isDone && key !== this.#own) this.#release(key, file);
      else quietly(() => file.save());
    }
  }

  /** What was read and not delivered is read again. */
  rewind(): void {
    for (const file of this.#held.values()) file.rewind();
  }

  /** Lets go of every file: a later run may have it. Never throws. */
  release(): void {
    clearInterval(this.#timer);
    for (const [key, file] of this.#held) this.#release(key, file);
    this.#own = undefined;
  }

  #folder(): string | undefined {
    const root = this.#place.look();
    return root === undefined ? undefined : join(root, this.#folderName);
  }

  /** The queue's files in the order of delivery. */
  #files(): readonly Listed[] {
    const folder = this.#folder();
    if (folder === undefined) return [];
    let names: readonly string[] = [];
    quietly(() => {
      names = readdirSync(folder);
    });
    return names
      .map((name) => ({ name, match: /^(\w{26}\.\d{6})(?:~([\w-]+))?$/.exec(name) }))
      .flatMap(({ name, match }) => (match?.[1] === undefined ? [] : [{ name, key: match[1], holder: match[2] }]))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  #isFree({ name, holder }: Listed): boolean {
    if (holder === undefined) return true;
    const stat = statSync(join(this.#folder() ?? "", name), { throwIfNoEntry: false });
    return stat !== undefined && !isAlive(holder, stat.mtimeMs);
  }

  /** Takes a free file by renaming it: of two that try, one succeeds. */
  #claim(file: Listed): QueueFile | undefined {
    const folder = this.#folder() ?? "";
    const name = `${file.key}~${ownHolder()}`;
    try {
      if (!this.#isFree(file)) return undefined;
      renameSync(join(folder, file.name), join(folder, name));
      const opened = QueueFile.open(folder, file.key, name, this.#sink);
      if (opened !== undefined) this.#hold(opened);
      else renameSync(join(folder, name), join(folder, `${file.key}.foreign`));
      return opened;
    } catch {
      return undefined;
    }
  }

  /** The file that this run's records go to: the newest that waits, while it is small, or a new one. */
  #ownFile(): QueueFile {
    const known = this.#own === undefined ? undefined : this.#held.get(this.#own);
    if (known !== undefined) return known;
    const newest = this.#files().at(-1);
    const adopted = newest === undefined ? undefined : (this.#held.get(newest.key) ?? this.#claim(newest));
    const fits = adopted !== undefined && adopted.size < adoptable;
    const file = fits ? adopted : this.#create(`${this.#place.run}.${String(500_000 + instances++).slice(-6)}`);
    this.#own = file.key;
    return file;
  }

  #create(key: string): QueueFile {
    const root = this.#place.make();
    if (root === undefined) throw new Error("there is no folder for queues");
    const folder = join(root, this.#folderName);
    try {
      mkdirSync(folder, { mode: 0o700 });
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
    const file = QueueFile.create(folder, key, `${key}~${ownHolder()}`, this.#sink);
    this.#hold(file);
    return file;
  }

  #hold(file: QueueFile): void {
    this.#held.set(file.key, file);
    this.#timer ??= setInterval(() => this.#showLife(), signEvery).unref();
  }

  #showLife(): void {
    const now = new Date();
    for (const key of this.#held.keys())
      quietly(() => utimesSync(join(this.#folder() ?? "", `${key}~${ownHolder()}`), now, now));
  }

  #release(key: string, file: QueueFile): void {
    this.#held.delete(key);
    quietly(() => file.release(key));
  }

  #bytes(): number {
    const folder = this.#folder() ?? "";
    const sizeOf = ({ name }: Listed) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
    return this.#files().reduce((sum, file) => sum + sizeOf(file), 0);
  }
}

interface Listed {
  readonly name: string;
  readonly key: string;
  readonly holder: string | undefined;
}

/** A queue that cannot be used is no reason to stop: the record stands in the run's own file. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // See above.
  }
}
