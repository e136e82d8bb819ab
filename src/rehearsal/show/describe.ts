/** A difference in words: what has changed of each path, and how much of it there is. */

import type { Language } from "../../diagnostics/index.ts";
import { type FileType, isSameMetadata } from "../../sandbox/index.ts";
import type { ChangeKind, Fingerprint, KeptDifference, SealedChange } from "../difference/format.ts";

export const marks: Readonly<Record<ChangeKind, string>> = {
  elsewhere: "~",
  made: "+",
  changed: "~",
  replaced: "±",
  removed: "-",
  moved: ">",
  attributes: "@",
  times: " ",
};

/** Changes that a person is shown. */
export function shownChanges({ changes }: Pick<KeptDifference, "changes">): readonly SealedChange[] {
  return changes.filter(({ kind }) => kind !== "times");
}

const order: readonly ChangeKind[] = ["made", "changed", "replaced", "removed", "moved", "attributes", "elsewhere"];

/** "2 made, 1 changed", in the language that is spoken: nothing of what there is none of. */
export function countsOf(changes: readonly SealedChange[], language: Language): string {
  const word = (kind: ChangeKind, count: number): string => {
    if (kind === "elsewhere") return `${count} changed under other names`;
    return kind === "attributes" ? `${count} with other attributes` : `${count} ${kind}`;
  };
  const parts = order.flatMap((kind) => {
    const count = changes.filter((each) => each.kind === kind).length;
    return count === 0 ? [] : [language.text(word(kind, count))];
  });
  return parts.length === 0 ? language.text("no changes") : parts.join(language.name === "ja" ? "、" : ", ");
}

/** What stands behind a path: type, size, rights, owner, each where it says something. */
export function detailsOf(change: SealedChange): readonly string[] {
  const { kind, type, after, base, origin, content, link, from, target } = change;
  const had = base ?? origin;
  const details: string[] = [kind === "elsewhere" ? "changed under its other names" : kind];
  if (kind === "attributes" && isTimeAlone(change)) details[0] = "time";
  if (type !== "file") details.push(typeNames[type]);
  if (kind === "replaced" && base !== null && base.type !== type) details.push(`was a ${typeNames[base.type]}`);
  if (from !== undefined) details.push(`from ${from}`);
  if (link !== undefined) details.push(`another name of ${link}`);
  if (target !== undefined) details.push(`→ ${target}`);
  const size = sizeText(had, content?.size);
  if (size !== undefined && link === undefined) details.push(size);
  if (after === null) return details;
  const [mode, owner] = [modeText(after.mode), `${after.uid}:${after.gid}`];
  if (had === null) {
    if (link === undefined && type !== "link") details.push(mode);
  } else if (kind !== "replaced" || had.type === type) {
    if (modeText(had.mode) !== mode && change.keepsOwner !== true) details.push(`mode ${modeText(had.mode)} → ${mode}`);
    if (`${had.uid}:${had.gid}` !== owner && change.keepsOwner !== true)
      details.push(`owner ${had.uid}:${had.gid} → ${owner}`);
    if (JSON.stringify(had.attributes) !== JSON.stringify(after.attributes)) details.push("other extended attributes");
  }
  return details;
}

function isTimeAlone({ after, base }: SealedChange): boolean {
  return after !== null && base !== null && isSameMetadata(base, after);
}

const typeNames: Readonly<Record<FileType, string>> = {
  file: "file",
  folder: "folder",
  link: "symbolic link",
  fifo: "FIFO",
  socket: "socket",
  device: "device",
};

function sizeText(had: Fingerprint | null, size: number | undefined): string | undefined {
  const old = had?.type === "file" ? (had.size ?? undefined) : undefined;
  if (size === undefined) return old === undefined ? undefined : bytesText(old);
  return old === undefined || old === size ? bytesText(size) : `${bytesText(old)} → ${bytesText(size)}`;
}

function bytesText(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let [value, unit] = [bytes, 0];
  for (; value >= 1024 && unit < units.length - 1; unit += 1) value /= 1024;
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

function modeText(mode: number): string {
  return (mode & 0o7777).toString(8).padStart(4, "0");
}

/** What a difference of files cannot tell, whatever the script is. */
export const limitsText =
  "Not in the difference: what commands do beside files (other hosts, services, processes, devices), and what a command does that reads the clock or chance.";
