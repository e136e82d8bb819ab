/** The command line's first step: which command is meant, and what its code becomes. */

import { exitCode } from "../engine/index.ts";
import { leaveClosedTerminal } from "./closed-terminal.ts";
import { dispatch } from "./dispatch.ts";
import { outputFailure, write } from "./terminal.ts";

const words = process.argv.slice(2);

process.on("exit", leaveClosedTerminal);

dispatch(words).then(
  (wanted) => {
    const code = withOutput(wanted);
    // Everything is flushed by now; waiting for stray handles would only keep the operator's prompt away.
    process.exit(code);
  },
  (thrown: unknown) => {
    // Only a bug of ours comes here: it must not look like a fault of the script.
    const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    process.stderr.write(`dscript: internal error, please report it with the script that shows it:\n${text}\n`);
    process.exitCode = 70;
    process.exit();
  },
);

/** What was to be read and could not be written is a failure, whatever else went well. */
function withOutput(code: number): number {
  const failure = outputFailure();
  if (failure === undefined) return code;
  const next = failure === "ENOSPC" ? "there is no space left where it goes" : "see where it goes";
  write(2, `dscript: standard output cannot be written: ${failure}\n  ${next}\n`);
  return code === exitCode.ok ? exitCode.output : code;
}
