/** What stat(2) tells of a file. */

import type { Stats } from "node:fs";

export interface FileStatus {
  /** Bytes. */
  readonly size: number;
  /** The permission bits, 0 to 0o7777. */
  readonly mode: number;
  readonly owner: number;
  readonly group: number;
  readonly links: number;
  readonly inode: number;
  readonly device: number;
  /** Milliseconds since 1970-01-01 UTC, without a fraction. */
  readonly modified: number;
  readonly accessed: number;
  readonly changed: number;
  readonly isFile: boolean;
  readonly isDirectory: boolean;
  readonly isLink: boolean;
  readonly type: "file" | "directory" | "link" | "fifo" | "socket" | "character" | "block";
}

export function statusOf(stats: Stats): FileStatus {
  return {
    size: stats.size,
    mode: stats.mode & 0o7777,
    owner: stats.uid,
    group: stats.gid,
    links: stats.nlink,
    inode: stats.ino,
    device: stats.dev,
    modified: Math.floor(stats.mtimeMs),
    accessed: Math.floor(stats.atimeMs),
    changed: Math.floor(stats.ctimeMs),
    isFile: stats.isFile(),
    isDirectory: stats.isDirectory(),
    isLink: stats.isSymbolicLink(),
    type: typeOf(stats),
  };
}

function typeOf(stats: Stats): FileStatus["type"] {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "directory";
  if (stats.isSymbolicLink()) return "link";
  if (stats.isFIFO()) return "fifo";
  if (stats.isSocket()) return "socket";
  return stats.isCharacterDevice() ? "character" : "block";
}
