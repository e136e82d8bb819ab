/** Words with glob characters as arguments of a command (language 3). */

import { errnoByName } from "../../records/index.ts";
import { createFault } from "../faults/raise.ts";
import { type GlobPart, globMatch } from "../files/glob.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import { errnoOf } from "./errno.ts";

/** The matches, ready to be arguments. None is a GlobFault. */
export function globWord(run: Run, flow: ScriptFlow, site: number, parts: readonly GlobPart[]): string[] {
  const text = parts.map((part) => (typeof part === "string" ? part : part.glob)).join("");
  const fault = (message: string, errno?: string): Error =>
    createFault(run, site, {
      kind: "GlobFault",
      message,
      arguments: [{ name: "pattern", type: "String", text, origins: 0 }],
      ...(errno === undefined ? {} : { errno }),
    });
  let matches: string[];
  try {
    matches = globMatch(flow.directory, parts);
  } catch (thrown) {
    const errno = errnoOf(thrown);
    throw fault(`cannot tell what matches ${text}: ${errnoByName(errno)?.text ?? errno}`, errno);
  }
  if (matches.length > 0) return matches;
  const where = text.startsWith("/") ? "" : ` in ${flow.directory}`;
  throw fault(`no file matches ${text}${where}; where none is fine, write glob("${text}")`);
}
