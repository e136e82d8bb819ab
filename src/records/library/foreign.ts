/** Functions that a package in JavaScript adds to the library. */

import type { Signature } from "./signature.ts";

/** What a function of a package may ask of the run. */
export interface CallContext {
  /** Ends the call with a fault that says what is wrong with an argument. */
  readonly refuse: (argument: string, why: string) => never;
  /** Ends the call with a fault of a class: "UserFault", "SystemFault", "SoftwareFault", "ExternalFault". */
  readonly fail: (faultClass: string, message: string) => never;
}

/** A function of a package: its signature, and what runs. */
export interface ForeignFunction {
  readonly signature: Signature;
  readonly run: (context: CallContext, ...values: readonly unknown[]) => unknown;
}
