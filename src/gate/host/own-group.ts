/** The group whose members start scripts: where `install` has made it, that is noted beside the policy, so that the way back knows. */

import { readFileSync } from "node:fs";
import { type Group, groupsOf } from "./accounts.ts";
import { groupNote, type HostLayout, placeIn, policyFolder, sudoersFile } from "./layout.ts";
import { isOwned, ownFolder, writersOf } from "./owners.ts";
import { putFile } from "./put-file.ts";
import { sudoersGroup } from "./sudo-line.ts";
import { sudoLines } from "./sudo-rules.ts";

type Root = Pick<HostLayout, "root">;

/** With its number: a group of that name that somebody makes later is another one. */
export function noteGroup(layout: Root, name: string): void {
  const made = groupsOf(layout).find((each) => each.name === name);
  if (made === undefined) return;
  ownFolder({ path: placeIn(layout, policyFolder), uid: 0, gid: 0, mode: 0o755 });
  putFile(
    placeIn(layout, groupNote),
    [...new Set([...noted(layout), wordOf(made)])].map((word) => `${word}\n`).join(""),
    0o644,
  );
}

/** A group that started scripts, and why it stays; undefined where nothing needs it. */
export interface GroupLeft {
  readonly name: string;
  readonly stays: string | undefined;
}

/** Those that `install` has made, and the one of its rule for sudo, as far as they are there. */
export function groupsLeft(layout: Root): readonly GroupLeft[] {
  const words = noted(layout);
  const ruled = sudoersGroup(textOf(placeIn(layout, sudoersFile)));
  return groupsOf(layout)
    .filter((group) => group.name === ruled || words.includes(wordOf(group)))
    .map((group) => ({ name: group.name, stays: whyStays(layout, group, words) }));
}

function whyStays(layout: Root, group: Group, words: readonly string[]): string | undefined {
  if (!words.includes(wordOf(group))) return "nothing says that dscript gate install has made it";
  if (group.members.length > 0) return `in it: ${group.members.join(", ")}`;
  const lines = sudoLines(layout);
  if (lines === undefined) return "root alone sees whether a rule of sudo names it";
  const other = lines.find(
    ({ file, text }) => file !== sudoersFile && text.split(/[\s,=]+/).includes(`%${group.name}`),
  );
  return other === undefined ? undefined : `a rule of sudo names it: ${other.file}:${other.line}`;
}

/** What others could have written there names nothing. */
function noted(layout: Root): readonly string[] {
  const path = placeIn(layout, groupNote);
  const isRoots = isOwned({ path, uid: 0, gid: 0, mode: 0o644 }) && writersOf(path, [0], layout.root) === undefined;
  return isRoots
    ? textOf(path)
        .split("\n")
        .filter((word) => word !== "")
    : [];
}

function wordOf({ name, gid }: Group): string {
  return `${name}:${gid}`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
