/** When monitors look: at once, then a period after a period, by the system's clock or by one that a test holds. */

import type { ScriptClock } from "../clock.ts";
import { steadyNow } from "../clock.ts";
import type { Monitor } from "./monitor.ts";

// setTimeout takes 31 bits; a longer time is waited for in parts.
const longestTimer = 2 ** 30;

/** Has the monitors look by the system's clock; what it gives ends that. */
export function lookByTimers(monitors: readonly Monitor[]): () => void {
  const ends = monitors.map((monitor) => {
    const { every } = monitor.parts;
    const began = steadyNow();
    let due = began;
    let timer: NodeJS.Timeout;
    const next = (): void => {
      const now = steadyNow();
      if (now >= due) {
        void monitor.look();
        // A host that was asleep has left out looks; none is made up for.
        due = began + (Math.floor((now - began) / every) + 1) * every;
      }
      timer = setTimeout(next, Math.min(due - steadyNow(), longestTimer));
    };
    next();
    return () => clearTimeout(timer);
  });
  return () => {
    for (const end of ends) end();
  };
}

/** Of a clock that stands still: the next looks, one after the other, at their time; false where that is behind the end. */
export function lookOnHeldClock(
  monitors: readonly Monitor[],
  clock: ScriptClock,
  until: number | undefined,
): () => Promise<boolean> {
  const dues = monitors.map(() => clock.now());
  return async () => {
    const next = Math.max(Math.min(...dues), clock.now());
    if (until !== undefined && next > until) return false;
    clock.advance(next - clock.now());
    for (const [index, monitor] of monitors.entries()) {
      const due = dues[index] ?? next;
      if (due > next) continue;
      // What a block has waited for has left out looks, too.
      dues[index] = due + (Math.floor((next - due) / monitor.parts.every) + 1) * monitor.parts.every;
      await monitor.look();
    }
    return true;
  };
}
