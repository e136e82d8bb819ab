/** Values as the language writes them: numbers, durations, sizes, texts. */

/** A float keeps a point or an exponent: `3.0`. */
export function floatText(value: number): string {
  const text = String(value);
  return /[.eE]/.test(text) ? text : `${text}.0`;
}

const durations: readonly (readonly [unit: string, milliseconds: number])[] = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1000],
];

/** `90000` milliseconds are `90s`: the largest unit of which it is a whole number. */
export function durationText(milliseconds: number): string {
  const unit = milliseconds === 0 ? undefined : durations.find(([, size]) => milliseconds % size === 0);
  return unit === undefined ? `${milliseconds}ms` : `${milliseconds / unit[1]}${unit[0]}`;
}

const sizes: readonly (readonly [unit: string, bytes: number])[] = [
  ["TiB", 2 ** 40],
  ["TB", 1e12],
  ["GiB", 2 ** 30],
  ["GB", 1e9],
  ["MiB", 2 ** 20],
  ["MB", 1e6],
  ["KiB", 2 ** 10],
  ["KB", 1e3],
];

/** `1048576` bytes are `1MiB`. */
export function sizeText(bytes: number): string {
  const unit = bytes === 0 ? undefined : sizes.find(([, size]) => bytes % size === 0);
  return unit === undefined ? `${bytes}B` : `${bytes / unit[1]}${unit[0]}`;
}

const named: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  $: "\\$",
  "@": "\\@",
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  "\0": "\\0",
  "\u001b": "\\e",
};

const special =
  /@(?=\{[\p{Lu}\p{Lo}])|["\\$\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\udc80-\udcff]/gu;

/** What stands for a text within `"…"`, without the quotes; a byte that is no UTF-8 is `\xff`. */
export function quotedText(text: string): string {
  return text.replace(special, (character, at: number) =>
    isHalf(text, at) ? character : character === '"' ? '\\"' : escaped(character),
  );
}

/** The same in a here-document, whose lines and quotes stand as they are. */
export function hereText(text: string): string {
  return text.replace(special, (character, at: number) =>
    character === "\n" || character === '"' || isHalf(text, at) ? character : escaped(character),
  );
}

/** Whether a surrogate belongs to a whole character. */
function isHalf(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return text.charCodeAt(at) >= 0xdc80 && before >= 0xd800 && before <= 0xdbff;
}

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code & 0xff).toString(16)}`;
  return named[character] ?? `\\u{${code.toString(16)}}`;
}
