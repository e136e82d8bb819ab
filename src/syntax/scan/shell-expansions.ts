/** The shells' expansions within `${…}`, refused with what to write instead (language 3). */

import { closeBrace } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { skipNested } from "../recovery.ts";
import type { Expression } from "../tree.ts";

/** A form, and what replaces it, with the variable's name in place of `NAME`. */
interface ShellForm {
  readonly pattern: RegExp;
  readonly instead: string;
}

// An operator directly behind the name: `${n % 2}` with blanks is arithmetic, `${f%.txt}` is not.
const forms: readonly ShellForm[] = [
  { pattern: /\$\{#([A-Za-z_]\w*)(?:\[[@*]\])?\}/y, instead: "${NAME.length}" },
  { pattern: /\$\{([A-Za-z_]\w*)%%?/y, instead: "${NAME.removeSuffix(…)}" },
  { pattern: /\$\{([A-Za-z_]\w*)##?/y, instead: "${NAME.removePrefix(…)}" },
  { pattern: /\$\{([A-Za-z_]\w*):[-=]/y, instead: "${NAME ?? …}" },
  { pattern: /\$\{([A-Za-z_]\w*):\+/y, instead: '${NAME == null ? "" : …}' },
  { pattern: /\$\{([A-Za-z_]\w*):\?/y, instead: "${NAME}: a value that is missing is a fault by itself" },
  { pattern: /\$\{([A-Za-z_]\w*):/y, instead: "${NAME.slice(…)}" },
  {
    pattern: /\$\{([A-Za-z_]\w*)\/(?:\/|[#%]|[^\w\s${}()/][^}\n]{0,80}\/|[\w.\s(]{0,40}[^\w\s}(/.][^}\n/]{0,80}\/)/y,
    instead: "${NAME.replace(…)}",
  },
  { pattern: /\$\{([A-Za-z_]\w*)\^\^?[^}\n]{0,8}\}/y, instead: "${NAME.upper()}" },
  { pattern: /\$\{([A-Za-z_]\w*),,?\}/y, instead: "${NAME.lower()}" },
  { pattern: /\$\{([A-Za-z_]\w*)\[[@*]\]\}/y, instead: "${NAME}" },
  { pattern: /\$\{([A-Za-z_]\w*)@[A-Za-z]\}/y, instead: "${NAME}" },
];

/** Refuses a shell's expansion that stands at `p.at`; undefined where there is none. */
export function readShellExpansion(p: Parser): Expression | undefined {
  const start = p.at;
  const position = p.match(/\$\{(\d+|[@*#])\}/y, start);
  if (position !== undefined) {
    p.at += position[0].length;
    p.report("DS1107", start, p.at, { found: position[0] });
    return { kind: "error-expression", start, end: p.at };
  }
  for (const { pattern, instead } of forms) {
    const found = p.match(pattern, start);
    if (found === undefined) continue;
    p.at = start + 2;
    p.open(closeBrace, start + 1);
    const saved = p.newlinesAreBlank;
    p.newlinesAreBlank = false;
    skipNested(p);
    p.newlinesAreBlank = saved;
    p.shut();
    if (p.code(p.at) === closeBrace) p.at += 1;
    const text = p.text.slice(start, p.at);
    const shown = text.length > 60 ? `${found[0]}…}` : text;
    p.report("DS1104", start, p.at, { found: shown, instead: instead.replaceAll("NAME", found[1] ?? "name") });
    return { kind: "error-expression", start, end: p.at };
  }
  return undefined;
}
