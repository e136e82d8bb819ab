/** Which failed calls never tell why a command failed: they look for what need not be there, or belong to saying that it failed. */

import type { TracedCall } from "./traced-call.ts";

/** A call without a result yet, a fallback ahead of an older call, a question whose answer is an error. */
const harmless: ReadonlySet<string> = new Set([
  "EINTR",
  "ERESTARTSYS",
  "ENOTTY",
  "ECHILD",
  "ENODATA",
  "ENOSYS",
  "ERANGE",
  "ETOOMANYREFS",
]);

/** Files that the C library, its friends and the common runtimes look for wherever they run. */
const lookedFor: readonly RegExp[] = [
  // The loader (ld.so(8)); a library that really is missing is told by its own name, see diagnosis.
  /^\/etc\/(?:ld\.so\.(?:preload|cache|nohwcap)|suid-debug)/,
  /\/(?:glibc-hwcaps|tls|haswell|x86_64|avx512_1)\//,
  // Locales and translations.
  /\/locale(?:-langpack)?\/|\/locale-archive$|\.mo$|\/gconv\b|\/locale\.alias$|\/usr\/share\/i18n\//,
  // Names of users, hosts and zones.
  /\/nscd\/socket$|^\/run\/systemd\/userdb|\/systemd\/(?:resolve|machines)|^\/etc\/(?:nsswitch|host|gai|resolv)\.conf$|\/libnss_/,
  /^\/etc\/(?:localtime|timezone|adjtime)$|\/zoneinfo\b/,
  // Security modules, kernel and processor facts.
  /^\/(?:sys\/fs\/)?selinux|^\/etc\/selinux|^\/sys\/(?:devices\/system|kernel|fs\/cgroup|module)|^\/proc\/(?:self|sys|\d+|thread-self)\//,
  /^\/(?:usr\/lib|etc)\/ssl\/openssl\.cnf$|\/openssl\/|\/ossl-modules\/|\/engines-\d|^\/etc\/(?:crypto-policies|krb5|gnutls)/,
  // Logs of the host.
  /^\/dev\/log$|^\/run\/systemd\/(?:journal|notify)|^\/var\/run\/syslog/,
  // Terminals.
  /\/terminfo\/|\/\.?termcap$|^\/dev\/(?:tty|pts)\b|\/\.?inputrc$/,
  // Modules of interpreters that are looked for in one folder after the other.
  /\.(?:pyc|pyo|pmc|pth)$|\/pyvenv\.cfg$|\/pybuilddir\.txt$|python3?\d*\.zip|\/__pycache__|\._pth$/,
];

/** Calls that ask where a link points. */
const asks: ReadonlySet<string> = new Set(["readlink", "readlinkat"]);

/** `isNamed`: a word of the command names what the call was about. */
export function isNoise(
  { call, errno, subject }: Pick<TracedCall, "call" | "errno" | "subject">,
  isNamed: boolean,
): boolean {
  if (harmless.has(errno)) return true;
  // A path that is no link.
  if (asks.has(call) && errno === "EINVAL") return true;
  if (subject === undefined || isNamed) return false;
  return lookedFor.some((pattern) => pattern.test(subject));
}
