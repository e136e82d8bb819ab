/** The names of keys, of which a case has few, each thousands of times: a text each, whose comparison is that of one pointer. */

const slots = 512;

/** Lives while one file is read. */
export class NameTable {
  readonly #names: string[] = new Array<string>(slots).fill("");

  /** What stands from `start` to `end`. */
  of(text: string, start: number, end: number): string {
    const length = end - start;
    const slot = (length * 67 + text.charCodeAt(start) * 31 + text.charCodeAt(end - 1) * 7) & (slots - 1);
    const before = this.#names[slot]!;
    if (before.length === length && text.startsWith(before, start)) return before;
    const name = text.slice(start, end);
    this.#names[slot] = name;
    return name;
  }
}
