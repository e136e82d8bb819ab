/** The configuration of a run: where `dscript.yaml` is looked for, and what holds without one (docs: configuration). */

import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, type Stats, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Mistake, wholeFile } from "../diagnostics/index.ts";
import { cachedConfig, keepConfig } from "./config-cache.ts";
import { type Config, defaultConfig } from "./config-shape.ts";

/** The outcome of a search: a configuration, or every mistake of the file that was found. Warnings name files that were passed over. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly mistakes: readonly Mistake[]; readonly warnings: readonly string[] };

const fileName = "dscript.yaml";
const systemFile = "/etc/dscript/dscript.yaml";
/** Bytes; a configuration is a page or two. */
export const configSizeLimit = 1_048_576;

/** Where the search goes beyond the script's folder, and who is asking; tests set them. */
export interface ConfigSearch {
  readonly systemFile?: string;
  /** The effective user id. */
  readonly uid?: number;
}

/** The folder in which a script's configuration is looked for first: the script's own, links resolved; the working directory for standard input. */
export function configFolder(script: string | undefined, workingDirectory: string): string {
  if (script === undefined) return workingDirectory;
  try {
    return dirname(realpathSync(join(script.startsWith("/") ? "/" : workingDirectory, script)));
  } catch {
    return workingDirectory;
  }
}

/** Looks for the configuration from a folder upward, then in /etc/dscript; reads and checks the first that is found. Never throws. */
export async function loadConfig(folder: string, search: ConfigSearch = {}): Promise<ConfigResult> {
  const warnings: string[] = [];
  const path = findConfig(folder, search, warnings);
  if (path === undefined) return { ok: true, config: defaultConfig, warnings };
  const content = readConfig(path);
  if (typeof content === "string") return { ok: false, mistakes: [wholeFile(path, content)], warnings };
  const known = cachedConfig(path, content);
  if (known !== undefined) return { ok: true, config: known, warnings };
  // yaml and zod cost tens of milliseconds to load: only a file that exists, and is new, is worth them.
  const { checkConfig } = await import("./config-file.ts");
  const checked = checkConfig(path, content);
  if (checked.ok) keepConfig(path, content, checked.config);
  return { ...checked, warnings };
}

/** One stat call a folder. */
function findConfig(folder: string, search: ConfigSearch, warnings: string[]): string | undefined {
  const uid = search.uid ?? process.geteuid?.() ?? 0;
  let owner: number | undefined;
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, fileName);
    const stat = statOf(path);
    if (stat !== undefined) {
      owner ??= statOf(folder)?.uid;
      const distrust = distrustOf(stat, [uid, 0, owner]);
      if (distrust === undefined) return path;
      warnings.push(`${path} is passed over: ${distrust}`);
    }
    if (at === dirname(at)) break;
  }
  const last = search.systemFile ?? systemFile;
  return statOf(last) === undefined ? undefined : last;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A folder that may not be searched holds no configuration for us.
    return undefined;
  }
}

/** A file that anybody may have put into a folder above (/tmp) must not steer a run: it could hide changes and name files to write. */
function distrustOf(stat: Stats, owners: readonly (number | undefined)[]): string | undefined {
  if (!owners.includes(stat.uid))
    return `it belongs to uid ${stat.uid}, neither to who runs the script nor to root nor to the owner of the script's folder`;
  return (stat.mode & 0o002) === 0 ? undefined : "everybody may write to it (chmod o-w makes it count)";
}

/** The file's bytes, or why there are none. */
function readConfig(path: string): Uint8Array | string {
  let fd: number | undefined;
  try {
    // O_NONBLOCK: a FIFO of that name must not hang the run.
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(fd);
    if (stat.isDirectory()) return "is a folder, expected a file";
    if (!stat.isFile()) return "is no regular file";
    const limit = `is larger than ${configSizeLimit} bytes, the limit for a configuration`;
    if (stat.size > configSizeLimit) return limit;
    const bytes = new Uint8Array(configSizeLimit + 1);
    let length = 0;
    for (let got = -1; got !== 0 && length < bytes.length; length += got)
      got = readSync(fd, bytes, length, bytes.length - length, null);
    return length > configSizeLimit ? limit : bytes.subarray(0, length);
  } catch (error) {
    // Node's errors of system calls carry their text in `message`.
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
