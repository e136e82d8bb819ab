/** Types, scopes, origins of values, and effects: a typed tree, or diagnostics. */

export type * from "./checked.ts";
export { symbolOf } from "./checked.ts";
