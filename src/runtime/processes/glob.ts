/** Words with glob characters as arguments of a command (language 3). */

import { errnoByName } from "../../records/index.ts";
import { createFault, siteAt } from "../faults/raise.ts";
import { type GlobPart, globMatch } from "../files/glob.ts";
import type { ScriptFlow } from "../flow.ts";
import { inNamespace } from "../host/in-namespace.ts";
import type { Run } from "../run.ts";
import { errnoOf } from "./errno.ts";

/** The matches, ready to be arguments. None is a GlobFault. */
export function globWord(run: Run, flow: ScriptFlow, site: number, parts: readonly GlobPart[]): string[] {
  const text = textOf(parts);
  const fault = (message: string, errno?: string): Error => globFault(run, site, text, message, errno);
  let matches: string[];
  try {
    matches = inNamespace(flow, () => globMatch(flow.directory, parts));
  } catch (thrown) {
    const errno = errnoOf(thrown);
    throw fault(`cannot tell what matches ${text}: ${errnoByName(errno)?.text ?? errno}`, errno);
  }
  if (matches.length > 0) return matches;
  const where = text.startsWith("/") ? "" : ` in ${flow.directory}`;
  throw fault(`no file matches ${text}${where}; ${adviceFor(text)}`);
}

/** An option, an address or a network name with such characters is rather a text. */
function adviceFor(text: string): string {
  const quoted = text.includes("'") ? `"${text}"` : `'${text}'`;
  if (/^-|^[a-z][a-z0-9+.-]*:\/\/|^\[[0-9a-fA-F:.%]*\]|^[\w.-]+@/.test(text))
    return `if it is no pattern, quote the word: ${quoted}`;
  return `where none is fine, write glob("${text}")`;
}

/** The one match: a redirection and `cd` take no second one. */
export function globPath(run: Run, flow: ScriptFlow, site: number, parts: readonly GlobPart[]): string {
  const matches = globWord(run, flow, site, parts);
  const [only = "", second] = matches;
  if (second === undefined) return only;
  const text = textOf(parts);
  throw globFault(
    run,
    site,
    text,
    `${matches.length} files match ${text}, but only one can stand here: ${only}, ${second}, …`,
  );
}

function textOf(parts: readonly GlobPart[]): string {
  return parts.map((part) => (typeof part === "string" ? part : part.glob)).join("");
}

function globFault(run: Run, site: number, text: string, message: string, errno?: string): Error {
  // What the pattern consists of is known at its place in the script.
  const origins = siteAt(run, site).arguments[0]?.origins ?? 0;
  const fault = createFault(run, site, {
    kind: "GlobFault",
    message,
    arguments: [{ name: "pattern", type: "String", text, origins }],
    ...(errno === undefined ? {} : { errno }),
  });
  fault.ofWord = true;
  return fault;
}
