/** The other hosts that a failure names. */

import type { FailureEvent } from "./event.ts";

/** A URL's host, `user@host:path`, and what messages say of a peer. */
const patterns: readonly RegExp[] = [
  /\b[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@"']*@)?\[?([\w.:-]+?)\]?(?::\d+)?(?=[/\s"'?#]|$)/gi,
  /(?:^|[\s"'])(?:[\w.-]+@)?([A-Za-z][\w.-]*[A-Za-z0-9]):(?=[/~\w])/g,
  /\b(?:host|peer|server|from|to|by|with|connect to|resolve hostname)\s+"?([A-Za-z][\w-]*(?:\.[\w-]+)*|\d{1,3}(?:\.\d{1,3}){3})"?/gi,
];

/** Words behind "to" and "by" that are no hosts. */
const words = new Set([
  "the",
  "a",
  "an",
  "it",
  "its",
  "this",
  "that",
  "be",
  "do",
  "read",
  "write",
  "open",
  "which",
  "whom",
  "file",
  "status",
  "time",
  "s",
  "ms",
  "port",
]);

/**
 * The other host that a failure was about; undefined where none is named, or where no other domain can be the cause. A host that has
 * records of its own is found as a word of any text; another one only where a call or a message names it as a host.
 */
export function peerOf(event: FailureEvent, known: ReadonlySet<string>): string | undefined {
  if (!isExternal(event)) return undefined;
  const texts = [...event.values, event.message];
  for (const text of texts)
    for (const word of text.split(/[^\w.-]+/)) {
      const found = known.has(word) ? word : [...known].find((host) => host.startsWith(`${word}.`));
      if (found !== undefined && word.length > 1 && found !== event.host) return found;
    }
  for (const text of texts)
    for (const pattern of patterns)
      for (const [, name = ""] of text.matchAll(pattern)) {
        const isHost = name !== "" && !words.has(name.toLowerCase()) && !/\.dscript$/.test(name);
        if (isHost && name !== event.host && !/^(?:localhost|127\.|::1)/.test(name)) return name;
      }
  return undefined;
}

/** Whether another host is the likeliest cause, or among the likely ones. */
export function isExternal({ shares }: FailureEvent): boolean {
  return shares.some(({ class: name, p }) => name === "ExternalFault" && p >= 0.25);
}
