/** A call that the library itself refuses: what it was given cannot be, or its file is not in the state for it. */

import type { FaultKind, Symptom } from "../../records/index.ts";

export class Refusal extends Error {
  readonly kind: FaultKind;
  readonly errno: string | undefined;
  /** The parameter whose value it is about, as the signature calls it. */
  readonly about: string | undefined;
  /** What else the diagnosis should know of it. */
  readonly facts: Pick<Symptom, "answer" | "trouble">;

  /** `message` stands behind "cannot …: "; `errno` names the error number that C would give. */
  constructor(
    kind: FaultKind,
    message: string,
    errno?: string,
    about?: string,
    facts: Pick<Symptom, "answer" | "trouble"> = {},
  ) {
    super(message);
    this.kind = kind;
    this.errno = errno;
    this.about = about;
    this.facts = facts;
  }
}

/** An error as node:fs throws it, for calls that go past it. */
export function systemError(errno: string): Error {
  return Object.assign(new Error(errno), { code: errno });
}
