/** A diagnosis for runs, most of which have no failure: what is known of messages comes with the first command that fails. */

import type { Diagnose } from "../records/index.ts";
import { type DiagnosisOptions, diagnoseWith } from "./diagnose.ts";
import type { MessageReader } from "./message.ts";
import { readOwn } from "./own-message.ts";

/** `prepare` is awaited ahead of the diagnosis of a command that failed. */
export interface LazyDiagnosis {
  readonly diagnose: Diagnose;
  readonly prepare: () => Promise<void>;
}

export function createLazyDiagnosis(options: DiagnosisOptions): LazyDiagnosis {
  let read: MessageReader = readOwn;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    try {
      const { openReader } = await import("./reading.ts");
      const opened = openReader(options);
      // Its tables are made ready with the first message: here, and not while a diagnosis is timed.
      opened(" ", { program: "", isOpen: false });
      read = opened;
    } catch {
      // Too few descriptors, too little memory: what was said goes unread, and the next failure tries again.
      loading = undefined;
    }
  };
  return {
    diagnose: diagnoseWith(options, () => read),
    prepare: () => {
      loading ??= load();
      return loading;
    },
  };
}
