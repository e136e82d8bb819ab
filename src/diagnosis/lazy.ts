/** A diagnosis for runs, most of which have no failure: it is loaded with the first, and what is known of messages with the first command that fails. */

import type { Diagnose } from "../records/index.ts";
import type { DiagnosisOptions } from "./diagnose.ts";
import { late } from "./late-diagnose.ts";
import type { MessageReader } from "./message.ts";
import { undiagnosed } from "./undiagnosed.ts";

/** `prepare` is awaited ahead of the diagnosis of a command that failed. */
export interface LazyDiagnosis {
  readonly diagnose: Diagnose;
  readonly prepare: () => Promise<void>;
}

export function createLazyDiagnosis(options: DiagnosisOptions): LazyDiagnosis {
  let read: MessageReader | undefined;
  let loading: Promise<void> | undefined;
  let diagnose: Diagnose | undefined;
  // A failure may be that of a host on which no further file can be opened.
  late.hold();
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
    diagnose: (symptom, place) => {
      try {
        diagnose ??= late.load().diagnoseWith(options, () => read);
      } catch (cause) {
        // The next failure tries again.
        return undiagnosed(symptom, cause);
      }
      return diagnose(symptom, place);
    },
    prepare: () => {
      loading ??= load();
      return loading;
    },
  };
}
