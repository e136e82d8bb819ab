/** Parentheses where JavaScript needs them, and none where it is plain to see that it does not. */

import { withoutMarks } from "./source-map.ts";

const simple = /^(?:[\w$.]+|"(?:[^"\\]|\\.)*")$/;

// Longer code is put in parentheses without a look: looking again on every level would take quadratic time.
const longest = 160;

/** The code as an operand of anything. */
export function atom(code: string): string {
  if (code.length > longest * 2) return `(${code})`;
  const plain = withoutMarks(code);
  return plain.length <= longest && (simple.test(plain) || isClosed(plain)) ? code : `(${code})`;
}

/** Whether the code can be evaluated twice, and nothing in between changes it: a name or a number. */
export function isSimple(code: string): boolean {
  return /^[\w$]+$/.test(withoutMarks(code));
}

/** `f(…)`, `a[…]`, `(…)`: one primary expression whose brackets close at its end. */
function isClosed(code: string): boolean {
  const start = /^[\w$.]*[([]/.exec(code);
  if (start === null) return false;
  let depth = 0;
  let quoted = false;
  for (let at = start[0].length - 1; at < code.length; at += 1) {
    const character = code.charAt(at);
    if (quoted) {
      if (character === "\\") at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "(" || character === "[") depth += 1;
    else if (character === ")" || character === "]") {
      depth -= 1;
      if (depth === 0 && at < code.length - 1 && !/^[.[(]/.test(code.slice(at + 1))) return false;
    } else if (depth === 0 && !/[\w$.]/.test(character)) return false;
  }
  return depth === 0;
}
