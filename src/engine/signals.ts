/** Signals that ask a run to end: the script's finally and defer run first. */

/** Calls `notify` for the first signal; a second one ends the engine at once (its watchdog then ends the commands). */
export function watchSignals(notify: (signal: string) => void, forced: (signal: string) => void): () => void {
  let told = false;
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const listeners = names.map((name) => {
    const listener = (): void => {
      if (told) forced(name);
      told = true;
      notify(name);
    };
    process.on(name, listener);
    return () => process.off(name, listener);
  });
  return () => {
    for (const remove of listeners) remove();
  };
}
