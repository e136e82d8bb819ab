/** What a run's commands share once the first one starts: the C library, the children, caches. */

import { restoreDescriptorLimit } from "../files/descriptor-limit.ts";
import type { ScriptFlow } from "../flow.ts";
import type { RunOptions } from "../run.ts";
import type { Tracing } from "../tracing/tracing.ts";
import { Children } from "./children.ts";
import { cookieName, cookieToken, EnvironmentBlocks } from "./environment-block.ts";
import { signalNumber } from "./errno.ts";
import { JobControl } from "./job-control.ts";
import { marksOf } from "./marks.ts";
import { loadNative, type Native } from "./native.ts";
import { ProgramSearch } from "./program-search.ts";
import { Relays } from "./relays.ts";
import { Spawner } from "./spawn.ts";
import { Watchdog } from "./watchdog.ts";

/** A command that runs. */
export interface Command {
  readonly pid: number;
  /** Its number in this run: what its cookie ends with. */
  readonly number: number;
  /** Whether it leads a process group of its own. */
  readonly ownGroup: boolean;
  readonly background: boolean;
  /** When it started: steadyNow(). */
  readonly began: number;
  readonly flow: ScriptFlow;
  readonly argv: readonly string[];
  /** Its place in its pipeline, from 0. */
  readonly stage: number;
}

export class Live {
  readonly native: Native;
  readonly children: Children;
  readonly spawner: Spawner;
  readonly search = new ProgramSearch();
  readonly environments: EnvironmentBlocks;
  readonly relays: Relays;
  readonly commands = new Set<Command>();
  /** Descriptors that are open as long as this is. */
  readonly kept: number[] = [];
  watchdog: Watchdog | null = null;
  /** Loaded with the first command that is to be traced. */
  tracing: Tracing | null = null;

  readonly #jobControl: JobControl;
  readonly #letBe = new WeakSet<Command>();
  readonly #sites: number[] = [];
  #watching = false;
  readonly #runId: string;
  readonly #ignored = new Set<string>();
  /** Reused for each command's arguments: exec copies them. */
  arguments: Buffer = Buffer.allocUnsafeSlow(64 * 1024);

  constructor(run: {
    readonly options: Pick<RunOptions, "environment" | "runId" | "ignoredSignals" | "seesTerminal">;
  }) {
    const { environment, runId } = run.options;
    this.#runId = runId;
    this.native = loadNative();
    this.children = new Children(this.native);
    restoreDescriptorLimit((most) => this.native.limitDescriptors(most));
    this.spawner = new Spawner(this.native);
    this.ignore([...run.options.ignoredSignals]);
    this.environments = new EnvironmentBlocks(this.native, runId, environment.get(cookieName));
    this.relays = new Relays(this.native, run.options.seesTerminal === true);
    this.#jobControl = new JobControl(this.native, run.options.ignoredSignals);
  }

  /** The engine, and the commands that start from now on, ignore these signals, too. */
  ignore(signals: readonly string[]): void {
    for (const signal of signals) {
      this.#ignored.add(signal);
      this.native.ignore(signalNumber(signal));
    }
    this.spawner.ignore([...this.#ignored].map(signalNumber));
  }

  /** A command is about to start: should the engine be killed meanwhile, it is found by its token. */
  expect(number: number): void {
    this.guard();
    this.watchdog?.add(number, cookieToken(this.#runId, number));
  }

  /** Starts the watchdog, where that has not been done. */
  guard(): void {
    if (this.#watching) return;
    this.#watching = true;
    this.watchdog = Watchdog.start(this.native, this.spawner, this.children);
  }

  /** It has not started. */
  forget(number: number): void {
    this.watchdog?.remove(number);
  }

  /** Notes a command that has started, for whoever must find it later. */
  begin(command: Command, site: number): void {
    this.commands.add(command);
    this.#jobControl.begin(command);
    if (this.#sites.length < mostSites) this.#sites[command.number] = site;
    if (marksOf(command.flow).job?.detached === true) this.letBe(command);
    else this.watchdog?.add(command.number, `${cookieToken(this.#runId, command.number)} ${command.pid}`);
  }

  end(command: Command): void {
    this.commands.delete(command);
    this.#jobControl.end(command);
    this.watchdog?.remove(command.number);
  }

  /** A command that outlives the engine: the script detached its job. */
  letBe(command: Command): void {
    this.#letBe.add(command);
    this.watchdog?.remove(command.number);
  }

  isLetBe(command: Command): boolean {
    return this.#letBe.has(command);
  }

  /** Where a command was started. */
  siteOf(number: number): number {
    return this.#sites[number] ?? 0;
  }
}

// The sites of a script's first million commands are kept, 8 bytes each.
const mostSites = 1_000_000;
