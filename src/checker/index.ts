/** Types, scopes, origins of values, and effects: a typed tree, or diagnostics. */

export type * from "./checked.ts";
export { symbolOf } from "./checked.ts";
export { check, type CheckOptions } from "./check.ts";
export { type LoadedFile } from "./names/imports.ts";
