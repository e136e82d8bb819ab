/** Users and groups of a host, from its files: those of another root have no other. */

import { readFileSync } from "node:fs";
import { type HostLayout, placeIn } from "./layout.ts";

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly shell: string;
}

export interface Group {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

export function accountsOf(layout: Pick<HostLayout, "root">): readonly Account[] {
  return linesOf(placeIn(layout, "/etc/passwd")).flatMap(([name = "", , uid, gid, , , shell = ""]) =>
    name === "" ? [] : [{ name, uid: Number(uid), gid: Number(gid), shell }],
  );
}

/** With those whose first group it is among its members. */
export function groupsOf(layout: Pick<HostLayout, "root">): readonly Group[] {
  const accounts = accountsOf(layout);
  return linesOf(placeIn(layout, "/etc/group")).flatMap(([name = "", , id, listed = ""]) => {
    const gid = Number(id);
    const first = accounts.filter((account) => account.gid === gid).map((account) => account.name);
    const members = [...new Set([...listed.split(",").filter((each) => each !== ""), ...first])];
    return name === "" ? [] : [{ name, gid, members }];
  });
}

function linesOf(path: string): readonly (readonly string[])[] {
  try {
    return readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split(":"));
  } catch {
    return [];
  }
}
