/** Of a traced command's failed calls the one that tells why it failed, if one does (faults 1.2). */

import type { FailedCall } from "../records/index.ts";
import { holdsWord } from "./environment.ts";

/** What is known of the failure besides its calls. */
export interface Told {
  /** The error number that the command's own message names. */
  readonly errno: string | undefined;
  /** What the command said. */
  readonly message: string;
  /** Its words. */
  readonly words: readonly string[];
}

/**
 * The last failed call that is part of the failure, not of a search or of saying so. Programs ask for many things that
 * need not be there: a name that is absent only counts where the message or a word of the command names it, or where
 * the call is none that asks. Where the message names an error number, a call with another one is not the cause.
 */
export function tellingCall(calls: readonly FailedCall[], told: Told): FailedCall | undefined {
  const usable = calls.filter((call) => !isSearch(call));
  const said = usable.filter((call) => isNamedIn(told.message, call));
  // A connection that failed and is named in the message is what the message is about, whatever number it gives.
  const connection = said.findLast(({ call, errno }) => call === "connect" && errno !== waiting);
  if (connection !== undefined) return connection;
  const fitting = usable.filter(({ errno }) => told.errno === undefined || fits(errno, told.errno));
  const settled = fitting.filter(({ errno }) => errno !== waiting);
  const inMessage = settled.findLast((call) => said.includes(call));
  if (inMessage !== undefined) return inMessage;
  const last = fitting.at(-1);
  if (last?.errno === waiting) return last;
  const isSilent = told.message.trim() === "";
  const named = settled.filter((call) => isNamedBy(told.words, call, isSilent));
  const loud = settled.findLast(isLoud);
  // Without a number in the message, a refusal tells more than a name that is not there.
  if (told.errno === undefined)
    return (
      named.findLast((call) => isLoud(call) || acts.has(call.call)) ??
      (named.length > 0 && loud === undefined ? named.at(-1) : loud)
    );
  if (named.length > 0) return named.at(-1);
  // A message without a name is of the very last thing that happened.
  return loud ?? (last !== undefined && last === usable.at(-1) && !isQuestion(last) ? last : undefined);
}

/** A connection that is on its way: who it goes to is known, not what became of it. */
export const waiting = "EINPROGRESS";

/** What becomes of a connection that is on its way. */
const connectionErrnos: ReadonlySet<string> = new Set(
  "ECONNREFUSED ECONNRESET ECONNABORTED ETIMEDOUT EHOSTUNREACH ENETUNREACH EHOSTDOWN ENETDOWN".split(" "),
);
const twins: Readonly<Record<string, string>> = { ENOTSUP: "EOPNOTSUPP", EWOULDBLOCK: "EAGAIN", EACCES: "EPERM" };

/** Whether a call's number is what a message speaks of. */
function fits(errno: string, told: string): boolean {
  if (errno === waiting) return connectionErrnos.has(told);
  return (twins[errno] ?? errno) === (twins[told] ?? told);
}

/** Errors that programs meet without minding: something need not be there, or is there already, or cannot be done here. */
const quietErrnos: ReadonlySet<string> = new Set(
  "ENOENT EEXIST ENOTDIR EINVAL EAGAIN EINPROGRESS EALREADY EISCONN ESRCH EOPNOTSUPP ENOTSUP EBADF EAFNOSUPPORT EPROTONOSUPPORT ENODEV EPIPE EXDEV EISDIR".split(
    " ",
  ),
);
/** Calls that do something: even "not there" is a refusal. */
const acts: ReadonlySet<string> = new Set(
  "connect chdir execve execveat mount umount umount2 swapon chroot pivot_root rename renameat renameat2 link linkat symlink symlinkat mkdir mkdirat rmdir sethostname".split(
    " ",
  ),
);

function isQuiet({ errno }: FailedCall): boolean {
  return quietErrnos.has(errno);
}

function isLoud(call: FailedCall): boolean {
  if (!isQuiet(call)) return true;
  if (call.errno === waiting || call.errno === "EEXIST") return false;
  return acts.has(call.call);
}

/** Calls that only ask what is there. */
function isQuestion({ call }: FailedCall): boolean {
  return /stat|access|readlink|getcwd/.test(call);
}

/** Whether a message names what the call was about. */
function isNamedIn(message: string, { subject = "" }: FailedCall): boolean {
  const address = /^\[?([^\]/]*)\]?:\d+$/.exec(subject)?.[1];
  const name = address ?? bare(subject);
  return name !== "" && (holdsWord(message, name) || (!name.startsWith("/") && holdsWord(message, `/${name}`)));
}

/** Whether one of the command's words names it. Of a command that said nothing a bare word need not be a path: `make all`. */
function isNamedBy(words: readonly string[], call: FailedCall, isSilent: boolean): boolean {
  const path = bare(call.subject ?? "");
  if (path === "" || (isSilent && isQuiet(call) && !acts.has(call.call) && !/[/.]/.test(path))) return false;
  return words.some((word) => isSame(path, bare(word.replace(/^--?[\w-]+=/, ""))) || isNamedWithin(word, path));
}

/** A word with blanks is a text, such as the one that `sh -c` runs. */
function isNamedWithin(word: string, path: string): boolean {
  return path.includes("/") && /\s/.test(word) && holdsWord(word, path);
}

/** A relative name is the end of a whole path. */
function isSame(path: string, word: string): boolean {
  if (word === "" || word === "." || word === "/") return path === word;
  return path === word || (!word.startsWith("/") && path.endsWith(`/${word}`)) || word.endsWith(`=${path}`);
}

function bare(path: string): string {
  return path.replace(/^(?:\.\/+)+/, "").replace(/(?<=.)\/+$/, "");
}

/** Searches in one folder after the other: for programs (exec, shells), libraries, modules of interpreters, settings of a user. */
function isSearch({ call, errno, subject = "" }: FailedCall): boolean {
  if (errno !== "ENOENT" && errno !== "ENOTDIR") return false;
  const isAsked = isQuestion({ call, errno }) || call === "execve";
  if (isAsked && /\/(?:s?bin|shims|libexec|games)\/[^/]+$/.test(subject)) return true;
  if (/\.so(?:\.\d+)*$|\/lib\w*(?:\/x86_64|\/aarch64|\/tls)?$/.test(subject)) return true;
  if (
    /\/(?:site|dist)-packages\/|\/lib\/python\d|\/perl5?\/|\/perl-base\/|\/site_perl\/|\/node_modules\//.test(subject)
  )
    return true;
  return (
    /(?:^|\/)package\.json$/.test(subject) || /^\/(?:root|home\/[^/]+|nonexistent)\/\.[\w-]+(?:\/|$)/.test(subject)
  );
}
