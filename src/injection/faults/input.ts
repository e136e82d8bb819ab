/** Faults of the input: arguments, parameters, variables and files that are missing, empty, huge, malformed or binary. */

import type { Random } from "../random.ts";
import { type ContentsName, contentsNames } from "../world/world.ts";
import type { FaultRow, Injected } from "./fault.ts";

const base = { area: "input", needs: [], fits: () => [] } as const;
const expected = contentsNames.join(", ");

/** Bytes of a file that is huge; of an argument, execve(2) takes less than 128 KiB. */
const hugeFile = 16 * 2 ** 20;
const hugeWord = 100 * 2 ** 10;

export const argument: FaultRow = {
  ...base,
  id: "argument",
  form: "argument:N=HOW",
  says: `the script's Nth argument is ${expected}`,
  read: (text, random) => edited("argument", /^(\d{1,4})=(.*)$/s, text, random),
};

export const parameter: FaultRow = {
  ...base,
  id: "parameter",
  form: "parameter:NAME=HOW",
  says: `what the command line gives a parameter is ${expected}`,
  read: (text, random) => edited("parameter", /^([A-Za-z][\w-]*)=(.*)$/s, text, random),
};

export const variable: FaultRow = {
  ...base,
  id: "variable",
  form: "variable:NAME=HOW",
  says: `an environment variable is ${expected}`,
  read: (text, random) => edited("variable", /^([A-Za-z_]\w*)=(.*)$/s, text, random),
};

export const file: FaultRow = {
  ...base,
  id: "file",
  form: "file:PATH=HOW",
  says: `a file is ${expected}`,
  needs: ["world"],
  arrives: true,
  read: (text, random) => {
    const [, path = "", how = ""] = /^(.+)=([a-z]+)$/s.exec(text) ?? [];
    const name = nameOf(how);
    if (name === undefined || path === "") return `expected a path and one of ${expected}: file:hosts.csv=empty`;
    const bytes = name === "huge" ? hugeFile : 4096;
    const contents = [{ path, how: name, bytes, seed: random.whole(0, 2 ** 31) }];
    return { text: `file:${path}=${name}`, world: { contents }, class: "UserFault" };
  },
};

function edited(
  place: "argument" | "parameter" | "variable",
  form: RegExp,
  text: string,
  random: Random,
): Injected | string {
  const [, name = "", how = ""] = form.exec(text) ?? [];
  const kind = nameOf(how);
  if (kind === undefined || name === "" || name === "0")
    return `expected which one, and one of ${expected}: ${place}:${place === "argument" ? "1" : "NAME"}=empty`;
  const inputs = [{ place, name, text: wordOf(kind, random) }];
  return { text: `${place}:${name}=${kind}`, world: { inputs }, class: "UserFault" };
}

function nameOf(text: string): ContentsName | undefined {
  return contentsNames.find((name) => name === text);
}

const odd = ["\u00e9", "%", "'", '"', "\\", "$(x)", "*", "\n", "\u202e", "-", "{", "]", ";", " "];

function wordOf(how: ContentsName, random: Random): string | null {
  switch (how) {
    case "missing":
      return null;
    case "empty":
      return "";
    case "huge":
      return "x".repeat(hugeWord);
    case "malformed":
      return `x${Array.from({ length: 12 }, () => random.pick(odd)).join("")}`;
    case "binary":
      // No NUL: no argument can hold one.
      return Array.from({ length: 32 }, () => String.fromCharCode(random.whole(1, 31))).join("");
  }
}
