/** What a directory holds. */

import { readdirSync } from "../host/files.ts";
import { textOf } from "./bytes.ts";

export interface Entry {
  readonly name: string;
  /** As the directory itself says: a link to a directory is none. */
  readonly isFolder: boolean;
}

/** The entries in the system's order. Throws what the system says. */
export function entriesOf(location: string | Buffer): Entry[] {
  return readdirSync(location, { withFileTypes: true, encoding: "buffer" }).map((entry) => ({
    // With this encoding the name is bytes, whatever the declaration says.
    name: textOf(entry.name as unknown as Buffer),
    isFolder: entry.isDirectory(),
  }));
}
