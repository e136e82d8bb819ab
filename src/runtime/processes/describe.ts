/** Commands in words: for echoes, records and traces, with secrets masked. */

import { type CommandTable, innerCommand } from "../../commands/index.ts";
import type { FaultArgument, Site, SiteWord, StageRun } from "../../records/index.ts";
import { isOutside, types } from "../../records/index.ts";
import { showArgument } from "../faults/show-argument.ts";
import type { Run } from "../run.ts";
import { type Mask, masked } from "../secrets.ts";

// A record is one line that people read: the argument list of a large rm is not it.
const longestLine = 4000;

/** The words that exec gets: the program's true name first. */
export function argumentsOfStage(stage: StageRun): readonly string[] {
  const argv = stage.argv ?? [];
  return stage.program === undefined || argv[0] === stage.program ? argv : [stage.program, ...argv.slice(1)];
}

/** What is known of the command that a stage really runs, under the name that the script gave it. */
export function innerOfStage(table: CommandTable, stage: StageRun): ReturnType<typeof innerCommand> {
  return innerCommand(table, stage.argv ?? []);
}

/** What the site knows of each argument. A list's elements share their word; where two lists make that unclear, the words between are joined. */
function wordsOfArguments(site: Site, stage: number, count: number): readonly (SiteWord | undefined)[] {
  const words = site.stages?.[stage]?.words ?? [];
  if (words.length === count && !words.some((word) => word.list === true)) return words;
  const first = words.findIndex((word) => word.list === true);
  if (first === -1) return Array.from({ length: count }, (_, index) => words[index] ?? words.at(-1));
  const last = words.findLastIndex((word) => word.list === true);
  const behind = words.length - 1 - last;
  const middle = words.slice(first, last + 1).reduce(joined);
  return Array.from({ length: count }, (_, index) => {
    if (index < first) return words[index];
    return index >= count - behind ? words[words.length - (count - index)] : middle;
  });
}

function joined(a: SiteWord, b: SiteWord): SiteWord {
  return { ...a, origins: a.origins | b.origins, secret: a.secret === true || b.secret === true };
}

/** A program's arguments as a trace shows them; the program itself only where it was computed and did not start. */
export function shownArguments(
  site: Site,
  stage: number,
  argv: readonly string[],
  mask: Mask,
  notStarted = false,
): readonly FaultArgument[] {
  const words = wordsOfArguments(site, stage, argv.length);
  const first = notStarted && isOutside(words[0]?.origins ?? 0) ? 0 : 1;
  return argv.slice(first, first + mostShown).map((value, at) => {
    const index = at + first;
    const word = words[index];
    const known = {
      name: `argv[${index}]`,
      type: types.String,
      origins: word?.origins ?? 0,
      ...(word?.holds === undefined ? {} : { holds: word.holds }),
      ...(word?.secret === true ? { secret: true } : {}),
    };
    return showArgument(known, index, value, mask);
  });
}

/** Hides the run's secrets, and the values of secret words, wherever a text repeats them: programs quote their arguments when they complain (faults 2). */
export function maskSecrets(run: Run, site: Site, stages: readonly StageRun[], text: string): string {
  let shown = run.secrets.mask(text);
  for (const [index, stage] of stages.entries()) {
    const argv = argumentsOfStage(stage);
    const words = wordsOfArguments(site, index, argv.length);
    const redirects = stage.redirects ?? [];
    const targets = site.stages?.[index]?.redirects ?? [];
    const secrets = [
      ...argv.filter((_, at) => words[at]?.secret === true),
      ...redirects.flatMap(({ target }, at) => (targets[at]?.secret === true ? [String(target)] : [])),
    ];
    for (const secret of secrets) if (secret !== "") shown = shown.replaceAll(secret, masked);
  }
  return shown;
}

// Of a long list the first ones tell the story.
const mostShown = 50;

/** A command as one could type it: words with blanks or quotes are quoted, secrets masked. */
export function commandLine(site: Site, stage: number, argv: readonly string[]): string {
  const words = wordsOfArguments(site, stage, argv.length);
  let line = "";
  for (const [index, value] of argv.entries()) {
    if (line.length > longestLine) return `${line} … (${argv.length} words)`;
    line += `${index === 0 ? "" : " "}${words[index]?.secret === true ? masked : quoted(value)}`;
  }
  return line;
}

/** A word as a shell would read it back. */
function quoted(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The words of a line that `commandLine` wrote. */
export function wordsOfLine(line: string): readonly string[] {
  return [...line.matchAll(/(?:'[^']*'|\\'|[^\s'])+/g)].map(([word]) =>
    word.replace(/'([^']*)'|\\(')/g, (_, within = "", quote = "") => `${within}${quote}`),
  );
}
