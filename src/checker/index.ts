/** Types, scopes, origins of values, and effects: a typed tree, or diagnostics. */

export { type CheckOptions, check } from "./check.ts";
export type * from "./checked.ts";
export type { LoadedFile } from "./names/imports.ts";
