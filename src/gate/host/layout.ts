/** Where what makes a gate mean something lies on a host, and whose it is. */

import { join } from "node:path";

export interface HostLayout {
  /** "/", or the folder of another system's root: an image, or a test's. */
  readonly root: string;
  /** The engine's user: owns the log, the gate's memory and keys, and is nobody's login. */
  readonly user: string;
  /** Whose members may start what the gate lets run; undefined for no line for sudo. */
  readonly group: string | undefined;
  /** The launcher, as sudo compares it: absolute, without links. */
  readonly program: string;
  /** The folder of Node.js. */
  readonly nodeFolder: string;
  /** The folder of the log, and of the gate's memory, as the policy names them: absolute. */
  readonly log: string;
  readonly memory: string;
}

export const policyFolder = "/etc/dscript";
export const policyFile = "/etc/dscript/policy.yaml";
/** The groups that `install` has made, with their numbers. */
export const groupNote = "/etc/dscript/groups-made";
export const sudoersFile = "/etc/sudoers.d/dscript";
/** The service user's home; /var/lib/dscript holds what runs of root keep. */
export const home = "/var/lib/dscript-gate";

/** A path of the host as this process has it. */
export function placeIn({ root }: Pick<HostLayout, "root">, path: string): string {
  return root === "/" ? path : join(root, path);
}
