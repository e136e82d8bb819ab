/** Whether a form will do: by what its uses are found, and which elements may stand where. */

import type { FormElement, SyntaxRole } from "../tree.ts";
import { holesOf } from "./form.ts";

/** What a form lacks that has no word of its own. */
export const missingWord: Readonly<Record<SyntaxRole, string>> = {
  statement: "a statement begins with a word of its own",
  expression: "an expression begins with a word of its own",
  operator: 'an operator stands between two holes, or ahead of one: `$a "<=>" $b`, `"√" $x`',
  literal: "a literal is one pattern",
};

/** The word or operator by which a use is found; "" for literals. */
export function wordOf(role: SyntaxRole, form: readonly FormElement[]): string | undefined {
  const [first, second, third, more] = form;
  if (role === "literal") return first?.kind === "hole" ? "" : undefined;
  if (role !== "operator") return first?.kind === "word" ? first.text : undefined;
  const isToken = (element: FormElement | undefined): string | undefined =>
    element?.kind === "mark" || element?.kind === "word" ? element.text : undefined;
  const isValue = (element: FormElement | undefined): boolean => element?.kind === "hole" && element.of === "expr";
  if (isValue(first) && isValue(third) && more === undefined) return isToken(second);
  return isValue(second) && third === undefined ? isToken(first) : undefined;
}

const operatorWords: ReadonlySet<string> = new Set(["and", "or", "instanceof"]);

/** A word behind others that would be read on as a part of what stands ahead of it. */
function operatorIn(elements: readonly FormElement[], from = 1): string | undefined {
  for (const [index, element] of elements.entries()) {
    if (element.kind === "word" && index >= from && operatorWords.has(element.text)) return element.text;
    const within =
      "elements" in element ? operatorIn(element.elements, element.kind === "optional" ? 0 : 1) : undefined;
    if (within !== undefined) return within;
  }
  return undefined;
}

/** What is wrong in a form that has its word. */
export function wrongIn(form: readonly FormElement[]): string | undefined {
  const holes = holesOf(form);
  const twice = holes.find(({ name }, index) => holes.slice(0, index).some((other) => other.name === name));
  if (twice !== undefined) return `\`$${twice.name}\` stands in the form twice`;
  const operator = operatorIn(form);
  if (operator !== undefined) return `behind a value \`${operator}\` is read as an operator: choose another word`;
  for (const element of form) {
    if (element.kind === "hole" && element.of === "condition")
      return `\`$${element.name}:condition\` stands alone in parentheses, as the condition of \`if\``;
    if (element.kind === "group" && element.elements.length > 1) {
      const condition = holesOf(element.elements).find(({ of }) => of === "condition");
      if (condition !== undefined) return `\`$${condition.name}:condition\` stands alone in its parentheses`;
    }
    if (element.kind === "hole" && element.fallback !== undefined)
      return `only what stands in \`[ … ]\` can be left out: \`$${element.name}\` cannot`;
    if (element.kind !== "optional") continue;
    const [head] = element.elements;
    if (head?.kind !== "word" && head?.kind !== "mark")
      return "what can be left out begins with a word: `[every $gap = 1s]`";
    const bare = holesOf(element.elements).find(({ fallback }) => fallback === undefined);
    if (bare !== undefined)
      return `\`$${bare.name}\` can be left out: it needs a value for that, \`$${bare.name} = …\``;
  }
  return undefined;
}
