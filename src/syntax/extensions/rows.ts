/** The rows that a syntax of one's own adds to the grammar. */

import { expressionUseRow, literalRow, operatorRow } from "../expressions/extension-expression.ts";
import type { GrammarRow } from "../grammar.ts";
import { statementUseRow } from "../statements/extension.ts";
import type { SyntaxExtension } from "../tree.ts";
import { formText } from "./form.ts";

/** The row through which the parser finds the uses of a syntax. */
export function rowOf(syntax: SyntaxExtension): GrammarRow {
  const form = formText(syntax.form, () => "…");
  switch (syntax.role) {
    case "statement":
      return statementUseRow(syntax, form);
    case "expression":
      return expressionUseRow(syntax, form);
    case "operator":
      return operatorRow(syntax, form, syntax.precedence ?? "relational");
    case "literal":
      return literalRow(syntax, form);
  }
}
