/** Syntax of one's own: its declaration, and its uses by their forms. */

import { formText } from "../extensions/form.ts";
import type {
  BlockStatement,
  Condition,
  Expression,
  ExtensionExpression,
  ExtensionStatement,
  FormElement,
  Identifier,
  NodeBase,
  Part,
  Parts,
  Statement,
  SyntaxStatement,
  Word,
} from "../tree.ts";
import type { Printer } from "./printer.ts";

export function printSyntax(p: Printer, node: SyntaxStatement): void {
  const { role, form, formSpan, precedence, pattern, template } = node;
  p.write(`syntax ${role} `);
  const [first] = form;
  const text =
    pattern === undefined
      ? formText(form, (value) => partText(p, value))
      : `$${first?.kind === "hole" ? first.name : ""}:/${pattern}/`;
  if (hasComment(p, formSpan)) p.leaf(formSpan, text);
  else {
    p.comments(formSpan.start);
    p.write(text);
    p.passed(formSpan.end);
  }
  if (precedence !== undefined) p.write(` as ${precedence}`);
  p.goOn("=>", template.start);
  if (p.breaksBefore(template.start)) {
    p.trailing(template.start);
    p.line(1);
  } else p.space();
  // The role says which of the two a template is.
  if (role === "statement") p.statement(template as Statement);
  else p.expression(template as Expression);
}

/** Within a form a comment stays where it is, and so does all else. */
function hasComment(p: Printer, { start, end }: NodeBase): boolean {
  return p.source !== undefined && /[#\n]|\/[/*]/.test(p.source.text.slice(start, end));
}

export function printUse(p: Printer, { syntax, parts, lowered }: ExtensionStatement): void {
  if (p.expands) p.statement(lowered);
  else if (syntax.print !== undefined) p.write(syntax.print(parts, (value) => partText(p, value)));
  else printElements(p, syntax.form, parts);
}

/** A use as a value; operators print as the core's own do, in `expressions.ts`. */
export function printUseAsValue(p: Printer, node: ExtensionExpression): void {
  const { syntax, parts, text } = node;
  if (text !== undefined) p.leaf(node, text);
  else if (syntax.print !== undefined) p.write(syntax.print(parts, (value) => partText(p, value)));
  else printElements(p, syntax.form, parts, true);
}

function printElements(p: Printer, elements: readonly FormElement[], parts: Parts, isValue = false): void {
  for (const [index, element] of elements.entries()) {
    if (element.kind === "optional") {
      if (isWritten(element.elements, parts)) {
        p.space();
        printElements(p, element.elements, parts);
      }
      continue;
    }
    const isTight = (element.kind === "mark" && /^[,;:]$/.test(element.text)) || (isValue && element.kind === "group");
    const isBody = element.kind === "hole" && element.of === "body";
    if (index > 0 && !isTight && !isBody) p.space();
    printElement(p, element, parts, isValue);
  }
}

function printElement(p: Printer, element: FormElement, parts: Parts, isValue: boolean): void {
  switch (element.kind) {
    case "word":
    case "mark":
      return p.write(element.text);
    case "group":
      p.open("(");
      printElements(p, element.elements, parts, isValue);
      return p.write(")");
    case "hole": {
      const part = parts.get(element.name);
      if (part !== undefined) printPart(p, part);
      return;
    }
    case "optional":
      return;
  }
}

/** Whether what can be left out was written. */
function isWritten(elements: readonly FormElement[], parts: Parts): boolean {
  return elements.some((element) => {
    if (element.kind === "hole") return parts.get(element.name)?.isFallback === false;
    return element.kind === "group" && isWritten(element.elements, parts);
  });
}

function printPart(p: Printer, { of, value }: Part): void {
  // Each kind of hole has its own kind of value.
  switch (of) {
    case "expr":
    case "text":
      return p.expression(value as Expression);
    case "exprs":
      return parted(p, value as readonly Expression[], ", ", (each) => p.expression(each));
    case "condition":
      return p.condition(value as Condition);
    case "block":
      return p.block(value as BlockStatement);
    case "body":
      return p.body(value as Statement);
    case "word":
      return p.word(value as Word);
    case "words":
      return parted(p, value as readonly Word[], " ", (each) => p.word(each));
    case "name":
      return p.leaf(value as Identifier, (value as Identifier).name);
  }
}

function parted<T>(p: Printer, values: readonly T[], mark: string, print: (value: T) => void): void {
  for (const [index, value] of values.entries()) {
    if (index > 0) p.write(mark);
    print(value);
  }
}

/** A part's canonical text, for a package that prints its uses itself, or says something of them. */
export function partText(p: Printer, value: Part["value"]): string {
  const fresh = p.fresh();
  if (Array.isArray(value)) return value.map((each: Expression | Word) => partText(p, each)).join(", ");
  const node = value as Expression | Condition | Statement | Word | Identifier;
  if (!("kind" in node)) fresh.word(node);
  else if (node.kind === "identifier") return node.name;
  else if (node.kind === "expression-condition" || node.kind === "command-condition") fresh.condition(node);
  else if (node.kind === "block") fresh.block(node);
  // What is left are expressions: `body` is a block or a statement, which prints as one.
  else fresh.expression(node as Expression);
  return fresh.result();
}
