/** Redirections: each names one file, or gives one text. */

import type { Redirect, Stage, Word } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { staticText } from "./names.ts";

/** The words that name what a stage's output is redirected to. */
export function writtenTargets({ redirects }: Pick<Stage, "redirects">): readonly Word[] {
  return redirects.flatMap(({ op, target }) =>
    target !== undefined && (op === ">" || op === ">>" || op === ">=") ? [target] : [],
  );
}

/** Whether one of them is a file; a device keeps nothing. */
export function writesFile(stage: Pick<Stage, "redirects">): boolean {
  return writtenTargets(stage).some((target) => staticText(target)?.startsWith("/dev/") !== true);
}

export function checkRedirects(context: Context, redirects: readonly Redirect[]): void {
  for (const { target } of redirects) if (target !== undefined) context.word(target);
}
