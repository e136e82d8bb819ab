// Reads the examples out of the manual's page of the library, for the tests that compare and run them.

export interface LibraryExample {
  readonly signature: string;
  readonly says: string;
  /** A script of its own. */
  readonly code: string;
  /** Its standard output without the last newline; null where the example needs a person and is not run. */
  readonly prints: string | null;
}

/** The rows of all tables of the page. */
export function libraryExamples(page: string): readonly LibraryExample[] {
  const examples: LibraryExample[] = [];
  for (const line of page.split("\n")) {
    const row = /^\| `([^`]+)` \| (.+) \| `([^`]+)` \| (?:`([^`]*)`|(\(not run\)))? ?\|$/.exec(line);
    if (row === null) {
      if (line.startsWith("| `")) throw new Error(`no row of the library's page: ${line}`);
      continue;
    }
    const [, signature = "", says = "", code = "", prints = "", skipped] = row;
    examples.push({
      signature,
      says,
      code: code.replaceAll("\\|", "|"),
      prints: skipped === undefined ? prints.replaceAll(" ⏎ ", "\n") : null,
    });
  }
  return examples;
}
