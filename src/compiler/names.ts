/** JavaScript names for a script's names: no JavaScript word, no runtime function and no other name can collide. */

import type { Symbol as ScriptSymbol } from "../checker/index.ts";
import type { Identifier } from "../syntax/index.ts";

/** Gives each symbol one name for the whole program, so that shadowing in the script needs no thought here. */
export interface Names {
  of(symbol: ScriptSymbol): string;
}

/**
 * `count` becomes `count_`, a second symbol of that name `count_2`; the scanner takes ASCII only. The last underscore ends
 * the script's own name, so two names never meet; runtime functions and JavaScript words hold none, and temporaries start
 * with `$`.
 */
export function createNames(): Names {
  // By declaration: an importer may have its own view of a symbol.
  const given = new Map<Identifier, string>();
  const used = new Map<string, number>();
  return {
    of(symbol) {
      const known = given.get(symbol.declaration);
      if (known !== undefined) return known;
      const turn = (used.get(symbol.name) ?? 0) + 1;
      used.set(symbol.name, turn);
      const name = `${symbol.name}_${turn === 1 ? "" : turn}`;
      given.set(symbol.declaration, name);
      return name;
    },
  };
}

/**
 * The JavaScript name of a member: `used_`. It is the same in all classes, so that a method takes the place of another; a
 * private one bears its file's number, since another file does not know of it. None is a word that JavaScript looks for.
 */
export function memberName({ declaration, file }: ScriptSymbol): string {
  const isPrivate = declaration.name.startsWith("_") && file > 0;
  return `${declaration.name}_${isPrivate ? file : ""}`;
}

/** What makes an object, or the part of it that a class declares. */
export const makerName = "$make";

/** The object at hand, as a JavaScript variable: functions within a method see it, too. */
export const objectName = "$this";
