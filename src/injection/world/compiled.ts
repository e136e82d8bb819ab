/** The compiled script, kept from the first run for the others: the engine looks for it in its state folder. */

import { copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { EnterRequest } from "./request.ts";

const place = (out: string): string => join(out, "state", "dscript", "programs");
const most = 4 * 2 ** 20;

/** Gives the run what an earlier one has left; somebody else's run compiles for itself. */
export function takePrograms({ programs, world }: EnterRequest, out: string): void {
  if (world.user !== null || !existsSync(programs)) return;
  mkdirSync(place(out), { recursive: true, mode: 0o700 });
  for (const name of readdirSync(programs)) copyFileSync(join(programs, name), join(place(out), name));
}

/** Keeps what the run without a fault has compiled. */
export function keepPrograms({ programs, world, isProbe }: EnterRequest, out: string): void {
  if (isProbe || world.rules.length > 0 || world.user !== null || existsSync(programs) || !existsSync(place(out)))
    return;
  mkdirSync(programs, { mode: 0o700 });
  for (const name of readdirSync(place(out))) {
    const status = lstatSync(join(place(out), name));
    if (status.isFile() && status.size <= most) copyFileSync(join(place(out), name), join(programs, name));
  }
}
