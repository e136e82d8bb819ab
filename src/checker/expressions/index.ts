/** Every kind of expression and its check: a new kind is a type error until it stands here. */

import type { Type } from "../../records/index.ts";
import type { Expression, ExpressionKind } from "../../syntax/index.ts";
import type { Context, ExpressionCheck } from "../context.ts";
import type { Value } from "../program-state.ts";
import { checkArray } from "./array.ts";
import { checkAssign } from "./assign.ts";
import { checkBinary } from "./binary.ts";
import { checkCall } from "./call.ts";
import { checkCapture } from "./capture.ts";
import { checkCast } from "./cast.ts";
import { checkClosure } from "./closure.ts";
import { checkCoalesce } from "./coalesce.ts";
import { checkConditional } from "./conditional.ts";
import { checkContextValue } from "./context-value.ts";
import { checkErrorExpression } from "./error-expression.ts";
import { checkExtensionExpression } from "./extension-expression.ts";
import { checkIndex } from "./index-access.ts";
import { checkInstanceof } from "./instanceof.ts";
import { checkBoolean, checkDuration, checkFloat, checkInt, checkNull, checkRegex, checkSize } from "./literal.ts";
import { checkLogical } from "./logical.ts";
import { checkMap } from "./map.ts";
import { checkMember } from "./member.ts";
import { checkName } from "./name.ts";
import { checkLastJob, checkStatus } from "./status.ts";
import { checkString } from "./string.ts";
import { checkSuper } from "./super.ts";
import { checkThis } from "./this.ts";
import { checkUnary } from "./unary.ts";
import { checkUpdate } from "./update.ts";

const checks = {
  int: checkInt,
  float: checkFloat,
  boolean: checkBoolean,
  null: checkNull,
  duration: checkDuration,
  size: checkSize,
  regex: checkRegex,
  string: checkString,
  name: checkName,
  this: checkThis,
  super: checkSuper,
  cast: checkCast,
  instanceof: checkInstanceof,
  member: checkMember,
  index: checkIndex,
  call: checkCall,
  unary: checkUnary,
  binary: checkBinary,
  logical: checkLogical,
  coalesce: checkCoalesce,
  conditional: checkConditional,
  assign: checkAssign,
  update: checkUpdate,
  array: checkArray,
  map: checkMap,
  closure: checkClosure,
  capture: checkCapture,
  "context-value": checkContextValue,
  status: checkStatus,
  "last-job": checkLastJob,
  "extension-expression": checkExtensionExpression,
  "error-expression": checkErrorExpression,
} satisfies { readonly [K in ExpressionKind]: ExpressionCheck<Extract<Expression, { kind: K }>> };

/** Checks an expression of any kind. */
export function checkExpression(context: Context, node: Expression, wanted: Type | undefined): Value {
  // The table's row of a kind takes exactly the nodes of that kind, which TypeScript cannot follow.
  const check = checks[node.kind] as ExpressionCheck<Expression>;
  return check(context, node, wanted);
}
