/** Classes of a script as JavaScript classes: fields by name, methods on the prototype, and one function that makes an object. */

import type { CheckedClass } from "../checker/index.ts";
import type { Type } from "../records/index.ts";
import type { FieldMember, FunctionStatement } from "../syntax/index.ts";
import { classText } from "./class-names.ts";
import { at, deeper, line, type Scope, type Unit, use } from "./context.ts";
import { numeral } from "./literals.ts";
import { emitMaker } from "./making.ts";
import { emitMethodOf, parameterList } from "./methods.ts";
import { memberName } from "./names.ts";
import { braced, functionScope, topScope } from "./scopes.ts";
import { emitFunctionBody } from "./statements/function.ts";

/** All classes, bases first: JavaScript asks for that. */
export function emitClasses(unit: Unit): string {
  return unit.program.classes.map((each) => emitClass(topScope(unit, each.fileIndex), each)).join("");
}

function emitClass(scope: Scope, info: CheckedClass): string {
  const { names } = scope.unit;
  const name = names.of(info.symbol);
  const base = info.base === undefined ? use(scope, "ScriptObject") : names.of(info.base.symbol);
  const inside = deeper(scope);
  const methods = info.node.members.map((member) =>
    member.kind === "method" && !member.isConstructor ? emitMethod(inside, member.function) : "",
  );
  const body = emitShape(inside, info) + emitMaker(inside, info) + methods.join("");
  const head = `${at(scope, info.node.name, info.name)}class ${name} extends ${base} `;
  return braced(scope, head, body) + line(scope, `${name}.prototype.$class = ${classText(scope, info.type)};`);
}

/** All fields from the first moment on, in one order, with values of their types: so V8 keeps all objects in one shape. */
function emitShape(scope: Scope, { node }: CheckedClass): string {
  const inside = deeper(scope);
  const fields = node.members.flatMap((member) => {
    const symbol = member.kind === "field" ? scope.unit.program.symbols.get(member.name) : undefined;
    if (member.kind !== "field" || symbol === undefined) return [];
    return [line(inside, `this.${memberName(symbol)} = ${initial(member, symbol.type)};`)];
  });
  return fields.length === 0 ? "" : braced(scope, "constructor() ", line(inside, "super();") + fields.join(""));
}

/** A literal is the field's value at once; anything else stands until the constructor has given it one, and nobody sees it. */
function initial({ value }: FieldMember, type: Type): string {
  switch (value?.kind) {
    case "int":
    case "float":
      return numeral(value.value);
    case "boolean":
      return String(value.value);
    case "duration":
      return numeral(value.milliseconds);
    case "size":
      return numeral(value.bytes);
  }
  switch (type.kind) {
    case "int":
    case "float":
    case "Duration":
    case "Size":
      return "0";
    case "boolean":
      return "false";
    case "String":
      return '""';
    default:
      return "null";
  }
}

function emitMethod(outer: Scope, node: FunctionStatement): string {
  const { program } = outer.unit;
  const symbol = program.symbols.get(node.name);
  if (symbol === undefined) return "";
  const scope = functionScope(outer, symbol.name, symbol, program.functions.get(node));
  const list = parameterList(scope, node);
  return emitMethodOf(outer, scope, {
    head: `${at(outer, node.name, symbol.name)}${scope.waits ? "async " : ""}${memberName(symbol)}(${list}) `,
    name: symbol.name,
    node,
    function: node,
    body: (inside) => emitFunctionBody(inside, node),
  });
}
