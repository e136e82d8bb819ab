/** What reading and writing a case in some format says. */

import type { Span } from "../../text/index.ts";
import type { Places } from "./places.ts";
import type { CaseFile } from "./revision.ts";

/** Something that is wrong with a file; `code` is a rule's id. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
  readonly span?: Span;
  /** The next step. */
  readonly help?: string;
}

/** A file that was read: with an error there is no case; warnings are of what was read otherwise than it was meant, or not at all. */
export type CaseReading =
  | { readonly ok: true; readonly file: CaseFile; readonly places: Places; readonly warnings: readonly Trouble[] }
  | { readonly ok: false; readonly errors: readonly Trouble[] };

/** A text in some format, and what of the case that format cannot hold. */
export interface CaseWriting {
  readonly text: string;
  readonly lost: readonly Loss[];
}

export interface Loss {
  /** The label of the node; undefined for the module. */
  readonly label?: string;
  /** A sentence without its node: "its evidence's greatest age". */
  readonly what: string;
}

/** A format that cases are read from and written to. Neither ever throws. */
export interface CaseCodec {
  readonly name: string;
  /** Ends of file names, with their dots, longest first. */
  readonly endings: readonly string[];
  readonly read: (text: string, name: string) => CaseReading;
  readonly write: (file: CaseFile) => CaseWriting;
}
