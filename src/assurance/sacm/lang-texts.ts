/** Texts in languages, in each of the forms that files of SACM have for them, and in that of SACM 2.3. */

import { type XmlOut, xml } from "../xml/print.ts";
import { attributeOf, childrenNamed, prefixedAttribute, textOf, type XmlElement } from "../xml/tree.ts";
import type { LangText } from "./items.ts";
import type { References } from "./references.ts";

/**
 * The texts in an element such as `description`: `<content><value lang content/></content>` in SACM 2.3, `<content
 * lang>text</content>`, `content="…"` or the text itself elsewhere.
 */
export function langTextsIn(element: XmlElement, references: References): readonly LangText[] {
  const found: LangText[] = [];
  const work = [element];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const inner = next.elements.filter(({ local }) => local === "content" || local === "value" || local === "name");
    if (inner.length > 0) work.push(...inner.toReversed());
    else {
      const text = langText(next, references);
      if (text !== undefined) found.push(text);
    }
  }
  return found;
}

function langText(element: XmlElement, references: References): LangText | undefined {
  const lang = attributeOf(element, "lang");
  const expression = attributeOf(element, "expression");
  const written = attributeOf(element, "content") ?? attributeOf(element, "value") ?? ownText(element);
  const content = written ?? (expression === undefined ? undefined : termValue(expression, references));
  if (content === undefined) return undefined;
  const more =
    expression === undefined
      ? undefined
      : { "xsi:type": "base_:ExpressionLangString", expression: references.resolve(expression) };
  return {
    ...(lang === undefined || lang === "" ? {} : { lang }),
    content,
    ...(more === undefined ? {} : { more }),
  };
}

function ownText(element: XmlElement): string | undefined {
  return element.children.length === 0 ? undefined : textOf(element);
}

/** An expression stands for the value of a term. */
function termValue(expression: string, references: References): string | undefined {
  const term = references.find(expression);
  return term === undefined ? undefined : (attributeOf(term, "value") ?? attributeOf(term, "name"));
}

/** An element with its texts as SACM 2.3 has them; undefined where there are none. */
export function textElement(name: string, texts: readonly LangText[]): XmlOut | undefined {
  if (texts.length === 0) return undefined;
  return xml(name, {}, [xml("content", {}, texts.map(valueElement))]);
}

function valueElement({ lang, content, more }: LangText): XmlOut {
  return xml("value", { ...(more ?? {}), lang, content });
}

/** What an element is called; files of one language have one name. */
export function nameIn(element: XmlElement, references: References): readonly LangText[] {
  const children = childrenNamed(element, "name");
  if (children.length > 0) return children.flatMap((child) => langTextsIn(child, references));
  const name = attributeOf(element, "name") ?? attributeOf(element, "identifier") ?? labelOf(element);
  return name === undefined || name === "" ? [] : [{ content: name }];
}

/** In SACM 1.x `id` is a name, and `xmi:id` the id. */
function labelOf(element: XmlElement): string | undefined {
  return prefixedAttribute(element, "id") === undefined ? undefined : attributeOf(element, "id");
}
