/** A monitor: a look a period, each in a job of its own; its value is that of the last look that went well (language 6). */

import type { MonitorParts } from "../../records/index.ts";
import { steadyNow } from "../clock.ts";
import { show } from "../control/texts.ts";
import { asFault } from "../faults/api.ts";
import { type Fault, Interruption, ScriptExit } from "../faults/fault.ts";
import { exitFault } from "../faults/raise.ts";
import { forget, settle } from "../faults/settle.ts";
import type { ScriptFlow } from "../flow.ts";
import { pointAt } from "../point.ts";
import { Bound } from "../processes/bound.ts";
import { forkMarked, marksOf } from "../processes/marks.ts";
import { processesOf } from "../processes/processes.ts";
import { endBound } from "../processes/stage.ts";
import { startJob } from "../processes/start-job.ts";
import type { Run } from "../run.ts";
import type { Bell } from "./bell.ts";
import { clockTime } from "./words.ts";

/** So many looks in a row fail until somebody is told. */
const patience = 3;
/** UTF-16 units of a value in records and sentences. */
const longestText = 1000;

export interface Seen {
  readonly value: unknown;
  readonly text: string;
  /** Milliseconds since the epoch, by the script's clock. */
  readonly at: number;
}

export interface MonitorSurroundings {
  readonly run: Run;
  readonly flow: ScriptFlow;
  readonly bell: Bell;
  readonly say: (sentence: string) => void;
  /** A look gave a value. */
  readonly onValue: () => void;
}

export class Monitor {
  readonly parts: MonitorParts;
  /** What it saw last; undefined ahead of its first value. */
  seen: Seen | undefined;
  readonly #around: MonitorSurroundings;
  /** Ends all looks with the watch. */
  readonly #bound: Bound;
  #failures = 0;
  #look: Promise<void> | undefined;
  #isLate = false;

  constructor(parts: MonitorParts, around: MonitorSurroundings) {
    this.parts = parts;
    this.#around = around;
    this.#bound = new Bound(marksOf(around.flow).bound, []);
  }

  /** Looks, unless the last look is still under way; resolves when the look has ended. Never rejects. */
  async look(): Promise<void> {
    if (this.#look !== undefined) return this.#sayLate();
    this.#look = this.#start();
    await this.#look;
    this.#look = undefined;
  }

  /** Ends a look that is under way. */
  async end(): Promise<void> {
    this.#bound.over = new ScriptExit(0, false);
    await endBound(processesOf(this.#around.run), this.#bound);
  }

  async #start(): Promise<void> {
    const { run, flow, bell } = this.#around;
    const processes = processesOf(run);
    // The script's own thread is told of an interruption.
    if (run.interruption !== null || processes.ending !== null) return;
    try {
      const own = forkMarked(flow, {}, { bound: this.#bound });
      const job = startJob(processes, own, this.parts.site, (inner) => this.#take(inner as ScriptFlow), false);
      const thrown = await job.failure();
      // At the end of the run somebody else takes it from there.
      if (processes.ending !== null) return;
      processes.jobs.delete(job);
      if (thrown !== undefined) bell.fail(thrown);
    } catch (thrown) {
      if (!(thrown instanceof Interruption)) bell.fail(thrown);
    }
  }

  async #take(flow: ScriptFlow): Promise<number> {
    const { run } = this.#around;
    const began = steadyNow();
    try {
      const value = await this.parts.look(flow);
      this.#took(value, steadyNow() - began);
    } catch (thrown) {
      if (this.#bound.over !== null) forget(run, thrown);
      else if (thrown instanceof Interruption) throw thrown;
      else this.#failed(this.#faultOf(thrown));
    }
    return 0;
  }

  #faultOf(thrown: unknown): Fault {
    const { run } = this.#around;
    const { site, name } = this.parts;
    if (thrown instanceof ScriptExit) return exitFault(run, site, `the monitor ${name}`, thrown.status);
    return asFault(run, thrown, site);
  }

  #took(value: unknown, elapsed: number): void {
    const { run, onValue, say } = this.#around;
    const { site, name, type } = this.parts;
    // Ahead of the cut: half of a secret is not known as one. What becomes a secret later is masked where it is said.
    const whole = run.secrets.mask(show(value, type));
    const text = whole.length > longestText ? `${whole.slice(0, longestText - 1)}…` : whole;
    run.options.emit({
      logPoint: "PeriodicPoint",
      ...pointAt(run, site),
      api: "monitor",
      arguments: [[name, text]],
      elapsed,
    });
    if (this.#failures >= patience) say(`the monitor \`${name}\` has a value again: ${text}`);
    this.#failures = 0;
    if (elapsed <= this.parts.every) this.#isLate = false;
    this.seen = { value, text, at: run.clock.now() };
    onValue();
  }

  #failed(fault: Fault): void {
    const { run, say } = this.#around;
    settle(run, fault, true);
    this.#failures += 1;
    if (this.#failures !== patience) return;
    const { name } = this.parts;
    const why = run.secrets.mask(fault.message);
    if (this.seen === undefined) say(`the monitor \`${name}\` has failed ${patience} times in a row: ${why}`);
    else {
      const last = `${run.secrets.mask(this.seen.text)}, seen at ${clockTime(this.seen.at)}`;
      say(`the monitor \`${name}\` has failed ${patience} times in a row, its value stays ${last}: ${why}`);
    }
  }

  #sayLate(): void {
    if (this.#isLate) return;
    this.#isLate = true;
    this.#around.say(
      `the monitor \`${this.parts.name}\` takes longer than its period: looks are left out until it ends`,
    );
  }
}
