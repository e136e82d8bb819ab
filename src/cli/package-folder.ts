/** Where this package lies: its pages and its version are read from there. */

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder that holds package.json, found from the started program upward. */
export function packageFolder(): string {
  let folder = dirname(process.argv[1] ?? ".");
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
