/** A run by what a person writes of its id: all of it, a part that only one has, or `last`. */

import { openHistory } from "../../engine/index.ts";
import { refuseWords } from "../language.ts";
import { safe } from "./words.ts";

export interface FoundRun {
  readonly id: string;
  readonly folder: string;
  readonly root: string;
}

/** The run; where there is none, or more than one, that is said, and the exit code is given. `of`: which runs `last` may mean, first those that fit best. */
export async function findRun(
  wanted: string,
  ...of: readonly ((folder: string) => boolean)[]
): Promise<FoundRun | number> {
  const { runFolders, root } = await openHistory();
  const all = runFolders(root);
  const asked = wanted.toUpperCase();
  const fitting =
    of.length === 0 ? all.slice(0, 1) : of.flatMap((fits) => all.find(({ folder }) => fits(folder)) ?? []);
  const last = wanted === "last" ? fitting[0] : undefined;
  const found = last === undefined ? all.filter(({ id }) => id.includes(asked)) : [last];
  const [only] = found;
  if (only !== undefined && found.length === 1) return { ...only, root: root ?? "" };
  const problem =
    only === undefined ? `there is no run ${safe(wanted)}` : `${found.length} runs have ${safe(wanted)} in their ids`;
  return refuseWords(problem, "dscript runs lists them with their ids");
}
