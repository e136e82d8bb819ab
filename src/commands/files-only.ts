/** Programs that change files and nothing else: what they do is whole in a difference of files. */

import { isReadOnly } from "./ask.ts";
import { type CommandTable, innerCommand } from "./table.ts";

const filesOnly = new Set(
  (
    "chcon chgrp chmod chown cp csplit dd install link ln mkdir mkfifo mknod mktemp mv rm rmdir shred shuf sort split sync tee touch truncate uniq unlink " +
    "sed sdiff awk gawk mawk dos2unix unix2dos file iconv patch rename sponge tree xmllint xxd jq yq fallocate setfacl setfattr chattr " +
    "7z ar bunzip2 bzip2 cpio gunzip gzip lz4 pigz tar unxz unzip unzstd xz zip zstd git sqlite3 gpg openssl htpasswd rsync wget scp sftp logger " +
    "cc gcc g++ javac go composer"
  ).split(" "),
);

/** Of those, what speaks to others beside. */
const outward = new Set("git rsync wget scp sftp".split(" "));

/** What a dry run cannot show of a command; undefined where its files tell all. `argv` starts with the program. */
export function unseenEffect(table: CommandTable, argv: readonly string[]): string | undefined {
  const inner = innerCommand(table, argv);
  if (isReadOnly(inner.row, inner.argv)) return undefined;
  const name = (inner.argv[0] ?? "").replace(/^.*\//, "");
  if (filesOnly.has(name)) return isOutward(name, inner.argv) ? "it speaks to another host" : undefined;
  if (inner.row.network === true) return "it speaks to another host";
  return table.has(inner.argv[0] ?? "")
    ? "it changes more than files"
    : "it is not known whether it changes more than files";
}

function isOutward(name: string, argv: readonly string[]): boolean {
  if (!outward.has(name)) return false;
  if (name === "wget") return argv.some((word) => /^--(?:post|method|body)/.test(word));
  if (name === "git") return argv.some((word) => word === "push" || word === "send-email");
  return argv.some((word) => /^[^/-][^/]*:/.test(word));
}
