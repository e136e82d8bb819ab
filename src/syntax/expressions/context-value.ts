/** `@{KEY}`: a value that the D-Case states in the context of a goal (language 10). */

import { defineExpression } from "../grammar.ts";
import { isContextValueAt, readContextValue } from "../scan/context-values.ts";

export const contextValueExpression = defineExpression({
  role: "operand",
  kind: "context-value",
  form: "@{KEY}",
  opens: "@",
  parse: (p) => {
    const start = p.at;
    if (isContextValueAt(p, start)) return readContextValue(p);
    const name = p.text.slice(start + 1, p.nameEnd(start + 1));
    p.fail(start, "a value", `what the D-Case states is written \`@{${name === "" ? "KEY" : name}}\``);
    return { kind: "error-expression", start, end: start };
  },
});
