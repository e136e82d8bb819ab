/** The host's policy: looked for ahead of each run, and so without anything of the gate. */

import { lstatSync } from "node:fs";

/** Written by root alone. */
export const hostPolicy = "/etc/dscript/policy.yaml";

/** What cannot be looked at counts as being there: it is read next, and then it is said why not. */
export function isPolicyThere(path: string = hostPolicy): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}
