/** Calling what a package brings within bounds: a loop without end in it must not hang a check. */

import { Script } from "node:vm";

/** Milliseconds that one call of a package may take. */
const longest = 5_000;

const slot = Symbol.for("dscript.package-call");
let call: Script | undefined;

/** Runs `run`, and throws where it takes longer than it may. */
export function bounded<T>(run: () => T): T {
  // The text is constant; V8 ends what it runs at the time limit.
  call ??= new Script('globalThis[Symbol.for("dscript.package-call")]()');
  const place = globalThis as { [slot]?: () => T };
  const outer = place[slot];
  place[slot] = run;
  try {
    return call.runInThisContext({ timeout: longest }) as T;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw thrown;
    throw new Error(`it did not end within ${longest / 1000} s`);
  } finally {
    if (outer === undefined) delete place[slot];
    else place[slot] = outer;
  }
}
