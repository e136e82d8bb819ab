/** Plain values as YAML that people read: short lists of labels in brackets, long texts as blocks. */

import { CORE_SCHEMA, jsToAst, type Node, present } from "js-yaml";
import type { Json } from "../model/json.ts";

/** The letters that a list in brackets has at most. */
const longestFlow = 100;

/** A key and its value, at an indentation of so many blanks, with a line end. */
export function pairText(name: string, value: Json, indent = 0): string {
  const [document] = jsToAst({ [name]: value }, CORE_SCHEMA, { noRefs: true });
  if (document?.contents === null || document === undefined) return "";
  dress(document.contents, 0);
  const text = present([document], { schema: CORE_SCHEMA, lineWidth: -1, quoteStyle: "double", indent: 2 });
  if (indent === 0) return text;
  const blanks = " ".repeat(indent);
  return text
    .split("\n")
    .map((line) => (line === "" ? line : `${blanks}${line}`))
    .join("\n");
}

/** What YAML 1.1 takes for no text, such as `no` and `12:30`, is quoted, so that every reader reads a text. */
function dress(node: Node, depth: number): void {
  if (node.kind === ("list" as string)) return;
  if (node.kind === "sequence") {
    const texts = node.items.map((item) => (item.kind === "scalar" ? item.value : undefined));
    const length = texts.reduce((sum, text) => sum + (text?.length ?? longestFlow) + 2, 0);
    if (length <= longestFlow && texts.every((text) => text !== undefined && !text.includes("\n"))) node.style = 2;
    for (const item of node.items) dress(item, depth + 1);
  } else if (node.kind === "mapping") {
    for (const { value } of node.items) dress(value, depth + 1);
    if (depth > 0 && node.items.length === 0) node.style = 2;
  }
}
