/** One entry of a log, as its statement is taken in. */

import type { AgreementStatement } from "../../agreement/index.ts";
import type { Core, Shelves } from "../core.ts";
import { keyAt, type Person } from "../people/people.ts";
import type { Entered } from "../topic/topic.ts";

export interface Entry {
  readonly index: number;
  readonly statement: AgreementStatement;
  /** SHA-256 of the payload: 64 hexadecimal digits. */
  readonly digest: string;
  /** The keys that it names as its signers. */
  readonly signers: readonly string[];
  /** Whether the signature of one of them is that of this key. */
  readonly isSigned: (keyid: string, spki: string) => boolean;
}

export interface Taking {
  readonly core: Core;
  readonly shelves: Shelves;
  readonly entry: Entry;
  /** SHA-256 of bytes, in hexadecimal digits. */
  readonly hashOf: (bytes: Uint8Array) => string;
  /** When it is taken in, in milliseconds since the epoch: what is dated ahead of that says nothing of how fresh the log is. */
  readonly now?: number;
}

/** Milliseconds that clocks may differ by. */
export const clocksDiffer = 5 * 60_000;

/** What became of it: undefined where it counts, else a sentence. */
export type Taken = string | undefined;

/** The person that says it, with the key that signed it; a sentence where there is none. */
export function speakerOf({ core, entry }: Taking): { readonly person: Person; readonly keyid: string } | string {
  const { who } = entry.statement;
  const person = who === undefined || !Object.hasOwn(core.people, who) ? undefined : core.people[who];
  if (person === undefined) return `nobody is called ${who ?? ""} here`;
  for (const id of entry.signers) {
    const key = keyAt(person, id, entry.index);
    if (key !== undefined && entry.isSigned(id, key.spki)) return { person, keyid: id };
  }
  return `no key of ${person.id} has signed it`;
}

export function enteredOf({ entry }: Taking, who: string, keyid: string): Entered {
  return { entry: entry.index, digest: entry.digest, who, time: entry.statement.time, keyid };
}
