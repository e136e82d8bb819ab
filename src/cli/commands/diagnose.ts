/** `dscript diagnose`: whose fault it is when a command fails, outside of any script; or anew, from old records. */

import { exitCode } from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { refuseWords } from "../language.ts";
import { languageOption, sharedOptions } from "../shared-options.ts";

export const diagnoseCommand: CliCommand = {
  name: "diagnose",
  operands: "-- COMMAND [ARG…]",
  summary: "run a command, and say whose fault it is where it fails",
  about: [
    "Runs COMMAND as it stands, with its input and output, and is silent where it ends well. Where it fails, the classes of the fault\nfollow on standard error, with every reason and its weight, whose move it is, and what would remove the fault.\nThe words count as input of whoever typed them; with --written as if they stood in a script.",
    "With --log, each ErrorPoint of a file of records is diagnosed anew, by the rules of today: what was seen of its host then still counts.",
    "Exit codes: those of COMMAND, 128+n after a signal, 127 where it is not there; with --log 0, 64 where the file cannot be read.",
  ],
  options: [
    { name: "written", says: "take the words as if they were written in a script" },
    { name: "trace", says: "follow its system calls, to see which one failed (needs strace)" },
    { name: "log", value: "FILE", repeats: true, says: "diagnose the failures anew that this file of records holds" },
    { name: "json", says: "one JSON object a line instead of text" },
    { name: "color", value: "WHEN", choices: ["auto", "always", "never"], says: "colour the output" },
    languageOption,
  ],
  examples: [
    ["dscript diagnose -- rsync -a /srv/ backup:/srv/", "run it, and say whose fault it is if it fails"],
    ["dscript diagnose --log /var/log/ops.jsonl", "what today's rules say of old failures"],
  ],
  stopsAtOperand: true,
  completes: "files",
  async run(options, operands) {
    const logs = options.values("log");
    if (logs.length > 0) {
      if (operands.length > 0)
        return refuseWords("--log diagnoses records, and runs no command", "dscript diagnose --log FILE");
      const { diagnoseLogs } = await import("../diagnose/logs.ts");
      return diagnoseLogs(logs, sharedOptions(options));
    }
    if (operands.length === 0)
      return refuseWords(
        "diagnose needs a command",
        "dscript diagnose -- COMMAND [ARG…], or dscript diagnose --log FILE",
      );
    const { diagnoseCommandLine } = await import("../diagnose/command-line.ts");
    return (
      (await diagnoseCommandLine(operands, sharedOptions(options), {
        written: options.has("written"),
        trace: options.has("trace"),
      })) ?? exitCode.ok
    );
  },
};
