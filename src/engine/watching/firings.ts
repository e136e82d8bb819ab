/** Each firing is a run of its own: it has a journal, and a place among the runs, once it runs a plan or a task (language: watching). */

import { classOf, type Journal } from "../../records/index.ts";
import type { Firing, FiringEnd } from "../../runtime/index.ts";
import { codeOf, codeOfSignal, exitCode } from "../exit-code.ts";
import type { Header } from "../journal/header.ts";
import { createJournal, type RunJournal } from "../journal/open.ts";
import type { TakenUp } from "../journal/resume.ts";
import { noteEnd, noteStart } from "../run-notes.ts";
import { createRunState, knownRunState, type RunState } from "../state.ts";

export interface FiringsRequest {
  /** The watch's own, for what its top level does. */
  readonly main: Journal;
  readonly script: string;
  readonly path: string;
  readonly headerFor: (state: RunState) => Header;
  /** A firing whose engine ended, taken up. */
  readonly earlier?: TakenUp;
  /** Told of a run whose plan stays unfinished. */
  readonly unfinished: (id: string) => void;
}

export interface Firings {
  /** What the script writes to: the journal of the firing under way, else the watch's. */
  readonly journal: Journal;
  readonly begin: (firing: Firing) => (end: FiringEnd) => void;
  /** Whether the firing that was taken up stays unfinished. */
  readonly isUnfinished: () => boolean;
}

/** What a script's top level does when a firing is resumed is what it does when a watch begins. */
const nothing: Journal = { write: () => undefined, recall: () => [], takesBack: null };

export function createFirings(request: FiringsRequest): Firings {
  const { earlier, script, path } = request;
  const outside = earlier === undefined ? request.main : nothing;
  let current = outside;
  let isUnfinished = false;
  return {
    journal: {
      write: (entry) => current.write(entry),
      recall: (key) => current.recall(key),
      get takesBack() {
        return current.takesBack;
      },
    },
    begin(firing) {
      const state = earlier === undefined ? createRunState() : knownRunState(earlier.root, earlier.id);
      const own = openOwn(firing, state);
      current = own;
      return (end) => {
        current = outside;
        const isOpen = own.close();
        if (earlier !== undefined) isUnfinished = isOpen;
        else close(state, end, isOpen);
      };
    },
    isUnfinished: () => isUnfinished,
  };

  function openOwn({ when, kept }: Firing, state: RunState): RunJournal {
    const header = (): Header => {
      const folder = state.folder();
      if (folder !== undefined) noteStart(folder, { script, path });
      return { ...request.headerFor(state), watch: { when, values: kept } };
    };
    return createJournal({ state, header, ...(earlier === undefined ? {} : { earlier }) });
  }

  /** A firing that ran neither plan nor task has no folder, and is no run of its own. */
  function close(state: RunState, end: FiringEnd, isOpen: boolean): void {
    if (state.root() === undefined) return;
    noteEnd(state, { script, path, ...endingOf(end), commands: 0, unseen: 0, records: 0 });
    if (isOpen) request.unfinished(state.runId);
  }
}

function endingOf({ state, fault, message = "", line = 0, status, signal, milliseconds }: FiringEnd) {
  const ending = { milliseconds, interrupted: state === "interrupted" };
  if (fault !== undefined)
    return { ...ending, code: codeOf(fault), kind: fault.kind, class: classOf(fault.diagnosis), message, line };
  return { ...ending, code: status ?? (signal === undefined ? exitCode.ok : codeOfSignal(signal)) };
}
