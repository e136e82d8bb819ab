/** What the end of a run grants its sinks: a bounded wait, which a signal cuts short. */

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
