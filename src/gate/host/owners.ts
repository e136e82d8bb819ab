/** Owners and modes: whether others may write something, and how it is made theirs alone. */

import { chmodSync, lchownSync, lstatSync, mkdirSync, readdirSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";

export interface Owned {
  readonly path: string;
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
}

export function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

export function isOwned({ path, uid, gid, mode }: Owned): boolean {
  const stat = statOf(path);
  return stat !== undefined && stat.uid === uid && stat.gid === gid && (stat.mode & 0o7777) === mode;
}

/** Makes the folder where it is not there. Throws what the system says. */
export function ownFolder({ path, uid, gid, mode }: Owned): void {
  if (statOf(path) === undefined) mkdirSync(path, { recursive: true, mode: 0o755 });
  if (!lstatSync(path).isDirectory()) throw new Error(`${path} is no folder`);
  lchownSync(path, uid, gid);
  chmodSync(path, mode);
}

/** All below a folder that is not as it should be: files that were secret stay so. Links and files of several names are somebody's trick. */
export function strayIn(folder: string, uid: number, gid: number): readonly (Owned | { readonly odd: string })[] {
  const found: (Owned | { readonly odd: string })[] = [];
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const stat = statOf(path);
    if (stat === undefined) continue;
    if (stat.isDirectory()) found.push(...strayIn(path, uid, gid));
    else if (!stat.isFile() || stat.nlink > 1) {
      found.push({ odd: path });
      continue;
    }
    const mode = stat.mode & 0o7777 & ~0o6022;
    const wanted = { path, uid, gid, mode };
    if (!isOwned(wanted)) found.push(wanted);
  }
  return found;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Who besides `owners` may put something else at this path, or at a folder above it; undefined where nobody may. */
export function writersOf(
  path: string,
  owners: readonly number[],
  top = "/",
): { readonly finding: string; readonly repair: string } | undefined {
  for (let at = path; ; at = dirname(at)) {
    const found = writersAt(at, owners);
    if (found !== undefined) return found;
    if (at === top || at === dirname(at)) return undefined;
  }
}

function writersAt(at: string, owners: readonly number[]): ReturnType<typeof writersOf> {
  const stat = statOf(at);
  if (stat === undefined)
    return { finding: `${at} is not there, or cannot be looked at`, repair: "dscript gate install" };
  if (!owners.includes(stat.uid))
    return { finding: `${at} belongs to uid ${stat.uid}`, repair: `chown ${owners[0] ?? 0} ${at}` };
  // A link's own mode says nothing; in a folder with the sticky bit nobody replaces what is another's.
  if (stat.isSymbolicLink() || (stat.mode & 0o022) === 0 || (stat.isDirectory() && (stat.mode & 0o1000) !== 0))
    return undefined;
  return { finding: `others may write ${at}`, repair: `chmod go-w ${at}` };
}

export function isReadable(folder: string): boolean {
  try {
    readdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
