/** JavaScript names for a script's names: no JavaScript word, no runtime function and no other name can collide. */

import type { Symbol } from "../checker/index.ts";
import type { Identifier } from "../syntax/index.ts";

/** Gives each symbol one name for the whole program, so that shadowing in the script needs no thought here. */
export interface Names {
  of(symbol: Symbol): string;
}

/**
 * `count` becomes `count_`, a second symbol of that name `count_2`. The last underscore ends the script's own name, so two
 * names never meet; runtime functions and JavaScript words hold no underscore, temporaries start with `$`.
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
      const name = `${plain(symbol.name)}_${turn === 1 ? "" : turn}`;
      given.set(symbol.declaration, name);
      return name;
    },
  };
}

/** Letters beyond ASCII are spelt by their code: what the script's scanner takes for a letter need not be one to V8. */
function plain(name: string): string {
  const text = name.replace(/[^A-Za-z0-9_]/g, (letter) => `$${letter.charCodeAt(0).toString(16)}$`);
  return /^[0-9]/.test(text) ? `$${text}` : text;
}
