/** The kept difference of a dry run, as `difference.json` has it; contents lie beside it, in `contents/N`. */

import type { FileType, Metadata } from "../../sandbox/index.ts";

/** Which program's folder it is, and in which form; a newer form is refused. */
export const formatName = "dscript-difference";
export const formatVersion = 1;

export const names = { difference: "difference.json", changes: "changes.json", contents: "contents" } as const;

/** `elsewhere`: the file of the host is changed under its other names, and this name of it is gone or another file's. */
export type ChangeKind = "elsewhere" | "made" | "changed" | "replaced" | "removed" | "moved" | "attributes" | "times";

/** What the base has to be for a change to be applied. */
export interface Fingerprint {
  readonly path: string;
  readonly type: FileType;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes; null for folders. */
  readonly size: number | null;
  /** Nanoseconds since the epoch; null for folders. */
  readonly modified: string | null;
  readonly attributes: Metadata["attributes"];
  /** SHA-256 of a file's content, a link's target, a device's number, or SHA-256 over all that is in a folder that goes away; null where it cannot be read, or does not matter. */
  readonly content: string | null;
}

export interface Content {
  /** The file in `contents`. */
  readonly number: number;
  readonly size: number;
  readonly sha256: string;
}

/** As the walk finds it: `before` and `from` are paths of the base. */
export interface Change {
  readonly path: string;
  /** `times`: nothing of a folder but its time, which its entries have changed. */
  readonly kind: ChangeKind;
  readonly type: FileType;
  /** What of the base lies at this place, and is changed or goes away; null where nothing does. */
  readonly before: string | null;
  /** Where the base has it, of what has moved. */
  readonly from?: string;
  /** Another name of the file at this path. */
  readonly link?: string;
  /** The file stays itself: its other names have the new content, too. */
  readonly isSame?: boolean;
  /** Its owner and rights stay as the base has them. */
  readonly keepsOwner?: boolean;
  /** Null for what is removed. */
  readonly after: Metadata | null;
  /** A link's target. */
  readonly target?: string;
  /** A device's number. */
  readonly device?: string;
  /** Where the new content lies in the world. */
  readonly source?: string;
  readonly content?: Content;
}

/** A change with what its base has to be. */
export interface SealedChange extends Omit<Change, "source"> {
  readonly base: Fingerprint | null;
  readonly origin: Fingerprint | null;
}

export interface Uncovered {
  readonly command: string;
  readonly line: number;
  readonly times: number;
  readonly why: string;
}

export interface KeptDifference {
  readonly format: typeof formatName;
  readonly version: number;
  /** The machine's id, and its name for people. */
  readonly machine: string;
  readonly host: string;
  readonly uid: number;
  /** ISO 8601. */
  readonly made: string;
  readonly script: string;
  readonly arguments: readonly string[];
  readonly status: number;
  readonly changes: readonly SealedChange[];
  readonly uncovered: readonly Uncovered[];
  readonly notes: readonly string[];
}
