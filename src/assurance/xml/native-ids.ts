/** Ids that any XML tool takes, for nodes whose own may be anything. */

import { isPlainName } from "./characters.ts";

export interface NativeIds {
  /** One for each of the uids, in their order, all different. */
  readonly ids: readonly string[];
  /** Of the first node with a uid. */
  readonly of: ReadonlyMap<string, string>;
  /** An id that nobody has, and that nobody gets any more; the wanted one where it is free. */
  readonly take: (wanted: string) => string;
  readonly isFree: (id: string) => boolean;
}

/** A uid is its own id where it is a name, and the first of its kind; `reserved` are ids of others. */
export function nativeIds(uids: readonly string[], reserved: Iterable<string> = []): NativeIds {
  const taken = new Set<string>(reserved);
  const isFirst = uids.map((uid) => {
    if (!isPlainName(uid) || taken.has(uid)) return false;
    taken.add(uid);
    return true;
  });
  const numbers = new Map<string, number>();
  const take = (wanted: string): string => {
    let id = wanted;
    let number = numbers.get(wanted) ?? 1;
    while (taken.has(id)) {
      number += 1;
      id = `${wanted}-${number}`;
    }
    numbers.set(wanted, number);
    taken.add(id);
    return id;
  };
  const ids = uids.map((uid, at) => (isFirst[at] === true ? uid : take(`_n${at + 1}`)));
  const of = new Map<string, string>();
  for (const [at, uid] of uids.entries()) if (!of.has(uid)) of.set(uid, ids[at] ?? uid);
  return { ids, of, take, isFree: (id) => !taken.has(id) };
}
