/** What the keys of a terminal mean beyond Ctrl-C: Ctrl-Z stops what the script has in groups of its own too, Ctrl-\ ends the run unless a command catches it. */

import { mayDealWith } from "./catches.ts";
import { signalNumber } from "./errno.ts";
import type { Native } from "./native.ts";
import { abandonReplacements } from "./replacement.ts";

/** A command that runs: its process, and whether that leads a group of its own. */
interface Running {
  readonly pid: number;
  readonly ownGroup: boolean;
}

// Where nobody could let the engine go on again, the system does not stop it at Ctrl-Z: then its groups go on after this.
const stopsWithin = 50;
// The terminal signals one process after the other: a command may have died of the key before the engine hears of it.
const listensOn = 100;

/** Listens only while commands run that a key concerns, so that a computing engine stops and ends by the system's own hand. */
export class JobControl {
  readonly #native: Native;
  readonly #ignored: ReadonlySet<string>;
  readonly #groups = new Set<Running>();
  readonly #foreground = new Set<Running>();
  #quitListener = false;
  #silence: NodeJS.Timeout | undefined;

  constructor(native: Native, ignored: ReadonlySet<string>) {
    this.#native = native;
    this.#ignored = ignored;
  }

  begin(command: Running): void {
    if (command.ownGroup) {
      if (this.#groups.size === 0) this.#listen("SIGTSTP", this.#stop);
      this.#groups.add(command);
    } else if (this.#native.hasTerminal()) {
      this.#foreground.add(command);
      clearTimeout(this.#silence);
      if (!this.#quitListener) this.#listen("SIGQUIT", this.#quit);
      this.#quitListener = true;
    }
  }

  end(command: Running): void {
    if (this.#groups.delete(command) && this.#groups.size === 0) process.off("SIGTSTP", this.#stop);
    if (!this.#foreground.delete(command) || this.#foreground.size > 0) return;
    this.#silence = setTimeout(() => {
      this.#quitListener = false;
      process.off("SIGQUIT", this.#quit);
    }, listensOn).unref();
  }

  #listen(signal: NodeJS.Signals, listener: () => void): void {
    // A listener would undo what nohup or a shell's background job asked for.
    if (!this.#ignored.has(signal)) process.on(signal, listener);
  }

  readonly #stop = (): void => {
    const stopped = [...this.#groups];
    this.#tell(stopped, "SIGTSTP");
    process.off("SIGTSTP", this.#stop);
    // Without a listener the system does what it does to every program: the engine stops here, until fg.
    process.kill(process.pid, "SIGTSTP");
    setTimeout(() => {
      this.#tell(
        stopped.filter((command) => this.#groups.has(command)),
        "SIGCONT",
      );
      if (this.#groups.size > 0) process.on("SIGTSTP", this.#stop);
    }, stopsWithin);
  };

  #tell(commands: readonly Running[], signal: string): void {
    for (const command of commands) this.#native.kill(-command.pid, signalNumber(signal));
  }

  readonly #quit = (): void => {
    if ([...this.#foreground].some((command) => mayDealWith(command.pid, "SIGQUIT"))) return;
    abandonReplacements();
    process.off("SIGQUIT", this.#quit);
    process.kill(process.pid, "SIGQUIT");
  };
}
