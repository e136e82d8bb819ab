/** Guesses a silent command's error by a look at the paths that it was given: who prints to a terminal tells us only a status. */

import type { FaultArgument } from "../records/index.ts";
import type { PathLook } from "./host.ts";
import type { PathWord } from "./subject.ts";

export interface Inference {
  readonly errno: string;
  readonly argument: FaultArgument;
  readonly look: PathLook;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Programs whose operands are files that must be there. */
const readers = words(
  "cat head tail wc sort uniq cut tac nl od hexdump xxd strings md5sum sha1sum sha256sum sha512sum b2sum cksum sum ls du stat file readlink realpath diff cmp comm join paste fold expand unexpand tsort shuf less more gzip gunzip zcat bzip2 bunzip2 xz unxz xzcat zstd unzip source cd chmod chown chgrp rm rmdir unlink shred mv cp rsync scp ln install jq yq mount umount split csplit fmt pr column rev iconv base64 base32 dos2unix patch losetup fsck blkid visudo nginx",
);
/** Programs whose first operand is not a file, while the others are. */
const afterFirst = words("grep egrep fgrep zgrep sed awk gawk chmod chown chgrp jq yq tr install split");
/** Programs that write their last operand, which need not be there. */
const lastWritten = words("cp mv ln install rsync scp split iconv csplit");
/** Programs that make their operands. */
const makers = words("mkdir touch tee truncate mkfifo mknod mktemp");
/** Programs whose first operand is a script, unless an option gives its text. */
const interpreters = words("bash sh dash zsh ksh python3 python perl ruby node php Rscript lua");
const tests = words("test [");
/** Programs that fail on a file for what it holds. */
const contentReaders = words(
  "gzip gunzip zcat bzip2 bunzip2 bzcat xz unxz xzcat zstd unzstd tar unzip jq yq xmllint md5sum sha1sum sha224sum sha256sum sha384sum sha512sum b2sum base64 base32 uniq msgfmt gpg cpio ar 7z pdftotext convert ffmpeg",
);
/** Programs that only root can put to most of their uses. */
const rootOnly = words(
  "mount umount useradd userdel usermod groupadd groupdel adduser deluser hostname hostnamectl timedatectl apt apt-get dnf yum dpkg rpm apk zypper pacman systemctl service sysctl modprobe insmod rmmod fdisk parted sfdisk mkswap swapon swapoff iptables ip6tables nft ufw shutdown reboot poweroff halt losetup chroot dmesg renice chpasswd visudo cryptsetup lvcreate vgcreate pvcreate mdadm tune2fs fsck setcap",
);

/** Whether a program's first operand is a script. */
export function isInterpreter(program: string): boolean {
  return interpreters.has(program);
}

/** Whether a program seldom works for anybody but root. */
export function wantsRoot(program: string): boolean {
  return rootOnly.has(program) || program.startsWith("mkfs");
}

const smallest = 4096;

/** Whether a file system has no room for as much as a block. */
export function isFull(look: PathLook | undefined): boolean {
  return look?.free !== undefined && look.free < smallest;
}

/** What is wrong with the paths of a command; undefined where nothing is seen. */
export function inferFromPaths(
  program: string,
  paths: readonly PathWord[],
  lookAt: (path: string) => PathLook | undefined,
  uid: number,
): Inference | undefined {
  if (program === "kill") return inferFromProcesses(paths, lookAt, uid);
  for (const [index, candidate] of paths.entries()) {
    const role = roleOf(program, index, paths);
    // `host:path` lies on another machine.
    if (role === undefined || /^[\w.@-]+:/.test(candidate.path)) continue;
    const look = lookAt(candidate.path);
    if (look === undefined || look.remote) continue;
    const errno =
      wrongWith(program, role, look, candidate.path) ?? wrongAround(program, role, look, candidate.path, uid, lookAt);
    if (errno !== undefined) return { errno, argument: candidate.argument, look };
  }
  return undefined;
}

/** A process is a folder of its owner's below /proc (proc(5)). */
function inferFromProcesses(
  paths: readonly PathWord[],
  lookAt: (path: string) => PathLook | undefined,
  uid: number,
): Inference | undefined {
  for (const { path, argument } of paths) {
    const look = /^\d+$/.test(path) ? lookAt(`/proc/${path}`) : undefined;
    if (look === undefined || look.place === "/") continue;
    if (!look.exists) return { errno: "ESRCH", argument, look };
    if (uid !== 0 && look.owner !== uid) return { errno: "EPERM", argument, look };
  }
  return undefined;
}

/** What is wrong with the files that a command's output goes to, or its input comes from. */
export function inferFromRedirects(
  redirects: readonly FaultArgument[],
  lookAt: (path: string) => PathLook | undefined,
): Inference | undefined {
  for (const argument of redirects) {
    const look = lookAt(argument.text);
    if (look === undefined || look.remote) continue;
    // This device is full by definition (full(4)), and has no space to ask for.
    if (argument.text === "/dev/full" || (argument.name.includes(">") && isFull(look)))
      return { errno: "ENOSPC", argument, look };
  }
  return undefined;
}

/** Whether a program that reads its files was given some that are there: then what they hold may be wrong. */
export function readsContent(
  program: string,
  paths: readonly PathWord[],
  lookAt: (path: string) => PathLook | undefined,
): boolean {
  return contentReaders.has(program) && paths.some(({ path }) => lookAt(path)?.isDirectory === false);
}

type Role = "read" | "write" | "remove" | "make" | "test";

function roleOf(program: string, index: number, paths: readonly PathWord[]): Role | undefined {
  const last = index === paths.length - 1;
  if (interpreters.has(program)) return index === 0 && !/\s/.test(paths[index]?.path ?? "") ? "read" : undefined;
  if (makers.has(program)) return "make";
  // What it says of a file that it cannot open does not tell why.
  if (program === "sqlite3") return index === 0 ? "write" : undefined;
  if (tests.has(program)) return /[/.]/.test(paths[index]?.path ?? "") ? "test" : undefined;
  if (program === "dd") return /^of=/.test(paths[index]?.argument.text ?? "") ? "write" : "read";
  if (lastWritten.has(program) && last && paths.length > 1) return "write";
  // A symbolic link may point at what is not there yet.
  if (program === "ln" && !last) return undefined;
  if (afterFirst.has(program) && index === 0 && paths.length > 1) return undefined;
  if (/^(?:rm|rmdir|unlink|shred)$/.test(program) || (program === "mv" && !last)) return "remove";
  if (readers.has(program) || afterFirst.has(program))
    return index === 0 && afterFirst.has(program) ? undefined : "read";
  // Of any other program only what looks like a path is taken for one, and the last one may be what it makes.
  const mayBeMade = last && paths.length > 1;
  return !mayBeMade && /^(?:\.{0,2}\/|~\/)/.test(paths[index]?.path ?? "") ? "read" : undefined;
}

function wrongWith(program: string, role: Role, look: PathLook, path: string): string | undefined {
  if (look.hidden) return "EACCES";
  if (role === "test" || role === "read") {
    if (!look.exists) return !look.isDirectory ? "ENOTDIR" : "ENOENT";
    if (role === "test") return undefined;
    return look.readable ? undefined : "EACCES";
  }
  if (role === "remove") {
    if (!look.exists) return "ENOENT";
    return look.readOnlyMount ? "EROFS" : undefined;
  }
  if (role === "make" && program === "mkdir" && look.exists) return "EEXIST";
  if (!look.exists && !isParent(look.place, path)) return look.isDirectory ? "ENOENT" : "ENOTDIR";
  if (look.readOnlyMount) return "EROFS";
  if (!look.writable) return "EACCES";
  return isFull(look) ? "ENOSPC" : undefined;
}

/** What is wrong with a folder that an entry is taken from, or with whose a file is that gets another owner or mode. */
function wrongAround(
  program: string,
  role: Role,
  look: PathLook,
  path: string,
  uid: number,
  lookAt: (path: string) => PathLook | undefined,
): string | undefined {
  if (role === "remove") return lookAt(`${path}/..`)?.writable === false ? "EACCES" : undefined;
  const mustOwn = role === "read" && /^ch(?:own|mod|grp)$/.test(program);
  return mustOwn && uid !== 0 && (look.owner !== uid || program === "chown") ? "EPERM" : undefined;
}

/** Whether the nearest folder that is there is the very one that the path should stand in. */
function isParent(place: string, path: string): boolean {
  const parts = path.replace(/\/+$/, "").split("/");
  const name = parts.at(-1) ?? "";
  const above = parts.at(-2);
  if (name === "" || above === undefined || above === "." || above === "..") return true;
  return place === "/" ? parts.length <= 2 : place.endsWith(`/${above}`);
}
