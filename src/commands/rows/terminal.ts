/** Which programs only ever write lines: what they write at a terminal may pass through a second one on its way. */

import { words } from "../family.ts";

/**
 * They never draw on a screen, read keys, start a pager or an editor, or set how the terminal behaves: what asks for a
 * password opens /dev/tty, which stays the real one. From the programs' manual pages, section FILES and OPTIONS.
 */
const plain: ReadonlySet<string> = new Set([
  ...words(
    "b2sum base32 base64 basename basenc cat chgrp chmod chown cksum comm cp csplit cut date dd df dir dirname du",
  ),
  ...words("echo expand expr factor fmt fold groups head hostid id install join link ln ls md5sum mkdir mkfifo mknod"),
  ...words("mktemp mv nl nproc numfmt od paste pathchk pinky pr printf ptx pwd readlink realpath rm rmdir seq sha1sum"),
  ...words("sha224sum sha256sum sha384sum sha512sum shred shuf sleep sort split stat sum sync tac tail tee touch tr"),
  ...words("truncate tsort uname unexpand uniq unlink vdir wc who whoami"),
  ...words("egrep fgrep grep sed cmp diff diff3 iconv jq strings file locate xmllint"),
  ...words("ar bunzip2 bzcat bzip2 cpio gunzip gzip tar unxz unzip unzstd xz xzcat zcat zip zstd"),
  ...words("curl dig getent host ping ping6 rsync scp wget"),
  ...words(
    "blkid findmnt free kill losetup lsblk lsof mkfs mkswap mount pgrep pkill ps sysctl swapoff swapon umount uptime",
  ),
  ...words("groupadd groupdel groupmod useradd userdel usermod getfacl setfacl"),
  ...words(
    "cc clang gcc g++ javac ld dpkg-query dpkg-deb createdb dropdb mysqldump pg_dump pg_restore pg_isready openssl",
  ),
]);

/** Whether a program, named without its folder, only ever writes lines. */
export function writesLinesOnly(program: string): boolean {
  return plain.has(program);
}
