/** JavaScript with a source map, from a checked program. */

export { compile } from "./compile.ts";
