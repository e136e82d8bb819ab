/** Signals that ask a run to end: the script's finally and defer run first. */

export interface SignalWatch {
  /** Signals that whoever started the run ignores. */
  readonly ignored: ReadonlySet<string>;
  readonly notify: (signal: string) => void;
  /** Whether the run is ending already: then a further signal ends the engine at once (its watchdog then ends the commands). */
  readonly isEnding: () => boolean;
  readonly forced: (signal: string) => void;
}

// Of USR1 Node.js would open its debugger to everybody on this host; to a shell's script it is the end.
const names = ["SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1"] as const;

// Milliseconds in which TERM belongs to the HUP or TERM before it: a shell that ends sends TERM, HUP, TERM to what it has stopped,
// and the threads of a process get them in any order; systemd sends several, too.
const together = 1000;

/** Calls `notify` for each signal that asks the run to end; what it gives ends the watch. */
export function watchSignals({ ignored, notify, isEnding, forced }: SignalWatch): () => void {
  let asked = false;
  let lastAsked = Number.NEGATIVE_INFINITY;
  const listeners = names.map((name) => {
    const listener = (): void => {
      // Node.js forgets at its start what was ignored.
      if (ignored.has(name)) return;
      // Ctrl-C may be meant for a program that deals with it, again and again: an editor, a pager.
      const again = isEnding() || (asked && name !== "SIGINT");
      // A closing terminal tells it several times over: the system, the shell, the end of the session.
      const after = performance.now() - lastAsked;
      if (name === "SIGHUP" || (name !== "SIGINT" && after >= together)) lastAsked = performance.now();
      if (again && (name === "SIGHUP" || (name !== "SIGINT" && after < together))) return;
      if (again) forced(name);
      if (name !== "SIGINT") asked = true;
      notify(name);
    };
    process.on(name, listener);
    return () => process.off(name, listener);
  });
  return () => {
    for (const [index, remove] of listeners.entries()) if (!ignored.has(names[index] ?? "")) remove();
  };
}
