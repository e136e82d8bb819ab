/** The text of every fake program: a constant, which finds its answers as files beside it. */

/** What a call reads at most. */
const mostInput = 16 * 1024 * 1024;

/**
 * `bin/NAME` of a test's folder; `fakes/NAME` has, for each rule (0 fits all calls), `R/argc`, `R/arg.1` …, and for each
 * answer `R/N.status`, `.out`, `.err`, `.delay`, `.signal`. A call takes the next free number by making its file, which
 * the system lets only one do (O_EXCL), and leaves its arguments there, each with a NUL behind it. Nothing in those files
 * is ever read as code. Utilities come from the system's own path, as PATH is the test's.
 */
export const fakeProgram = `#!/bin/sh
# A fake program of \`dscript test\`.
set -uC
IFS=
data=\${0%/*}/../fakes/\${0##*/}
taken=

take() {
  taken=0
  [ ! -e "$1.last" ] || read -r taken <"$1.last"
  while :; do
    taken=$((taken + 1))
    if { command true >"$1.$taken"; } 2>/dev/null; then break; fi
    [ -d "$data" ] || exit 127
  done
  echo "$taken" >|"$1.last"
}

fits() {
  rule=$1
  shift
  read -r argc <"$data/$rule/argc"
  [ $# -ge "$argc" ] || return 1
  at=0
  while [ "$at" -lt "$argc" ]; do
    at=$((at + 1))
    wanted=$(command -p cat "$data/$rule/arg.$at"; echo .)
    [ "$wanted" = "$1." ] || return 1
    shift
  done
}

take "$data/call"
call=$taken
[ $# -eq 0 ] || printf '%s\\0' "$@" >|"$data/call.$call"
read -r rule <"$data/rules"
while [ "$rule" -gt 0 ]; do
  if fits "$rule" "$@"; then break; fi
  rule=$((rule - 1))
done
echo "$rule" >"$data/rule.$call"
take "$data/$rule/answer"
answer=$taken
read -r answers <"$data/$rule/answers"
[ "$answer" -le "$answers" ] || answer=$answers
answer=$data/$rule/$answer

if [ ! -e "$data/ignores-input" ] && { [ -p /dev/stdin ] || [ -f /dev/stdin ]; }; then
  command -p head -c ${mostInput} >"$data/input.$call"
fi
if [ -e "$answer.delay" ]; then
  read -r delay <"$answer.delay"
  command -p sleep "$delay"
fi
[ ! -s "$answer.out" ] || command -p cat "$answer.out"
[ ! -s "$answer.err" ] || command -p cat "$answer.err" >&2
if [ -e "$answer.signal" ]; then
  read -r signal <"$answer.signal"
  kill -s "$signal" $$
fi
read -r status <"$answer.status"
exit "$status"
`;
