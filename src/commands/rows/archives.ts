/** Archives and compression. */

import { type Family, words } from "../family.ts";

// A filter between two pipes, `-c`, `-l` and `-t` leave every file as it is.
const gzipChanges = ["* !-c !--stdout !--to-stdout !-l !--list !-t !--test"] as const;
const gzipAnswers = [
  ["-t", "any"],
  ["--test", "any"],
  ["-l", "any"],
  ["--list", "any"],
] as const;
const warning = {
  1: { says: "an error occurred", speaksFor: ["User", "System"] },
  2: { says: "a warning", speaksFor: ["User"] },
} as const;
const xzOptions = words(
  "-C --check -F --format -M --memlimit --memory -S --suffix -T --threads --block-list --block-size --flush-timeout --memlimit-compress --memlimit-decompress --memlimit-mt-decompress",
);
const unzipStatuses = {
  1: { says: "a warning; the work was completed" },
  2: { says: "an error in the archive's format", speaksFor: ["User"] },
  3: { says: "a severe error in the archive's format", speaksFor: ["User"] },
  9: { says: "the archive was not found", speaksFor: ["User", "Software"] },
  10: { says: "wrong options", speaksFor: ["Software"] },
  11: { says: "no file fits", speaksFor: ["User"] },
  50: { says: "the disk is full", speaksFor: ["System"] },
  51: { says: "the archive ends too early", speaksFor: ["User", "External"] },
  82: { says: "the passwords are wrong", speaksFor: ["User"] },
} as const;

export const archives = () =>
  ({
    package: "Debian 12 (tar 1.34, gzip 1.12, xz 5.4.1, bzip2 1.0.8, zstd 1.5.4, zip 3.0, unzip 6.0, cpio 2.13)",
    section: 1,
    rows: [
      {
        name: "7z",
        effect: "depends",
        answers: "none",
        answersWith: [
          ["t", "any"],
          ["l", "any"],
        ],
        readsWith: words("l t i h b"),
        statuses: {
          1: { says: "a warning: some files were locked" },
          2: { says: "a fatal error", speaksFor: ["User", "System"] },
          7: { says: "a command-line error", speaksFor: ["Software"] },
          8: { says: "out of memory", speaksFor: ["System"] },
        },
      },
      {
        name: "ar",
        effect: "depends",
        answers: "none",
        leadingBundle: true,
        readsWith: words("-t -p"),
        changesWith: words("-r -d -m -q -x -s"),
      },
      { name: "bunzip2", effect: "depends", answers: "none", answersWith: gzipAnswers, changesWith: gzipChanges },
      { name: "bzcat", effect: "reads", answers: "any" },
      { name: "bzgrep", effect: "reads", answers: [0, 1] },
      {
        name: "bzip2",
        effect: "depends",
        answers: "none",
        answersWith: gzipAnswers,
        changesWith: gzipChanges,
        statuses: {
          1: {
            says: "the surroundings: a file is missing, wrong options, I/O errors",
            speaksFor: ["User", "Software", "System"],
          },
          2: { says: "the compressed file is corrupt", speaksFor: ["User"] },
          3: { says: "an internal error", speaksFor: ["System"] },
        },
      },
      {
        name: "cpio",
        effect: "depends",
        answers: "none",
        readsWith: words("-t --list -o --create"),
        changesWith: ["-i !-t !--list", "--extract !-t !--list", "-p", "--pass-through", "-O", "-F -o", "-A"],
        valueOptions: words(
          "-C --io-size -D --directory -E --pattern-file -F --file -H --format -M --message -R --owner -W --warning --block-size --rsh-command -I -O",
        ),
      },
      {
        name: "gunzip",
        effect: "depends",
        answers: "none",
        answersWith: gzipAnswers,
        changesWith: gzipChanges,
        valueOptions: words("-S --suffix"),
        statuses: warning,
      },
      {
        name: "gzip",
        effect: "depends",
        answers: "none",
        answersWith: gzipAnswers,
        changesWith: gzipChanges,
        valueOptions: words("-S --suffix"),
        statuses: warning,
      },
      { name: "lz4", effect: "depends", answers: "none", answersWith: gzipAnswers, changesWith: gzipChanges },
      {
        name: "pigz",
        effect: "depends",
        answers: "none",
        answersWith: gzipAnswers,
        changesWith: gzipChanges,
        valueOptions: words("-b --blocksize -p --processes -S --suffix"),
      },
      {
        name: "tar",
        effect: "depends",
        answers: "none",
        leadingBundle: true,
        answersWith: [
          ["-d", [0, 1]],
          ["--diff", [0, 1]],
          ["--compare", [0, 1]],
          ["-t", "any"],
          ["--list", "any"],
        ],
        changesWith: words(
          "-x --extract --get -r --append -u --update -A --catenate --concatenate --delete --to-command --checkpoint-action -g --listed-incremental --remove-files --index-file",
        ),
        readsWith: [
          "-t",
          "--list",
          "-d",
          "--diff",
          "--compare",
          "-c -f=-",
          "-c --file=-",
          "--create -f=-",
          "--create --file=-",
        ],
        valueOptions: words(
          "-b --blocking-factor -C --directory -f --file -F --info-script --new-volume-script -g --listed-incremental -H --format -I --use-compress-program -K --starting-file -L --tape-length -N --newer --after-date -T --files-from -V --label -X --exclude-from --add-file --checkpoint-action --exclude --exclude-ignore --exclude-ignore-recursive --exclude-tag --exclude-tag-all --exclude-tag-under --group --group-map --hole-detection --index-file --level --mode --mtime --newer-mtime --no-quote-chars --owner --owner-map --pax-option --quote-chars --quoting-style --record-size --rmt-command --rsh-command --sort --sparse-version --strip-components --suffix --to-command --transform --xform --volno-file --warning --xattrs-exclude --xattrs-include",
        ),
        statuses: {
          1: { says: "some files differ, or changed while they were read", speaksFor: ["User", "System"] },
          2: { says: "a fatal error", speaksFor: ["User", "System", "Software"] },
        },
      },
      {
        name: "unxz",
        effect: "depends",
        answers: "none",
        answersWith: gzipAnswers,
        changesWith: gzipChanges,
        valueOptions: xzOptions,
        statuses: warning,
      },
      {
        name: "unzip",
        effect: "depends",
        answers: "none",
        answersWith: [
          ["-t", "any"],
          ["-l", "any"],
          ["-z", "any"],
        ],
        readsWith: words("-l -t -p -v -Z -z -c"),
        valueOptions: words("-d -P"),
        statuses: unzipStatuses,
      },
      { name: "unzstd", effect: "depends", answers: "none", answersWith: gzipAnswers, changesWith: gzipChanges },
      {
        name: "xz",
        effect: "depends",
        answers: "none",
        answersWith: gzipAnswers,
        changesWith: gzipChanges,
        valueOptions: xzOptions,
        statuses: warning,
      },
      { name: "xzcat", effect: "reads", answers: "any" },
      { name: "xzgrep", effect: "reads", answers: [0, 1] },
      { name: "zcat", effect: "reads", answers: "any" },
      { name: "zcmp", effect: "reads", answers: [0, 1] },
      { name: "zdiff", effect: "reads", answers: [0, 1] },
      { name: "zgrep", effect: "reads", answers: [0, 1] },
      {
        name: "zip",
        effect: "changes",
        answers: "none",
        answersWith: [["-T", "any"]],
        statuses: {
          2: { says: "the archive ends too early", speaksFor: ["User"] },
          3: { says: "an error in the archive's format", speaksFor: ["User"] },
          4: { says: "out of memory", speaksFor: ["System"] },
          12: { says: "there is nothing to do", speaksFor: ["User"] },
          13: { says: "the archive is missing or empty", speaksFor: ["User"] },
          14: { says: "a file cannot be written", speaksFor: ["System"] },
          15: { says: "a file cannot be created", speaksFor: ["User", "System"] },
          16: { says: "wrong command-line parameters", speaksFor: ["Software"] },
          18: { says: "a file that was given cannot be read", speaksFor: ["User"] },
        },
      },
      { name: "zipinfo", effect: "reads", answers: "any", statuses: unzipStatuses },
      {
        name: "zstd",
        effect: "depends",
        answers: "none",
        answersWith: gzipAnswers,
        changesWith: ["* !-c !--stdout !-l !--list !-t !--test"],
      },
      { name: "zstdcat", effect: "reads", answers: "any" },
    ],
  }) as const satisfies Family;
