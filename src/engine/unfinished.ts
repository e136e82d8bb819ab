/** What an earlier engine left unfinished: finding it, giving it up, taking it up; loaded when there is some. */

import { runHelper } from "../runtime/index.ts";
import { forgetTransactions } from "./atomic.ts";
import { rawEnvironment } from "./raw-arguments.ts";
import { filesToKeep } from "./runnable.ts";
import { historyFolder } from "./state.ts";
import { unmark } from "./unfinished-marks.ts";
import { workingDirectory } from "./working-directory.ts";

/** The door to unfinished runs; `root` is the state folder that holds them. */
export async function openUnfinished() {
  const { changedSince, isTakenBack, readJournal, unfinishedRuns } = await import("./journal/index.ts");
  return {
    changedSince,
    filesToKeep,
    isTakenBack,
    readJournal,
    forgetTransactions,
    takeUpApart,
    unfinishedRuns,
    unmark,
    root: historyFolder(),
  };
}

// A plan's tasks have limits of their own.
const longest = 2 ** 30;

/** Takes a run up in an engine of its own: undefined where it ended well, else a sentence. */
function takeUpApart(id: string, aim: "finish" | "undo"): Promise<string | undefined> {
  const [node, engine = ""] = process.argv;
  return runHelper({
    argv: [node ?? process.execPath, engine, aim === "finish" ? "resume" : "undo", id],
    input: "",
    environment: rawEnvironment(process.env),
    directory: workingDirectory(),
    milliseconds: longest,
    stop: new AbortController().signal,
    id: `${id}-take-up`,
  });
}
