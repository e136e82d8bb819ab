/** What the commands of `dscript case` have in common. */

import type { CliCommand } from "../command.ts";
import { refuseWords, speakJson } from "../language.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import { languageOption } from "../shared-options.ts";

export interface Part {
  readonly word: string;
  readonly operands: string;
  readonly summary: string;
  readonly about: readonly string[];
  readonly options: readonly OptionRow[];
  readonly examples: CliCommand["examples"];
  /** How many operands it takes. */
  readonly takes: readonly [least: number, most: number];
  readonly completes?: CliCommand["completes"];
  /** Loaded when it is asked for. */
  readonly run: (options: ParsedOptions, operands: readonly string[]) => Promise<number>;
}

export function partOf({ word, takes: [least, most], run, completes = "files", ...part }: Part): CliCommand {
  const usage = `dscript case ${word} ${part.operands}`;
  return {
    ...part,
    name: `case ${word}`,
    options: [...part.options, languageOption],
    stopsAtOperand: false,
    completes,
    run: async (options, operands) => {
      if (options.has("json")) speakJson();
      if (operands.length < least)
        return refuseWords(`case ${word} needs ${least === 1 ? "a file" : `${least} files`}`, usage);
      if (operands.length > most) return refuseWords(`case ${word} takes no ${operands[most] ?? ""}`, usage);
      return run(options, operands);
    },
  };
}
