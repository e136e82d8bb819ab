/** A limit on the time of a whole run (`--max-time`): a TimeoutFault where the script stands, and the end of all that it has running. */

import type { Waiting } from "../../records/index.ts";
import { Fault, Interruption } from "../faults/fault.ts";
import { createFault, siteAt } from "../faults/raise.ts";
import { forget, settle } from "../faults/settle.ts";
import { pendingPeer } from "../http/pending.ts";
import { Bound, overdueStatus } from "../processes/bound.ts";
import { shownArguments } from "../processes/describe.ts";
import { endEverything } from "../processes/end-everything.ts";
import { after } from "../processes/limit.ts";
import type { Command } from "../processes/live.ts";
import { markFlow } from "../processes/marks.ts";
import { processesOf } from "../processes/processes.ts";
import { abandonReplacements } from "../processes/replacement.ts";
import { waitingClause } from "../processes/waiting/clause.ts";
import { lookAtWaiting } from "../processes/waiting/load.ts";
import type { MaxTime, Run } from "../run.ts";
import { watchOwnLoad } from "./own-load.ts";
import { showDuration } from "./texts.ts";

export interface RunLimit {
  /** A part of the run, under the limit: once that has struck, its fault is what the part throws, and it is given up after twice the time of grace. */
  readonly within: <T>(work: () => Promise<T>) => Promise<T>;
  /** The body has ended: what is still waited for are jobs. */
  readonly bodyEnded: () => void;
  /** The run is over. */
  readonly end: () => void;
}

// A flow under a limit looks every 50 ms whether it has struck.
const lookEvery = 20;
const mostLooks = 10;

/** Starts the limit. Everything that the script runs is in flows below its main flow, and so under the limit. */
export function startRunLimit(run: Run, maxTime: MaxTime): RunLimit {
  const processes = processesOf(run);
  const bound = new RunBound(run, maxTime);
  if (processes.main !== null) markFlow(processes.main, { bound });
  let giveUp = (): void => {};
  const givenUp = new Promise<void>((resolve) => {
    giveUp = resolve;
  });
  let commandsEnded = Promise.resolve();
  let isOver = false;
  const load = watchOwnLoad(maxTime.milliseconds);
  const cancel = after(maxTime.milliseconds, () => void strike());
  return {
    async within(work) {
      try {
        const value = await Promise.race([work(), givenUp.then(() => Promise.reject(bound.fault()))]);
        if (!bound.isStruck) return value;
      } catch (thrown) {
        if (!bound.isStruck || thrown instanceof Interruption) throw thrown;
        // What went wrong beside it, in a finally, is a failure of its own.
        if (thrown instanceof Fault && thrown !== bound.over) settle(run, thrown, false);
      }
      // What ran then has ended ahead of whatever comes next: a job that was joined is waited for by nobody else.
      await commandsEnded;
      // What the script accepted of it on the way does not make it well.
      const fault = bound.fault();
      if (!bound.isRaised) fault.settled = false;
      bound.isRaised = true;
      throw fault;
    },
    bodyEnded() {
      bound.hasBody = false;
    },
    end() {
      isOver = true;
      cancel();
      load.end();
    },
  };

  async function strike(): Promise<void> {
    if (processes.ending !== null) return;
    const { grace } = run.options;
    const { live } = processes;
    const command = bound.commandUnderWay();
    const waiting =
      live === null || command === undefined
        ? (load.waiting() ?? pendingPeer(run))
        : await lookAtWaiting(run, live, [command.number], [command]);
    if (isOver || processes.ending !== null) return;
    bound.strike(command, waiting);
    commandsEnded = tellAndEnd();
    await pause(grace);
    bound.closed = true;
    await Promise.all([commandsEnded, endRunning()]);
    await pause(grace);
    abandonReplacements();
    giveUp();
  }

  /** The script itself is told ahead of its jobs, whose end it may be waiting for. */
  async function tellAndEnd(): Promise<void> {
    for (let look = 0; look < mostLooks && !bound.isPlaced; look += 1) await pause(lookEvery);
    bound.tellsJobs = true;
    await endRunning();
  }

  /** Ends the commands that run now, with all that they started; daemons of commands that ended well are let be. */
  async function endRunning(): Promise<void> {
    const { live } = processes;
    if (live === null) return;
    const roots = [...live.commands].filter((command) => !live.isLetBe(command));
    if (roots.length === 0) return;
    const numbers = roots.map((root) => root.number);
    await endEverything(run, live, numbers, run.options.grace, roots);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

class RunBound extends Bound {
  isStruck = false;
  /** The run has ended by it. */
  isRaised = false;
  hasBody = true;
  readonly #run: Run;
  readonly #maxTime: MaxTime;
  /** Where the script stands is known. */
  isPlaced = false;
  tellsJobs = false;
  #waiting: Waiting | undefined;

  constructor(run: Run, maxTime: MaxTime) {
    super(null);
    this.#run = run;
    this.#maxTime = maxTime;
  }

  /** A command that runs knows its place; other places show when the script is told. `waiting` is what the command, or the script itself, was held up by. */
  strike(seen: Command | undefined, waiting: Waiting | undefined): void {
    this.isStruck = true;
    const command = this.commandUnderWay();
    this.#waiting = command === seen ? waiting : undefined;
    this.isPlaced = command !== undefined;
    this.over = command === undefined ? this.#faultByStack() : this.#faultOf(command);
  }

  /** The fault that ends the run. */
  fault(): Fault {
    if (this.over instanceof Fault) return this.over;
    const fault = this.#faultByStack();
    this.over = fault;
    return fault;
  }

  override due(thread: unknown): Fault | null {
    if (!this.isStruck || (thread !== null && !this.tellsJobs)) return null;
    if (super.due(thread) === null) return null;
    // A job is told with a fault of its own, which nobody sees: the script's own thread tells of the limit.
    if (thread !== null && (this.hasBody || this.isPlaced)) return this.#shadow();
    if (!this.isPlaced) {
      forget(this.#run, this.over);
      this.over = this.#faultByStack();
      this.isPlaced = true;
    }
    return this.fault();
  }

  #shadow(): Fault {
    const fault = this.#faultByStack();
    forget(this.#run, fault);
    fault.settled = true;
    return fault;
  }

  /** The command that the script waits for; once its body has ended, one of a job. */
  commandUnderWay(): Command | undefined {
    const { live } = processesOf(this.#run);
    if (live === null) return undefined;
    return [...live.commands].findLast((command) => !live.isLetBe(command) && (!command.background || !this.hasBody));
  }

  #faultOf({ number, argv, stage }: Command): Fault {
    const site = processesOf(this.#run).live?.siteOf(number) ?? 0;
    const name = argv[0] ?? "";
    return createFault(this.#run, site, {
      kind: "TimeoutFault",
      message: `${this.#message()}; ${name} was running${waitingClause(this.#waiting)}`,
      api: name,
      arguments: shownArguments(siteAt(this.#run, site), stage, argv, this.#run.secrets.mask),
      status: overdueStatus,
      elapsed: this.#maxTime.milliseconds,
      stage,
      ...(this.#waiting === undefined ? {} : { waiting: this.#waiting }),
    });
  }

  /** V8 knows where the script stands: the fault's stack, taken where it is made. */
  #faultByStack(): Fault {
    const { stack = "" } = new Error("where");
    const site = this.#maxTime.siteOfStack(stack);
    return createFault(this.#run, site, {
      kind: "TimeoutFault",
      message: `${this.#message()}${waitingClause(this.#waiting)}`,
      elapsed: this.#maxTime.milliseconds,
      ...(this.#waiting === undefined ? {} : { waiting: this.#waiting }),
    });
  }

  #message(): string {
    if (this.#maxTime.subject === "the test")
      return `the test did not end within ${showDuration(this.#maxTime.milliseconds)}, the most that a test may take, and was ended`;
    return `the run did not end within ${showDuration(this.#maxTime.milliseconds)}, the most that it may take, and was ended`;
  }
}
