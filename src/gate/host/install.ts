/** What makes a gate mean something on a host: each step says what it is, why, whether it is done, and does it. */

import { chmodSync, lchownSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { accountsOf, groupsOf } from "./accounts.ts";
import { type HostLayout, home, placeIn, policyFile, policyFolder, sudoersFile } from "./layout.ts";
import { noteGroup } from "./own-group.ts";
import { isOwned, type Owned, ownFolder, statOf, strayIn } from "./owners.ts";
import { putFile } from "./put-file.ts";
import { sudoersText } from "./sudo-line.ts";

/** Runs a program of the system: undefined where it ended with 0, else why not. */
export type HostTool = (argv: readonly string[]) => Promise<string | undefined>;

export interface HostStep {
  readonly what: string;
  readonly why: string;
  readonly isDone: () => boolean;
  /** Undefined where it is done; else why it is not. May throw what the system says. */
  readonly act: () => Promise<string | undefined>;
}

export interface InstallRequest {
  readonly layout: HostLayout;
  /** Of the policy's file, which has been checked. */
  readonly policy: Uint8Array;
  readonly tool: HostTool;
}

export function installSteps({ layout, policy, tool }: InstallRequest): readonly HostStep[] {
  const { user, group, root, log, memory } = layout;
  const prefix = root === "/" ? [] : ["--prefix", root];
  const at = (path: string): string => placeIn(layout, path);
  const ids = (): { uid: number; gid: number } => accountsOf(layout).find(({ name }) => name === user) ?? nobody;
  const hasGroup = (name: string): boolean => groupsOf(layout).some((each) => each.name === name);
  const folder = (
    what: string,
    why: string,
    path: string,
    mode: number,
    owner: () => { uid: number; gid: number },
  ) => ({
    what: `${path}: ${what}, mode ${mode.toString(8)}`,
    why,
    isDone: () => isOwned({ path: at(path), ...owner(), mode }),
    act: async () => {
      ownFolder({ path: at(path), ...owner(), mode });
      return undefined;
    },
  });
  const sudoers = sudoersText(layout);
  return [
    ...(group === undefined
      ? []
      : [
          {
            what: `the group ${group}`,
            why: "its members start scripts, and can change nothing that decides about them",
            isDone: () => hasGroup(group),
            act: async () => {
              const failure = await tool(["groupadd", "--system", ...prefix, group]);
              if (failure === undefined) noteGroup(layout, group);
              return failure;
            },
          },
        ]),
    {
      what: `the user ${user}, which nobody can log in as`,
      why: "runs, the log and the gate's keys belong to it: to no person",
      isDone: () => accountsOf(layout).some(({ name }) => name === user),
      act: () =>
        tool([
          ...["useradd", "--system", ...prefix, "--home-dir", home, "--no-create-home"],
          ...[
            "--shell",
            "/usr/sbin/nologin",
            hasGroup(user) ? "--gid" : "--user-group",
            ...(hasGroup(user) ? [user] : []),
            user,
          ],
        ]),
    },
    folder(
      "root's",
      "whoever may write the policy's folder can put another policy there",
      policyFolder,
      0o755,
      () => superuser,
    ),
    {
      what: `${policyFile}: the policy, root's, mode 644`,
      why: "a policy of the host stands ahead of all others, and binds every user",
      isDone: () => isSame(at(policyFile), policy) && isOwned({ path: at(policyFile), ...superuser, mode: 0o644 }),
      act: async () => putFile(at(policyFile), policy, 0o644),
    },
    folder("the engine's user's", "its home: state of runs, and what they keep", home, 0o755, ids),
    folder(
      "the engine's user's",
      "the log is appended to by the engine's user alone, and read by all",
      log,
      0o755,
      ids,
    ),
    folder(
      "the engine's user's",
      "what was seen last, and the decisions with their key, are the gate's alone",
      memory,
      0o700,
      ids,
    ),
    {
      what: `all in ${log} and ${memory}: the engine's user's, writable by nobody else`,
      why: "whoever owns a file can change it",
      isDone: () => [log, memory].every((each) => strayIn(at(each), ids().uid, ids().gid).length === 0),
      act: async () => ownAll([log, memory].flatMap((each) => strayIn(at(each), ids().uid, ids().gid))),
    },
    ...(group === undefined
      ? []
      : [
          {
            what: `${sudoersFile}: members of ${group} may run, resume, undo and watch as ${user}`,
            why: "people start scripts without owning what those may do; sudo takes their environment away",
            isDone: () =>
              isSame(at(sudoersFile), sudoers) && isOwned({ path: at(sudoersFile), ...superuser, mode: 0o440 }),
            act: async () => {
              ownFolder({ path: at(dirname(sudoersFile)), ...superuser, mode: 0o750 });
              // A name with a dot is one that sudo passes over.
              const part = `${at(sudoersFile)}.new`;
              putFile(part, sudoers, 0o440);
              const wrong = await tool(["visudo", "-cf", part]);
              if (wrong === undefined) renameSync(part, at(sudoersFile));
              else rmSync(part);
              return wrong;
            },
          },
        ]),
  ];
}

const superuser = { uid: 0, gid: 0 };
/** Of a user that is not there yet. */
const nobody = { uid: -1, gid: -1 };

function ownAll(all: readonly (Owned | { readonly odd: string })[]): string | undefined {
  for (const each of all) {
    if ("odd" in each) return `${each.odd} is a link, or a file of several names: look at what it is, and remove it`;
    lchownSync(each.path, each.uid, each.gid);
    chmodSync(each.path, each.mode);
  }
  return undefined;
}

function isSame(path: string, content: Uint8Array | string): boolean {
  try {
    return statOf(path)?.isFile() === true && readFileSync(path).equals(Buffer.from(content));
  } catch {
    return false;
  }
}
