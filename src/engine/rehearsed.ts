/** Whether this run is a rehearsal (`dscript run --dry-run`): nobody is told of it, and no record leaves it. */

import type { RunOptions } from "../runtime/index.ts";
import type { Reporter } from "./start-request.ts";

/** The variable by which whoever rehearses a script says so; no command sees it. */
export const rehearsalVariable = "DSCRIPT_REHEARSAL";

/** Reads it once. */
export function takeRehearsal(): boolean {
  const isRehearsed = process.env[rehearsalVariable] !== undefined;
  delete process.env[rehearsalVariable];
  return isRehearsed;
}

/** What a dry run makes of `notify`: it says whom a run would tell. */
export function toldNobody({ say }: Reporter): Pick<RunOptions, "notifyRole"> {
  return {
    notifyRole: async ({ role, text }) => {
      say(`dscript: dry run: ${role} is not told: ${JSON.stringify(text)}\n`);
      return [{ channel: "nobody: a dry run tells nobody", elapsed: 0 }];
    },
  };
}
