/** How deep a YAML text nests, found without recursion: deeper ones end the stack of what reads them. */

import { type CST, Parser } from "yaml";

/** Levels of lists and maps within each other that a configuration may have. */
export const deepestConfig = 64;

/** The offset of what is nested too deeply; undefined where nothing is. */
export function findTooDeep(text: string): number | undefined {
  for (const token of new Parser().parse(text)) {
    const found = tooDeepIn(token);
    if (found !== undefined) return found;
  }
  return undefined;
}

function tooDeepIn(root: CST.Token): number | undefined {
  const waiting: { readonly token: CST.Token; readonly depth: number }[] = [{ token: root, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next;
    if (token.type === "document" && token.value !== undefined) waiting.push({ token: token.value, depth: 1 });
    if (!("items" in token)) continue;
    if (depth > deepestConfig) return "offset" in token ? token.offset : 0;
    for (const { key, value } of token.items)
      for (const part of [key, value])
        if (part !== undefined && part !== null) waiting.push({ token: part, depth: depth + 1 });
  }
  return undefined;
}
