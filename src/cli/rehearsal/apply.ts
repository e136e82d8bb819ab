/** `dscript run --apply DIFF`: exactly what a dry run has shown, or nothing. */

import { resolve } from "node:path";
import { exitCode, openInjecting } from "../../engine/index.ts";
import { applyDifference, countsOf, lastPlace, shownChanges } from "../../rehearsal/index.ts";
import { refuseUnagreed } from "../gate/opening.ts";
import { language, refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";

/** So many paths are listed of those that are in the way. */
const mostListed = 50;

/** Exit codes: 0 applied; 64 usage; 65 refused, nothing is applied; 71 this host does not let it be applied; 77 the gate does not. */
export async function apply(options: ParsedOptions, operands: readonly string[]): Promise<number> {
  const [extra] = operands;
  if (extra !== undefined || options.has("dry-run"))
    return refuseWords("--apply runs no script: the difference is all that it takes", "dscript run --apply DIFF");
  const refused = await refuseUnagreed("apply", "-");
  if (refused !== undefined) return refused;
  const { stateFolder, settleTransactions } = await openInjecting();
  const state = stateFolder();
  const asked = options.value("apply") ?? "";
  if (state === undefined) return refuseWords("there is no state folder", "set HOME, or XDG_STATE_HOME");
  const at = asked === "last" ? lastPlace(state) : resolve(asked);
  if (at === undefined)
    return refuseWords("no difference of a dry run is kept", "dscript run --dry-run FILE makes one");
  await settleTransactions((sentence) => tell(`dscript: ${sentence}\n`));
  const applied = await applyDifference(at, state);
  if ("problem" in applied) {
    const { problem, next, paths = [], isSystem } = applied;
    tell(`dscript: ${problem}\n`);
    for (const { path, how } of paths.slice(0, mostListed)) tell(`    ${path}: ${language().text(how)}\n`);
    if (paths.length > mostListed) tell(`    … ${paths.length - mostListed} more paths\n`);
    tell(`  ${next}\n`);
    return isSystem === true ? exitCode.cannotRemove : exitCode.refused;
  }
  tell(`dscript: applied: ${countsOf(shownChanges(applied.difference), language())}\n`);
  return exitCode.ok;
}
