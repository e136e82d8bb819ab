/** What could not be parsed has its diagnostic already. */

import type { ErrorExpression } from "../../syntax/index.ts";
import type { ExpressionCheck } from "../context.ts";
import { unknownValue } from "../values.ts";

export const checkErrorExpression: ExpressionCheck<ErrorExpression> = () => unknownValue;
