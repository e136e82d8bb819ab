/** What tools for files and texts say that means another thing than it does elsewhere. */

import type { MessageRule } from "../../rule.ts";
import { messagesOf } from "./family.ts";

// biome-ignore format: one row a line reads as the table that it is
const coreutils = (): readonly MessageRule[] => [
  ...messagesOf({ source: "GNU coreutils 9.1, each program seen", for: "cp mv install ln dd cat ls stat touch mkdir rmdir rm mknod mkfifo mktemp truncate split csplit tee shred head tail sort uniq wc cut paste join comm tr fold fmt pr nl od base64 base32 md5sum sha1sum sha256sum sha512sum b2sum cksum sum chmod chown chgrp df du date seq numfmt factor expr test printf shuf tac tsort readlink realpath basename dirname sync link unlink nohup nice env timeout stdbuf chroot id groups who uname hostid logname nproc printenv stty pathchk" }, {
    "cp-folder": ["usage", "cp: -r not specified; omitting directory 'd'", "-r not specified; omitting directory", "omitting directory", "cannot overwrite non-directory", "cannot overwrite directory", "target … is not a directory", "cannot copy a directory", "to a subdirectory of itself", "will not overwrite just-created", "missing destination file", "with --parents, the destination must be"],
    "cp-same": ["inTheWay", "cp: 'f' and 'f' are the same file", "are the same file", "not replacing", "not overwriting"],
    "cp-target": ["absent", "cp: target 'x/': No such file or directory", "target … no such file", "target directory … no such file"],
    "rm-refuses": ["usage", "rm: it is dangerous to operate recursively on '/'", "it is dangerous to operate recursively", "refusing to remove '.' or '..'", "refusing to remove"],
    "dd-operand": ["usage", "dd: unrecognized operand 'foo=bar'", "unrecognized operand", "invalid input flag", "invalid output flag", "invalid conversion"],
    "sort-key": ["usage", "sort: field number is zero: invalid field specification '0'", "invalid field specification", "invalid number at field start", "incompatible options", "options '… are incompatible", "multi-character tab", "empty tab"],
    "sort-disorder": ["content", "sort: u:2: disorder: a", "disorder: ", "is not in sorted order", "is not sorted"],
    "sort-space": ["=ENOSPC", "sort: write failed: /tmp/sortaB3: No space left on device", "cannot create temporary file in … no space", "write failed: /tmp"],
    "csplit-range": ["content", "csplit: '99': line number out of range", "line number out of range", "match not found", "on repetition"],
    "split-suffixes": ["usage", "split: output file suffixes exhausted", "output file suffixes exhausted"],
    "cut-list": ["usage", "cut: you must specify a list of bytes, characters, or fields", "you must specify a list of", "fields are numbered from 1", "only one type of list", "the delimiter must be a single character", "invalid decreasing range", "invalid byte, character or field list"],
    "test-syntax": ["usage", "test: missing argument after '2'", "missing argument after", "binary operator expected", "unary operator expected", "missing ']'", "extra argument", "unexpected operator", "too many arguments"],
    "tr-sets": ["usage", "tr: range-endpoints of 'z-a' are in reverse collating sequence order", "reverse collating sequence", "two strings must be given", "when translating, ", "misaligned [:", "invalid character class"],
    "checksum-content": ["content", "sha256sum: WARNING: 1 computed checksum did NOT match", "computed checksum did not match", "computed checksums did not match", "no properly formatted", "listed file could not be read", "lines are improperly formatted", "no file was verified"],
    "chown-user": ["noAccount", "chown: invalid user: 'nobodyknows'", "invalid user", "invalid group", "invalid spec"],
    "id-user": ["noAccount", "id: 'nouser': no such user", "no such user", "unknown user id", "cannot find name for"],
    "date-value": ["value", "date: invalid date 'frob'", "invalid date", "cannot set date … invalid"],
    "date-set": ["root", "date: cannot set date: Operation not permitted", "cannot set date: operation not permitted"],
    "printf-format": ["usage", "printf: %y: invalid conversion specification", "invalid conversion specification", "excess arguments"],
    "printf-value": ["value", "printf: 'x': expected a numeric value", "expected a numeric value", "value not completely converted"],
    "expr-value": ["value", "expr: non-integer argument", "non-integer argument", "division by zero"],
    "mktemp-template": ["usage", "mktemp: too few X's in template 'foo'", "too few x's in template", "invalid template", "with --suffix, template"],
    "run-nothing": ["commandMissing", "nice: 'nofile': No such file or directory", /^(?:\/[\w./+-]{0,200}\/)?(?:env|nice|nohup|timeout|stdbuf|setsid|chrt|taskset|ionice|setarch|xargs|time|ltrace|prlimit|setpriv): (?!failed to open|cannot open|cannot access).{0,300}no such file or directory/],
    "run-refused": ["notExecutable", "env: './x': Permission denied", /^(?:\/[\w./+-]{0,200}\/)?(?:env|nice|nohup|timeout|stdbuf|setsid|chrt|taskset|ionice|setarch|xargs|time|prlimit|setpriv): (?!failed to open|cannot open|cannot access).{0,300}permission denied/],
    "chroot-folder": ["root", "chroot: cannot change root directory to '/srv/x': Operation not permitted", "cannot change root directory to … not permitted"],
    "df-none": ["absent", "df: no file systems processed", "no file systems processed"],
  }),
  ...messagesOf({ source: "findutils 4.9, seen", for: "find xargs locate updatedb" }, {
    "find-expression": ["usage", "find: unknown predicate `-frob'", "unknown predicate", "missing argument to", "unknown argument to", "paths must precede expression", "invalid expression", "you have used a binary operator", "expected an expression", "possible unquoted pattern", "warning: you have specified"],
    "find-value": ["value", "find: invalid argument `x' to `-mtime'", "invalid argument '", "invalid -size type", "invalid mode", "is not the name of a known user", "is not the name of an existing group"],
    "find-vanished": ["state", "find: File system loop detected; '/x' is part of the same file system loop", "file system loop detected", "changed during execution of"],
    "xargs-run": ["commandMissing", "xargs: nofile: No such file or directory", /^xargs: (?!cannot open).{0,300}no such file or directory/],
    "xargs-refused": ["notExecutable", "xargs: jq: Permission denied", /^xargs: (?!cannot open).{0,300}permission denied/],
    "xargs-input": ["absent", "xargs: Cannot open input file 'x': No such file or directory", "cannot open input file"],
    "xargs-number": ["usage", "xargs: invalid number \"x\" for -n option", "invalid number", "argument line too long", "unmatched single quote", "unmatched double quote", "cannot fit single argument"],
    "locate-database": ["noSuchHere", "locate: /var/lib/mlocate/mlocate.db: No such file or directory", "mlocate.db", "plocate.db", "database … is more than 8 days old"],
  }),
];

// biome-ignore format: one row a line reads as the table that it is
const archives = (): readonly MessageRule[] => [
  ...messagesOf({ source: "GNU tar 1.34, cpio 2.13, bsdtar, seen", for: "tar cpio bsdtar star ar pax dpkg-deb" }, {
    "tar-content": ["content", "tar: This does not look like a tar archive", "does not look like a tar archive", "skipping to next header", "unexpected eof in archive", "archive contains … where numeric", "damaged tar archive", "malformed extended header", "a lone zero block", "truncated input file", "premature end of", "premature eof", "invalid header", "not in gzip format", "file format not recognized", "is not a bzip2", "unrecognized archive format", "file truncated", "only read", "malformed number", "substituting '.' for empty member"],
    "tar-member": ["absentHere", "tar: nope: Not found in archive", "not found in archive", "no entry … in archive"],
    "tar-usage": ["usage", "tar: You must specify one of the '-Acdtrux', '--delete' or '--test-label' options", "you must specify one of", "cowardly refusing to create an empty archive", "conflicting compression options", "old option '", "refusing to read archive contents from terminal", "refusing to write archive contents to terminal", "unknown compression", "options '-… and '-… not", "invalid archive format", "you may not specify more than one"],
    "tar-compressor": ["commandMissing", "tar (child): zstd: Cannot exec: No such file or directory", "cannot exec: no such file", "cannot exec"],
    "tar-changed": ["state", "tar: x: file changed as we read it", "file changed as we read it", "file removed before we read it", "file shrank by"],
    "tar-write": ["full", "tar: x.tar: Wrote only 4096 of 10240 bytes", "wrote only"],
    "tar-device": ["=EIO", "tar: /dev/st0: Cannot read: Input/output error", "cannot read: input/output"],
    "tar-owner": ["root", "tar: x: Cannot change ownership to uid 0, gid 0: Operation not permitted", "cannot change ownership to", "cannot mknod: operation not permitted"],
    "tar-exists": ["inTheWay", "tar: x: Cannot open: File exists", "cannot open: file exists", "cannot mkdir: file exists", "cannot create symlink … file exists"],
  }),
  ...messagesOf({ source: "gzip 1.12, bzip2 1.0.8, xz 5.4, zstd 1.5, Info-ZIP, p7zip, seen", for: "gzip gunzip zcat bzip2 bunzip2 bzcat xz unxz xzcat zstd unzstd zstdcat lz4 lzop pigz pbzip2 zip unzip zipinfo 7z 7za unrar rar brotli compress" }, {
    "gzip-content": ["content", "gzip: a.gz: not in gzip format", "not in gzip format", "unexpected end of file", "invalid compressed data", "crc error", "trailing garbage", "decompression ok, trailing", "is not a bzip2 file", "file ends unexpectedly", "data integrity error", "bad magic number", "file format not recognized", "compressed data is corrupt", "unexpected end of input", "unknown header", "unsupported format", "decoding error", "read error (39)", "corrupted", "checksum doesn't match", "cannot find zipfile directory", "end-of-central-directory", "bad crc", "invalid compressed data to inflate", "need pk compat", "missing … bytes in zipfile", "not a valid zip", "can not open file as archive", "cannot open the file as archive", "is not archive", "headers error", "data error", "crc failed", "unexpected end of data", "unexpected end of archive", "zip file structure invalid", "compressed or corrupt", "memory usage limit … too low", "dictionary mismatch", "not compressed data", "premature end"],
    "gzip-suffix": ["usage", "gzip: x: unknown suffix -- ignored", "unknown suffix", "already has … suffix", "filename has an unknown suffix", "has an unknown suffix", "can't guess original name", "compressed data not written to a terminal", "compressed data cannot be read from a terminal", "compressed data cannot be written to a terminal", "incorrect parameters", "is a directory -- ignored", "is not a regular file -- ignored", "nothing to do", "i won't write compressed data"],
    "gzip-exists": ["inTheWay", "gzip: x.gz already exists; not overwritten", "already exists", "output file … already exists", "not overwritten"],
    "gzip-links": ["state", "gzip: x has 1 other link  -- unchanged", "has 1 other link", "other links", "input file has more than one hard link", "has … other link"],
    "zip-absent": ["absent", "unzip:  cannot find or open nope.zip, nope.zip.zip or nope.zip.ZIP.", "cannot find or open", "can't stat", "name not matched", "filename not matched", "no such file", "can't open input file", "zip file … not found", "nothing to do"],
    "zip-full": ["=ENOSPC", "x:  write error (disk full?).  Continue? (y/n/^C)", "write error (disk full?)", "write error", "output file write failure", "i/o error: no space"],
    "zip-password": ["login", "   skipping: x                unable to get password", "incorrect password", "unable to get password", "wrong password", "need password", "password incorrect"],
  }),
];

// biome-ignore format: one row a line reads as the table that it is
const texts = (): readonly MessageRule[] => [
  ...messagesOf({ source: "GNU grep 3.8, sed 4.9, gawk 5.1, mawk 1.3, bc 1.07, diffutils 3.8, patch 2.7, seen", for: "grep egrep fgrep zgrep rg ag sed awk gawk mawk nawk bc dc diff cmp diff3 sdiff patch ed perl iconv m4 column" }, {
    "grep-pattern": ["statement", "grep: Unmatched ( or \\(", "unmatched (", "unmatched [", "unmatched )", "invalid regular expression", "invalid preceding", "invalid back reference", "invalid range end", "trailing backslash", "missing closing parenthesis", "quantifier does not follow", "invalid content of", "character class syntax", "regular expression too big", "invalid character class", "regex parse error", "unrecognized character after (?", "nothing to repeat"],
    "grep-binary": ["content", "grep: a.bin: binary file matches", "binary file matches", "binary file … matches", "exceeded pcre's backtracking limit", "exceeded pcre's line length limit"],
    "grep-files": ["inTheWay", "grep: a: input file is also the output", "input file … is also the output", "input file is also the output"],
    "sed-script": ["statement", "sed: -e expression #1, char 3: unterminated `s' command", "-e expression #", "unterminated '", "unknown command:", "unknown option to '", "extra characters after command", "no previous regular expression", "number option to", "expected \\ after", "unexpected '", "missing command", "invalid usage of line address", "can't find label for jump", "strings for 'y' command are different"],
    "sed-in-place": ["=EACCES", "sed: couldn't open temporary file ./sedAbC: Permission denied", "couldn't open temporary file … permission denied"],
    "awk-program": ["statement", "awk: cmd. line:1:        ^ syntax error", "syntax error", "unexpected newline or end of string", "backslash not last character", "unterminated regexp", "unterminated string", "function … not defined", "regexp: ", "fatal: division by zero", "division by zero", "not enough args", "fatal: not enough", "attempt to use array", "runaway regular expression", "unexpected newline", "source line 1"],
    "bc-program": ["statement", "(standard_in) 1: syntax error", "(standard_in) … syntax error", "parse error", "runtime error", "divide by zero", "illegal character", "function not defined", "undefined function", "stack empty"],
    "diff-operand": ["usage", "diff: missing operand after 'f'", "missing operand after", "extra operand", "conflicting output style"],
    "patch-content": ["content", "patch: **** Only garbage was found in the patch input.", "only garbage was found", "malformed patch at line", "unexpectedly ends in middle of line", "hunk failed", "hunks failed", "out of … hunk", "hunk #", "hunk failed at", "unexpected end of file in patch", "reversed (or previously applied) patch", "can't find file to patch", "the next patch would", "file … is not a regular file -- refusing"],
    "iconv-set": ["usage", "iconv: conversion from `frob' is not supported", "conversion from", "conversions from", "failed to start conversion", "is not supported"],
    "iconv-content": ["content", "iconv: illegal input sequence at position 10", "illegal input sequence", "incomplete character", "incomplete or invalid", "cannot convert"],
  }),
  ...messagesOf({ source: "jq 1.6, yq 3, libxml2, Miller, csvkit; seen and read in their manuals", for: "jq yq gojq xmllint xmlstarlet xsltproc mlr csvcut csvjson csvsql xidel dasel jsonlint yamllint" }, {
    "jq-content": ["content", "parse error: Invalid numeric literal at line 2, column 0", "jq: error (at … cannot index", "parse error", "invalid numeric literal", "invalid json", "unfinished json", "unfinished string", "objects must consist of", "expected separator", "unmatched '", "invalid literal", "cannot index", "cannot iterate over", "cannot be parsed", "parsererror", "scannererror", "did not find expected", "could not find expected", "mapping values are not allowed", "found character … cannot start", "found undefined", "parser error", "document is empty", "start tag expected", "opening and ending tag mismatch", "extra content at the end", "attvalue:", "entity … not defined", "premature end of data", "failed to load", "validation error", "fails to validate", "xml.etree", "bad file", "data length", "unparseable", "error: expected", "cannot unmarshal", "cannot be added", "and … cannot be", "null (null)"],
    "jq-program": ["statement", "jq: error: syntax error, unexpected $end (Unix shell quoting issues?) at <top-level>, line 1:", "compile error", "is not defined at", "syntax error", "unix shell quoting issues", "xpath error", "xpath evaluation", "invalid expression", "lexer:", "xslt error", "compilation error"],
    "jq-absent": ["absent", "jq: error: Could not open file nofile: No such file or directory", "could not open file", "could not open", "failed to load external entity", "can't open '"],
  }),
];

export const files = (): readonly MessageRule[] => [...coreutils(), ...archives(), ...texts()];
