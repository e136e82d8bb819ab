/** Names of programs whose effects a difference of files shows whole. */

/** They change files, and nothing else. */
export const filesOnly = new Set<string>(
  (
    "chcon chgrp chmod chown cp csplit dd install link ln mkdir mkfifo mknod mktemp mv rm rmdir shred shuf sort split sync tee touch truncate uniq unlink " +
    "sed sdiff awk gawk mawk dos2unix unix2dos file iconv patch rename sponge tree xmllint xxd jq yq fallocate setfacl setfattr chattr " +
    "7z ar bunzip2 bzip2 cpio gunzip gzip lz4 pigz tar unxz unzip unzstd xz zip zstd git sqlite3 gpg openssl htpasswd rsync wget scp sftp logger " +
    "cc gcc g++ javac go composer"
  ).split(" "),
);

/** Of those, what may speak to other hosts. */
export const outward = new Set<string>("git rsync wget scp sftp".split(" "));
