/** The way back from `dscript gate install`: each step says what it is, why, whether it is done, and does it. */

import { chmodSync, lchownSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { accountsOf, groupsOf } from "./accounts.ts";
import type { HostStep, HostTool } from "./install.ts";
import { groupNote, type HostLayout, home, placeIn, policyFile, policyFolder, sudoersFile } from "./layout.ts";
import type { GroupLeft } from "./own-group.ts";
import { isOwned, statOf, strayIn } from "./owners.ts";
import { sudoersHead } from "./sudo-line.ts";

export interface RemoveRequest {
  readonly layout: HostLayout;
  /** Also what cannot be made again: the log, the memory with its decisions, their keys, and the records of runs. */
  readonly isAll: boolean;
  /** Those that started scripts: those that do not stay are removed. */
  readonly groups: readonly GroupLeft[];
  readonly tool: HostTool;
}

/** The policy is the last to go: it names the folders, so that what was left half done can be gone on with. */
export function removeSteps({ layout, isAll, groups, tool }: RemoveRequest): readonly HostStep[] {
  const { user, root, log, memory } = layout;
  const at = (path: string): string => placeIn(layout, path);
  const own = [policyFile, groupNote].map((path) => basename(path));
  const kept = [...new Set([home, log, memory])];
  const isThere = (path: string): boolean => statOf(at(path)) !== undefined;
  const gone = (what: string, why: string, path: string, act: () => string | undefined): HostStep => ({
    what,
    why,
    isDone: () => !isThere(path),
    act: async () => act(),
  });
  const prefix = root === "/" ? [] : ["--prefix", root];
  const removalOf = (group: string): HostStep => ({
    what: `remove the group ${group}`,
    why: "dscript gate install has made it, nobody is in it, and no other rule of sudo names it",
    isDone: () => !groupsOf(layout).some(({ name }) => name === group),
    act: () => tool(["groupdel", ...prefix, group]),
  });
  return [
    gone(
      `remove ${sudoersFile}: nobody starts scripts as ${user} any more`,
      "sudo would let people start what no gate decides about",
      sudoersFile,
      () => removeSudoers(at(sudoersFile)),
    ),
    isAll
      ? {
          what: `remove ${kept.join(", ")}, with all that they hold`,
          why: "it was asked for: statements, decisions, keys and records cannot be made again",
          isDone: () => kept.every((each) => !isThere(each)),
          act: async () => {
            for (const each of kept) rmSync(at(each), { recursive: true, force: true });
            return undefined;
          },
        }
      : {
          what: `keep ${kept.join(", ")}, as root's`,
          why: "statements, decisions and keys stay; whoever is given that user's number next would own them",
          isDone: () => kept.every((each) => isRoots(at(each))),
          act: async () => giveToRoot(kept.map(at)),
        },
    ...groups.flatMap(({ name, stays }) => (stays === undefined ? [removalOf(name)] : [])),
    {
      what: `remove the user ${user}`,
      why: "it owns nothing any more",
      isDone: () => !accountsOf(layout).some(({ name }) => name === user),
      act: () => tool(["userdel", ...prefix, user]),
    },
    gone(
      `remove ${policyFile}: from now on no policy of the host binds anybody`,
      "scripts run as where there is no gate; the policy that it was made from stays where it is",
      policyFile,
      () => {
        for (const each of [groupNote, policyFile]) rmSync(at(each), { force: true });
        return undefined;
      },
    ),
    {
      what: `remove ${policyFolder}, where nothing else is in it`,
      why: "install has made it",
      // They are gone by then.
      isDone: () => !isThere(policyFolder) || readdirSync(at(policyFolder)).some((name) => !own.includes(name)),
      act: async () => {
        rmSync(at(groupNote), { force: true });
        rmdirSync(at(policyFolder));
        return undefined;
      },
    },
  ];
}

/** A user that people log in as was not made by `install`; undefined where it may go. */
export function unfitUser(layout: HostLayout): { readonly problem: string; readonly next: string } | undefined {
  const found = accountsOf(layout).find(({ name }) => name === layout.user);
  if (found === undefined || (found.uid !== 0 && /\/(?:nologin|false)$/.test(found.shell))) return undefined;
  return {
    problem: `${layout.user} can log in: that is no user that dscript gate install has made`,
    next: "--user USER names the one that it has made",
  };
}

function removeSudoers(path: string): string | undefined {
  if (!readFileSync(path, "utf8").startsWith(sudoersHead))
    return "dscript gate install has not written it: look at what it is, and remove it";
  rmSync(path);
  return undefined;
}

function isRoots(folder: string): boolean {
  const stat = statOf(folder);
  return stat === undefined || (stat.uid === 0 && stat.gid === 0 && strayIn(folder, 0, 0).length === 0);
}

function giveToRoot(folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    const stat = statOf(folder);
    if (stat === undefined) continue;
    const own = { path: folder, uid: 0, gid: 0, mode: stat.mode & 0o7777 & ~0o6022 };
    for (const each of [own, ...strayIn(folder, 0, 0)]) {
      if ("odd" in each) return `${each.odd} is a link, or a file of several names: look at what it is, and remove it`;
      if (isOwned(each)) continue;
      lchownSync(each.path, each.uid, each.gid);
      chmodSync(each.path, each.mode);
    }
  }
  return undefined;
}
