/** Faults of the host: a missing program, limits, another user, a wrong clock, load. */

import type { FaultRow } from "./fault.ts";
import { readBytes } from "./sentence.ts";

const base = { area: "environment", fits: () => [] } as const;

export const missingCommand: FaultRow = {
  ...base,
  id: "missing-command",
  form: "missing-command:NAME",
  says: "PATH has no such program",
  needs: [],
  arrives: true,
  read: (text) => {
    if (!/^[^/\s\0]+$/.test(text)) return "expected a program's name without its folder: missing-command:rsync";
    return { text: `missing-command:${text}`, world: { hidden: [text] }, class: "SystemFault", tool: text };
  },
  fits: ({ kind, name }) => (kind === "command" && !name.includes("/") ? [name] : []),
};

/** What prlimit(1) takes, with a value that most scripts notice. */
const resources: Readonly<Record<string, number>> = {
  nofile: 24,
  nproc: 64,
  as: 2 ** 28,
  data: 2 ** 24,
  fsize: 4096,
  cpu: 1,
  stack: 2 ** 16,
};

export const limit: FaultRow = {
  ...base,
  id: "limit",
  form: "limit:NAME[=N]",
  says: "a limit of the process is low: nofile, nproc, as, data, fsize, cpu (seconds), stack",
  needs: ["prlimit"],
  read: (text) => {
    const [, name = "", value, on] = /^(\w+)(?:=(\S+))?(?: on line (\d{1,7}))?$/.exec(text) ?? [];
    const line = on === undefined ? null : Number(on);
    const usual = Object.hasOwn(resources, name) ? resources[name] : undefined;
    if (usual === undefined) return `expected one of ${Object.keys(resources).join(", ")}: limit:nofile=24`;
    const number = value === undefined ? usual : readBytes(value);
    if (number === undefined || number > Number.MAX_SAFE_INTEGER)
      return `${value} is no number: limit:${name}=${usual}`;
    const action = { kind: "prefix", words: ["prlimit", `--${name}=${number}`, "--"] } as const;
    // The engine itself needs more: the limits are for what it starts.
    const rule = { target: "command", name: "*", line, from: 1, to: Number.MAX_SAFE_INTEGER, action } as const;
    const made = {
      text: `limit:${name}=${number}${line === null ? "" : ` on line ${line}`}`,
      world: { rules: [rule] },
      class: "SystemFault",
    } as const;
    return name === "nproc" ? { ...made, needs: ["ordinary user"] } : made;
  },
  fits: ({ kind, changes, line }) => (kind === "command" && changes ? [`fsize on line ${line}`] : []),
};

export const user: FaultRow = {
  ...base,
  id: "user",
  form: "user[:UID]",
  says: "somebody else runs the script, with no more than everybody's rights",
  needs: ["root"],
  read: (text) => {
    const uid = text === "" ? 65_534 : Number(text);
    if (!/^\d{0,10}$/.test(text) || uid < 1 || uid > 4_294_967_294) return "expected a user's number: user:65534";
    return { text: `user:${uid}`, world: { user: uid }, class: "UserFault" };
  },
  fits: ({ changes }) => (changes ? [""] : []),
};

export const clock: FaultRow = {
  ...base,
  id: "clock",
  form: "clock[:SHIFT]",
  says: "the clock is wrong: +3d, -1y, +90m",
  needs: ["faketime"],
  read: (text, random) => {
    const shift = text === "" ? random.pick(["+3d", "-3d", "+1y", "-1y"]) : text;
    if (!/^[+-]\d{1,6}(?:\.\d{1,6})?[smhdy]?$/.test(shift)) return "expected a shift with its sign: clock:+3d";
    return { text: `clock:${shift}`, world: { clock: shift }, class: "SystemFault" };
  },
};

const mostProcessors = 64;

export const cpuLoad: FaultRow = {
  ...base,
  id: "cpu-load",
  form: "cpu-load[:N]",
  says: "so many other processes want a processor all the time",
  needs: ["world"],
  read: (text, random) => {
    const number = text === "" ? random.whole(2, 8) : Number(text);
    if (!/^\d{0,2}$/.test(text) || number < 1 || number > mostProcessors)
      return `expected a number from 1 to ${mostProcessors}: cpu-load:4`;
    return { text: `cpu-load:${number}`, world: { load: { processors: number, memory: 0 } }, class: "SystemFault" };
  },
};

export const memoryLoad: FaultRow = {
  ...base,
  id: "memory-load",
  form: "memory-load[:SIZE]",
  says: "another process has so much memory; never more than half of what is free",
  needs: ["world"],
  read: (text) => {
    const bytes = text === "" ? 2 ** 28 : readBytes(text);
    if (bytes === undefined || bytes < 2 ** 20 || bytes > 2 ** 36)
      return "expected a size from 1MiB to 64GiB: memory-load:256MiB";
    return { text: `memory-load:${bytes}B`, world: { load: { processors: 0, memory: bytes } }, class: "SystemFault" };
  },
};
