/** `dscript runs`: the runs of the past, one of them in full, and what of them is removed. */

import type { CliCommand } from "../command.ts";
import { refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { listRuns } from "../runs/list.ts";
import { pruneRuns } from "../runs/prune.ts";
import { showRun } from "../runs/show.ts";
import { listUnfinished } from "../runs/unfinished.ts";
import { languageOption } from "../shared-options.ts";

/** The options that each of the three takes; any other is a mistake that is said. */
const taken: Readonly<Record<string, readonly string[]>> = {
  list: ["number", "failed", "unfinished", "script", "json"],
  show: ["json"],
  prune: ["keep", "older-than", "size", "dry-run", "json"],
};

export const runsCommand: CliCommand = {
  name: "runs",
  operands: "[show ID | prune]",
  summary: "list earlier runs, show one, remove old ones",
  about: [
    "Without an operand, the newest 20 runs: when, how long, the exit code, the fault that ended it, the script, the run's id.\n`show ID` shows what a run recorded, as a timeline; ID may be a part of an id that only one run has, or `last`.\n`prune` removes runs beyond the limits that are given, or else beyond those of dscript.yaml;\na run that lives stays, and so do records that wait for a sink.",
    "Runs are tidied by themselves, about once an hour: see `retention` in docs/language/configuration.md.",
  ],
  options: [
    { name: "number", short: "n", value: "N", says: "list so many runs; 0 for all" },
    { name: "failed", says: "list those that did not end with 0" },
    { name: "unfinished", says: "list those whose plan is neither finished nor taken back" },
    { name: "script", value: "NAME", says: "list those whose script's path holds NAME" },
    { name: "keep", value: "N", says: "prune: leave the newest N runs" },
    { name: "older-than", value: "AGE", says: "prune: remove runs older than this, such as 30d" },
    { name: "size", value: "SIZE", says: "prune: leave the newest runs that fit into this, such as 100MiB" },
    { name: "dry-run", says: "prune: show what would be removed" },
    { name: "json", says: "one JSON object a line instead of text" },
    languageOption,
  ],
  examples: [
    ["dscript runs --failed --script backup", "which backups failed"],
    ["dscript runs show last", "what the last run did, and when"],
    ["dscript runs --json -n 0 | jq 'select(.code == 71)'", "every run that this machine made fail"],
    ["dscript runs prune --older-than 30d --dry-run", "what would be removed"],
  ],
  stopsAtOperand: false,
  completes: () => ["show", "prune"],
  async run(options, operands) {
    const [what = "list", id, ...more] = operands;
    if (!Object.hasOwn(taken, what) || what === "list" ? operands.length > 0 : false)
      return refuseWords(
        `there is no \`dscript runs ${what}\``,
        "dscript runs, dscript runs show ID, dscript runs prune",
      );
    const foreign = runsCommand.options.find(
      (row) => row !== languageOption && options.has(row.name) && taken[what]?.includes(row.name) !== true,
    );
    if (foreign !== undefined)
      return refuseWords(`--${foreign.name} is not for \`dscript runs${what === "list" ? "" : ` ${what}`}\``, help);
    if (what === "show") {
      if (id === undefined || more.length > 0)
        return refuseWords("show needs one run", "dscript runs show ID, or last");
      return showRun(id, options.has("json"));
    }
    if (id !== undefined) return refuseWords(`${what} takes no ${id}`, help);
    return what === "prune" ? pruneRuns(options) : list(options);
  },
};

const help = "dscript runs --help shows what it takes";

function list(options: ParsedOptions): Promise<number> | number {
  const text = options.value("number") ?? "20";
  if (!/^\d{1,9}$/.test(text)) return refuseWords(`-n takes a number, not ${text}`, "dscript runs -n 50");
  if (options.has("unfinished")) return listUnfinished(options.has("json"));
  const script = options.value("script");
  return listRuns({
    most: text === "0" ? Number.POSITIVE_INFINITY : Number(text),
    failed: options.has("failed"),
    json: options.has("json"),
    ...(script === undefined ? {} : { script }),
  });
}
