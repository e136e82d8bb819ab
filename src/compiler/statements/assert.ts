/** `assert(e, "why")` (language 5): where it fails it shows what was compared. */

import type { OriginSet, SiteArgument } from "../../records/index.ts";
import type { AssertStatement, BinaryExpression, Condition, Expression } from "../../syntax/index.ts";
import { atom, isSimple } from "../atom.ts";
import { orNull } from "../blocks.ts";
import { siteArgument } from "../calls.ts";
import { emitCondition } from "../condition.ts";
import { expression, markedLine, type Scope, temporary, typeOf, use } from "../context.ts";
import { isCounted } from "../counting.ts";
import { emitOperation } from "../operators.ts";

export function emitAssert(scope: Scope, node: AssertStatement): string {
  const parts = conjuncts(scope, node);
  const why = (): string => orNull(scope, node.why);
  return parts
    .map((part) => {
      const { code, names, values } = emitAsked(scope, part);
      // Of several that are to hold the one that does not is what the frame shows.
      const place = scope.unit.sites.index({
        file: scope.file,
        node: parts.length === 1 ? node : part,
        function: scope.function,
        api: "assert",
        arguments: names,
        asked: originsOf(scope, part, names),
      });
      const failed = `${use(scope, "assertionFailed")}(${["$", place, why(), ...values].join(", ")})`;
      return markedLine(scope, node, `if (!${atom(code)}) ${failed};`);
    })
    .join("");
}

/** Where that came from which does not hold. */
function originsOf(scope: Scope, part: Condition, names: readonly SiteArgument[]): OriginSet {
  const { origins, answers } = scope.unit.program;
  const compared = names.reduce((all, { origins: each }) => all | each, 0);
  return compared | ((part.kind === "expression-condition" ? origins.get(part.expression) : answers.get(part)) ?? 0);
}

/** `a && b` holds where `a` does and then `b`; where both sides are to be counted, it is one. */
function conjuncts(scope: Scope, { condition }: AssertStatement): readonly Condition[] {
  if (condition.kind !== "expression-condition" || isCounted(scope)) return [condition];
  const found: Expression[] = [];
  let first = condition.expression;
  for (; first.kind === "logical" && first.operator === "&&"; first = first.left) found.push(first.right);
  return [...found, first]
    .reverse()
    .map((each) => ({ kind: "expression-condition", expression: each, start: each.start, end: each.end }));
}

interface Asked {
  readonly code: string;
  readonly names: readonly SiteArgument[];
  /** JavaScript that gives the values once more, without evaluating anything again. */
  readonly values: readonly string[];
}

const comparing: ReadonlySet<string> = new Set(["==", "!=", "<", "<=", ">", ">=", "=~", "!~"]);

function emitAsked(scope: Scope, condition: Condition): Asked {
  const asked = condition.kind === "expression-condition" ? condition.expression : undefined;
  if (asked?.kind === "binary" && comparing.has(asked.operator)) {
    const compared = emitComparison(scope, asked);
    if (compared !== undefined) return compared;
  }
  const code = emitCondition(scope, condition);
  const receiver = asked === undefined ? undefined : receiverOf(scope, asked);
  if (receiver === undefined) return { code, names: [], values: [] };
  return { code, names: [siteArgument(scope, "value", receiver)], values: [expression(scope, receiver)] };
}

/** Both sides, kept for the case of a failure; undefined in a hot loop, where keeping them costs. */
function emitComparison(scope: Scope, node: BinaryExpression): Asked | undefined {
  const sides = [node.left, node.right].map((side) => expression(scope, side));
  if (scope.hot && !sides.every(isSimple)) return undefined;
  const kept = sides.map((side) => (isSimple(side) ? side : temporary(scope)));
  const [leftCode = "", rightCode = ""] = kept.map((name, index) =>
    name === sides[index] ? name : `(${name} = ${sides[index]})`,
  );
  const code = emitOperation(scope, {
    node,
    operator: node.operator,
    left: node.left,
    right: node.right,
    leftCode,
    rightCode,
    type: typeOf(scope, node),
  });
  return {
    code,
    names: [siteArgument(scope, "left", node.left), siteArgument(scope, "right", node.right)],
    values: kept,
  };
}

/** The variable or property whose method is asked, as in `text.contains("x")`: reading it again changes nothing. */
function receiverOf(scope: Scope, node: Expression): Expression | undefined {
  if (node.kind === "unary" && node.operator === "!") return receiverOf(scope, node.operand);
  if (node.kind !== "call" || node.callee.kind !== "member") return undefined;
  if (scope.unit.program.calls.get(node)?.kind !== "library") return undefined;
  const { object } = node.callee;
  const { references } = scope.unit.program;
  const holder = object.kind === "member" && references.get(object)?.kind === "property" ? object.object : object;
  const reference = references.get(holder);
  const isVariable = reference?.kind === "symbol" && reference.symbol.kind !== "import";
  return isVariable && holder.kind === "name" ? object : undefined;
}
