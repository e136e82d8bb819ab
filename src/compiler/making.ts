/** What makes an object: the base's part, then the values of the class's own fields, then the constructor's body. */

import type { CheckedClass } from "../checker/index.ts";
import type { ClassOf } from "../records/index.ts";
import { type FieldMember, type FunctionStatement, isPlainLiteral, superCallOf } from "../syntax/index.ts";
import { emitStatements } from "./block.ts";
import { at, deeper, expression, line, type Scope, type Unit } from "./context.ts";
import { parameterName } from "./frames.ts";
import { emitMethodOf, parameterList } from "./methods.ts";
import { makerName, memberName, objectName } from "./names.ts";
import { aroundRisk, isRisky } from "./risky.ts";
import { functionScope } from "./scopes.ts";

/** Whether a field has its value from the first moment on, without anything being computed. */
function isSetAtOnce({ value }: FieldMember): boolean {
  return value === undefined || isPlainLiteral(value);
}

function constructorOf({ node }: CheckedClass): FunctionStatement | undefined {
  const found = node.members.find((member) => member.kind === "method" && member.isConstructor);
  return found?.kind === "method" ? found.function : undefined;
}

/** The classes whose making runs something; those that only have what a base runs are among them. */
export function findMakers(classes: readonly CheckedClass[]): ReadonlyMap<ClassOf, FunctionStatement | undefined> {
  const makers = new Map<ClassOf, FunctionStatement | undefined>();
  for (const info of classes) {
    const { base, node } = info;
    const own = constructorOf(info);
    const computes = node.members.some((member) => member.kind === "field" && !isSetAtOnce(member));
    const isAbove = base !== undefined && makers.has(base.type.of);
    // Whose parameters it has: its own constructor's, or those of the nearest above.
    if (own !== undefined || computes || isAbove)
      makers.set(info.type.of, own ?? (base === undefined ? undefined : makers.get(base.type.of)));
  }
  return makers;
}

/** Whether making an object of the class waits. */
export function makingWaits(unit: Unit, { node }: Pick<CheckedClass, "node">): boolean {
  return unit.program.functions.get(node)?.waits === true;
}

/** The function; a class that adds nothing to its base's making has none of its own. */
export function emitMaker(outer: Scope, info: CheckedClass): string {
  const { unit } = outer;
  const { node, base } = info;
  const own = constructorOf(info);
  const fields = node.members.flatMap((member) => (member.kind === "field" && !isSetAtOnce(member) ? [member] : []));
  if (own === undefined && fields.length === 0) return "";
  const facts = unit.program.functions.get(own ?? node) ?? { waits: false, statusStyle: false, readsStatus: false };
  const waits = facts.waits || makingWaits(unit, info);
  const scope = functionScope(outer, info.name, undefined, { ...facts, waits });
  const inherited = own === undefined && base !== undefined ? unit.makers.get(base.type.of) : undefined;
  const list = parameterList(scope, own ?? inherited);
  return emitMethodOf(outer, scope, {
    head: `${at(outer, own?.name ?? node.name, info.name)}${waits ? "async " : ""}${makerName}(${list}) `,
    name: info.name,
    node: own ?? node,
    function: own,
    body: (inside) => {
      const emit = (scope: Scope): string => emitBody(scope, info, own, inherited, fields);
      return own !== undefined && isRisky(own) ? aroundRisk(inside, emit(deeper(inside))) : emit(inside);
    },
  });
}

function emitBody(
  scope: Scope,
  { base }: CheckedClass,
  own: FunctionStatement | undefined,
  inherited: FunctionStatement | undefined,
  fields: readonly FieldMember[],
): string {
  const statements = own?.body.statements ?? [];
  const [first] = statements;
  const values = fields.map((field) => emitValue(scope, field)).join("");
  if (first !== undefined && superCallOf(first) !== undefined)
    return emitStatements(scope, [first]) + values + emitStatements(scope, statements.slice(1));
  return emitBase(scope, base, inherited) + values + emitStatements(scope, statements);
}

/** Without `super(…)` the base's part is made with nothing; a class without a constructor hands on what it was given. */
function emitBase(scope: Scope, base: CheckedClass | undefined, inherited: FunctionStatement | undefined): string {
  const { unit } = scope;
  if (base === undefined || !unit.makers.has(base.type.of)) return "";
  const given = ["$", "$site", ...(inherited?.parameters ?? []).map((parameter) => parameterName(scope, parameter))];
  return line(scope, `${makingWaits(unit, base) ? "await " : ""}super.${makerName}(${given.join(", ")});`);
}

function emitValue(scope: Scope, field: FieldMember): string {
  const symbol = scope.unit.program.symbols.get(field.name);
  if (symbol === undefined || field.value === undefined) return "";
  return line(
    scope,
    `${at(scope, field.name)}${objectName}.${memberName(symbol)} = ${expression(scope, field.value)};`,
  );
}
