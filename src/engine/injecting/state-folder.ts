/** The state folder, for what is kept there beside runs. */

import { preferredStateFolder } from "../state.ts";

/** `$XDG_STATE_HOME/dscript` and so on; undefined where there is none. It need not be there. */
export function stateFolder(): string | undefined {
  return preferredStateFolder({ env: process.env, uid: process.geteuid?.() ?? -1 });
}
