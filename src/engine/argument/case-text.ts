/** The text of a D-Case's file as it was when a program was made: light, since each start of a kept program asks for it. */

import { longestCase } from "../../assurance/index.ts";
import { readScript } from "../read-file.ts";

/** Byte for byte, so that another file is another text; the system's code where it cannot be read. */
export function caseText(path: string): string | { readonly code: string } {
  const bytes = readScript(path, longestCase);
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString("latin1") : bytes;
}
