/** Faults of system calls that a command makes, by strace(1): an error, a delay, or a signal at a call, perhaps of one path. */

import { callsWord } from "../../runtime/index.ts";
import { classOfErrno, isErrno } from "./class-of-errno.ts";
import type { FaultRow } from "./fault.ts";
import { ordinal, partSentence, readTime, signalNames } from "./sentence.ts";

export const syscall: FaultRow = {
  id: "syscall",
  form: "syscall NAME CALL ERRNO | delay TIME | signal SIGNAL [of PATH] [at Nth]",
  says: "a system call of a command fails, is late, or brings a signal (strace)",
  area: "environment",
  needs: ["strace"],
  read: (text) => {
    const parts = partSentence(text);
    if (typeof parts === "string") return parts;
    const { target, rest } = parts;
    if (target.target === "call") return "a call is no process: name a command";
    const [, call = "", how = "", value, path] =
      /^([a-z][a-z0-9_]*) (E[A-Z0-9]+|delay|signal)(?: (\S+))??(?: of (\S+))?$/.exec(rest) ?? [];
    const what = actionOf(how, value);
    if (what === undefined) return mistakeIn(how, value);
    if (path?.startsWith("/") === false) return `expected an absolute path behind \`of\`, not ${JSON.stringify(path)}`;
    const { line } = target;
    const isOpen = target.from === 1 && target.to !== 1;
    // A program that tells of its failure writes, too: of writes to anything, only the first fails.
    const [from, to] = isOpen && path === undefined && writes.has(call) ? [1, 1] : [target.from, target.to];
    const when = from === to ? `${from}` : `${from}+`;
    const strace = (file: string): string[] => [
      "strace",
      "-f",
      "-qq",
      "-A",
      "-s",
      "0",
      "-o",
      file,
      "-e",
      `trace=${call}`,
    ];
    const words = [
      ...[...strace(callsWord), "-e", `inject=${call}:${what}:when=${when}`],
      ...(path === undefined ? [] : ["-P", path]),
      "--",
    ];
    const { name } = target;
    const owner = how.startsWith("E") ? classOfErrno(how) : undefined;
    const bare = name.slice(name.lastIndexOf("/") + 1);
    const rule = { target: "command", name: bare, line, from: 1, to: Number.MAX_SAFE_INTEGER } as const;
    const at = from === 1 && from !== to ? "" : ` ${from === to ? "at" : "from"} ${ordinal(from)} call`;
    return {
      text: `syscall ${name} ${rest}${at}${line === null ? "" : ` on line ${line}`}`,
      world: { rules: [{ ...rule, action: { kind: "prefix", words, shows: showsOf(how, value) } }] },
      tool: name,
      // Not each machine has each system call: strace is asked.
      trial: [...strace("/dev/null"), "--", "true"],
      ...(owner === undefined ? {} : { class: owner }),
    };
  },
  fits: ({ kind, name, changes, network, line }) => {
    if (kind !== "command") return [];
    if (network) return [`${name} connect ETIMEDOUT on line ${line}`];
    return changes ? [`${name} write ENOSPC on line ${line}`] : [];
  },
};

const writes = new Set(["write", "writev", "pwrite64", "pwritev", "sendto", "sendmsg"]);

function actionOf(how: string, value: string | undefined): string | undefined {
  if (how.startsWith("E")) return value === undefined && isErrno(how) ? `error=${how}` : undefined;
  if (how === "signal") return signalNames.some((name) => name === value) ? `signal=${value}` : undefined;
  const time = readTime(value ?? "");
  // strace counts microseconds.
  return how === "delay" && time !== undefined ? `delay_enter=${time * 1000}` : undefined;
}

/** What strace writes behind a call that it has changed, or of the signal that it has sent. */
function showsOf(how: string, value = ""): readonly string[] {
  if (how === "signal") return [`--- ${value} {`, `+++ killed by ${value}`];
  return [how === "delay" ? "(DELAYED)" : "(INJECTED)"];
}

function mistakeIn(how: string, value: string | undefined): string {
  if (how.startsWith("E") && value === undefined) return `there is no error number ${how}`;
  if (how === "signal" && value !== undefined) return `there is no signal ${value}: signal SIGTERM`;
  return "expected a system call and what happens: `syscall rsync write ENOSPC of /var/x at 2nd`";
}
