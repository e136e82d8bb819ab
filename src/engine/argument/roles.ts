/** The roles that the configuration of a case's folder knows. */

import { configFor } from "../script-config.ts";

/** Undefined where there is no configuration, where it is wrong, or where it names no role: any may be meant then. */
export async function rolesFor(name: string): Promise<readonly string[] | undefined> {
  const found = await configFor(name);
  const roles = found.ok ? [...found.config.roles.keys()] : [];
  return roles.length === 0 ? undefined : roles;
}
