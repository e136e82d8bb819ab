/** A single command as a program of its own: for whoever wants a command diagnosed that stands in no script. */

import type { OriginSet } from "../records/index.ts";
import type { Runnable } from "./runnable.ts";

/**
 * The program that runs `words`, a program and its arguments, and raises whatever it does not end well with. `program`: where the
 * program's own name comes from, `origins`: where its arguments do.
 */
export function commandAlone(words: readonly string[], program: OriginSet, origins: OriginSet): Runnable {
  const spans: { start: number; end: number; origins: OriginSet }[] = [];
  let text = "";
  for (const word of words) {
    if (text !== "") text += " ";
    const start = text.length;
    text += /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
    spans.push({ start, end: text.length, origins: spans.length === 0 ? program : origins });
  }
  const place = { start: 0, end: text.length, line: 1 };
  return {
    files: [],
    program: {
      files: [{ name: "command", text: `${text}\n` }],
      code: `await rt.run($, 0, [{ argv: ${JSON.stringify(words)} }], 0);\nreturn 0;`,
      map: JSON.stringify({ version: 3, sources: [], mappings: "" }),
      sites: [
        {
          file: 0,
          ...place,
          column: 1,
          function: "main",
          api: words[0] ?? "",
          arguments: [],
          stages: [{ ...place, words: spans }],
        },
      ],
      commands: [],
      parameters: [],
      readsArguments: true,
      about: "",
    },
    definedValues: new Map(),
    commandRows: [],
    functions: [],
    looks: [],
  };
}
