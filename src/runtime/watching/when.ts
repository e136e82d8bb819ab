/** A `when`: judged by the latest values, within its schedule and its cap, its block run with the values that it was judged by (language 6). */

import { isWithinSchedule, type WhenParts } from "../../records/index.ts";
import type { Firing, FiringEnd, WatchOptions } from "../asked-of-engine.ts";
import { steadyNow } from "../clock.ts";
import { schedulesOf } from "../control/schedules.ts";
import { showDuration } from "../control/texts.ts";
import { asFault } from "../faults/api.ts";
import { type Fault, Interruption, ScriptExit } from "../faults/fault.ts";
import { siteAt } from "../faults/raise.ts";
import { settle } from "../faults/settle.ts";
import { flushOutputs } from "../files/standard-output.ts";
import type { ScriptFlow } from "../flow.ts";
import { pointAt } from "../point.ts";
import type { Run } from "../run.ts";
import { restartKeys } from "../tasks/frame.ts";
import { kept, unkept } from "../tasks/kept.ts";
import type { Monitor } from "./monitor.ts";
import { brief, clockTime, dayAndTime } from "./words.ts";

export interface WhenSurroundings {
  readonly run: Run;
  readonly flow: ScriptFlow;
  readonly options: WatchOptions;
}

type Result = Omit<FiringEnd, "milliseconds">;

export class When {
  readonly parts: WhenParts;
  /** A new value came since it was judged. */
  isDue = false;
  /** As what is kept of it is called. */
  readonly key: string;
  readonly #named: readonly Monitor[];
  readonly #around: WhenSurroundings;
  /** What it was said to wait for: said once, until it runs or its condition no longer holds. */
  #waitsFor: "schedule" | "cap" | undefined;
  #isBroken = false;

  constructor(parts: WhenParts, key: string, named: readonly Monitor[], around: WhenSurroundings) {
    this.parts = parts;
    this.key = key;
    this.#named = named;
    this.#around = around;
  }

  /** Judges, and runs the block where it may. Throws what ends the watch: an interruption, an `exit`. */
  async judge(): Promise<void> {
    this.isDue = false;
    const { run, flow, options } = this.#around;
    const seen = this.#named.flatMap((monitor) => monitor.seen ?? []);
    if (seen.length < this.#named.length) return;
    const values = seen.map(({ value }) => value);
    if (!(await this.#holds(values))) {
      this.#waitsFor = undefined;
      return;
    }
    const now = run.clock.now();
    if (this.#isOutside(now)) return;
    const recent = options.fired(this.key).filter((time) => time > now - this.parts.per);
    if (this.#isCapped(recent, now)) return;
    this.#waitsFor = undefined;
    const shown = this.#named.map(({ parts }, index) => {
      return [parts.name, run.secrets.mask(seen[index]?.text ?? "")] as const;
    });
    await this.#fire(values, { when: this.key, at: now, values: shown, kept: values.map(kept) }, recent);
    flushOutputs(run, flow);
  }

  /** Runs the block that an earlier engine was in, with its values; a failure ends the run. */
  async resume(values: readonly unknown[]): Promise<void> {
    const { run, flow, options } = this.#around;
    const end = options.begin({ when: this.key, at: run.clock.now(), values: [], kept: values });
    const began = steadyNow();
    restartKeys(run);
    try {
      await this.parts.body(flow.fork(), ...values.map(unkept));
    } finally {
      await end({ state: "done", milliseconds: steadyNow() - began });
    }
  }

  /** A condition that fails does not hold; it is shown once, until it can be judged again. */
  async #holds(values: readonly unknown[]): Promise<boolean> {
    const { run, flow } = this.#around;
    try {
      const holds = await this.parts.condition(flow.fork(), ...values);
      this.#isBroken = false;
      return holds;
    } catch (thrown) {
      if (thrown instanceof Interruption || thrown instanceof ScriptExit) throw thrown;
      settle(run, asFault(run, thrown, this.parts.site), this.#isBroken);
      this.#isBroken = true;
      return false;
    }
  }

  #isOutside(now: number): boolean {
    const outside = schedulesOf(this.#around.run).find(({ windows }) => !isWithinSchedule(windows, new Date(now)));
    if (outside === undefined) return false;
    const { name, schedule } = outside;
    const head = this.#head(now);
    this.#wait("schedule", `${head}: the condition holds outside of ${JSON.stringify(name)}, ${schedule}: it waits`);
    return true;
  }

  /** What fired in a future that a clock has taken back counts as if it were now. */
  #isCapped(recent: readonly number[], now: number): boolean {
    const { times, per } = this.parts;
    if (recent.length < times) return false;
    const [oldest = now] = recent.toSorted((a, b) => a - b).slice(-times);
    const free = dayAndTime(Math.min(oldest, now) + per, now);
    const within = showDuration(per);
    const ran = recent.length === 1 ? `it ran once within ${within}` : `it ran ${recent.length} times within ${within}`;
    this.#wait("cap", `${this.#head(now)}: the condition holds, and ${ran}: it waits until ${free}`);
    return true;
  }

  #wait(what: "schedule" | "cap", sentence: string): void {
    if (this.#waitsFor === what) return;
    this.#waitsFor = what;
    this.#around.options.say(sentence);
  }

  #head(at: number): string {
    return `${clockTime(at)} when (${brief(this.parts.text)})`;
  }

  async #fire(values: readonly unknown[], firing: Firing, recent: readonly number[]): Promise<void> {
    const { run, flow, options } = this.#around;
    const { at } = firing;
    const began = steadyNow();
    // Ahead of the block: an engine that dies in it has used up one of its times.
    options.keep(this.key, [...recent.map((time) => Math.min(time, at)), at]);
    const end = options.begin(firing);
    restartKeys(run);
    let result: Result = { state: "done" };
    try {
      await this.parts.body(flow.fork(), ...values);
    } catch (thrown) {
      result = this.#resultOf(thrown);
      if (result.state !== "failed") throw thrown;
    } finally {
      const milliseconds = steadyNow() - began;
      this.#tell(firing, result, milliseconds);
      await end({ ...result, milliseconds });
    }
  }

  #resultOf(thrown: unknown): Result {
    const { run } = this.#around;
    if (thrown instanceof Interruption) return { state: "interrupted", signal: thrown.signal };
    if (thrown instanceof ScriptExit) return { state: "exit", status: thrown.status };
    const fault: Fault = asFault(run, thrown, this.parts.site);
    settle(run, fault, false);
    const message = run.secrets.mask(fault.message);
    return { state: "failed", fault, message, line: siteAt(run, fault.site).line };
  }

  #tell({ at, values }: Firing, { state, message = "" }: Result, milliseconds: number): void {
    const { run, options } = this.#around;
    const { text, site } = this.parts;
    run.options.emit({
      logPoint: "PeriodicPoint",
      ...pointAt(run, site),
      api: "when",
      arguments: [["condition", text], ...values, ["result", state]],
      elapsed: milliseconds,
    });
    const shown = values.map(([name, value]) => `${name} ${brief(value)}`).join(", ");
    const took = showDuration(Math.round(milliseconds));
    const head = `${this.#head(at)}, ${shown}`;
    if (state === "done") options.say(`${head}: done after ${took}`);
    else if (state === "exit") options.say(`${head}: ended the watch after ${took}`);
    else if (state === "interrupted") options.say(`${head}: interrupted after ${took}`);
    else options.say(`${head}: failed after ${took}: ${brief(message)}`);
  }
}
