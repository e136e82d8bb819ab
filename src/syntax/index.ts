/** Tokens, tree, scanner, parser, and the grammar table that packages add to. */

export { coreGrammar } from "./core.ts";
export {
  type CommandPrefixRow,
  createGrammar,
  defineCommandPrefix,
  defineExpression,
  defineStatement,
  type ExpressionRow,
  extendGrammar,
  type Grammar,
  type GrammarRow,
  type Parser,
  type Precedence,
  precedences,
  type StatementRow,
} from "./grammar.ts";
export { maxChain, maxDepth } from "./cursor.ts";
export { maxSourceLength, parse, type Parsed } from "./parse.ts";
export { staticText } from "./commands/simple.ts";
export type * from "./tree.ts";
