/** Values between brackets, parted by commas, as in calls, arrays and maps; a comma may stand behind the last. */

import type { Parser } from "../grammar.ts";

const names: Readonly<Record<number, string>> = { 41: ")", 93: "]", 125: "}" };

/** Takes the bracket at `p.at`, the values, and the closer; newlines are blank space within (language 1). */
export function bracketed<T>(p: Parser, closer: number, read: () => T): T[] {
  const open = p.look();
  const saved = p.newlinesAreBlank;
  const values: T[] = [];
  p.at = open + 1;
  p.newlinesAreBlank = true;
  p.open(closer, open);
  while (!p.panic && p.code(p.look()) !== closer && p.look() < p.end) {
    values.push(read());
    if (!p.panic && !p.take(",")) break;
  }
  p.close(closer, open, `\`,\` or \`${names[closer] ?? ""}\``);
  p.shut();
  p.newlinesAreBlank = saved;
  return values;
}
