/** What of an error output stands in a fault's message. */

// A message is read at one glance; the whole text is in the record's stderr.
const shownLines = 3;
const longestLine = 300;

// curl's progress meter: its two lines of titles, and what it writes over and over.
const meter =
  /^% +Total +% +Received |^Dload +Upload +Total |^[\d.kMGTP ]+(?: +[-\d]+:[-\d]+:[-\d]+){2,3} +[\d.kMGTP]+$/;

const longestMeter = 100;

/** The last lines of an error output, as a person sees them: of what a carriage return starts anew, the last. */
export function lastLines(stderr: string): string {
  const lines = stderr
    .split("\n")
    .map((line) => line.trim())
    .map((line) => line.slice(line.lastIndexOf("\r") + 1).trim())
    .filter((line) => line !== "");
  const said = lines.filter((line) => line.length > longestMeter || !meter.test(line));
  return telling(said.length > 0 ? said : lines)
    .map((line) => (line.length <= longestLine ? line : `…${line.slice(-longestLine)}`))
    .join(" / ");
}

// What was thrown, as Node.js and Java say it: `Error: Cannot find module 'a'`, `Exception in thread "main" java.io.IOException: …`.
const thrown =
  /^(?:Uncaught |Exception in thread "[^"]{0,80}" |Caused by: )?[\w.$]{0,120}(?:Error|Exception)(?: \[\w{1,60}\])?(?:: |$)/;
const frame = /^at /;

/** The last ones; of a program whose last words are a stack, what was thrown: it stands ahead of that. */
function telling(lines: readonly string[]): readonly string[] {
  const last = lines.slice(-shownLines);
  const at = lines.findLastIndex((line) => thrown.test(line));
  const isAbove = at !== -1 && at < lines.length - shownLines;
  return isAbove && lines.slice(at + 1).some((line) => frame.test(line)) ? lines.slice(at, at + 1) : last;
}
