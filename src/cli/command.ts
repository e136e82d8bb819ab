/** What a command of the command line is, and what it is given. */

import type { OptionRow, ParsedOptions } from "./options.ts";

export interface CliCommand {
  readonly name: string;
  /** What stands after the name: "FILE [ARG…]". */
  readonly operands: string;
  readonly summary: string;
  /** Paragraphs of the help text. */
  readonly about: readonly string[];
  readonly options: readonly OptionRow[];
  readonly examples: readonly (readonly [line: string, says: string])[];
  /** The words after the first operand belong to the script, whatever they look like. */
  readonly stopsAtOperand: boolean;
  /** What the operands are, for completion: the shell's files, its D-Script files, or these words. */
  readonly completes: "files" | "scripts" | "nothing" | (() => readonly string[]);
  /** Commands of its own, by its first word: `case check` of `case`. */
  readonly parts?: readonly CliCommand[];
  readonly run: (options: ParsedOptions, operands: readonly string[]) => Promise<number>;
}
