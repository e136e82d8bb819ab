/** What sudo lets the members of a group do: start what the gate decides about, as the engine's user, with nothing of theirs around it. */

import type { HostLayout } from "./layout.ts";

/** What of the caller's environment stays: of these no program loads code, or finds others. */
const kept = "LANG LANGUAGE LC_* TZ TERM NO_COLOR COLORTERM";

/** How the file begins, whoever it was written for. */
export const sudoersHead = "# Written by `dscript gate install`;";

/**
 * The file for /etc/sudoers.d. Commands are patterns of sudo 1.9.10; an older one takes them for words that nobody writes.
 * No option may stand ahead of the script's name: some of them write files.
 */
export function sudoersText({ user, group = "", program, nodeFolder }: HostLayout): string {
  const folders = [nodeFolder, "/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];
  const command = program.replace(/[\\,:= ]/g, "\\$&");
  return `${sudoersHead} \`dscript gate audit-host\` looks whether it is as it was.
Cmnd_Alias DSCRIPT_GATE = ${command} ^(run|watch) [^-].*$, ${command} ^(resume|undo)( [0-9A-Za-z][0-9A-Za-z._-]*)?$
Defaults!DSCRIPT_GATE env_reset, !setenv, secure_path="${[...new Set(folders)].join(":")}"
Defaults!DSCRIPT_GATE env_keep="${kept}", umask=0022, umask_override
%${group.replace(/[\\,:= ]/g, "\\$&")} ALL=(${user}) DSCRIPT_GATE
`;
}

/** The group of such a file, whatever else was made of it; undefined of another one. */
export function sudoersGroup(text: string): string | undefined {
  return text.startsWith(sudoersHead) ? /^%([a-z_][a-z0-9_-]*) ALL=/m.exec(text)?.[1] : undefined;
}
