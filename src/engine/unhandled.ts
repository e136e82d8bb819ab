/** What a run showed of faults that no script handled, kept for whoever is told at its end. */

import type { FaultView } from "../diagnostics/index.ts";
import type { NotifySettings } from "../notices/index.ts";
import type { Program } from "../records/index.ts";
import type { Fault } from "../runtime/index.ts";
import { placeOf } from "../text/index.ts";
import type { Outcome } from "./run-script.ts";

/** The faults that end a run are shown last: of many status-style failures the earlier ones are only counted. */
const mostKept = 50;

export interface Shown {
  readonly view: FaultView;
  /** The file by its absolute path. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
}

export interface Unhandled {
  readonly add: (fault: Fault, view: FaultView) => void;
  readonly find: (fault: Fault) => Shown | undefined;
  /** How many there were. */
  readonly count: () => number;
}

/** `paths`: the absolute path of each of the program's files. */
export function createUnhandled(program: Program, paths: readonly string[]): Unhandled {
  const kept = new Map<Fault, Shown>();
  let count = 0;
  return {
    add(fault, view) {
      count += 1;
      kept.set(fault, { view, ...placeIn(view) });
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
    find: (fault) => kept.get(fault),
    count: () => count,
  };

  function placeIn({ source, span }: FaultView): Pick<Shown, "place"> {
    if (source === undefined || span === undefined) return {};
    const { line, column } = placeOf(source, span.start);
    const at = program.files.findIndex((file) => file.name === source.name);
    return { place: { file: paths[at] ?? source.name, line, column } };
  }
}

/** Whether the end of a run is somebody's business at all: a fault, or a signal other than Ctrl-C, that nobody saw on a terminal. */
export function isTold({ onTerminal }: NotifySettings, { faults, signal }: Outcome): boolean {
  if (faults.length === 0 && (signal === undefined || signal === "SIGINT")) return false;
  return onTerminal || !process.getBuiltinModule("node:tty").isatty(2);
}
