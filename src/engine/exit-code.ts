/** The codes that a run ends with; they follow sysexits.h where it has one. */

import { classOf, type Diagnosis, type FaultClass, type FaultKind } from "../records/index.ts";

export const exitCode = {
  ok: 0,
  /** The script's last boolean call gave false. */
  answerFalse: 1,
  usage: 64,
  /** A test failed, or too little was covered. */
  testFailed: 1,
  /** A difference is damaged, or does not fit any more (EX_DATAERR). */
  refused: 65,
  /** A receiver did not take what was sent. */
  unreachable: 69,
  /** Standard output cannot be written. */
  output: 74,
  /** The file holds nothing of what was asked for. */
  nothingThere: 65,
  /** A plan is not finished: another engine is at it, or has to be. */
  willResume: 75,
  /** An undo failed. */
  undoFailed: 74,
  /** Another process does it already; later it may be free (EX_TEMPFAIL). */
  busy: 75,
  doesNotCheck: 76,
  /** The gate does not let it run (EX_NOPERM). */
  notAgreed: 77,
  configuration: 78,
  /** Some of what was to be removed is still there (EX_OSERR). */
  cannotRemove: 71,
  /** Something of the host could not be set up (EX_OSERR). */
  cannotSetUp: 71,
  /** A bug of the engine itself. */
  internal: 70,
} as const;

const ofClass: Readonly<Record<FaultClass, number>> = {
  UserFault: 65,
  ExternalFault: 69,
  SoftwareFault: 70,
  SystemFault: 71,
};

/** The code of a run that a fault of this kind and class ended. */
export function codeOfFault(kind: FaultKind, faultClass: FaultClass): number {
  return kind === "UndoFault" ? exitCode.undoFailed : ofClass[faultClass];
}

/** The code of a run that this fault ended. */
export function codeOf({ kind, diagnosis }: { readonly kind: FaultKind; readonly diagnosis: Diagnosis }): number {
  return codeOfFault(kind, classOf(diagnosis));
}

const signalNumbers: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGUSR1: 10, SIGTERM: 15 };

/** 128 + the signal's number, as shells report it. */
export function codeOfSignal(signal: string): number {
  return 128 + (signalNumbers[signal] ?? 15);
}
