/** ARGV and the environment as the bytes that they were: Node decodes them and would lose what is no UTF-8 (language 1). */

import { readFileSync } from "node:fs";
import { decodeUtf8 } from "../text/index.ts";
import { inheritedVariable } from "./inherited.ts";

const lost = "\ufffd";

/** The last `count` words of the command line, with bytes that are no UTF-8 kept as lone surrogates. */
export function rawArguments(decoded: readonly string[]): readonly string[] {
  if (!decoded.some((word) => word.includes(lost))) return decoded;
  const words = splitAtNul("/proc/self/cmdline");
  return words === undefined || words.length < decoded.length ? decoded : words.slice(words.length - decoded.length);
}

/** The environment that this process was started with. */
export function rawEnvironment(decoded: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  let complete = true;
  for (const [name, value] of Object.entries(decoded)) {
    if (value === undefined) continue;
    if (value.includes(lost) || name.includes(lost)) complete = false;
    variables.set(name, value);
  }
  if (complete) return variables;
  for (const entry of splitAtNul("/proc/self/environ") ?? []) {
    const at = entry.indexOf("=");
    const name = entry.slice(0, Math.max(0, at));
    if (at > 0 && name !== inheritedVariable) variables.set(name, entry.slice(at + 1));
  }
  return variables;
}

function splitAtNul(file: string): readonly string[] | undefined {
  try {
    const bytes = readFileSync(file);
    const words: string[] = [];
    for (let from = 0; from < bytes.length; ) {
      const end = bytes.indexOf(0, from);
      const to = end === -1 ? bytes.length : end;
      words.push(decodeUtf8(bytes.subarray(from, to)));
      from = to + 1;
    }
    return words;
  } catch {
    return undefined;
  }
}
