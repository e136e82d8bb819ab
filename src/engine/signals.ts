/** Signals that ask a run to end: the script's finally and defer run first. */

import { abandonReplacements, interrupt, isEnding, type Run } from "../runtime/index.ts";
import { codeOfSignal } from "./exit-code.ts";

// Of USR1 Node.js would open its debugger to everybody on this host; to a shell's script it is the end.
const names = ["SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1"] as const;

// Milliseconds in which TERM belongs to the HUP or TERM before it: a shell that ends sends TERM, HUP, TERM to what it has stopped,
// and the threads of a process get them in any order; systemd sends several, too.
const together = 1000;

/**
 * Interrupts the run at each signal that asks it to end; a further one ends the engine at once (its watchdog then ends the
 * commands). What it gives ends the watch.
 */
export function watchSignals(run: Run): () => void {
  // Signals that whoever started the run ignores.
  const ignored = run.options.ignoredSignals;
  let asked = false;
  let lastAsked = Number.NEGATIVE_INFINITY;
  const listeners = names.map((name) => {
    const listener = (): void => {
      // Node.js forgets at its start what was ignored.
      if (ignored.has(name)) return;
      // Ctrl-C may be meant for a program that deals with it, again and again: an editor, a pager.
      const again = isEnding(run) || (asked && name !== "SIGINT");
      // A closing terminal tells it several times over: the system, the shell, the end of the session.
      const after = performance.now() - lastAsked;
      if (name === "SIGHUP" || (name !== "SIGINT" && after >= together)) lastAsked = performance.now();
      if (again && (name === "SIGHUP" || (name !== "SIGINT" && after < together))) return;
      if (again) {
        abandonReplacements();
        process.exit(codeOfSignal(name));
      }
      if (name !== "SIGINT") asked = true;
      interrupt(run, name);
    };
    process.on(name, listener);
    return () => process.off(name, listener);
  });
  return () => {
    for (const [index, remove] of listeners.entries()) if (!ignored.has(names[index] ?? "")) remove();
  };
}
