/** Constant texts for /bin/sh that stand ahead of a command; what they are told comes as words, never as code. */

/** STATUS TEXT: fails in the command's place. What it is given to read is read, as the command would. */
export const failShell = `[ -t 0 ] || cat >/dev/null 2>&1; [ -z "$2" ] || printf '%s\\n' "$2" >&2; exit "$1"`;

/** BYTES: the command's output is cut; its status stays. */
export const truncateShell = `length=$1; shift
exec 4>&1
status=$({ { "$@" 4>&-; echo "$?" >&3; } | { head -c "$length" >&4; cat >/dev/null; }; } 3>&1)
exit "$status"`;

/** SECONDS SIGNAL: the command is sent a signal; after no time at all, ahead of its first step. */
export const killShell = `seconds=$1; signal=$2; shift 2
[ "$seconds" != 0 ] || kill -s "$signal" "$$"
{ sleep "$seconds"; kill -s "$signal" "$$"; } </dev/null >/dev/null 2>&1 &
exec "$@"`;

/** SECONDS: the command begins later. */
export const delayShell = `sleep "$1"; shift; exec "$@"`;

/** The words of one, with what it is told. */
export function shellWords(text: string, ...told: readonly (string | number)[]): readonly string[] {
  return ["/bin/sh", "-c", text, "dscript-inject", ...told.map(String)];
}
