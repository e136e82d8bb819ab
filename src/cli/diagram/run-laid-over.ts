/** `--run RUN`: what a run's journal tells of the plans that are drawn. */

import { type RunOverlay, runOverlayOf } from "../../design/index.ts";
import { exitCode, openHistory, openUnfinished, type Prepared } from "../../engine/index.ts";
import { refuseWords, tell } from "../language.ts";
import { findRun } from "../runs/find.ts";
import { safe } from "../runs/words.ts";

interface DrawnFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Of a package in JavaScript. */
  readonly code?: { readonly path: string; readonly bytes: Uint8Array };
}

/** The run, or the exit code where there is none, or it was a run of another script. One whose script has changed is drawn, and that is said. */
export async function runLaidOver(
  wanted: string,
  files: readonly DrawnFile[],
  argument: Prepared["case"],
): Promise<RunOverlay | number> {
  const found = await findRun(wanted);
  if (typeof found === "number") return found;
  const { changedSince, filesToKeep, readJournal } = await openUnfinished();
  const journal = readJournal(found.folder);
  if (typeof journal === "string") {
    tell(`dscript: of the run ${found.id} nothing can be drawn: ${journal}\n`);
    return exitCode.usage;
  }
  const { header, entries } = journal;
  if (header.path !== files[0]?.path)
    return refuseWords(`the run ${found.id} is one of another script`, `it ran ${safe(header.path)}`);
  const all = filesToKeep({
    files: [...files, ...files.flatMap(({ code }) => code ?? [])],
    ...(argument === undefined ? {} : { case: argument }),
  });
  if (changedSince(header, all) !== undefined)
    tell(`dscript: the script has changed since the run ${found.id}: what is drawn of it may stand in a wrong place\n`);
  const { summaryOf } = await openHistory();
  return runOverlayOf(found.id, entries, summaryOf(found).state === "running" ? Date.now() : undefined);
}
