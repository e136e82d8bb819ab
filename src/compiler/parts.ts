/** Texts made of pieces: interpolated strings and the words of commands. */

import type { Symbol as ScriptSymbol } from "../checker/index.ts";
import { showType, type Type } from "../records/index.ts";
import type { Expression, ExpressionPart, TextPart } from "../syntax/index.ts";
import { atom } from "./atom.ts";
import { at, expression, type Scope, site, typeOf, use } from "./context.ts";
import { quote } from "./literals.ts";
import { memberName } from "./names.ts";

/** An expression as `"${…}"` prints it (language 5). `text` says that it is a JavaScript string already. */
function shown(scope: Scope, node: Expression): { readonly code: string; readonly text: boolean } {
  const code = expression(scope, node);
  const printer = scope.unit.program.printers.get(node);
  return printer === undefined
    ? show(scope, code, typeOf(scope, node))
    : { code: printed(scope, node, code, printer), text: true };
}

/** An object prints itself. */
function printed(scope: Scope, node: Expression, code: string, printer: ScriptSymbol): string {
  const waits = printer.node !== undefined && scope.unit.program.functions.get(printer.node)?.waits === true;
  const call = `${at(scope, node)}${atom(code)}.${memberName(printer)}($, ${site(scope, node, printer.name)})`;
  return waits ? `await ${call}` : call;
}

function show(scope: Scope, code: string, type: Type): { readonly code: string; readonly text: boolean } {
  switch (type.kind) {
    case "String":
      return { code, text: true };
    // JavaScript's own conversion writes these as the script does.
    case "int":
    case "boolean":
      return { code, text: false };
    case "float":
      return { code: `${use(scope, "showFloat")}(${code})`, text: true };
    case "Duration":
      return { code: `${use(scope, "showDuration")}(${code})`, text: true };
    case "Size":
      return { code: `${use(scope, "showSize")}(${code})`, text: true };
    default:
      return { code: `${use(scope, "show")}(${code}, ${quote(showType(type))})`, text: true };
  }
}

/** An expression's text as a JavaScript string. */
export function textOf(scope: Scope, node: Expression): string {
  const { code, text } = shown(scope, node);
  return text ? code : `String(${code})`;
}

/** Pieces joined with `+`: the first or the second is a string, so that JavaScript joins and does not add. */
export function joined(
  scope: Scope,
  parts: readonly (TextPart | ExpressionPart | { readonly code: string })[],
): string {
  const pieces: { readonly code: string; readonly text: boolean }[] = [];
  let literal = "";
  const flush = (): void => {
    if (literal !== "") pieces.push({ code: quote(literal), text: true });
    literal = "";
  };
  for (const part of parts) {
    if ("code" in part) {
      flush();
      pieces.push({ code: part.code, text: true });
    } else if (part.kind === "text") literal += part.text;
    else {
      flush();
      pieces.push(shown(scope, part.expression));
    }
  }
  flush();
  const [first, second] = pieces;
  if (first === undefined) return '""';
  if (second === undefined) return first.text ? first.code : `String(${first.code})`;
  const codes = pieces.map((piece) => atom(piece.code));
  return first.text || second.text ? codes.join(" + ") : `"" + ${codes.join(" + ")}`;
}
