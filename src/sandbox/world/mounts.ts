/** The mounts of this host, as proc(5) lists them. */

import { readFileSync } from "node:fs";

/** Flags of mount(2). */
export const mountFlags = { readOnly: 1, remount: 32, bind: 4096, recursive: 16_384 } as const;

export interface Mounted {
  readonly path: string;
  readonly type: string;
  readonly isReadOnly: boolean;
}

/** In the order in which they were mounted. */
export function mountedHere(): readonly Mounted[] {
  return readFileSync("/proc/self/mountinfo", "utf8")
    .split("\n")
    .flatMap((line) => {
      const [ahead = "", behind = ""] = line.split(" - ");
      const [, , , , path, options = ""] = ahead.split(" ");
      const [type = "", , ofAll = ""] = behind.split(" ");
      const isReadOnly = [options, ofAll].some((each) => each.split(",").includes("ro"));
      return path === undefined ? [] : [{ path: plain(path), type, isReadOnly }];
    });
}

/** Blanks and backslashes stand there as octal numbers. */
function plain(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}

const data = new Set(
  "ext2 ext3 ext4 xfs btrfs f2fs bcachefs zfs overlay tmpfs ramfs nfs nfs4 cifs smb3 9p virtiofs vfat exfat squashfs erofs iso9660".split(
    " ",
  ),
);

/** Whether it holds files of people, in contrast to what the kernel shows as files. */
export function holdsData({ type }: Mounted): boolean {
  return data.has(type) || type.startsWith("fuse");
}
