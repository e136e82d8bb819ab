/** How a run tells the people of a role, and asks them: loaded with the first time that it does. */

import type { RunOptions } from "../../runtime/index.ts";
import type { RolesAround } from "./around.ts";

/** What `notify` and `approve` do in a run. */
export function rolesOfRun(around: RolesAround): Pick<RunOptions, "notifyRole" | "approve"> {
  if (around.isTrial) {
    const way = "nobody: an injection campaign tells and asks nobody";
    return {
      notifyRole: async () => [{ channel: way, elapsed: 0 }],
      approve: async () => ({ yes: true, way }),
    };
  }
  return {
    notifyRole: async (message) => (await import("../telling.ts")).tellRole(around, message),
    approve: async (request) => (await import("../telling.ts")).askRole(around, request),
  };
}
