/** Faults in the engine: a call or command fails, is late, loses output, or is killed, as a sentence says. */

import type { InjectionAction } from "../../runtime/index.ts";
import type { Step } from "../steps.ts";
import { classOfErrno, isErrno } from "./class-of-errno.ts";
import type { FaultRow, Injected } from "./fault.ts";
import { partSentence, readBytes, readTime, showTarget, signalNames, type Target } from "./sentence.ts";
import { delayShell, failShell, killShell, shellWords, truncateShell } from "./shells.ts";

const base = { area: "engine", needs: [] } as const;

export const fail: FaultRow = {
  ...base,
  id: "fail",
  form: 'fail CALL with ERRNO | fail command NAME with ERRNO | status N [stderr "TEXT"]',
  says: "a call fails with an error number, a command with one or with a status and a text",
  read: (text) => {
    const parts = partSentence(text);
    if (typeof parts === "string") return parts;
    const { target, rest } = parts;
    const [, errno] = /^with (E[A-Z0-9]+)$/.exec(rest) ?? [];
    if (errno !== undefined) {
      if (!isErrno(errno)) return `there is no error number ${errno}`;
      const owner = classOfErrno(errno);
      const made = ruled("fail", target, rest, { kind: "errno", errno });
      return owner === undefined ? made : { ...made, class: owner };
    }
    const [, status, quoted] = /^with status (\d{1,3})(?: stderr (".*"))?$/s.exec(rest) ?? [];
    const number = Number(status);
    if (status === undefined || number < 1 || number > 599)
      return 'expected `with ERRNO`, or `with status N stderr "TEXT"`';
    if (target.target === "call") {
      if (!target.name.startsWith("Http.")) return `${target.name} has no status: give an error number`;
      const made = ruled("fail", target, rest, { kind: "answer", status: number });
      return number >= 500 ? { ...made, class: "ExternalFault" } : made;
    }
    const says = quoted === undefined ? "" : textOf(quoted);
    if (says === undefined) return `the text behind stderr is no text: ${quoted}`;
    if (number > 255) return "a command's status is 1 to 255";
    return ruled("fail", target, rest, { kind: "prefix", words: shellWords(failShell, number, says) });
  },
  fits: (step) => (step.kind === "command" ? [on(step, "with status 1")] : [on(step, "with EIO")]),
};

export const delay: FaultRow = {
  ...base,
  id: "delay",
  form: "delay CALL by TIME | delay command NAME by TIME",
  says: "a call or command begins later",
  read: (text) => {
    const parts = partSentence(text);
    if (typeof parts === "string") return parts;
    const { target, rest } = parts;
    const time = readTime(/^by (\S+)$/.exec(rest)?.[1] ?? "");
    if (time === undefined) return "expected `by TIME`, up to 1h: by 5s";
    return ruled(
      "delay",
      target,
      rest,
      target.target === "call"
        ? { kind: "delay", milliseconds: time }
        : { kind: "prefix", words: shellWords(delayShell, time / 1000) },
    );
  },
  fits: (step) => [on(step, "by 500ms")],
};

export const truncate: FaultRow = {
  ...base,
  id: "truncate",
  form: "truncate output of NAME [to SIZE]",
  says: "of a command's output, or of a text that a call gives, only the beginning arrives",
  read: (text, random) => {
    const parts = partSentence(text.trim().replace(/^output of\s+/, ""));
    if (typeof parts === "string") return parts;
    const { target, rest } = parts;
    const [, size] = /^to (.+)$/.exec(rest) ?? [];
    if (rest !== "" && size === undefined) return "expected `to SIZE`: to 10B";
    const length = size === undefined ? random.whole(0, 16) : readBytes(size);
    if (length === undefined || length > 2 ** 40) return `${JSON.stringify(size)} is no size: to 10B`;
    return ruled(
      "truncate output of",
      target,
      `to ${length}B`,
      target.target === "call"
        ? { kind: "truncate", length }
        : { kind: "prefix", words: shellWords(truncateShell, length) },
    );
  },
  fits: (step) => (step.kind === "command" && !step.changes ? [`output of ${on(step, "to 0B")}`] : []),
};

export const kill: FaultRow = {
  ...base,
  id: "kill",
  form: "kill CALL with SIGNAL [after TIME] | kill command NAME with SIGNAL [after TIME]",
  says: "a command gets a signal; the engine itself, as a call begins",
  read: (text) => {
    const parts = partSentence(text);
    if (typeof parts === "string") return parts;
    const { target, rest } = parts;
    const [, word = "", after = "0s"] = /^with (SIG[A-Z0-9]+)(?: after (\S+))?$/.exec(rest) ?? [];
    const time = readTime(after);
    const signal = signalNames.find((each) => each === word);
    if (signal === undefined) return "expected `with SIGNAL`: with SIGKILL after 1s";
    if (time === undefined) return "expected `after TIME`, up to 1h: after 1s";
    if (target.target === "command")
      return ruled("kill", target, rest, {
        kind: "prefix",
        words: shellWords(killShell, time / 1000, signal.slice("SIG".length)),
      });
    return ruled("kill", target, rest, { kind: "signal", signal, milliseconds: time });
  },
  fits: (step) => [on(step, "with SIGKILL")],
};

/** The sentence for one step of the script. */
function on({ kind, name, line }: Step, what: string): string {
  return `${kind === "command" ? "command " : ""}${name} ${what} on line ${line}`;
}

function ruled(verb: string, target: Target, rest: string, action: InjectionAction): Injected {
  const { name } = target;
  const word = target.target === "command" ? "command " : "";
  return {
    text: `${verb} ${word}${name} ${rest}${showTarget(target)}`,
    world: { rules: [{ ...target, name: name.slice(name.lastIndexOf("/") + 1), action }] },
    tool: name,
  };
}

/** The text of a JSON string. */
function textOf(quoted: string): string | undefined {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === "string" && !value.includes("\0") ? value : undefined;
  } catch {
    return undefined;
  }
}
