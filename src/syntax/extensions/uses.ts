/** The uses of syntax in a script, and what is said of each to whoever reads it. */

import { partText } from "../print/extensions.ts";
import { ScriptPrinter } from "../print/script-printer.ts";
import type { ExtensionExpression, ExtensionStatement, Script } from "../tree.ts";
import { formText } from "./form.ts";
import { walk } from "./walk.ts";

export type SyntaxUseNode = ExtensionStatement | ExtensionExpression;

/** Every use that stands in a script's own text, in order. */
export function usesIn(script: Script): readonly SyntaxUseNode[] {
  const uses: SyntaxUseNode[] = [];
  walk(script.statements, (node) => {
    if (node.kind === "extension" || node.kind === "extension-expression") uses.push(node as unknown as SyntaxUseNode);
  });
  return uses;
}

/** What is shown of a use, as Markdown: what its package says of it, or its form and its sentence. */
export function hoverText({ syntax, parts }: SyntaxUseNode): string {
  const p = new ScriptPrinter();
  if (syntax.hover !== undefined) return syntax.hover(parts, (value) => partText(p, value));
  const form =
    syntax.role === "literal" ? `/${syntax.pattern ?? ""}/` : formText(syntax.form, (value) => partText(p, value));
  return syntax.says === "" ? `\`${form}\`` : `\`${form}\`: ${syntax.says}`;
}
