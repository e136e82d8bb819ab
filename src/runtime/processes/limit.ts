/** A timer of any length. */

import { steadyNow } from "../clock.ts";

// setTimeout takes 31 bits and fires at once beyond them.
const longest = 2 ** 30;

/** Calls `act` after so many milliseconds; what it gives calls it off. */
export function after(milliseconds: number, act: () => void): () => void {
  const until = steadyNow() + milliseconds;
  let timer = setTimeout(turn, Math.min(milliseconds, longest));
  return () => clearTimeout(timer);

  function turn(): void {
    const rest = until - steadyNow();
    // Timers may fire a fraction early.
    if (rest <= 1) act();
    else timer = setTimeout(turn, Math.min(rest, longest));
  }
}
