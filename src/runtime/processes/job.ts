/** A background job: commands in a flow of their own beside the script (language 3). */

import type { ResultValue } from "../../records/index.ts";
import { steadyNow } from "../clock.ts";
import { Interruption } from "../faults/fault.ts";
import { settle } from "../faults/settle.ts";
import type { Run } from "../run.ts";
import type { Account, JobMark } from "./marks.ts";
import { isFault } from "./outcome.ts";

/** How a flow waits: what ends its wait early is thrown. */
type Wait = (work: Promise<void>) => Promise<void>;

const itself: Wait = (work) => work;

/** What the script holds of a job. The end of a run waits for those that nobody joined or detached. */
export class Job {
  readonly #run: Run;
  readonly #account: Account;
  readonly #mark: JobMark;
  /** Programs only: nothing of it needs the engine once they run. */
  readonly isAlone: boolean;
  readonly #onTaken: (job: Job) => void;
  readonly #onDetached: (job: Job) => void;
  readonly #began = steadyNow();
  readonly #ended: Promise<void>;
  #elapsed: number | null = null;
  #status = 0;
  #thrown: unknown;
  #detached = false;

  /** `body` is under way already; `onTaken` is told when somebody joins or detaches. */
  constructor(
    run: Run,
    account: Account,
    mark: JobMark,
    isAlone: boolean,
    body: Promise<number>,
    on: { readonly taken: (job: Job) => void; readonly detached: (job: Job) => void },
  ) {
    this.#run = run;
    this.#account = account;
    this.#mark = mark;
    this.isAlone = isAlone;
    this.#onTaken = on.taken;
    this.#onDetached = on.detached;
    this.#ended = body.then(
      (status) => this.#end(status, undefined),
      (thrown: unknown) => this.#end(isFault(thrown) ? thrown.status : 1, thrown),
    );
  }

  /** Waits until the job has ended; its failure is raised. `out` and `err` are empty: they went where the job's output goes. */
  async join(wait: Wait = itself): Promise<ResultValue> {
    this.#onTaken(this);
    await wait(this.#ended);
    if (this.#thrown !== undefined) this.#raise();
    return this.#result();
  }

  /** Waits until the job has ended; a failure is accepted. */
  async result(wait: Wait = itself): Promise<ResultValue> {
    this.#onTaken(this);
    await wait(this.#ended);
    if (isFault(this.#thrown)) settle(this.#run, this.#thrown, true);
    else if (this.#thrown !== undefined) this.#raise();
    return this.#result();
  }

  /** Lets the job go on after the script's end: its programs are not ended with the engine, and only what needs the engine is waited for. */
  detach(): void {
    if (this.#detached) return;
    this.#detached = true;
    this.#onTaken(this);
    this.#onDetached(this);
    void this.#ended.then(() => this.#settleDetached());
  }

  /** The time for tidying up is over: whatever it does next is told so. */
  close(): void {
    this.#mark.closed = true;
  }

  isRunning(): boolean {
    return this.#elapsed === null;
  }

  /** The process number of its first program, 0 where none has started. */
  get pid(): number {
    return this.#account.pid;
  }

  get isDetached(): boolean {
    return this.#detached;
  }

  /** What it threw, once it has ended; undefined where it ended well. */
  async failure(): Promise<unknown> {
    await this.#ended;
    return this.#thrown;
  }

  #raise(): never {
    // Whoever waits for an interrupted job is the script, and so has been told.
    if (this.#thrown instanceof Interruption) this.#run.interruption = null;
    throw this.#thrown;
  }

  #settleDetached(): void {
    // Nobody is there any more who could look at it: the log keeps it.
    if (isFault(this.#thrown)) settle(this.#run, this.#thrown, true);
  }

  #end(status: number, thrown: unknown): void {
    this.#status = status;
    this.#thrown = thrown;
    this.#elapsed = steadyNow() - this.#began;
  }

  #result(): ResultValue {
    const { user, system, memory, stages } = this.#account;
    return {
      status: this.#status,
      out: "",
      err: "",
      elapsed: this.#elapsed ?? 0,
      usage: { user, system, memory },
      stages: stages.length === 0 ? [this.#status] : stages,
    };
  }
}
