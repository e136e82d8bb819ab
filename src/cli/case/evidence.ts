/** `dscript case evidence`: what each node's evidence comes to, and how results are added. */

import { refuseWords } from "../language.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import type { DoubtsOf } from "./doubts.ts";

export const evidenceOptions: readonly OptionRow[] = [
  {
    name: "file",
    value: "FILE",
    repeats: true,
    says: "the file of statements; NAME.evidence.jsonl beside the case otherwise",
  },
  {
    name: "by",
    value: "KIND",
    choices: ["test", "inject", "load", "monitor", "review", "document"],
    says: "what kind of result it is; the node says it otherwise",
  },
  { name: "of", value: "NAME", says: "run, attach: which test, command or document it is; the node says it otherwise" },
  { name: "param", value: "NAME=VALUE", repeats: true, says: "run, attach: a parameter that the result was made with" },
  { name: "timeout", value: "DURATION", says: "run: end the command, and all that it started, after this time" },
  { name: "statement", value: "FILE", says: "attach: the statement that is in this file" },
  { name: "result", value: "RESULT", choices: ["passed", "failed"], says: "attach: what it came to" },
  { name: "figures", value: "NAME=VALUE", repeats: true, says: "attach: what was measured" },
  { name: "who", value: "NAME", says: "attach: who says so; this user otherwise" },
  { name: "says", value: "TEXT", says: "attach: what that person says" },
  { name: "document", value: "FILE", says: "attach: the document that shows it, by its digest" },
  {
    name: "log",
    value: "FILE",
    repeats: true,
    says: "monitors: records to judge by; those of this user's runs otherwise",
  },
  { name: "at", value: "TIME", says: "judge as of this time: a date, 14:30, 2h (ago), or RFC 3339" },
  { name: "attach", says: "monitors: add what they came to, as statements" },
];

/** `doubtsOf`: finds what rests on a monitor that does not hold. Exit codes: 0; 1 not all is as it should be; 64 words, or a file that cannot be read; 65 a statement that is none; 74 a file that cannot be written; 76 the case has errors. */
export async function evidenceCommand(
  options: ParsedOptions,
  operands: readonly string[],
  doubtsOf?: DoubtsOf,
): Promise<number> {
  const [word, ...rest] = operands;
  switch (word) {
    case undefined:
      return refuseWords("evidence needs a case", "dscript case evidence NAME.dcase.yaml");
    case "run":
      return (await import("./evidence-run.ts")).runForEvidence(options, rest);
    case "attach":
      return (await import("./evidence-attach.ts")).attachEvidence(options, rest);
    case "monitors":
      return (await import("./evidence-monitors.ts")).judgeMonitors(options, rest, doubtsOf);
    default:
      return (await import("./evidence-list.ts")).listEvidence(options, operands);
  }
}
