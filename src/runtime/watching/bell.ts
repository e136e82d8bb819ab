/** What wakes the watch: a value that came, the end of its time, something that went wrong beside it. */

export class Bell {
  #ring: () => void = () => undefined;
  #isRung = false;
  #trouble: { readonly thrown: unknown } | undefined;

  /** Resolves at the next ring, or at once where there was one since the last wait; rejects with what was thrown beside. */
  async next(): Promise<void> {
    if (!this.#isRung)
      await new Promise<void>((resolve) => {
        this.#ring = resolve;
      });
    this.#isRung = false;
    if (this.#trouble !== undefined) throw this.#trouble.thrown;
  }

  ring(): void {
    this.#isRung = true;
    this.#ring();
  }

  /** Something that the watch itself has to end of. */
  fail(thrown: unknown): void {
    this.#trouble ??= { thrown };
    this.ring();
  }
}
