/** The command line's first step: which command is meant, and what its code becomes. */

import { dispatch } from "./dispatch.ts";

const words = process.argv.slice(2);

dispatch(words).then(
  (code) => {
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
