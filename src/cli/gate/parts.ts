/** The commands of `dscript gate`. */

import { signOptions } from "../agreement/options.ts";
import type { CliCommand } from "../command.ts";
import { refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { caseOption, languageOption } from "../shared-options.ts";
import { custodyOptions } from "./custody.ts";
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
    word: "witness",
    operands: "CASE",
    summary: "sign a case's results of evidence into the log",
    about: [
      "Those of NAME.evidence.jsonl that the log does not hold yet, failures too; none whose script has changed since, or that is too old.\nA machine does so with a key of its own, where the policy names who may witness. Exit codes: 0; 1 the newest result of a node was refused.",
    ],
    options: [
      { name: "file", value: "FILE", repeats: true, says: "where the results are, in place of NAME.evidence.jsonl" },
      ...signOptions,
    ],
    examples: [["dscript gate witness aspen.dcase.yaml --key machine.pem", "once a test was made"]],
    takes: [1, 1],
    run: async (options, operands) => (await import("./witness.ts")).witness(options, operands),
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
  partOf({
    word: "install",
    operands: "",
    summary: "set this host up so that nobody can walk around its gate",
    about: [
      "A user is made that runs scripts, and owns the log, the gate's memory and its keys; the policy becomes root's, in /etc/dscript;\nmembers of GROUP may start scripts as that user through sudo, and change nothing. docs/operating/custody.md has the whole.",
      "What is done already is left as it is. It needs root, but for --dry-run.",
      "--remove takes it back: the rule of sudo, the user, the group that install has made where nobody is in it, and the host's policy go; the log, the gate's memory, keys and records become root's and stay, unless --purge asks for them, too.",
    ],
    options: [
      { name: "policy", value: "FILE", says: "the policy of this host; without it, the one that it has" },
      ...custodyOptions,
      { name: "remove", says: "take back what install has done" },
      { name: "purge", says: "with --remove: also the log, the memory, keys and records, which cannot be made again" },
      { name: "dry-run", says: "show what would be done, and do nothing" },
      { name: "yes", short: "y", says: "do not ask: the steps have been read before" },
      languageOption,
    ],
    examples: [
      ["dscript gate install --policy policy.yaml --group operators --dry-run", "show the steps"],
      ["sudo dscript gate install --policy policy.yaml --group operators --yes", "do them"],
      ["dscript gate install --remove --dry-run", "show the way back"],
    ],
    takes: [0, 0],
    run: async (options) => (await import("./install.ts")).install(options),
  }),
  partOf({
    word: "audit-host",
    operands: "",
    summary: "look whether anybody could walk around the gate of this host",
    about: [
      "Nothing is changed. Each finding is ok, weak or wrong, with what repairs it; root sees more than others.\nExit codes: 0 all is as it should be; 1 something is weak or wrong.",
    ],
    options: [...custodyOptions, { name: "json", says: "one JSON object a line instead of text" }, languageOption],
    examples: [["sudo dscript gate audit-host --group operators", "each night, say"]],
    takes: [0, 0],
    run: async (options) => (await import("./audit-host.ts")).auditOfHost(options),
  }),
  partOf({
    word: "decisions",
    operands: "",
    summary: "what the gate has decided here",
    about: ["The newest come last. `dscript log verify` looks whether the log that they stand in is whole."],
    options: [
      { name: "number", short: "n", value: "N", says: "show so many (20); 0 for all" },
      { name: "policy", value: "FILE", says: "the policy, where neither the host nor dscript.yaml names one" },
      { name: "json", says: "one JSON object a line instead of text" },
      languageOption,
    ],
    examples: [["dscript gate decisions -n 5", "the newest five"]],
    takes: [0, 0],
    run: async (options) => (await import("./decisions.ts")).showDecisions(options),
  }),
];
