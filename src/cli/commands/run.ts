/** `dscript run`: checks a script and runs it. */

import {
  exitCode,
  isUnprepared,
  markedUnfinished,
  maxTimeExpected,
  type Outcome,
  readMaxTime,
  readSampleInterval,
  sampleExpected,
  startScript,
} from "../../engine/index.ts";
import type { CliCommand } from "../command.ts";
import { gateOpening, gateOptions } from "../gate/opening.ts";
import { refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { present } from "../present.ts";
import { consoleReporter } from "../reporter.ts";
import { checkOptions, definesOf, sharedOptions } from "../shared-options.ts";
import { isTerminal } from "../terminal.ts";

export const runCommand: CliCommand = {
  name: "run",
  operands: "FILE [ARG…]",
  summary: "check a script, then run it",
  about: [
    "FILE may be - for standard input. Words after FILE belong to the script (ARGV), whatever they look like.\nA script with an error does not start (exit code 76), nor does one that names a command which is not there.",
    "Exit codes: 0; 1 (the script's last answer was false); 64 usage; 65 UserFault; 69 ExternalFault;\n70 SoftwareFault; 71 SystemFault; 74 an undo failed; 75 a plan is not finished; 76 the script does not check; 77 the gate does not let it run; 78 configuration; 130, 143 interrupted;\n`exit n` of the script itself wins.",
  ],
  options: [
    {
      name: "log",
      value: "SINK",
      repeats: true,
      forms: ["file:", "syslog:", "stderr"],
      says: "also write records to file:PATH, syslog:… or stderr (docs/language/log.md)",
    },
    {
      name: "max-time",
      value: "DURATION",
      says: "end the run, and all that it has running, after this time (90s, 2h)",
    },
    {
      name: "sample",
      value: "DURATION",
      says: "also write a record of how this host does, one each DURATION (10s, 5m)",
    },
    { name: "durable", says: "have records on disk ahead of the change that they announce" },
    { name: "trace", says: "follow the system calls of all commands, to see which one failed (needs strace)" },
    { name: "no-trace", says: "follow none, not even those of `trace` and @Risky" },
    { name: "no-notify", says: "tell nobody of a fault, whatever on_fault in dscript.yaml says" },
    { name: "dry-run", says: "run it in a world of its own, and show what it would change: nothing of it is kept" },
    {
      name: "apply",
      value: "DIFF",
      says: "apply what a dry run has shown: its folder, or `last`; refused where the files have changed since",
    },
    { name: "diff", value: "FOLDER", says: "--dry-run: keep the difference there (in the state folder)" },
    { name: "html", value: "FILE", says: "--dry-run: also write the difference as a page" },
    { name: "network", says: "--dry-run: with the host's network; without it there is none" },
    { name: "dry-run-size", value: "SIZE", says: "--dry-run: so much may be written (half of the free memory)" },
    ...gateOptions,
    { name: "echo", short: "x", says: "show each command ahead of its start, secrets masked" },
    ...checkOptions,
  ],
  examples: [
    ["dscript run backup.dscript", "run it"],
    ["dscript run --log file:/var/log/ops.jsonl backup.dscript /srv", "with records for monitoring, and one argument"],
    ["dscript run --log syslog:tls://logs.example.com backup.dscript", "with records to a syslog receiver"],
    ["dscript run --define DEST_DIR=/mnt/b backup.dscript", "with another value for a constant"],
    ["echo 'println(6 * 7)' | dscript run -", "from standard input"],
    ["dscript run --dry-run backup.dscript", "a dry run: nothing of it is kept"],
    ["dscript run --apply last", "apply exactly what the last dry run has shown"],
  ],
  stopsAtOperand: true,
  completes: "scripts",
  async run(options, operands) {
    if (options.has("dry-run") || options.has("apply")) return rehearsal(options, operands);
    if (operands[0] === undefined) return refuseWords("run needs a script", "dscript run FILE [ARG…]");
    return startFrom(options, operands, "max-time");
  },
};

/** Runs the script that the operands name; the option `time` says how long a run may take, or how long a watch lasts. */
export async function startFrom(
  options: ParsedOptions,
  operands: readonly string[],
  time: "max-time" | "for",
): Promise<number> {
  const [name = "", ...rest] = operands;
  const shared = sharedOptions(options);
  const reporter = consoleReporter(shared);
  const defines = definesOf(options);
  if ("problem" in defines) {
    reporter.problem(undefined, defines);
    return exitCode.usage;
  }
  const limit = durationOf(options.value(time), readMaxTime);
  const sample = durationOf(options.value("sample"), readSampleInterval);
  if (limit === null || sample === null) {
    const [option, expected, example] =
      limit === null ? [time, maxTimeExpected, "90s"] : ["sample", sampleExpected, "10s"];
    reporter.problem(undefined, {
      problem: `--${option} takes ${expected}, not ${JSON.stringify(options.value(option))}`,
      next: `for example: --${option} ${example}`,
    });
    return exitCode.usage;
  }
  if (markedUnfinished().length > 0) await (await import("../runs/unfinished.ts")).meetUnfinished();
  const outcome = await startScript({
    ...shared,
    name,
    defines,
    arguments: rest,
    sinks: options.values("log"),
    echo: options.has("echo"),
    maxTime: time === "for" ? undefined : limit,
    sample,
    durable: options.has("durable"),
    trace: options.has("no-trace") ? "never" : options.has("trace") ? "always" : undefined,
    notify: !options.has("no-notify"),
    reporter,
    present,
    gate: gateOpening(options),
    ...(time === "for" ? { watch: { lasts: limit } } : {}),
  });
  if (isUnprepared(outcome)) {
    if (outcome.problem !== undefined) reporter.problem(name, outcome.problem);
    return outcome.code;
  }
  if (!shared.json && outcome.isHelp !== true) reporter.say(summaryOf(outcome));
  return outcome.code;
}

async function rehearsal(options: ParsedOptions, operands: readonly string[]): Promise<number> {
  if (options.has("apply")) return (await import("../rehearsal/apply.ts")).apply(options, operands);
  return (await import("../rehearsal/dry-run.ts")).dryRun(options, operands, runCommand.options);
}

/** Undefined where nothing is asked for, null where it is no such duration. */
function durationOf(text: string | undefined, read: (text: string) => number | undefined): number | undefined | null {
  return text === undefined ? undefined : (read(text) ?? null);
}

/** Empty where there is nothing to say; a terminal always gets its line. */
function summaryOf(outcome: Outcome): string {
  const unseen =
    outcome.unseen === 0
      ? ""
      : `, ${outcome.unseen} ${outcome.unseen === 1 ? "failure" : "failures"} that nobody looked at`;
  if (unseen === "" && !isTerminal(2)) return "";
  const commands = `${outcome.commands} ${outcome.commands === 1 ? "command" : "commands"}`;
  const end = outcome.interrupted ? "interrupted" : outcome.code === 0 ? "done" : `ended with ${outcome.code}`;
  return `dscript: ${end} in ${seconds(outcome.milliseconds)}, ${commands}${unseen}\n`;
}

function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
