/** What a package's JavaScript throws beside every call of it, such as in a timer: it ends the run, in a sentence. */

import { writeSync } from "node:fs";
import { exitCode } from "../exit-code.ts";

const packages = new Set<string>();

/** From now on, what this package throws where nobody waits for it is told, and ends the run. */
export function watchStray(path: string): void {
  if (packages.size === 0) process.on("uncaughtException", end);
  packages.add(path);
}

function end(thrown: unknown): void {
  // While notices are sent, whatever a library throws is borne.
  if (process.listenerCount("uncaughtException") > 1) return;
  const { message, place } = describe(thrown);
  try {
    writeSync(2, `dscript: a package failed while nobody called it: ${message}\n`);
    if (place !== "") writeSync(2, place);
    writeSync(2, "  this is a mistake of the package, not of the script: tell whoever wrote it\n");
  } catch {
    // Nobody reads it.
  }
  // A run that is under way ends its commands, and what is deferred is run.
  if (process.listenerCount("SIGTERM") > 0) process.kill(process.pid, "SIGTERM");
  else process.exit(exitCode.internal);
}

function describe(thrown: unknown): { readonly message: string; readonly place: string } {
  if (!(thrown instanceof Error)) return { message: String(thrown), place: "" };
  const line = thrown.stack?.split("\n").find((each) => [...packages].some((path) => each.includes(`${path}:`)));
  const from = line?.indexOf("/") ?? -1;
  const place = line === undefined || from === -1 ? "" : `  ${line.slice(from).replace(/\)$/, "")}\n`;
  return { message: thrown.message, place };
}
