/** `dscript run --dry-run`: the script's exit code, and behind its output what it would have changed. */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { shippedCommands } from "../../commands/index.ts";
import { exitCode, openInjecting } from "../../engine/index.ts";
import { readSize } from "../../records/index.ts";
import { differencePage, differenceText, enter, enterRequest, newPlace, rehearse } from "../../rehearsal/index.ts";
import { language, refuseWords, tell } from "../language.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import { sharedOptions } from "../shared-options.ts";
import { styleFor, write } from "../terminal.ts";
import { engineWords } from "../testing/worker.ts";

/** Options of the dry run itself: the others go to the run. */
const own = new Set(["dry-run", "diff", "html", "network", "dry-run-size", "apply"]);

/** Codes of a script that did not start. */
const unstarted = new Set<number>([exitCode.usage, exitCode.doesNotCheck, exitCode.configuration]);

export async function dryRun(
  options: ParsedOptions,
  operands: readonly string[],
  rows: readonly OptionRow[],
): Promise<number> {
  const request = enterRequest();
  if (request !== undefined) {
    await enter(request);
    return exitCode.ok;
  }
  const [script, ...rest] = operands;
  if (script === undefined) return refuseWords("run needs a script", "dscript run --dry-run FILE [ARG…]");
  const disk = diskOf(options.value("dry-run-size"));
  if (disk === undefined)
    return refuseWords("--dry-run-size takes a size such as 500MB", "for example: --dry-run-size 2GB");
  const { ownFolders, settleTransactions, stateFolder } = await openInjecting();
  const state = stateFolder();
  const keep = placeFor(options.value("diff"), state);
  if (typeof keep !== "string") return refuseWords(keep.problem, keep.next);
  const directory = process.cwd();
  await settleTransactions((sentence) => tell(`dscript: ${sentence}\n`));
  const rehearsed = await rehearse({
    ...{ engine: engineWords(), script, arguments: rest, directory, disk, keep },
    words: [...passedOn(options, rows), script, ...rest],
    adopted: [directory, ...(script === "-" ? [] : [dirname(resolve(script))])],
    reached: [state, process.env["HOME"], process.env["TMPDIR"]].flatMap((each) => (each ? [each] : [])),
    hasNetwork: options.has("network"),
    leftOut: [keep, ...ownFolders()],
    commands: shippedCommands,
  });
  if ("noWorld" in rehearsed || rehearsed.difference === undefined) rmSync(keep, { recursive: true, force: true });
  if ("noWorld" in rehearsed) {
    tell(`dscript: there is no dry run on this host: ${rehearsed.noWorld}\n  the script was not started\n`);
    return exitCode.cannotRemove;
  }
  const { difference, trouble, status } = rehearsed;
  if (difference === undefined) {
    tell(`dscript: the dry run has no difference: ${trouble ?? ""}\n  nothing was changed on this host\n`);
    return status === 0 ? exitCode.cannotRemove : status;
  }
  const shared = sharedOptions(options);
  // A script that did not start has said why.
  if (difference.changes.length === 0 && unstarted.has(status)) {
    rmSync(keep, { recursive: true, force: true });
    return status;
  }
  const page = options.value("html");
  const isWritten = page === undefined || writePage(page, differencePage(difference, keep, language()));
  if (shared.json) write(2, `${JSON.stringify(difference)}\n`);
  else {
    write(2, differenceText(difference, keep, styleFor(shared.color, 2), language()));
    if (difference.changes.length > 0) tell(`dscript: to apply exactly this: dscript run --apply ${keep}\n`);
  }
  return isWritten || status !== exitCode.ok ? status : exitCode.output;
}

function writePage(file: string, text: string): boolean {
  try {
    writeFileSync(file, text);
    return true;
  } catch (thrown) {
    tell(`dscript: there is no page in ${file}: ${(thrown as NodeJS.ErrnoException).code ?? "EIO"}\n`);
    return false;
  }
}

/** The words of the options that are the run's own. */
function passedOn(options: ParsedOptions, rows: readonly OptionRow[]): readonly string[] {
  return rows
    .filter(({ name }) => !own.has(name) && name !== "no-notify" && options.has(name))
    .flatMap(({ name, value }) =>
      value === undefined ? [`--${name}`] : options.values(name).map((each) => `--${name}=${each}`),
    );
}

/** Half of the memory that is free (proc_meminfo(5)). */
function diskOf(asked: string | undefined): number | undefined {
  if (asked !== undefined) return readSize(asked);
  const free = /^MemAvailable:\s+(\d+) kB/m.exec(readFileSync("/proc/meminfo", "utf8"))?.[1] ?? "1048576";
  return Math.floor((Number(free) * 1024) / 2);
}

type Refusal = { readonly problem: string; readonly next: string };

function placeFor(asked: string | undefined, state: string | undefined): string | Refusal {
  const code = (thrown: unknown): string => (thrown as NodeJS.ErrnoException).code ?? "EIO";
  if (asked === undefined) {
    const next = "name a folder: --diff FOLDER";
    if (state === undefined) return { problem: "there is no state folder for the difference", next };
    try {
      return newPlace(state);
    } catch (thrown) {
      return { problem: `the difference cannot be kept in ${state}: ${code(thrown)}`, next };
    }
  }
  const folder = resolve(asked);
  try {
    mkdirSync(folder, { mode: 0o700, recursive: true });
    if (readdirSync(folder).length > 0)
      return { problem: `${asked} is not empty`, next: "name a folder that is not there yet" };
    return folder;
  } catch (thrown) {
    return {
      problem: `the difference cannot be kept in ${asked}: ${code(thrown)}`,
      next: "name another: --diff FOLDER",
    };
  }
}
