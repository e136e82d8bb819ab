/** Values between brackets: in one line, or, where the author broke it, each in a line of its own. */

import type { NodeBase } from "../tree.ts";
import type { Printer } from "./printer.ts";

/** Prints `open`, the items parted by commas, and `close`, which stands at `closeAt` in the author's text; `open` stands at `openAt`, or behind what was printed last. */
export function bracketed<T extends NodeBase>(
  p: Printer,
  open: string,
  items: readonly T[],
  close: string,
  closeAt: number,
  print: (item: T) => void,
  openAt?: number,
): void {
  if (openAt !== undefined) p.passed(openAt + 1);
  const isBroken = isBrokenBy(p, items);
  p.open(open);
  if (isBroken) {
    p.indented(() => {
      for (const [index, item] of items.entries()) {
        p.trailing(item.start);
        p.line();
        p.leading(item.start, index === 0);
        print(item);
        p.comments(item.end);
        p.write(",");
        p.passed(item.end);
      }
      p.trailing(closeAt);
      p.line();
      p.leading(closeAt, true, true);
    });
  } else {
    for (const [index, item] of items.entries()) {
      if (index > 0) p.write(", ");
      print(item);
    }
    p.comments(closeAt);
  }
  p.write(close);
  p.passed(closeAt + 1);
}

/** Whether the author has a line break ahead of one of the items. */
function isBrokenBy(p: Printer, items: readonly NodeBase[]): boolean {
  const { source } = p;
  const [first] = items;
  if (source === undefined || first === undefined) return false;
  if (p.breaksBefore(first.start)) return true;
  return items.some((item, index) => {
    const before = items[index - 1];
    return before !== undefined && source.text.slice(before.end, item.start).includes("\n");
  });
}
