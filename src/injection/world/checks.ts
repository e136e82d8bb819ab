/** The steady state: commands, scripts and expressions that hold or do not. */

import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StartChild } from "../../engine/index.ts";
import type { Check } from "../campaign/campaign.ts";
import type { EnterRequest } from "./request.ts";
import { type Stand, wordsInWorld } from "./words.ts";

export interface CheckPlace {
  readonly request: EnterRequest;
  readonly stand: Stand;
  /** The folder that the script sees as `stand.out`. */
  readonly out: string;
  readonly start: StartChild;
  readonly environment: readonly (readonly [string, string])[];
}

/** The first that does not hold, in words. */
export async function unsteady(checks: readonly Check[], place: CheckPlace): Promise<string | undefined> {
  for (const check of checks) {
    const { request, stand, environment, start } = place;
    const argv = [...wordsInWorld(request, stand), ...wordsOf(check, place)];
    const status = await start({ argv, environment, limit: request.timeout });
    if (status !== 0) return `${showCheck(check)} ended with ${status}`;
  }
  return undefined;
}

function showCheck(check: Check): string {
  switch (check.kind) {
    case "command":
      return check.words.join(" ");
    case "script":
      return check.path;
    case "expression":
      return check.text;
  }
}

function wordsOf(check: Check, { request: { engine }, stand, out }: CheckPlace): readonly string[] {
  switch (check.kind) {
    case "command":
      return check.words;
    case "script":
      return [...engine, "run", "--no-notify", check.path];
    case "expression":
      // The run may have left anything under this name, a link that leads out of its world, too.
      rmSync(join(out, "check.dscript"), { recursive: true, force: true });
      writeFileSync(join(out, "check.dscript"), `if (${check.text}) {\n  exit 0\n}\nexit 1\n`, { flag: "wx" });
      return [...engine, "run", "--no-notify", join(stand.out, "check.dscript")];
  }
}
