/** What the checks of a syntax's uses have in common. */

import { showType } from "../records/index.ts";
import type { ExtensionExpression, ExtensionStatement } from "../syntax/index.ts";
import type { Context } from "./context.ts";

/** Checks what a use stands for, in `run`, and then what its package asks. What is said of its own text says, too, what it is part of. */
export function checkUse<T>(context: Context, node: ExtensionStatement | ExtensionExpression, run: () => T): T {
  const outer = context.use;
  context.use = node;
  const value = run();
  context.use = outer;
  askPackage(context, node);
  return value;
}

/** The check that a package adds; what it throws is its own mistake. */
function askPackage(context: Context, node: ExtensionStatement | ExtensionExpression): void {
  const { syntax, parts, start } = node;
  if (syntax.check === undefined) return;
  try {
    syntax.check(parts, {
      typeOf(part) {
        const type = context.program.values.get(part)?.type;
        return type === undefined || type.kind === "unknown" ? "" : showType(type);
      },
      report: (at, why, hint) => {
        if (typeof why !== "string" || why.trim() === "") throw new Error("its `check` reports, and says nothing");
        context.report("DS1307", at, { why, hint });
      },
    });
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    const span = { start, end: start + Math.max(1, syntax.word.length) };
    const name = syntax.word === "" ? "the literal" : `\`${syntax.word}\``;
    context.report("DS1306", span, { name, home: syntax.home, why });
  }
}
