/** The lines of a text, one after another, with their offsets; a line ends at `\n`, `\r\n` or `\r`. */

export interface Line {
  readonly start: number;
  /** Behind its last character, ahead of its line end. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
}

/** The function that finds the line at an offset; most texts have no `\r`, and are searched faster. */
export function lineFinder(text: string): (start: number) => Line {
  const endAt = (start: number): number => {
    const end = text.indexOf("\n", start);
    return end === -1 ? text.length : end;
  };
  if (!text.includes("\r"))
    return (start) => {
      const end = endAt(start);
      return { start, end, next: end + 1 };
    };
  // The next `\r` may be far behind: it is not looked for again at each line up to it.
  let from = 0;
  let known = -1;
  return (start) => {
    const feed = endAt(start);
    if (start < from || known < start) known = nextReturn(text, start);
    from = start;
    if (known < feed) return { start, end: known, next: known + (feed === known + 1 ? 2 : 1) };
    return { start, end: feed, next: feed + 1 };
  };
}

function nextReturn(text: string, start: number): number {
  const found = text.indexOf("\r", start);
  return found === -1 ? Number.POSITIVE_INFINITY : found;
}

/** The parts between line ends. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n]/);
}

/** Where the first character stands that is no blank; at most `end`. */
export function behindBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** A space, a tab, a Japanese space, a hard one, or a byte order mark amid a text. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0x3000 || code === 0xa0 || code === 0xfeff || code === 11 || code === 12;
}
