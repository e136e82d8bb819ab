/** The head of the code: what it uses of the runtime, each thing declared once. */

import type { RuntimeName } from "../records/index.ts";

export interface Prelude {
  /** Declares a runtime function; gives its name. */
  runtime(name: RuntimeName): string;
  /** Declares a function of the library by its key; gives its JavaScript name. */
  library(key: string): string;
  /** Declares a regular expression that the script writes out; gives its name. */
  regex(pattern: string, flags: string): string;
  /** Declares one of our own functions in JavaScript by its whole text; gives its name. */
  own(name: string, text: string): string;
  /** The declarations, in an order that does not depend on anything but the program. */
  text(): string;
}

export function createPrelude(): Prelude {
  const runtime = new Set<RuntimeName>();
  const library = new Map<string, string>();
  const regexes = new Map<string, string>();
  const own = new Map<string, string>();
  return {
    runtime(name) {
      runtime.add(name);
      return name;
    },
    library(key) {
      const known = library.get(key);
      if (known !== undefined) return known;
      const plain = `$${key.replace("[]", "Array").replace(/[^A-Za-z0-9]/g, "_")}`;
      // `a.b.c()` of a package and `a_b.c()` of another.
      const name = [...library.values()].includes(plain) ? `${plain}_${library.size}` : plain;
      library.set(key, name);
      return name;
    },
    regex(pattern, flags) {
      const key = JSON.stringify([pattern, flags.includes("u") ? flags : `${flags}u`]);
      const name = regexes.get(key) ?? `$regex${regexes.size + 1}`;
      regexes.set(key, name);
      return name;
    },
    own(name, text) {
      own.set(name, text);
      return name;
    },
    text() {
      let text = "";
      if (runtime.size > 0) text += `const { ${[...runtime].sort().join(", ")} } = rt;\n`;
      for (const [key, name] of [...library].sort(byFirst))
        text += `const ${name} = rt.library[${JSON.stringify(key)}];\n`;
      for (const [key, name] of regexes) text += `const ${name} = new RegExp(${key.slice(1, -1)});\n`;
      for (const code of own.values()) text += code;
      return text;
    },
  };
}

function byFirst(a: readonly [string, string], b: readonly [string, string]): number {
  return a[0] < b[0] ? -1 : 1;
}
