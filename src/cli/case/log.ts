/** `dscript case log`: how a case came about, by the revisions that its file or git keeps. */

import { blameText, logText, type Revision, replayOf } from "../../assurance/index.ts";
import { exitCode, gitHistory } from "../../engine/index.ts";
import { language, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { type ColorChoice, show, styleFor, write } from "../terminal.ts";
import { type ReadCase, readOrSay } from "./load.ts";

const usualWidth = 100;

export async function logOf(options: ParsedOptions, [name = ""]: readonly string[]): Promise<number> {
  const found = readOrSay(name, options, { saysWarnings: false });
  if (typeof found === "number") return found;
  const revisions = await revisionsOf(found, name);
  const { chapters, nodes } = replayOf(revisions);
  if (options.has("json")) {
    const rows = options.has("blame") ? nodes : chapters;
    for (const row of rows) write(1, `${JSON.stringify(row)}\n`);
    return exitCode.ok;
  }
  const paint = styleFor(options.value("color") as ColorChoice | undefined, 1);
  const say = language().text;
  const width = paint.columns ?? usualWidth;
  show(
    1,
    options.has("blame") ? blameText(nodes, { say, paint, width }) : logText(chapters.toReversed(), { say, paint }),
  );
  return exitCode.ok;
}

/** Those in the file itself, as WGSN and JSON have them; else those of git, and the file as it stands where that is another. */
async function revisionsOf({ reading }: ReadCase, name: string): Promise<readonly Revision[]> {
  const { case: whole, revisions } = reading.file;
  if (revisions.length > 0) return revisions;
  const { revisions: committed, troubles } = await gitHistory(name, new AbortController().signal);
  for (const trouble of troubles) tell(`dscript: ${trouble}\n`);
  const last = committed.at(-1);
  const now: Revision = { number: committed.length + 1, message: language().text("not committed yet"), case: whole };
  return JSON.stringify(last?.case) === JSON.stringify(whole) ? committed : [...committed, now];
}
