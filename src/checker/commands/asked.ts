/** Asking whether programs exist: each name once, and the nearest name for the first few that do not. */

import { nearest } from "../../diagnostics/index.ts";
import type { AskedCommands } from "../program-state.ts";

// The nearest name costs a pass over all names of the machine.
const mostNearest = 200;

/** The programs that a script is checked against. */
export interface Programs {
  /** Whether this machine has a program; without it none is asked for. */
  readonly hasCommand?: (name: string) => boolean;
  /** The programs of this machine, for the nearest name. */
  readonly commandNames?: () => Iterable<string>;
  /** Where programs are looked up, as messages say it: "on this machine" unless told. */
  readonly commandsWhere?: string;
}

export function askCommands({ hasCommand, commandNames, commandsWhere = "on this machine" }: Programs): AskedCommands {
  const answers = new Map<string, boolean>();
  const close = new Map<string, string | undefined>();
  let names: readonly string[] | undefined;
  return {
    where: commandsWhere,
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
