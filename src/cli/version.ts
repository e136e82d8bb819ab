/** Which D-Script this is. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "./package-folder.ts";

/** "0.1.0" */
export function version(): string {
  // Our own package.json has one.
  return (JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")) as { version: string }).version;
}

/** "dscript 0.1.0 (language 1, Node 20.20.2, linux x64)". */
export function versionText(): string {
  return `dscript ${version()} (language 1, Node ${process.versions.node}, ${process.platform} ${process.arch})\n`;
}
