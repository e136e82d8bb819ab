/** The first command of a run: loads what starts processes, and lets interruptions reach commands that run. */

import { Fault } from "../faults/fault.ts";
import { createFault } from "../faults/raise.ts";
import { endEverything } from "./end-everything.ts";
import { signalNumber } from "./errno.ts";
import type { Live } from "./live.ts";
import type { Processes } from "./processes.ts";

let loading: Promise<typeof import("./live.ts")> | null = null;

/** What commands need; loaded once. Raises a fault where this platform has no way to start them. */
export async function startLive(processes: Processes, site: number): Promise<Live> {
  if (processes.live !== null) return processes.live;
  loading ??= import("./live.ts");
  let live: Live;
  try {
    const module = await loading;
    // Two flows may have waited for the same module.
    live = processes.live ?? new module.Live(processes.run);
  } catch (thrown) {
    if (thrown instanceof Fault) throw thrown;
    loading = null;
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw createFault(processes.run, site, {
      kind: "CommandFault",
      message: `commands cannot be started on this machine (${process.platform}, ${process.arch}): ${why}`,
      status: 126,
      notStarted: true,
    });
  }
  if (processes.live !== live) {
    processes.live = live;
    if (processes.hungUp) live.ignore(["SIGHUP"]);
    processes.run.onInterrupt.add((signal) => passOn(processes, live, signal));
  }
  return live;
}

/** A terminal sends Ctrl-C to the engine's own group; other groups and other signals are told by the engine. */
function passOn(processes: Processes, live: Live, signal: string): void {
  const { run } = processes;
  const number = signalNumber(signal);
  if (signal === "SIGINT") {
    for (const command of live.commands) {
      if (command.ownGroup && !command.background) live.native.kill(-command.pid, number);
    }
    return;
  }
  const roots = [...live.commands].filter((command) => !live.isLetBe(command));
  if (roots.length === 0) return;
  void endEverything(
    run,
    live,
    roots.map((root) => root.number),
    run.options.grace,
    roots,
    // To a command USR1 may mean anything, to many that they read their configuration anew.
    signal === "SIGUSR1" ? "SIGTERM" : signal,
  );
}
