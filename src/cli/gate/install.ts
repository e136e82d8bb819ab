/** `dscript gate install`: shows what a host needs so that its gate means something, and does it; `--remove` is the way back. */

import { exitCode } from "../../engine/index.ts";
import {
  type GroupLeft,
  groupsLeft,
  type HostStep,
  type HostTool,
  installSteps,
  removeSteps,
  unfitFolder,
  unfitUser,
} from "../../gate/index.ts";
import { askHelper } from "../../runtime/index.ts";
import { saysYes } from "../agreement/ask.ts";
import { language, refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { write } from "../terminal.ts";
import { custodyOf } from "./custody.ts";

export async function install(options: ParsedOptions): Promise<number> {
  const isRemoval = options.has("remove");
  if (options.has("purge") && !isRemoval)
    return refuseWords(
      "--purge is for --remove alone",
      "dscript gate install --remove --purge --dry-run shows the steps",
    );
  // What somebody has loosened may go, too.
  const custody = await custodyOf(options, isRemoval ? "looks" : "installs");
  if (typeof custody === "number") return custody;
  const { layout, bytes } = custody;
  const unfit = unfitFolder(layout) ?? (isRemoval ? unfitUser(layout) : undefined);
  if (unfit !== undefined) return refuseWords(unfit.problem, unfit.next);
  if (!isRemoval)
    return carryOut(options, installSteps({ layout, policy: bytes, tool }), { done: leftByInstall, dry: "" });
  const groups = groupsLeft(layout);
  const left = leftByRemoval(groups);
  const steps = removeSteps({ layout, isAll: options.has("purge"), groups, tool });
  return carryOut(options, steps, { done: left, dry: left });
}

const leftByInstall =
  "what is left to do: sign the policy where it is not (dscript gate sign), put people into the group (usermod -aG), and look at the whole: dscript gate audit-host\n";

function leftByRemoval(groups: readonly GroupLeft[]): string {
  const lines = groups.flatMap(({ name, stays }) =>
    stays === undefined
      ? []
      : [`the group ${name} stays: ${stays}; groupdel ${name} removes it once nothing needs it\n`],
  );
  return lines.join("");
}

/** What a person still has to know: behind the steps, and where nothing is done. */
interface Left {
  readonly done: string;
  readonly dry: string;
}

async function carryOut(options: ParsedOptions, steps: readonly HostStep[], left: Left): Promise<number> {
  const due = steps.filter((step) => !step.isDone());
  show(steps, new Set(due));
  const { text } = language();
  if (due.length === 0) {
    write(1, text("nothing had to be done\n"));
    return exitCode.ok;
  }
  if (options.has("dry-run")) {
    write(1, text(`${due.length} steps are to be done; --yes does them\n`));
    write(1, text(left.dry));
    return exitCode.ok;
  }
  if (process.geteuid?.() !== 0)
    return refuseWords(
      "this changes what root owns",
      "give the same command with sudo; --dry-run shows the steps to everybody",
    );
  const yes = saysYes(options, "Do that?");
  if (yes !== true) return typeof yes === "number" ? yes : exitCode.answerFalse;
  for (const step of due) {
    // What stood ahead of it may have done it.
    const failure = step.isDone() ? undefined : await done(step);
    if (failure !== undefined) {
      tell(
        `dscript: ${step.what}: ${failure}\n  what stands ahead of it is done; give the command again once that is repaired\n`,
      );
      return exitCode.cannotSetUp;
    }
    write(1, text(`done: ${text(step.what)}\n`));
  }
  write(1, text(left.done));
  return exitCode.ok;
}

async function done({ act, isDone }: HostStep): Promise<string | undefined> {
  try {
    const failure = await act();
    return failure ?? (isDone() ? undefined : "it was done, and is not as it should be");
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

function show(steps: readonly HostStep[], due: ReadonlySet<HostStep>): void {
  const { text } = language();
  for (const step of steps)
    write(1, `${due.has(step) ? text("to do") : text("done ")}  ${text(step.what)}\n       ${text(step.why)}\n`);
}

let started = 0;

/** With no environment but a path, for at most a minute. */
const tool: HostTool = async (argv) => {
  started += 1;
  const { failure, said } = await askHelper({
    argv,
    input: "",
    environment: new Map([["PATH", "/usr/sbin:/usr/bin:/sbin:/bin"]]),
    directory: "/",
    milliseconds: 60_000,
    stop: new AbortController().signal,
    id: `install-${process.pid}-${started}`,
  });
  return failure === undefined ? undefined : `${failure}${said.trim() === "" ? "" : `: ${said.trim()}`}`;
};
