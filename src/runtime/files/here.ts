/** The directory that the engine was started in, and never leaves: names seen from there go to the system as they are. */

import { statSync } from "node:fs";

// What the directory is called may change under a run (it is moved, or removed); what "." means does not.
let here: string | undefined;

/** Says by which name flows know the engine's own directory, if that is where they start. */
export function startHere(directory: string): void {
  here = isOwn(directory) ? directory : undefined;
}

function isOwn(directory: string): boolean {
  const own = statSync(".");
  const there = statSync(directory, { throwIfNoEntry: false });
  // A directory that was removed has no link left, and no name either.
  if (there === undefined) return own.nlink === 0;
  return there.ino === own.ino && there.dev === own.dev;
}

/** Whether a flow stands where the engine does. */
export function isHere(directory: string): boolean {
  return directory === here;
}

/** A name as the system should see it from a directory. An empty name stays empty: the system refuses it, as it should. */
export function seenFrom(directory: string, name: string): string {
  if (name === "" || name.startsWith("/")) return name;
  if (isHere(directory)) return name;
  return directory.endsWith("/") ? directory + name : `${directory}/${name}`;
}
