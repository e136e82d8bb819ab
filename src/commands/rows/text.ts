/** Searching and changing text, comparing files, finding files. */

import { type Family, words } from "../family.ts";

const grepOptions = words(
  "-e --regexp -f --file -m --max-count -A --after-context -B --before-context -C --context -d --directories -D --devices --binary-files --exclude --exclude-dir --exclude-from --group-separator --include --label",
);
const grepStatuses = {
  1: { says: "no line fits" },
  2: { says: "an error occurred: a file or the pattern", speaksFor: ["User", "Software"] },
} as const;

export const grep = () =>
  ({
    package: "GNU grep 3.8",
    section: 1,
    rows: [
      {
        name: "egrep",
        effect: "reads",
        answers: [0, 1],
        valueOptions: grepOptions,
        statuses: grepStatuses,
        page: "grep(1)",
      },
      {
        name: "fgrep",
        effect: "reads",
        answers: [0, 1],
        valueOptions: grepOptions,
        statuses: grepStatuses,
        page: "grep(1)",
      },
      { name: "grep", effect: "reads", answers: [0, 1], valueOptions: grepOptions, statuses: grepStatuses },
    ],
  }) as const satisfies Family;

export const sed = () =>
  ({
    package: "GNU sed 4.9",
    section: 1,
    rows: [
      {
        name: "sed",
        effect: "depends",
        answers: "any",
        changesWith: words("-i --in-place"),
        valueOptions: words("-e --expression -f --file -l --line-length"),
        statuses: {
          1: { says: "the sed script is wrong", speaksFor: ["Software"] },
          2: { says: "an input file cannot be opened", speaksFor: ["User"] },
          4: { says: "an I/O error", speaksFor: ["System"] },
        },
      },
    ],
  }) as const satisfies Family;

// An awk program may write files and run commands, which its command line does not tell: it counts as a reader, as operators use it.
const awkOptions = words("-f -F -v");

export const awk = () =>
  ({
    package: "awk (POSIX.1-2017), mawk 1.3.4, GNU awk 5.2",
    section: 1,
    rows: [
      {
        name: "awk",
        effect: "reads",
        answers: "any",
        valueOptions: awkOptions,
        statuses: { 2: { says: "a fatal error in the program or its input", speaksFor: ["Software", "User"] } },
      },
      {
        name: "gawk",
        effect: "depends",
        answers: "any",
        valueOptions: words("-f --file -F --field-separator -v --assign -i --include -l --load -E --exec"),
        changesWith: ["-i=inplace", "--include=inplace"],
        statuses: { 2: { says: "a fatal error in the program or its input", speaksFor: ["Software", "User"] } },
      },
      {
        name: "mawk",
        effect: "reads",
        answers: "any",
        valueOptions: awkOptions,
        statuses: { 2: { says: "a fatal error in the program or its input", speaksFor: ["Software", "User"] } },
      },
    ],
  }) as const satisfies Family;

const diffStatuses = {
  1: { says: "the files differ" },
  2: { says: "trouble: a file cannot be compared", speaksFor: ["User", "Software"] },
} as const;

export const diffutils = () =>
  ({
    package: "GNU diffutils 3.8",
    section: 1,
    rows: [
      {
        name: "cmp",
        effect: "reads",
        answers: [0, 1],
        valueOptions: words("-i --ignore-initial -n --bytes"),
        statuses: diffStatuses,
      },
      {
        name: "diff",
        effect: "reads",
        answers: [0, 1],
        statuses: diffStatuses,
        valueOptions: words(
          "-x --exclude -X --exclude-from -S --starting-file -I --ignore-matching-lines -F --show-function-line -L --label -D --ifdef -W --width -U -C --from-file --to-file --horizon-lines --tabsize --line-format --palette",
        ),
      },
      {
        name: "diff3",
        effect: "reads",
        answers: [0, 1],
        valueOptions: words("-L --label --diff-program"),
        statuses: { 1: { says: "there are conflicts" }, 2: { says: "trouble", speaksFor: ["User", "Software"] } },
      },
      {
        name: "sdiff",
        effect: "depends",
        answers: [0, 1],
        changesWith: words("-o --output"),
        valueOptions: words("-o --output -I --ignore-matching-lines -w --width --diff-program --tabsize"),
        statuses: diffStatuses,
      },
    ],
  }) as const satisfies Family;

export const findutils = () =>
  ({
    package: "GNU findutils 4.9.0",
    section: 1,
    rows: [
      {
        // Its status says whether the walk went well, never whether something was found.
        name: "find",
        effect: "depends",
        answers: "none",
        changesWith: words("-delete -exec -execdir -ok -okdir -fls -fprint -fprint0 -fprintf"),
        valueOptions: words(
          "-D -amin -anewer -atime -cmin -cnewer -context -ctime -files0-from -fstype -gid -group -ilname -iname -inum -ipath -iregex -iwholename -links -lname -maxdepth -mindepth -mmin -mtime -name -newer -path -perm -printf -regex -regextype -samefile -size -type -uid -used -user -wholename -xtype -fls -fprint -fprint0",
        ),
      },
      {
        name: "locate",
        effect: "reads",
        answers: [0, 1],
        valueOptions: words("-d --database -l --limit"),
        statuses: { 1: { says: "nothing fits, or the database cannot be read" } },
      },
      { name: "updatedb", effect: "changes", answers: "none" },
      {
        name: "xargs",
        effect: "depends",
        answers: "any",
        changesWith: ["*"],
        wraps: { words: 0 },
        valueOptions: words(
          "-a --arg-file -d --delimiter -E -I -L -n --max-args -P --max-procs -s --max-chars --process-slot-var",
        ),
        statuses: {
          123: { says: "a command exited with a status from 1 to 125" },
          124: { says: "a command exited with 255" },
          125: { says: "a command was killed by a signal" },
        },
      },
    ],
  }) as const satisfies Family;

export const textTools = () =>
  ({
    package: "Debian 12",
    section: 1,
    rows: [
      { name: "bc", effect: "reads", answers: "any" },
      { name: "col", effect: "reads", answers: "any", valueOptions: words("-l --lines") },
      { name: "colrm", effect: "reads", answers: "any" },
      {
        name: "column",
        effect: "reads",
        answers: "any",
        valueOptions: words(
          "-c --output-width -E --table-noextreme -H --table-hide -i --tree-id -l --table-columns-limit -n --table-name -N --table-columns -o --output-separator -O --table-order -p --tree-parent -r --tree -R --table-right -s --separator -T --table-truncate -W --table-wrap",
        ),
      },
      { name: "dc", effect: "reads", answers: "any" },
      { name: "dos2unix", effect: "changes", answers: "none" },
      { name: "envsubst", effect: "reads", answers: "any" },
      {
        name: "file",
        effect: "depends",
        answers: "any",
        changesWith: words("-C --compile"),
        valueOptions: words("-e --exclude -f --files-from -F --separator -m --magic-file -P --parameter"),
      },
      {
        name: "hexdump",
        effect: "reads",
        answers: "any",
        valueOptions: words("-e --format -f --format-file -n --length -s --skip"),
      },
      {
        name: "iconv",
        effect: "depends",
        answers: "any",
        changesWith: words("-o --output"),
        valueOptions: words("-f --from-code -o --output -t --to-code"),
      },
      {
        name: "jq",
        effect: "reads",
        answers: "any",
        statuses: {
          1: { says: "the last output was false or null (-e)" },
          2: { says: "a usage problem or a system error", speaksFor: ["Software", "User", "System"] },
          3: { says: "the jq program does not compile", speaksFor: ["Software"] },
          4: { says: "there was no output (-e)" },
          5: { says: "the program stopped with an error on this input", speaksFor: ["User", "Software"] },
        },
      },
      { name: "less", effect: "reads", answers: "any" },
      { name: "look", effect: "reads", answers: [0, 1], valueOptions: words("-t --terminate") },
      { name: "more", effect: "reads", answers: "any" },
      {
        name: "patch",
        effect: "depends",
        answers: [0, 1],
        readsWith: ["--dry-run"],
        valueOptions: words(
          "-B --prefix -d --directory -D --ifdef -F --fuzz -g --get -i --input -o --output -p --strip -r --reject-file -V --version-control -x --debug -Y --basename-prefix -z --suffix --quoting-style --read-only --reject-format",
        ),
        statuses: {
          1: { says: "some hunks did not apply" },
          2: { says: "serious trouble", speaksFor: ["User", "Software", "System"] },
        },
      },
      { name: "rename", effect: "changes", answers: "none" },
      { name: "rev", effect: "reads", answers: "any" },
      { name: "sponge", effect: "changes", answers: "none" },
      { name: "strings", effect: "reads", answers: "any" },
      {
        name: "tree",
        effect: "depends",
        answers: "any",
        changesWith: ["-o"],
        valueOptions: words("-H -I -L -o -P -T"),
      },
      { name: "ts", effect: "reads", answers: "any" },
      {
        name: "xmllint",
        effect: "depends",
        answers: "any",
        changesWith: ["--output", "-o"],
        valueOptions: words("--output --xpath --schema --relaxng --schematron --encode --path --maxmem"),
      },
      {
        name: "xxd",
        effect: "depends",
        answers: "any",
        changesWith: ["* *"],
        valueOptions: words("-c -cols -g -groupsize -l -len -n -o -s -seek"),
      },
    ],
  }) as const satisfies Family;
