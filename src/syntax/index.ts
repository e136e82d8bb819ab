/** Tree, parser, and the grammar table that packages add to. */

export { shellBuiltins } from "./commands/shell-builtins.ts";
export { staticText } from "./commands/simple.ts";
export { coreGrammar } from "./core.ts";
export { maxChain, maxDepth } from "./cursor.ts";
export { declaredFunction, dependableBody } from "./declared-function.ts";
export { extendGrammar } from "./extend-grammar.ts";
export { coreOf } from "./extensions/core-of.ts";
export { plainName } from "./extensions/fresh.ts";
export { templateNames } from "./extensions/names.ts";
export { fill, type PartReader, type SyntaxSpec, syntaxOf } from "./extensions/of-text.ts";
export { hoverText, type SyntaxUseNode, usesIn } from "./extensions/uses.ts";
export {
  defineCommandPrefix,
  defineExpression,
  defineStatement,
  type Grammar,
  type GrammarRow,
  type Parser,
} from "./grammar.ts";
export { boundsOf, isPlainLiteral, literalValue } from "./literal-value.ts";
export { type Parsed, parse } from "./parse.ts";
export type { Imports } from "./parser.ts";
export { conditionParts, expressionParts, listParts, pipelinesOf, statementParts, type Visitor } from "./parts.ts";
export { type Precedence, precedenceNames } from "./precedences.ts";
export { print, printExpanded } from "./print/print.ts";
export { isSameScript } from "./same-tree.ts";
export { superCallOf } from "./super-call.ts";
export type * from "./tree.ts";
export { wordsWithin } from "./words-within.ts";
