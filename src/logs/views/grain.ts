/** Widths of stretches of time, and how a stream of times finds the right one without knowing its end. */

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Milliseconds; each one divides the next, so that narrow stretches can be put together to wide ones. */
const grains: readonly number[] = [
  second,
  5 * second,
  15 * second,
  minute,
  5 * minute,
  15 * minute,
  hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  7 * day,
  28 * day,
  364 * day,
  3640 * day,
  36_400 * day,
  364_000 * day,
];

/** Stretches that are kept at once. */
const most = 4096;

/** Values by stretch of time; where there are too many stretches, neighbours are put together. */
export class Stretches<Value> {
  readonly #merge: (into: Value, other: Value) => void;
  readonly #isFixed: boolean;
  #grain: number;
  #values = new Map<number, Value>();
  #shift: number | undefined;

  /** With a fixed width in milliseconds, that one is kept whatever comes, up to `most` stretches. */
  constructor(merge: (into: Value, other: Value) => void, fixed?: number) {
    this.#merge = merge;
    this.#isFixed = fixed !== undefined;
    this.#grain = fixed ?? second;
  }

  /** The width of a stretch in milliseconds. */
  get grain(): number {
    return this.#grain;
  }

  /** The value of the stretch that a time lies in. */
  at(time: number, make: () => Value): Value {
    // Days begin at this machine's midnight.
    this.#shift ??= -new Date(time).getTimezoneOffset() * minute;
    const index = Math.floor((time + this.#shift) / this.#grain);
    const known = this.#values.get(index);
    if (known !== undefined) return known;
    const made = make();
    this.#values.set(index, made);
    if (this.#values.size <= most) return made;
    this.#widen();
    return this.at(time, make);
  }

  /** Makes the stretches so wide that no more than so many lie between the first and the last. */
  fit(columns: number): void {
    while (!this.#isFixed && this.#span() > columns && this.#widen());
  }

  /** The stretches in order: when each begins, and its value; undefined for one in which nothing came. At most so many. */
  list(limit: number): readonly (readonly [from: number, value: Value | undefined])[] {
    const indexes = [...this.#values.keys()].sort((a, b) => a - b);
    const [first, last] = [indexes[0], indexes.at(-1)];
    if (first === undefined || last === undefined) return [];
    const begin = Math.max(first, last - limit + 1);
    return Array.from({ length: last - begin + 1 }, (_, at) => [
      (begin + at) * this.#grain - (this.#shift ?? 0),
      this.#values.get(begin + at),
    ]);
  }

  #span(): number {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const index of this.#values.keys()) {
      low = Math.min(low, index);
      high = Math.max(high, index);
    }
    return high - low + 1;
  }

  #widen(): boolean {
    const wider = this.#isFixed ? this.#grain * 2 : grains.find((grain) => grain > this.#grain);
    if (wider === undefined) return false;
    const values = new Map<number, Value>();
    for (const [index, value] of this.#values) {
      const at = Math.floor((index * this.#grain) / wider);
      const known = values.get(at);
      if (known === undefined) values.set(at, value);
      else this.#merge(known, value);
    }
    this.#grain = wider;
    this.#values = values;
    return true;
  }
}
