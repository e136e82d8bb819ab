/** Compiled code becomes a function that V8 runs. */

import { runInThisContext } from "node:vm";
import type { Flow, Program, RuntimeApi } from "../records/index.ts";

/** The name under which V8's stack traces show compiled code. */
export const scriptUrl = "dscript:script";

/** The body of a script: its value is the exit code that the script itself chose, 0 or 1. */
export type ScriptBody = (rt: RuntimeApi, flow: Flow) => Promise<number>;

/** Makes the function of a program's code. The code stands on lines of its own, so that the source map's lines hold. */
export function functionOf(program: Program): ScriptBody {
  // The compiler's output is the one text that is ever taken as code (ARCHITECTURE, invariant 9).
  return runInThisContext(`(async function main(rt, $) {\n${program.code}\n})`, {
    filename: scriptUrl,
    lineOffset: -1,
  }) as ScriptBody;
}
