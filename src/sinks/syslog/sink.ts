/** The sink of a syslog receiver: sends in order, keeps on disk what it cannot send, and makes a run wait at its end only. */

import type { LogRecord } from "../../records/index.ts";
import type { OpenedSink } from "../line-sink.ts";
import type { DiskQueue } from "../queue/disk-queue.ts";
import { type Channel, ChannelError } from "./channel.ts";
import { tell, waitBounded } from "./end-of-run.ts";
import { type Entry, Ledger } from "./ledger.ts";
import { syslogMessage } from "./message.ts";
import { openChannel } from "./open-channel.ts";
import type { SyslogTarget } from "./target.ts";

export interface SyslogOptions {
  readonly name: string;
  readonly target: SyslogTarget;
  /** Absent where nothing is kept on disk: what cannot be sent is then given up at the end. */
  readonly queue: DiskQueue | undefined;
  readonly say: (text: string) => void;
}

/** A record goes out this many milliseconds after it was written, at once where it is urgent. */
const gather = 200;
/** Characters that wait in memory while the receiver is slow; more go to the queue on disk. */
const mostWaiting = 2 ** 20;
/** Where the disk takes none: later records are given up and counted. */
const mostMemory = 8 * 2 ** 20;
/** A receiver that failed is tried again after this many milliseconds. */
const retryDelay = 1000;
/** How long the end of a run waits for a receiver; the last part of it is for hearing that what was sent has arrived. */
const endPatience = 2000;
const endSending = 1500;
/** How often it is looked at whether what was sent has arrived. */
const lookEvery = 500;
/** What a message is cut to where the system itself calls it too large. */
const safeSize = 1024;

export class SyslogSink implements OpenedSink {
  readonly name: string;
  /** The name without its options, for messages. */
  readonly #shortName: string;
  readonly #options: SyslogOptions;
  readonly #ledger: Ledger;
  #channel: Channel | undefined;
  /** How many of the channel's messages the ledger knows to have arrived. */
  #settled = 0;
  #sendCount = 0;
  #pumping: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #watch: NodeJS.Timeout | undefined;
  #retryAt = 0;
  #said = false;
  #closing: Promise<void> | undefined;
  /** The end of the run sends no more. */
  #isHalted = false;
  readonly #stop = new AbortController();
  readonly #emergency = (): void => this.#keep();
  #lost = 0;

  constructor(options: SyslogOptions) {
    this.#options = options;
    this.#ledger = new Ledger(options.queue);
    this.name = options.name;
    this.#shortName = options.name.replace(/\?.*/s, "");
    // A second Ctrl-C ends the engine without a close.
    process.once("exit", this.#emergency);
  }

  get lost(): number {
    return this.#lost;
  }

  write(record: LogRecord): void {
    if (this.#closing !== undefined || this.#ledger.size > mostMemory) {
      this.#lost += 1;
      return;
    }
    this.#ledger.add(record.json);
    if (this.#ledger.size > mostWaiting) this.#ledger.spill();
    if (record.urgent === true) this.#pump();
    else this.#schedule(gather);
  }

  flush(): void {
    this.#pump();
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    clearTimeout(this.#timer);
    const timer = setTimeout(() => {
      this.#isHalted = true;
    }, endSending);
    await waitBounded(this.#deliverAll(), endPatience, this.#stop);
    clearTimeout(timer);
    this.#settle();
    const { isLeft } = this.#ledger;
    this.#keep();
    process.off("exit", this.#emergency);
    const number = this.#lost === 1 ? "1 record was" : `${this.#lost} records were`;
    if (this.#lost > 0) this.#say(`${number} not sent to ${this.#shortName}, and the queue did not take them`);
    else if (isLeft && !this.#said)
      this.#say(
        `${this.#shortName} did not take all records within ${endPatience / 1000} s: the rest waits in the queue`,
      );
  }

  /** A connection that breaks while it ends is tried a second time. */
  async #deliverAll(): Promise<void> {
    for (let turn = 0; turn < 2; turn += 1) {
      await this.#pumping;
      if (turn === 0) this.#retryAt = 0;
      if (this.#ledger.hasWork) this.#pump();
      await this.#pumping;
      await this.#channel?.finish();
      this.#settle();
      if (this.#isHalted || !this.#ledger.isLeft) return;
    }
  }

  #schedule(milliseconds: number): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#pump();
    }, milliseconds);
    // A waiting record must not keep the process alive: close delivers it.
    this.#timer.unref();
  }

  /** Starts sending what waits, unless that is under way. */
  #pump(): void {
    if (this.#pumping !== undefined || this.#stop.signal.aborted) return;
    if (performance.now() < this.#retryAt) {
      this.#ledger.spill();
      this.#schedule(this.#retryAt - performance.now());
      return;
    }
    this.#pumping = this.#send()
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        this.#pumping = undefined;
        if (this.#ledger.hasFresh && this.#closing === undefined) this.#schedule(gather);
      });
  }

  async #send(): Promise<void> {
    const broken = this.#channel?.broken;
    // A connection on which nothing ever arrived is no better than none.
    if (broken !== undefined && this.#channel?.confirmed === 0 && this.#ledger.hasSent) throw broken;
    if (broken !== undefined) this.#giveUp();
    const isNew = this.#channel === undefined;
    const channel = this.#channel ?? (await openChannel(this.#options.target, this.#stop.signal));
    // Too late: the end has kept everything on disk by now.
    if (this.#stop.signal.aborted) return channel.destroy();
    this.#channel = channel;
    this.#watch ??= setInterval(() => this.#look(), lookEvery).unref();
    try {
      await this.#sendWaiting(channel);
    } catch (error) {
      // A receiver that was restarted is there again: only a new connection that breaks is a failure.
      if (isNew || this.#stop.signal.aborted) throw error;
      this.#giveUp();
      return this.#send();
    }
  }

  /** The queue on disk first, then what is in memory. */
  async #sendWaiting(channel: Channel): Promise<void> {
    for (let count = 0; ; count += 1) {
      if (count === 0 || this.#ledger.hasSpilled)
        for (const entry of this.#ledger.queued()) {
          await this.#sendOne(channel, entry);
          if (this.#isHalted) return;
        }
      const entry = this.#ledger.nextFresh();
      if (entry === undefined) break;
      await this.#sendOne(channel, entry);
      if (this.#isHalted) return;
    }
    this.#settle();
  }

  async #sendOne(channel: Channel, entry: Entry): Promise<void> {
    if (this.#stop.signal.aborted) throw new Error("the run has ended");
    this.#sendCount += 1;
    if (this.#sendCount % 64 === 0) this.#settle();
    try {
      await channel.send(syslogMessage(this.#options.target, entry));
    } catch (error) {
      if (!(error instanceof ChannelError) || error.code !== "EMSGSIZE") throw error;
      await channel.send(syslogMessage(this.#options.target, entry, safeSize));
    }
  }

  /** Now and then: what has arrived by now, and whether the way still holds. */
  #look(): void {
    this.#settle();
    if (this.#channel?.broken !== undefined && this.#ledger.hasSent) this.#pump();
    if (this.#ledger.hasSent) return;
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  /** Takes what has arrived off the books. */
  #settle(): void {
    const arrived = (this.#channel?.confirmed ?? this.#settled) - this.#settled;
    if (arrived === 0) return;
    this.#settled += arrived;
    this.#ledger.arrived(arrived);
  }

  /** Gives a channel up; what may not have arrived waits again. */
  #giveUp(): void {
    this.#settle();
    this.#ledger.putBack();
    this.#channel?.destroy();
    this.#channel = undefined;
    this.#settled = 0;
  }

  #fail(error: unknown): void {
    if (this.#stop.signal.aborted) return;
    this.#giveUp();
    this.#retryAt = performance.now() + retryDelay;
    this.#ledger.spill();
    if (this.#said) return;
    this.#said = true;
    const why = error instanceof Error ? error.message : String(error);
    const next = this.#options.queue === undefined ? "" : "they wait in the queue, and ";
    this.#say(`cannot send records to ${this.#shortName}: ${why}; ${next}the script goes on`);
  }

  /** At the end, however it comes. */
  #keep(): void {
    this.#stop.abort();
    this.#giveUp();
    this.#lost += this.#ledger.keep();
    clearInterval(this.#watch);
  }

  #say(text: string): void {
    tell(this.#options.say, `dscript: ${text}\n`);
  }
}
