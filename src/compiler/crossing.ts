/** Jumps out of constructs whose body is a JavaScript function. */

import { type Crossing, line, type Scope } from "./context.ts";

type Jump = "return" | "break" | "continue";

const codes: Readonly<Record<Jump, number>> = { return: 1, break: 2, continue: 3 };

/** The statement that makes a jump from where the scope stands. */
export function jump(scope: Scope, kind: Jump, value?: string): string {
  const exit = scope.exits[kind];
  if (exit === "plain") return value === undefined ? `${kind};` : `return ${value};`;
  if (typeof exit === "object" && "label" in exit) {
    exit.used = true;
    return `${kind} ${exit.label};`;
  }
  if (exit === "leave") return value === undefined ? "return;" : `${value}; return;`;
  exit.used.add(kind);
  if (value !== undefined) exit.used.add("value");
  const given = value === undefined ? "" : `${exit.value} = ${value}; `;
  return `${given}${exit.code} = ${codes[kind]}; return;`;
}

/** What follows the construct: the jump that its body asked for. */
export function afterCrossing(scope: Scope, crossing: Crossing): string {
  const kinds: readonly Jump[] = ["return", "break", "continue"];
  return kinds
    .filter((kind) => crossing.used.has(kind))
    .map((kind) => {
      const value = kind === "return" && crossing.used.has("value") ? crossing.value : undefined;
      return line(scope, `if (${crossing.code} === ${codes[kind]}) { ${jump(scope, kind, value)} }`);
    })
    .join("");
}
