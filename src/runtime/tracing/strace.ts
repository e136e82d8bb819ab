/** How strace(1) is called, and what its refusals mean. */

import { followed } from "./followed-calls.ts";

/** The longest text of an argument that is kept, in bytes. */
const longestText = 256;

/**
 * The words ahead of a command. `-DDD`: the tracer is a process beside, in a session of its own, so that the command
 * stays the engine's child with its number, group, terminal, status and signal as without it. `--seccomp-bpf`: all
 * other calls go on at full speed. `-Y` names the thread of each line.
 */
export function straceWords(output: string, names: boolean): readonly string[] {
  return [
    ...["strace", "-DDD", "-f", "--seccomp-bpf", "-qq", "-y"],
    ...(names ? ["-Y"] : []),
    ...["-s", String(longestText), "-e", "signal=none", "-e", "status=failed", "-e", `trace=${followed}`],
    ...["-o", output, "--"],
  ];
}

/** Why tracing is not possible here, by what strace said of a trial; the sentence's end says what to do. */
export function whyNot(said: string): string {
  if (/unrecognized option|invalid option|invalid -e|must be|incorrect/i.test(said))
    return "this strace is too old (5.5 or later is needed)";
  if (/ptrace|seccomp|attach|Operation not permitted|Function not implemented/i.test(said))
    return "the system does not let this run trace (in a container: add the capability SYS_PTRACE, or a seccomp profile that allows ptrace)";
  const first = said.split("\n").find((line) => line.trim() !== "");
  return first === undefined
    ? "strace does not work here (try it by hand: strace true)"
    : `strace does not work here: ${first.replace(/^strace: /, "")} (try it by hand: strace true)`;
}

/** Why the kernel forbids it (Yama, ptrace(2)); undefined where it does not. `scope` is kernel.yama.ptrace_scope. */
export function forbiddenBy(scope: number, isRoot: boolean): string | undefined {
  if (scope >= 3) return "the kernel lets nobody trace (kernel.yama.ptrace_scope is 3, until the next start)";
  if (scope === 2 && !isRoot)
    return "the kernel lets only root trace (kernel.yama.ptrace_scope is 2; set it to 1, or run as root)";
  return undefined;
}
