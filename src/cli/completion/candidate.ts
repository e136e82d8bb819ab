/** What may stand at a place of a command line. */

/** Words to choose from with what they mean, and the files that the shell itself is to add. */
export interface Candidates {
  readonly words: readonly (readonly [word: string, says: string])[];
  readonly files: "none" | "files" | "scripts";
  /** What stands ahead of the file's name in the same word: `file:`, `--log=`. */
  readonly glue: string;
}

export const nothing: Candidates = { words: [], files: "none", glue: "" };
