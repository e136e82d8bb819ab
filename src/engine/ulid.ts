/** Run ids: ULIDs, which sort by the time at which they were made (github.com/ulid/spec). */

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const lastTime = 2 ** 48 - 1;

/** Gives random bytes: `count` of them. */
export type RandomBytes = (count: number) => Uint8Array;

/**
 * Makes a generator of ULIDs: 26 characters, 48 bits of milliseconds since the epoch and 80 random bits. Within a
 * generator each id is greater than the one before, also within a millisecond and when the clock steps back.
 */
export function createUlids(clock: () => number = Date.now, random: RandomBytes = cheapRandom): () => string {
  let time = -1;
  const digits: number[] = new Array<number>(16).fill(0);
  return () => {
    const now = Math.min(Math.max(0, Math.floor(clock())), lastTime);
    if (now > time) {
      time = now;
      redraw(digits, random);
    } else if (!increment(digits)) {
      // 2^80 ids in one millisecond: the next millisecond keeps the order where the specification would fail.
      time += 1;
      redraw(digits, random);
    }
    return timeText(time) + digits.map((digit) => alphabet[digit]).join("");
  };
}

/** The time in a ULID, in milliseconds since the epoch; undefined for a text that is none. */
export function ulidTime(ulid: string): number | undefined {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(ulid)) return undefined;
  let time = 0;
  for (const character of ulid.slice(0, 10)) time = time * 32 + alphabet.indexOf(character);
  return time;
}

function timeText(time: number): string {
  let text = "";
  for (let rest = time, at = 0; at < 10; at += 1) {
    text = `${alphabet[rest % 32]}${text}`;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Fills the 16 digits of five bits with fresh randomness. */
function redraw(digits: number[], random: RandomBytes): void {
  const bytes = random(16);
  for (let at = 0; at < digits.length; at += 1) digits[at] = (bytes[at] ?? 0) & 31;
}

/** Adds one; false where all digits were at their end. */
function increment(digits: number[]): boolean {
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const digit = digits[at] ?? 0;
    if (digit < 31) {
      digits[at] = digit + 1;
      return true;
    }
    digits[at] = 0;
  }
  return false;
}

/** V8's generator, which the system seeds: an id must be unique, not secret, and node:crypto costs 3 ms of every start. */
function cheapRandom(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => Math.floor(Math.random() * 256));
}
