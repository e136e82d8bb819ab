/** Tokens, tree, scanner, parser, and the grammar table that packages add to. */

export type * from "./tree.ts";
