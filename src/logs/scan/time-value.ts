/** The time of a record, read from its bytes. */

import type { RecordScan } from "./record-scan.ts";

/** Reads the `Time` of one record after the other; of those of one day the date is worked out once. */
export class TimeValue {
  readonly #scan: RecordScan;
  readonly #slot: number;
  #day = -1;
  #midnight = 0;

  constructor(scan: RecordScan) {
    this.#scan = scan;
    this.#slot = scan.want("Time");
  }

  /** Milliseconds since the epoch, with a fraction; NaN where the record has no time that can be read. */
  milliseconds(): number {
    const { bytes } = this.#scan;
    const start = this.#scan.from(this.#slot) + 1;
    const end = this.#scan.to(this.#slot) - 1;
    // 2026-01-02T03:04:05.006007Z, as D-Script writes it.
    if (start <= 0 || end - start !== 27 || bytes[end - 1] !== 90 || bytes[start + 10] !== 84) return this.#other();
    const hour = pair(bytes, start + 11);
    const minute = pair(bytes, start + 14);
    const second = pair(bytes, start + 17);
    const micros = pair(bytes, start + 20) * 10_000 + pair(bytes, start + 22) * 100 + pair(bytes, start + 24);
    const day =
      (pair(bytes, start) * 100 + pair(bytes, start + 2)) * 10_000 +
      pair(bytes, start + 5) * 100 +
      pair(bytes, start + 8);
    if (day !== this.#day) {
      this.#day = day;
      this.#midnight = Date.parse(`${bytes.toString("latin1", start, start + 10)}T00:00:00Z`);
    }
    const time = this.#midnight + ((hour * 60 + minute) * 60 + second) * 1000 + micros / 1000;
    // Bytes that are no digits make numbers outside of a day's.
    return hour < 24 && minute < 60 && second <= 60 && hour >= 0 && minute >= 0 && second >= 0 && micros >= 0
      ? time
      : Number.NaN;
  }

  /** Any other form of RFC 3339. */
  #other(): number {
    const text = this.#scan.text(this.#slot);
    return text === undefined || !/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d/.test(text) ? Number.NaN : Date.parse(text);
  }
}

function pair(bytes: Buffer, at: number): number {
  return ((bytes[at] as number) - 48) * 10 + (bytes[at + 1] as number) - 48;
}
