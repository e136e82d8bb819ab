/** What the operands of `dscript logs` and `dscript incident` stand for. */

import { openHistory } from "../../engine/index.ts";
import { sourcesOf } from "../../logs/index.ts";
import { refuseWords } from "../language.ts";

/** The operands; without any, the state folder with this user's runs. A number is an exit code, all being said. */
export async function wordsOrRuns(operands: readonly string[], waits: boolean): Promise<readonly string[] | number> {
  if (operands.length > 0) return operands;
  const { root } = await openHistory();
  if (root !== undefined && (waits || sourcesOf([root]).sources.length > 0)) return [root];
  return refuseWords(
    `there are no runs yet in ${root ?? "a state folder: HOME is not set"}`,
    "name a log: dscript logs FILE",
  );
}
