/** Asking whether programs exist: each name once, and the nearest name for the first few that do not. */

import { nearest } from "../../diagnostics/index.ts";
import type { AskedCommands } from "../context.ts";

// The nearest name costs a pass over all names of the machine.
const mostNearest = 200;

export function askCommands(
  hasCommand: ((name: string) => boolean) | undefined,
  commandNames: (() => Iterable<string>) | undefined,
): AskedCommands {
  const answers = new Map<string, boolean>();
  const close = new Map<string, string | undefined>();
  let names: readonly string[] | undefined;
  return {
    has(name) {
      let answer = answers.get(name);
      if (answer === undefined) {
        answer = hasCommand?.(name) ?? true;
        answers.set(name, answer);
      }
      return answer;
    },
    nearest(name) {
      if (close.has(name)) return close.get(name);
      if (commandNames === undefined || close.size >= mostNearest || name.includes("/") || name.length === 1)
        return undefined;
      names ??= [...commandNames()];
      const found = nearest(name, names);
      close.set(name, found);
      return found;
    },
  };
}
