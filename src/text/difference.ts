/** The difference of two texts, line by line, as `diff -u` shows it. */

/** Lines that are the same around a change. */
const around = 3;
// Beyond so many changed lines nobody reads on, and looking for the shortest way would take long.
const mostChanges = 2_000;

/** A line, or whatever is compared, that stays, goes or comes. */
export type Edit = { readonly sign: " " | "-" | "+"; readonly line: string };

/**
 * The lines of a unified diff without its head: `@@ -1,3 +1,4 @@`, then each line with "-", "+" or a blank ahead. Empty
 * where the texts are the same. At most `most` lines, of which the last says how many were left out.
 */
export function unifiedDifference(before: string, after: string, most = 200): readonly string[] {
  if (before === after) return [];
  // That a last line has no newline is worth a word where the other text's has one.
  const isMarked = before !== "" && after !== "" && before.endsWith("\n") !== after.endsWith("\n");
  const lines = hunks(editsOf(linesOf(before, isMarked), linesOf(after, isMarked)));
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most), `… ${lines.length - most} more lines`];
}

/** A text's lines; where its last one has no newline, that is said as diff(1) says it, if it matters. */
function linesOf(text: string, isMarked: boolean): readonly string[] {
  if (text === "") return [];
  if (text.endsWith("\n")) return text.slice(0, -1).split("\n");
  const lines = text.split("\n");
  if (!isMarked) return lines;
  const last = lines.pop() ?? "";
  return [...lines, `${last}\n\\ No newline at the end`];
}

/** The shortest way from one list to the other; beyond `most` changes all that differs goes and comes as a whole. */
export function editsOf(
  before: readonly string[],
  after: readonly string[],
  most: number = mostChanges,
): readonly Edit[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const shorter = Math.min(before.length, after.length) - head;
  while (tail < shorter && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const same = (line: string): Edit => ({ sign: " ", line });
  return [
    ...before.slice(0, head).map(same),
    ...shortest(before.slice(head, before.length - tail), after.slice(head, after.length - tail), most),
    ...before.slice(before.length - tail).map(same),
  ];
}

/** E. Myers, An O(ND) Difference Algorithm and Its Variations (1986): the furthest point on each diagonal, for each number of changes. */
function shortest(before: readonly string[], after: readonly string[], most: number): readonly Edit[] {
  const [n, m] = [before.length, after.length];
  const trace: Map<number, number>[] = [];
  let reached = new Map<number, number>([[1, 0]]);
  for (let changes = 0; changes <= Math.min(n + m, most); changes += 1) {
    trace.push(reached);
    const next = new Map<number, number>();
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const [down, right] = [reached.get(diagonal + 1) ?? -1, reached.get(diagonal - 1) ?? -1];
      let x = diagonal === -changes || (diagonal !== changes && right < down) ? down : right + 1;
      while (x < n && x - diagonal < m && before[x] === after[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= n && x - diagonal >= m) return walkBack(before, after, trace);
    }
    reached = next;
  }
  const edit = (sign: "-" | "+") => (line: string) => ({ sign, line });
  return [...before.map(edit("-")), ...after.map(edit("+"))];
}

function walkBack(
  before: readonly string[],
  after: readonly string[],
  trace: readonly ReadonlyMap<number, number>[],
): readonly Edit[] {
  const edits: Edit[] = [];
  let [x, y] = [before.length, after.length];
  for (let changes = trace.length - 1; changes >= 0; changes -= 1) {
    const reached = trace[changes] ?? new Map<number, number>();
    const diagonal = x - y;
    const [down, right] = [reached.get(diagonal + 1) ?? -1, reached.get(diagonal - 1) ?? -1];
    const isDown = diagonal === -changes || (diagonal !== changes && right < down);
    const fromX = isDown ? down : right;
    const fromY = fromX - (isDown ? diagonal + 1 : diagonal - 1);
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      edits.push({ sign: " ", line: before[x] ?? "" });
      if (x === fromX + (isDown ? 0 : 1) && y === fromY + (isDown ? 1 : 0)) break;
    }
    if (changes === 0) break;
    if (isDown) edits.push({ sign: "+", line: after[fromY] ?? "" });
    else edits.push({ sign: "-", line: before[fromX] ?? "" });
    [x, y] = [fromX, fromY];
  }
  return edits.reverse();
}

function hunks(edits: readonly Edit[]): readonly string[] {
  const lines: string[] = [];
  const changed = edits.flatMap(({ sign }, index) => (sign === " " ? [] : [index]));
  for (let at = 0; at < changed.length; ) {
    let last = at;
    while (last + 1 < changed.length && (changed[last + 1] ?? 0) - (changed[last] ?? 0) <= around * 2 + 1) last += 1;
    const from = Math.max(0, (changed[at] ?? 0) - around);
    const to = Math.min(edits.length, (changed[last] ?? 0) + around + 1);
    const part = edits.slice(from, to);
    lines.push(`@@ ${range("-", edits, from, part)} ${range("+", edits, from, part)} @@`);
    for (const { sign, line } of part)
      for (const [index, each] of line.split("\n").entries()) lines.push(index === 0 ? sign + each : each);
    at = last + 1;
  }
  return lines;
}

function range(side: "-" | "+", edits: readonly Edit[], from: number, part: readonly Edit[]): string {
  const other = side === "-" ? "+" : "-";
  const count = part.filter(({ sign }) => sign !== other).length;
  const ahead = edits.slice(0, from).filter(({ sign }) => sign !== other).length;
  return `${side}${count === 0 ? ahead : ahead + 1},${count}`;
}
