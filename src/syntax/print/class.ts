/** Classes: one member a line, with the author's comments and empty lines. */

import type { Annotation, ClassMember, ClassStatement, NodeBase, StatementBase } from "../tree.ts";
import { printFunction, printParameters } from "./function.ts";
import { quotedText } from "./literals.ts";
import type { Printer } from "./printer.ts";

export function printClass(p: Printer, { name, base, members, end }: ClassStatement): void {
  p.write("class ");
  p.leaf(name, name.name);
  if (base !== undefined) {
    p.goOn("extends", base.start);
    p.write(" ");
    p.type(base);
  }
  p.write(" {");
  if (members.length === 0 && (p.source === undefined || p.isOneLine({ start: base?.end ?? name.end, end }))) {
    p.comments(end - 1);
    p.space();
    p.write("}");
    return;
  }
  p.trailing(startOf(members[0]) ?? end - 1);
  p.line();
  p.indented(() => {
    for (const [index, member] of members.entries()) {
      p.leading(startOf(member) ?? member.start, index === 0);
      printMember(p, member);
      p.comments(member.end);
      p.passed(member.end);
      p.trailing(startOf(members[index + 1]) ?? end - 1);
      p.line();
    }
    p.leading(end - 1, members.length === 0, true);
  });
  p.write("}");
}

function printMember(p: Printer, member: ClassMember): void {
  printAnnotations(p, member.kind === "field" ? member : member.function, member.start);
  if (member.kind === "method") {
    const { function: method, isConstructor } = member;
    if (!isConstructor) return printFunction(p, method);
    p.leaf(method.name, method.name.name);
    printParameters(p, method.parameters);
    p.write(" ");
    return p.block(method.body);
  }
  if (member.constant) p.write("const ");
  p.type(member.type);
  p.write(" ");
  p.leaf(member.name, member.name.name);
  if (member.value === undefined) return;
  p.write(" = ");
  p.expression(member.value);
}

/** Where a member begins, with its annotations. */
function startOf(member: ClassMember | undefined): number | undefined {
  if (member === undefined) return undefined;
  return firstAnnotation(member.kind === "field" ? member : member.function)?.start ?? member.start;
}

function firstAnnotation({ annotations }: StatementBase): Annotation | undefined {
  return annotations?.[0];
}

/** Where a statement begins, with its annotations. */
export function annotatedStart(statement: StatementBase): number {
  return firstAnnotation(statement)?.start ?? statement.start;
}

/** Annotations, one a line, up to what they belong to. */
export function printAnnotations(
  p: Printer,
  { annotations = [] }: Partial<StatementBase>,
  start: NodeBase["start"],
): void {
  for (const [index, annotation] of annotations.entries()) {
    const { name, text } = annotation;
    p.leaf(annotation, text === undefined ? `@${name.name}` : `@${name.name}("${quotedText(text)}")`);
    const next = annotations[index + 1]?.start ?? start;
    p.trailing(next);
    p.line();
    p.leading(next, true);
  }
}
