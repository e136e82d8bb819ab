/** A mistake in a file of settings, and how a person reads it. */

/** One mistake in a file of settings. */
export interface Mistake {
  readonly file: string;
  /** From 1; 0 where the file as a whole is meant. */
  readonly line: number;
  readonly column: number;
  /** "commands.rsync.answers"; empty for the file as a whole. */
  readonly key: string;
  /** What was found and what was expected. */
  readonly message: string;
  /** The next step. */
  readonly fix?: string;
}

/** The mistakes as a person reads them: a block each, place first. */
export function showMistakes(mistakes: readonly Mistake[]): string {
  return mistakes
    .map(({ file, line, column, key, message, fix }) => {
      const place = line === 0 ? file : `${file}:${line}:${column}`;
      const head = `${place}: ${key === "" ? "" : `${key}: `}${message}`;
      return fix === undefined ? `${head}\n` : `${head}\n  ${fix}\n`;
    })
    .join("");
}

/** A mistake of a file as a whole. */
export function wholeFile(file: string, message: string): Mistake {
  return { file, line: 0, column: 0, key: "", message };
}
