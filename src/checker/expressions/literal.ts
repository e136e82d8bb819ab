/** Literals: each is of its own type, and comes from the script itself (faults 1.1). */

import { Origin, types } from "../../records/index.ts";
import type {
  BooleanLiteral,
  DurationLiteral,
  FloatLiteral,
  IntLiteral,
  NullLiteral,
  RegexLiteral,
  SizeLiteral,
} from "../../syntax/index.ts";
import type { ExpressionCheck } from "../context.ts";

export const checkInt: ExpressionCheck<IntLiteral> = (_context, node) => ({
  type: types.int,
  origins: Origin.literal,
  fold: node.value,
});

export const checkFloat: ExpressionCheck<FloatLiteral> = (_context, node) => ({
  type: types.float,
  origins: Origin.literal,
  fold: node.value,
});

export const checkBoolean: ExpressionCheck<BooleanLiteral> = () => ({ type: types.boolean, origins: Origin.literal });

export const checkNull: ExpressionCheck<NullLiteral> = () => ({ type: types.null, origins: Origin.literal });

export const checkDuration: ExpressionCheck<DurationLiteral> = () => ({
  type: types.Duration,
  origins: Origin.literal,
});

export const checkSize: ExpressionCheck<SizeLiteral> = () => ({ type: types.Size, origins: Origin.literal });

export const checkRegex: ExpressionCheck<RegexLiteral> = () => ({ type: types.Regex, origins: Origin.literal });
