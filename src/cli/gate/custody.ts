/** What `dscript gate install` and `dscript gate audit-host` have in common: the host, its policy, and who is who there. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { exitCode } from "../../engine/index.ts";
import {
  type HostLayout,
  parsePolicy,
  placeIn,
  policyFile,
  policyFolder,
  type ReadPolicy,
  readPolicyFile,
} from "../../gate/index.ts";
import { refuseReasons } from "../agreement/place.ts";
import { refuseWords } from "../language.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import { packageFolder } from "../package-folder.ts";

export const custodyOptions: readonly OptionRow[] = [
  { name: "group", value: "GROUP", says: "members of this group start scripts, through sudo" },
  { name: "user", value: "USER", says: "the user that scripts run as (dscript)" },
  { name: "root", value: "DIR", says: "the root folder of another system: of an image, say" },
];

export interface Custody {
  readonly layout: HostLayout;
  readonly read: ReadPolicy;
  readonly bytes: Uint8Array;
}

/** The policy that is named, else the host's own, whoever may write it where that is looked at; a number is an exit code. */
export async function custodyOf(options: ParsedOptions, looks: "looks" | "installs"): Promise<Custody | number> {
  const root = resolve(options.value("root") ?? "/");
  const hosts = placeIn({ root }, policyFile);
  const named = options.value("policy");
  if (named === undefined && !existsSync(hosts))
    return refuseWords("this host has no policy", "--policy FILE names one; dscript gate policy shows some");
  const user = options.value("user") ?? "dscript";
  const group = options.value("group");
  const odd = [user, ...(group === undefined ? [] : [group])].find((name) => !/^[a-z_][a-z0-9_-]{0,30}$/.test(name));
  if (odd !== undefined)
    return refuseWords(
      `${JSON.stringify(odd)} is no name of a user or group`,
      "small letters, digits, - and _, 31 of them at most",
    );
  const path = named === undefined ? hosts : resolve(named);
  const owners = named === undefined ? [0] : [0, process.geteuid?.() ?? 0];
  const file = looks === "looks" ? plainFile(path) : readPolicyFile(path, owners);
  if ("code" in file) return refuseReasons([file], exitCode.configuration);
  const read = await parsePolicy(file);
  if (!("policy" in read)) return refuseReasons(read, exitCode.configuration);
  const { memory, log } = read.policy;
  if (memory === undefined)
    return refuseWords(
      `${path} names no folder for the gate's memory: each user would have one of their own`,
      "memory: /var/lib/dscript-gate/memory, and sign it as a newer version",
    );
  const layout = {
    ...{ root, user, group },
    program: join(packageFolder(), "dscript"),
    nodeFolder: dirname(process.execPath),
    // From where the policy will be.
    log: resolve(policyFolder, log.folder),
    memory: resolve(policyFolder, memory),
  };
  return { layout, read, bytes: file.bytes };
}

function plainFile(path: string): ReturnType<typeof readPolicyFile> {
  try {
    return { path, bytes: readFileSync(path), key: "" };
  } catch {
    // It says why.
    return readPolicyFile(path, [0]);
  }
}

/** Whoever may write one of them decides instead of the gate. */
export function programFiles(): readonly string[] {
  const folder = packageFolder();
  const own = ["dscript", "package.json", "package-lock.json", "dist", "packages", "patterns", "policies", "tools"];
  return [...own.map((name) => join(folder, name)).filter((path) => existsSync(path)), process.execPath, "/bin/sh"];
}
