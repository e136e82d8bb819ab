/** `~` and `~user` at the start of a word (language 3). */

import { readFileSync } from "node:fs";
import { createFault } from "../faults/raise.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import { bytesText } from "./decode.ts";

/** A home directory: of the user who runs the script ($HOME, or the user database), or of the one who is named. */
export function homeDirectory(run: Run, flow: ScriptFlow, site: number, user: string | null): string {
  if (user === null) {
    const home = flow.environment.get("HOME");
    if (home !== undefined && home !== "") return home;
  }
  const uid = String(process.getuid?.() ?? "");
  const found = users().find((fields) => (user === null ? fields[2] === uid : fields[0] === user))?.[5];
  if (found !== undefined && found !== "") return found;
  const message =
    user === null
      ? `~ has no meaning here: HOME is not set, and /etc/passwd has no user ${uid}`
      : `~${user} has no meaning here: /etc/passwd has no user "${user}"`;
  throw createFault(run, site, {
    kind: user === null ? "EnvironmentFault" : "ArgumentFault",
    message,
    arguments: [{ name: "user", type: "String", text: user ?? "", origins: 0 }],
  });
}

/** The lines of /etc/passwd, as fields: name, password, uid, gid, comment, home, shell (passwd(5)). */
function users(): readonly (readonly string[])[] {
  try {
    return bytesText(readFileSync("/etc/passwd"))
      .split("\n")
      .map((line) => line.split(":"));
  } catch {
    return [];
  }
}
