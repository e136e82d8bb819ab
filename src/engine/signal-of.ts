/** What a signal that comes while the engine works for itself, and runs no script, makes of that work. */

import { Interruption } from "../runtime/index.ts";

/** The signal that ended some work. */
export async function signalOf(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof Interruption) return thrown.signal;
    throw thrown;
  }
}
