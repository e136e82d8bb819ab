/** The commands with which people agree, object and take back. */

import type { AnswerKind, Undoing } from "../../consent/index.ts";
import type { CliCommand } from "../command.ts";
import { refuseWords } from "../language.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import { placeOptions, signOptions, yesOption } from "./options.ts";
import { scopeOptions, timeOf } from "./scope.ts";

const saysOption: OptionRow = { name: "says", value: "TEXT", says: "what you say to it" };
const reasonOption: OptionRow = { name: "reason", value: "TEXT", says: "why" };

interface Row extends Pick<CliCommand, "name" | "operands" | "summary" | "about" | "options" | "examples"> {
  /** How many operands it takes. */
  readonly takes: readonly [least: number, most: number];
  readonly run: (options: ParsedOptions, operands: readonly string[]) => Promise<number>;
}

function commandOf({ takes: [least, most], run, ...row }: Row): CliCommand {
  const usage = `dscript ${row.name} ${row.operands}`;
  return {
    ...row,
    stopsAtOperand: false,
    completes: "scripts",
    run: async (options, operands) => {
      if (operands.length < least) return refuseWords(`${row.name} needs more words`, usage);
      if (operands.length > most) return refuseWords(`${row.name} takes no ${operands[most] ?? ""}`, usage);
      return run(options, operands);
    },
  };
}

const exits =
  "Exit codes: 0; 64 the words are wrong, or you may not; 65 what is there is not as it should be; 76 the script does not check;\n77 the log or the policy does not count.";

export const proposeCommand = commandOf({
  name: "propose",
  operands: "FILE",
  summary: "put a script, as it stands, before those who must agree on it",
  about: [
    "What is proposed is the bundle of the script (dscript bundle), the D-Case that it serves, and what it may be run for:\nhosts, hours, folders, parameters, a number of runs. Whoever proposes it, and each --author, does not count as one who agrees.",
    exits,
  ],
  options: [
    ...scopeOptions,
    { name: "author", value: "ID", repeats: true, says: "somebody else who wrote it: does not count, either" },
    { name: "says", value: "TEXT", says: "what it is for" },
    ...signOptions,
  ],
  examples: [
    ["dscript propose --schedule 'Thu 14:40-16:10' --host 'web*' switch_over.dscript", "for the class, on these hosts"],
  ],
  takes: [1, 1],
  run: async (options, operands) => (await import("./propose.ts")).propose(options, operands),
});

function answerCommand(
  name: string,
  kind: AnswerKind,
  summary: string,
  about: string,
  options: readonly OptionRow[],
): CliCommand {
  return commandOf({
    name,
    operands: "FILE [PROPOSAL]",
    summary,
    about: [about, exits],
    options: [...options, yesOption, ...signOptions],
    examples: [
      [
        `dscript ${name} switch_over.dscript${kind === "objection" || kind === "hold" ? " --reason 'no battery'" : ""}`,
        "the newest proposal of the script as it stands",
      ],
    ],
    takes: [1, 2],
    run: async (opts, operands) => {
      const until = kind === "hold" ? timeOf(opts, "until") : undefined;
      if (typeof until === "number") return until;
      const read = until === undefined ? opts : withValue(opts, "until", until);
      return (await import("./answer.ts")).answer(kind, read, operands);
    },
  });
}

/** The same options, with a value as it is stated. */
function withValue(options: ParsedOptions, name: string, value: string): ParsedOptions {
  return {
    has: (each) => options.has(each),
    value: (each) => (each === name ? value : options.value(each)),
    values: (each) => options.values(each),
  };
}

export const agreeCommand = answerCommand(
  "agree",
  "agreement",
  "agree to a proposal, once it was shown",
  "Shown first: what it is, for what, who must agree, what has changed since you agreed last, and what would void it.\nYour agreement may be narrower than the proposal.",
  [...scopeOptions, saysOption],
);
export const objectCommand = answerCommand(
  "object",
  "objection",
  "object to a proposal, with a reason: it blocks until it is answered",
  "It blocks until you withdraw it or agree, or until as many overrule it as the policy asks for.",
  [reasonOption, { name: "node", value: "LABEL", says: "the node of the D-Case that you object to" }],
);
export const holdCommand = answerCommand(
  "hold",
  "hold",
  "hold a proposal, for a time or until you let it go",
  "Nothing runs under it until then, or until you withdraw it: that you agree does not end it.",
  [reasonOption, { name: "until", value: "TIME", says: "hold it until then: 2027-04-01, 2027-04-01T08:00:00Z" }],
);
export const abstainCommand = answerCommand(
  "abstain",
  "abstention",
  "say that you neither agree nor object",
  "It is in the log, and counts for nothing.",
  [saysOption],
);

function undoingCommand(
  name: string,
  kind: Undoing["kind"],
  summary: string,
  about: string,
  options: readonly OptionRow[] = [],
): CliCommand {
  return commandOf({
    name,
    operands: "FILE STATEMENT",
    summary,
    about: [about, "STATEMENT is the beginning of a statement's digest, as dscript status shows it.", exits],
    options: [reasonOption, ...options, ...signOptions],
    examples: [[`dscript ${name} switch_over.dscript 3fa94c --reason 'answered'`, summary]],
    takes: [2, 2],
    run: async (opts, operands) => (await import("./undo.ts")).takeBack(kind, opts, operands),
  });
}

export const withdrawCommand = undoingCommand(
  "withdraw",
  "withdrawal",
  "take back what you have said: a proposal, an objection, a hold",
  "An objection that was answered may have become a node of the case: --became names it.",
  [{ name: "became", value: "LABEL", says: "the node of the D-Case that an objection has become" }],
);
export const revokeCommand = undoingCommand(
  "revoke",
  "revocation",
  "end an agreement, or a proposal, from now on",
  "Your own, or, where the policy lets your role revoke, somebody else's. What runs under it stops ahead of its next change.",
);
export const overruleCommand = undoingCommand(
  "overrule",
  "overruling",
  "overrule an objection, together with as many as the policy asks for",
  "Each who overrules it says so by this command; it counts once enough have.",
);

export const statusCommand = commandOf({
  name: "status",
  operands: "FILE",
  summary: "what is agreed on of a script as it stands, and who must still speak",
  about: ["Exit codes: 0 something is agreed on; 1 nothing is; 64, 65, 76, 77 as for dscript propose."],
  options: placeOptions,
  examples: [["dscript status switch_over.dscript", "who has agreed, and who has not"]],
  takes: [1, 1],
  run: async (options, operands) => (await import("./status.ts")).status(options, operands),
});

export const discussCommand = commandOf({
  name: "discuss",
  operands: "FILE NODE TEXT",
  summary: "ask, answer or remark something on a node of the D-Case",
  about: ["It is in the log, and dscript status shows it.", exits],
  options: [
    {
      name: "act",
      value: "ACT",
      choices: ["question", "objection", "proposal", "reply", "resolution"],
      says: "what it is: a question, unless said",
    },
    { name: "to", value: "STATEMENT", says: "what it answers: the beginning of a digest" },
    ...signOptions,
  ],
  examples: [["dscript discuss switch_over.dscript G6 'What of a power cut?'", "a question on G6"]],
  takes: [3, 3],
  run: async (options, operands) => (await import("./discuss.ts")).discuss(options, operands),
});
