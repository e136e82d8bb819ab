/** What the end of a run grants a sink: a bounded wait, which a signal cuts short, and a word to whoever is there. */

const endSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Waits for work that never rejects, `milliseconds` at most; aborts `stop` when the time is over or a signal comes. */
export async function waitBounded(work: Promise<void>, milliseconds: number, stop: AbortController): Promise<void> {
  const cut = (): void => stop.abort();
  const stopped = new Promise<void>((resolve) => {
    stop.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  // Whoever presses Ctrl-C now has waited long enough; what is left waits on disk.
  for (const name of endSignals) process.on(name, cut);
  const timer = setTimeout(cut, milliseconds);
  await Promise.race([work, stopped]);
  clearTimeout(timer);
  for (const name of endSignals) process.off(name, cut);
}

/** Says a sentence to a person. */
export function tell(say: (text: string) => void, text: string): void {
  try {
    say(text);
  } catch {
    // Being told is the last thing that may fail.
  }
}
