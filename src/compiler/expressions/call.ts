/** Calls of the script's functions, of closures and of the library (language 5). */

import type { CallTarget, CheckedClass } from "../../checker/index.ts";
import type { Signature } from "../../records/index.ts";
import { showType } from "../../records/index.ts";
import { type CallExpression, dependableBody, type Expression } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { callSite, librarySite, statedArguments } from "../calls.ts";
import { className } from "../class-names.ts";
import { at, expression, type Scope, site, temporary, typeOf, use } from "../context.ts";
import { quote } from "../literals.ts";
import { makingWaits } from "../making.ts";
import { makerName, memberName, objectName } from "../names.ts";
import { textOf } from "../parts.ts";

export function emitCall(scope: Scope, node: CallExpression): string {
  const code = callPlain(scope, node);
  return isPlanCall(scope, node) ? `(await ${use(scope, "acceptPlan")}($, ${code}))` : code;
}

function callPlain(scope: Scope, node: CallExpression): string {
  const target = scope.unit.program.calls.get(node);
  switch (target?.kind) {
    case "function":
      return callFunction(scope, node, target);
    case "library":
      return callLibrary(scope, node, target.signature);
    case "value": {
      const call = `${atom(expression(scope, node.callee))}(${["$", site(scope, node, "closure"), ...values(scope, node.arguments)].join(", ")})`;
      // Whether the closure waits is not known here: where it does not, `await` gives its value as it is.
      return awaited(scope.waits, at(scope, node) + call);
    }
    case "method":
      return callMethod(scope, node, target);
    case "construct":
      return target.isBase ? makeBase(scope, node, target.of) : makeObject(scope, node, target.of);
    case "fault":
      return `${use(scope, "statedFault")}(${statedArguments(scope, node, target.name, node.arguments)})`;
    case undefined:
      return "undefined";
  }
}

/** Whether a plan is called, which gives what has become of it: by its name, or as a value. */
export function isPlanCall(scope: Scope, node: Expression): node is CallExpression {
  const target = node.kind === "call" ? scope.unit.program.calls.get(node) : undefined;
  if (target?.kind === "value") return showType(typeOf(scope, node)) === "Outcome";
  const called = target?.kind === "function" ? target.symbol.node : undefined;
  return called !== undefined && dependableBody(called)?.kind === "plan-body";
}

/** A plan whose outcome nobody asks for: what made it fail is raised. */
export function emitPlanCall(scope: Scope, node: CallExpression): string {
  // The place of the call itself has the plan's name and arguments.
  const place = site(scope, node);
  return `await ${use(scope, "settlePlan")}($, ${place}, ${callPlain(scope, node)})`;
}

function callFunction(
  scope: Scope,
  node: CallExpression,
  { symbol }: Extract<CallTarget, { kind: "function" }>,
): string {
  const facts = symbol.node === undefined ? undefined : scope.unit.program.functions.get(symbol.node);
  const name = scope.unit.names.of(symbol);
  const list = ["$", callSite(scope, node, symbol, node.arguments), ...values(scope, node.arguments)];
  return awaited(facts?.waits === true, `${at(scope, node)}${name}(${list.join(", ")})`);
}

/** The method that the object's own class has; `super.m()` names the base's. */
function callMethod(
  scope: Scope,
  node: CallExpression,
  { symbol, ofBase }: Extract<CallTarget, { kind: "method" }>,
): string {
  const waits = symbol.node !== undefined && scope.unit.program.functions.get(symbol.node)?.waits === true;
  const name = memberName(symbol);
  const object =
    node.callee.kind === "member" && ofBase === undefined ? atom(expression(scope, node.callee.object)) : "";
  const list = ["$", site(scope, node, symbol.name), ...values(scope, node.arguments)].join(", ");
  const code =
    ofBase === undefined
      ? `${object}.${name}(${list})`
      : `${className(scope, ofBase.type.of)}.prototype.${name}.call(${objectName}, ${list})`;
  return awaited(waits, at(scope, node) + code);
}

/** `Disk("sda")`: the object is made first, then its fields get their values. */
function makeObject(scope: Scope, node: CallExpression, of: CheckedClass): string {
  const made = `new ${className(scope, of.type.of)}()`;
  if (!scope.unit.makers.has(of.type.of)) return made;
  const object = temporary(scope);
  const list = ["$", site(scope, node, of.name), ...values(scope, node.arguments)].join(", ");
  const making = awaited(makingWaits(scope.unit, of), `${at(scope, node)}${object}.${makerName}(${list})`);
  return `(${object} = ${made}, ${making}, ${object})`;
}

/** `super(…)`, directly in the function that makes the object. */
function makeBase(scope: Scope, node: CallExpression, of: CheckedClass): string {
  if (!scope.unit.makers.has(of.type.of)) return "undefined";
  const list = ["$", site(scope, node, of.name), ...values(scope, node.arguments)].join(", ");
  return awaited(makingWaits(scope.unit, of), `${at(scope, node)}super.${makerName}(${list})`);
}

function callLibrary(scope: Scope, node: CallExpression, signature: Signature): string {
  const receiver = signature.receiver !== undefined && node.callee.kind === "member" ? node.callee.object : undefined;
  if (receiver !== undefined) {
    const short = callDirectly(scope, node, signature, receiver);
    if (short !== undefined) return at(scope, node) + short;
  }
  const list = ["$", String(librarySite(scope, node, signature, node.arguments))];
  if (receiver !== undefined) list.push(expression(scope, receiver));
  for (const [index, argument] of node.arguments.entries()) {
    const parameter = signature.parameters[index] ?? signature.parameters.at(-1);
    list.push(parameter?.type === "any" ? textOf(scope, argument) : expression(scope, argument));
  }
  if (signature.typed === true && receiver !== undefined) {
    for (let missing = node.arguments.length; missing < signature.parameters.length; missing += 1)
      list.push("undefined");
    list.push(quote(showType(typeOf(scope, receiver))));
  }
  const waits =
    signature.waits === true ||
    (signature.calls === true && scope.waits && node.arguments.some((each) => mayWait(scope, each)));
  const name = scope.unit.prelude.library(signature.key);
  return awaited(waits, `${at(scope, node)}${name}(${list.join(", ")})`);
}

/** Methods that cannot fail, as JavaScript has them, with the same meaning. */
function callDirectly(
  scope: Scope,
  node: CallExpression,
  signature: Signature,
  receiver: Expression,
): string | undefined {
  const [first, second] = node.arguments;
  const object = (): string => atom(expression(scope, receiver));
  switch (signature.key) {
    case "[].push":
      return first === undefined ? undefined : `${object()}.push(${expression(scope, first)})`;
    case "Map.has":
      return first === undefined ? undefined : `${object()}.has(${expression(scope, first)})`;
    case "Map.get":
      return first === undefined ? undefined : `${object()}.get(${expression(scope, first)}) ?? null`;
    case "Map.set":
      return first === undefined || second === undefined
        ? undefined
        : `${object()}.set(${expression(scope, first)}, ${expression(scope, second)})`;
    case "String.contains":
      return first === undefined ? undefined : `${object()}.includes(${expression(scope, first)})`;
    case "String.startsWith":
    case "String.endsWith":
      return first === undefined ? undefined : `${object()}.${signature.name}(${expression(scope, first)})`;
    default:
      return undefined;
  }
}

function values(scope: Scope, list: readonly Expression[]): readonly string[] {
  return list.map((argument) => expression(scope, argument));
}

/** Whether a function that is handed over may wait: a closure or function of the script tells, anything else may. */
function mayWait(scope: Scope, node: Expression): boolean {
  if (typeOf(scope, node).kind !== "function") return false;
  const { functions, references } = scope.unit.program;
  if (node.kind === "closure") return functions.get(node)?.waits === true;
  const reference = references.get(node);
  if (reference?.kind !== "symbol" || reference.symbol.node === undefined) return true;
  return functions.get(reference.symbol.node)?.waits === true;
}

function awaited(waits: boolean, code: string): string {
  return waits ? `await ${code}` : code;
}
