// What our diagnosis is compared with: a table of error numbers, as the original had it, and an operator's list of exit codes and patterns.
import type { FaultClass } from "./case.ts";
import type { FaultRecord } from "./run.ts";

const [system, software, user, external] = ["SystemFault", "SoftwareFault", "UserFault", "ExternalFault"] as const;

/** Classes that a verdict keeps, the first one being its best guess. */
export type Verdict = readonly FaultClass[];

/** Without anything to go by: all of them, in the order in which the original printed them. */
const all: Verdict = [system, software, user, external];

/**
 * Error number → classes, as a manual of errno suggests them; what the original knew of an error.
 * Source: errno(3), and the descriptions of open(2), connect(2), execve(2).
 */
const errnoTable: Readonly<Record<string, Verdict>> = {
  EPERM: [user, system],
  ENOENT: [user, software],
  ESRCH: [user, software],
  EINTR: [system],
  EIO: [system],
  ENXIO: [system],
  E2BIG: [user, software],
  ENOEXEC: [software, system],
  EBADF: [software],
  ECHILD: [software],
  EAGAIN: [system],
  ENOMEM: [system],
  EACCES: [user, system],
  EFAULT: [software],
  EBUSY: [system, user],
  EEXIST: [user, software],
  EXDEV: [software, user],
  ENODEV: [system],
  ENOTDIR: [user, software],
  EISDIR: [user, software],
  EINVAL: [software, user],
  ENFILE: [system],
  EMFILE: [system, software],
  ENOTTY: [software],
  ETXTBSY: [system],
  EFBIG: [user, system],
  ENOSPC: [system],
  ESPIPE: [software],
  EROFS: [system],
  EMLINK: [system],
  EPIPE: [software, external],
  EDOM: [software],
  ERANGE: [software],
  EDEADLK: [software, system],
  ENAMETOOLONG: [user, software],
  ENOTEMPTY: [user, software],
  ELOOP: [user, system],
  ENETDOWN: [system],
  ENETUNREACH: [system, external],
  ECONNABORTED: [system, external],
  ECONNRESET: [system, external],
  ENOBUFS: [system],
  ETIMEDOUT: [system, external],
  ECONNREFUSED: [system, external],
  EHOSTDOWN: [external, system],
  EHOSTUNREACH: [system, external],
  EADDRINUSE: [system, user],
  EADDRNOTAVAIL: [user, system],
  ESTALE: [external, system],
  EDQUOT: [user, system],
};

/** The texts of error numbers in the C locale, for commands that tell no number. */
const texts: readonly (readonly [string, string])[] = [
  ["Operation not permitted", "EPERM"],
  ["No such file or directory", "ENOENT"],
  ["No such process", "ESRCH"],
  ["Input/output error", "EIO"],
  ["Argument list too long", "E2BIG"],
  ["Exec format error", "ENOEXEC"],
  ["Bad file descriptor", "EBADF"],
  ["Resource temporarily unavailable", "EAGAIN"],
  ["Cannot allocate memory", "ENOMEM"],
  ["Permission denied", "EACCES"],
  ["Device or resource busy", "EBUSY"],
  ["File exists", "EEXIST"],
  ["Invalid cross-device link", "EXDEV"],
  ["No such device", "ENODEV"],
  ["Not a directory", "ENOTDIR"],
  ["Is a directory", "EISDIR"],
  ["Invalid argument", "EINVAL"],
  ["Too many open files", "EMFILE"],
  ["Text file busy", "ETXTBSY"],
  ["File too large", "EFBIG"],
  ["No space left on device", "ENOSPC"],
  ["Read-only file system", "EROFS"],
  ["Too many links", "EMLINK"],
  ["Broken pipe", "EPIPE"],
  ["File name too long", "ENAMETOOLONG"],
  ["Directory not empty", "ENOTEMPTY"],
  ["Too many levels of symbolic links", "ELOOP"],
  ["Network is unreachable", "ENETUNREACH"],
  ["Connection reset by peer", "ECONNRESET"],
  ["Connection timed out", "ETIMEDOUT"],
  ["Connection refused", "ECONNREFUSED"],
  ["No route to host", "EHOSTUNREACH"],
  ["Address already in use", "EADDRINUSE"],
  ["Disk quota exceeded", "EDQUOT"],
];

/** The original's way: the error number's row; without a number nothing is known. */
export function byErrno({ ErrnoName, Message }: FaultRecord): Verdict {
  const name = ErrnoName ?? texts.find(([text]) => Message.includes(text))?.[1];
  return (name === undefined ? undefined : errnoTable[name]) ?? all;
}

/** What an experienced operator writes down in an hour; the first line that fits counts. */
const patterns: readonly (readonly [RegExp, Verdict])[] = [
  [/no space left|disk full|quota exceeded|enospc/i, [system]],
  [/read-only file system/i, [system]],
  [/input\/output error/i, [system]],
  [/cannot allocate memory|out of memory|memory exhausted|oom/i, [system]],
  [/too many open files|resource temporarily unavailable/i, [system]],
  [/shared librar/i, [system]],
  [/command not found|executable file not found|is not found: no such file/i, [system]],
  [/(127\.0\.0\.1|localhost|::1|\/var\/run|\/run\/).*(refused|no such file|cannot connect)/i, [system]],
  [/is the docker daemon running|is the server running locally/i, [system]],
  [/could not get lock|lock-frontend|resource busy|already running|lock/i, [system, user]],
  [/could not resolve|name or service not known|nxdomain|temporary failure in name|not resolve/i, [external]],
  [/connection refused|connection reset|connection closed|broken pipe|closed by/i, [external]],
  [/no route to host|network is unreachable/i, [external, system]],
  [/timed? ?out|did not end within/i, [external, system]],
  [/(status|error:?|http) ?5\d\d|service unavailable|bad gateway/i, [external]],
  [/\b(401|403)\b|unauthori[sz]ed|forbidden/i, [user]],
  [/\b404\b|not found/i, [user, software]],
  [/\b429\b|too many (requests|clients|connections)/i, [external]],
  [/certificate|tls|ssl/i, [external, system]],
  [/host key|publickey|authentication failed|password authentication|access denied/i, [user]],
  [/permission denied|operation not permitted|must be root|are you root/i, [user, system]],
  [/unrecognized option|invalid option|unknown option|illegal option|usage:/i, [software]],
  [/syntax error|unexpected token|unterminated/i, [software]],
  [/division by zero|out of range|index|assert|leaves the range/i, [software]],
  [/no such file or directory|cannot stat|does not exist|cannot access/i, [user, software]],
  [/not a directory|is a directory|file exists|not empty/i, [user, software]],
  [/not in gzip format|unexpected end of file|corrupt|not recognized|bad magic|crc|checksum/i, [user]],
  [/parse error|invalid json|malformed|is no (whole )?number|cannot read the/i, [user, software]],
  [/invalid (argument|value|number|date|user|group|mode)/i, [user, software]],
  [/was not given|is not set|missing (operand|argument)/i, [user]],
  [/merge conflict|not a git repository/i, [user]],
  [/relation .* does not exist|column .* does not exist/i, [software]],
  [/duplicate key|violates/i, [user]],
  [/too many levels of symbolic links/i, [system]],
  [/argument list too long/i, [software]],
  [/segmentation fault|core dumped|sigsegv|sigabrt/i, [software]],
  [/sigkill|killed/i, [system]],
];

/** Exit codes that mean the same everywhere. */
const codes: Readonly<Record<number, Verdict>> = {
  2: [software, user],
  64: [software],
  65: [user],
  66: [user],
  69: [external],
  70: [software],
  71: [system],
  73: [system],
  74: [system],
  75: [external, system],
  77: [user],
  78: [system],
  126: [system, software],
  127: [system],
  137: [system],
  139: [software],
  255: [external],
};

/** Exit code and patterns. */
export function byPatterns({ Message }: FaultRecord): Verdict {
  const found = patterns.find(([pattern]) => pattern.test(Message))?.[1];
  const code = Number(/ended with status (\d+)/.exec(Message)?.[1] ?? Number.NaN);
  const first = found ?? codes[code] ?? [software];
  return [...first, ...all.filter((each) => !first.includes(each))];
}
