/** The steady state: commands, scripts and expressions that hold or do not. */

import { closeSync, openSync, readSync, rmSync, writeFileSync } from "node:fs";
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
    const error = join(request.folder, "check");
    const status = await start({ argv, environment, error, limit: request.timeout });
    if (status !== 0) return `${showCheck(check)} ended with ${status}${saidIn(error)}`;
  }
  return undefined;
}

/** ": " and the first line of what it said. */
function saidIn(file: string): string {
  const bytes = Buffer.alloc(500);
  const fd = openSync(file, "r");
  const length = readSync(fd, bytes);
  closeSync(fd);
  const line = bytes.toString("utf8", 0, length).split("\n", 1)[0] ?? "";
  return line === "" ? "" : `: ${line}`;
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
