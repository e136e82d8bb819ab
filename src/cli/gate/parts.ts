/** The commands of `dscript gate`. */

import { signOptions } from "../agreement/options.ts";
import type { CliCommand } from "../command.ts";
import { refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { caseOption, languageOption } from "../shared-options.ts";
import { gateOptions } from "./opening.ts";

interface Part extends Pick<CliCommand, "operands" | "summary" | "about" | "options" | "examples"> {
  readonly word: string;
  readonly takes: readonly [least: number, most: number];
  readonly stops?: true;
  readonly run: (options: ParsedOptions, operands: readonly string[]) => Promise<number>;
}

function partOf({ word, takes: [least, most], run, stops, ...part }: Part): CliCommand {
  const usage = `dscript gate ${word} ${part.operands}`.trimEnd();
  return {
    ...part,
    name: `gate ${word}`,
    stopsAtOperand: stops === true,
    completes: "scripts",
    run: async (options, operands) => {
      if (operands.length < least) return refuseWords(`gate ${word} needs more words`, usage);
      if (operands.length > most) return refuseWords(`gate ${word} takes no ${operands[most] ?? ""}`, usage);
      return run(options, operands);
    },
  };
}

export const gateParts: readonly CliCommand[] = [
  partOf({
    word: "explain",
    operands: "FILE [ARG…]",
    summary: "whether a script would run, step by step",
    about: [
      "Nothing is decided, and nothing runs. Exit codes: 0 it would run; 77 it would not; 64, 76, 78 as for dscript run.",
    ],
    options: [
      ...gateOptions,
      { name: "define", value: "NAME=VALUE", repeats: true, says: "as dscript run has it" },
      caseOption,
      { name: "json", says: "JSON instead of text" },
      languageOption,
    ],
    examples: [["dscript gate explain switch_over.dscript --users 40", "with these words"]],
    takes: [1, Number.POSITIVE_INFINITY],
    stops: true,
    run: async (options, operands) => (await import("./explain.ts")).explain(options, operands),
  }),
  partOf({
    word: "policy",
    operands: "[NAME]",
    summary: "a policy to begin with, on standard output",
    about: ["Without NAME, those that there are."],
    options: [
      { name: "root", value: "KEY", repeats: true, says: "a root's public key, as dscript log key has shown it" },
      languageOption,
    ],
    examples: [["dscript gate policy team-of-two --root MCow… > policy.yaml", "a policy for two"]],
    takes: [0, 1],
    run: async (options, operands) => (await import("./policy.ts")).showPolicy(options, operands),
  }),
  partOf({
    word: "sign",
    operands: "POLICY",
    summary: "sign a policy, so that it counts",
    about: [
      "A root key signs it, or several, where the policy asks for several; of a newer version those of the one before have to sign, too.",
    ],
    options: signOptions,
    examples: [["dscript gate sign policy.yaml --key root.pem", "the policy counts from then on"]],
    takes: [1, 1],
    run: async (options, operands) => (await import("./policy.ts")).signPolicy(options, operands),
  }),
  partOf({
    word: "break-glass",
    operands: "FILE",
    summary: "let a script run in an emergency, for a time, without an agreement",
    about: [
      "It is in the log first, and somebody else has to review it.\nWhere the policy asks for several people, each gives the same command.",
    ],
    options: [
      { name: "reason", value: "TEXT", says: "what the emergency is" },
      { name: "for", value: "DURATION", says: "how long: 1h" },
      ...signOptions,
    ],
    examples: [["dscript gate break-glass clean.dscript --reason 'the disk fills' --for 1h", "for an hour"]],
    takes: [1, 1],
    run: async (options, operands) => (await import("./emergency.ts")).breakGlass(options, operands),
  }),
  partOf({
    word: "review",
    operands: "[EMERGENCY | ENTRY]",
    summary: "review an emergency, or evidence that had failed",
    about: ["Without a word, emergencies that wait for one are listed. Exit codes: 0; 1 some wait."],
    options: [
      { name: "reason", value: "TEXT", says: "what was found" },
      { name: "reject", says: "it should not have been" },
      ...signOptions,
    ],
    examples: [["dscript gate review 3fa94c --reason 'a log had filled the disk; it is rotated now'", "close it"]],
    takes: [0, 1],
    run: async (options, operands) => (await import("./emergency.ts")).review(options, operands),
  }),
  partOf({
    word: "refresh",
    operands: "",
    summary: "sign the time, so that a quiet log counts as fresh",
    about: [],
    options: signOptions,
    examples: [["dscript gate refresh", "each night, say"]],
    takes: [0, 0],
    run: async (options) => (await import("./emergency.ts")).refresh(options),
  }),
];
