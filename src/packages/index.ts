/** Packages in JavaScript: how they are written, and what they add. */

export { assemblePackage, type Package } from "./assemble.ts";
export type * from "./define.ts";
export { definePackage, expression, literal, operator, statement } from "./define.ts";
