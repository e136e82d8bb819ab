/** Roles, and whether the configuration has an address for each. */

import { nearest } from "../../diagnostics/index.ts";
import type { Identifier } from "../../syntax/index.ts";
import type { Context } from "../context.ts";

/** A notification without an address reaches nobody: said ahead of the run. */
export function demandRole(context: Context, { name, start, end }: Identifier): void {
  const { roles } = context.program;
  if (roles === undefined || roles.includes(name)) return;
  context.report("DS2610", { start, end }, { role: name, nearest: nearest(name, roles), known: roles.join(", ") });
}
