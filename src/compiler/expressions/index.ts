/** The table of expressions: each kind has a file of its own. */

import type { Expression, ExpressionKind } from "../../syntax/index.ts";
import type { Scope } from "../context.ts";
import { emitArray } from "./array.ts";
import { emitAssign } from "./assign.ts";
import { emitBinary } from "./binary.ts";
import { emitCall } from "./call.ts";
import { emitCapture } from "./capture.ts";
import { emitCast } from "./cast.ts";
import { emitClosure } from "./closure.ts";
import { emitCoalesce } from "./coalesce.ts";
import { emitConditional } from "./conditional.ts";
import { emitContextValue } from "./context-value.ts";
import { emitExtensionExpression } from "./extension-expression.ts";
import { emitIndex } from "./index-access.ts";
import { emitInstanceof } from "./instanceof.ts";
import { emitLiteral } from "./literal.ts";
import { emitLogical } from "./logical.ts";
import { emitMap } from "./map.ts";
import { emitMember } from "./member.ts";
import { emitName } from "./name.ts";
import { emitLastJob, emitStatus } from "./status.ts";
import { emitString } from "./string.ts";
import { emitThis } from "./this.ts";
import { emitUnary } from "./unary.ts";
import { emitUpdate } from "./update.ts";

type Emitter<K extends ExpressionKind> = (scope: Scope, node: Extract<Expression, { kind: K }>) => string;

const emitters = {
  int: emitLiteral,
  float: emitLiteral,
  boolean: emitLiteral,
  null: emitLiteral,
  duration: emitLiteral,
  size: emitLiteral,
  regex: emitLiteral,
  string: emitString,
  name: emitName,
  this: emitThis,
  // Only what is called of it has code.
  super: () => "undefined",
  cast: emitCast,
  instanceof: emitInstanceof,
  member: emitMember,
  index: emitIndex,
  call: emitCall,
  unary: emitUnary,
  binary: emitBinary,
  logical: emitLogical,
  coalesce: emitCoalesce,
  conditional: emitConditional,
  assign: emitAssign,
  update: emitUpdate,
  array: emitArray,
  map: emitMap,
  closure: emitClosure,
  capture: emitCapture,
  "context-value": emitContextValue,
  status: emitStatus,
  "last-job": emitLastJob,
  "extension-expression": emitExtensionExpression,
  // A program with one of these is not compiled.
  "error-expression": () => "undefined",
} satisfies { readonly [K in ExpressionKind]: Emitter<K> };

export function emitExpression(scope: Scope, node: Expression): string {
  // The table gives each kind the emitter of that kind.
  const emitter = emitters[node.kind] as (scope: Scope, node: Expression) => string;
  return emitter(scope, node);
}
