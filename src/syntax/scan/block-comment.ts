/** Block comments, which nest (language 1). */

const mark = /\/\*|\*\//g;

/** Behind the comment that begins at `from`; -1 where it does not end. */
export function blockCommentEnd(text: string, from: number): number {
  let depth = 0;
  mark.lastIndex = from;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return found.index + 2;
  }
  return -1;
}
