/** Prefixes that a file declares for elements and attributes that are not D-Case's own. */

import { isPlainName } from "../xml/characters.ts";
import type { XmlElement } from "../xml/tree.ts";

const own =
  /dependable-os\.net\/(?:2010|2013)\/|^http:\/\/www\.w3\.org\/2001\/XMLSchema-instance$|^http:\/\/www\.omg\.org\/XMI$/;

export function foreignNamespaces(root: XmlElement): Readonly<Record<string, string>> {
  const found = Object.entries(root.attributes)
    .filter(([name, value]) => name.startsWith("xmlns:") && !own.test(value))
    .map(([name, value]) => [name.slice("xmlns:".length), value] as const);
  return Object.fromEntries(found);
}

export function namespaceAttributes(
  namespaces: Readonly<Record<string, string>>,
  taken: readonly string[],
): readonly (readonly [string, string])[] {
  return Object.entries(namespaces)
    .filter(([prefix, uri]) => isPlainName(prefix) && !/^xml/i.test(prefix) && !taken.includes(prefix) && uri !== "")
    .map(([prefix, uri]) => [`xmlns:${prefix}`, uri] as const);
}
