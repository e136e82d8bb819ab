/** `dscript completion`: the script with which a shell completes command lines. */

import { nearest } from "../../diagnostics/index.ts";
import { exitCode } from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { completionScripts } from "../completion/shells.ts";
import { refuseWords } from "../language.ts";
import { languageOption } from "../shared-options.ts";
import { write } from "../terminal.ts";

const shells = Object.keys(completionScripts);

export const completionCommand: CliCommand = {
  name: "completion",
  operands: "SHELL",
  summary: "print the completion script for bash, zsh or fish",
  about: [
    "Completes commands, options and their values, and behind a script's name the parameters that it declares.\nNothing of a script runs for it; of one with errors only file names are completed.",
  ],
  options: [languageOption],
  examples: [
    ["source <(dscript completion bash)", "in ~/.bashrc; for zsh in ~/.zshrc, behind compinit"],
    ["dscript completion fish > ~/.config/fish/completions/dscript.fish", "for fish"],
    ["complete -F _dscript ./backup.dscript", "in bash, for a script that runs by itself"],
    ["compdef _dscript backup.dscript", "the same in zsh"],
    ["complete -c backup.dscript -f -a '(__dscript_complete)'", "the same in fish"],
  ],
  stopsAtOperand: false,
  completes: () => shells,
  async run(_options, operands) {
    const [shell] = operands;
    const script =
      shell !== undefined && Object.hasOwn(completionScripts, shell) ? completionScripts[shell] : undefined;
    if (script !== undefined && operands.length === 1) {
      write(1, script);
      return exitCode.ok;
    }
    if (shell === undefined || operands.length > 1)
      return refuseWords("completion needs one shell", `dscript completion ${shells.join("|")}`);
    const meant = nearest(shell, shells);
    const next = meant === undefined ? `there is one for ${shells.join(", ")}` : `did you mean ${meant}?`;
    return refuseWords(`there is no completion for ${shell}`, next);
  },
};
