/** The samples of the last minutes, in a fixed number of places: the oldest goes when a new one comes. */

import type { Sample } from "./sample.ts";

/** One a second for five minutes. */
const places = 300;
const longest = 300_000;

export class Ring {
  readonly #samples: (Sample | undefined)[] = new Array<Sample | undefined>(places).fill(undefined);
  #next = 0;
  #count = 0;

  add(sample: Sample): void {
    this.#samples[this.#next] = sample;
    this.#next = (this.#next + 1) % places;
    this.#count = Math.min(places, this.#count + 1);
  }

  /** The oldest first, none older than five minutes. */
  list(): readonly Sample[] {
    const all = Array.from({ length: this.#count }, (_, index) => this.#at(index)).filter((each) => each !== undefined);
    const last = all.at(-1)?.at ?? 0;
    return all.filter((each) => each.at >= last - longest);
  }

  latest(): Sample | undefined {
    return this.#count === 0 ? undefined : this.#at(this.#count - 1);
  }

  #at(index: number): Sample | undefined {
    return this.#samples[(this.#next - this.#count + index + 2 * places) % places];
  }
}
