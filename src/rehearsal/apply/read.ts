/** Reads a kept difference; one that is damaged, edited, newer, or of another host or user is refused. */

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { hashOfFile } from "../difference/fingerprint.ts";
import { formatName, formatVersion, type KeptDifference, names } from "../difference/format.ts";
import { digestOf, machineId } from "../difference/seal.ts";

/** Why a difference is not applied; nothing has been changed. */
export interface Refusal {
  readonly problem: string;
  readonly next: string;
  /** The paths that are in the way, and how each is. */
  readonly paths?: readonly { readonly path: string; readonly how: string }[];
}

export interface ReadDifference {
  readonly folder: string;
  readonly difference: KeptDifference;
}

const anew = "make a new one: dscript run --dry-run FILE";

/** `at` is its folder, or the `difference.json` in it. */
export function readDifference(at: string): ReadDifference | Refusal {
  const folder = at.endsWith(`/${names.difference}`) ? at.slice(0, -names.difference.length - 1) : at;
  let text: string;
  try {
    text = readFileSync(join(folder, names.difference), "utf8");
  } catch (thrown) {
    const { code = "EIO" } = thrown as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR")
      return { problem: `there is no difference in ${folder}`, next: "name the folder that a dry run has named" };
    return { problem: `the difference in ${folder} cannot be read: ${code}`, next: "look at its rights" };
  }
  const difference = decoded(text);
  if (typeof difference === "string") return { problem: `the difference in ${folder} ${difference}`, next: anew };
  const strange = strangeness(difference, folder);
  return strange ?? { folder, difference };
}

/** What is wrong with it in a few words, or the difference. */
function decoded(text: string): KeptDifference | string {
  const [head = "", body = "", tail] = text.split("\n");
  const digest = /^\{"sha256":"([0-9a-f]{64})","difference":$/.exec(head)?.[1];
  if (digest === undefined || tail !== "}") return "is damaged";
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return "is damaged";
  }
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format !== formatName || typeof version !== "number") return "is none of D-Script";
  if (version > formatVersion) return `was made by a newer D-Script (form ${version}; this one reads ${formatVersion})`;
  if (digestOf(body) !== digest) return "was edited, or is damaged: its digest is another one";
  // The digest says that it is as a dry run of this form wrote it.
  return value as KeptDifference;
}

function strangeness({ machine, host, uid, changes }: KeptDifference, folder: string): Refusal | undefined {
  if (machine !== machineId())
    return { problem: `the difference was made on another host (${host})`, next: "make one on this host" };
  const own = process.geteuid?.() ?? -1;
  if (uid !== own)
    return { problem: `the difference was made by another user (uid ${uid}, and this is ${own})`, next: anew };
  for (const { content, path } of changes) {
    if (content === undefined) continue;
    const file = join(folder, names.contents, String(content.number));
    if (!isWhole(file, content.size, content.sha256))
      return {
        problem: `the difference was edited, or is damaged: the new content of ${path} is another one`,
        next: anew,
      };
  }
  return undefined;
}

function isWhole(file: string, size: number, sha256: string): boolean {
  try {
    return statSync(file).size === size && hashOfFile(file).sha256 === sha256;
  } catch {
    return false;
  }
}
