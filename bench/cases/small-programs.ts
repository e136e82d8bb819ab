// Six programs of a page each, as they are written in D-Script, in JavaScript and in Python.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Case, type Contender, ifThere } from "../case.ts";
import { awk, bun, dscript, node, python } from "../programs.ts";

const folder = fileURLToPath(new URL("../small/", import.meta.url));

interface Program {
  readonly name: string;
  readonly title: string;
  /** The files that it reads, made when the case is measured. */
  readonly data?: () => Readonly<Record<string, string>>;
  readonly prints: string;
  readonly more?: readonly Contender[];
}

/** The same numbers each time, from 0 up to, not including, a limit. */
function numbers(): (below: number) => number {
  let seed = 1;
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
}

const words = Array.from({ length: 20_000 }, (_, n) => `w${((n * 7919) % 20_011).toString(36)}${"x".repeat(n % 5)}`);
const word = (random: (below: number) => number): string => words[random(words.length)] ?? "";

/** Lines until they hold so many characters. */
function lines(size: number, line: (n: number) => string): readonly string[] {
  const all: string[] = [];
  for (let length = 0; length < size; length += (all.at(-1)?.length ?? 0) + 1) all.push(line(all.length));
  return all;
}

function text(size: number): string {
  const random = numbers();
  return `${lines(size, () => Array.from({ length: 12 }, () => word(random)).join(" ")).join("\n")}\n`;
}

function records(size: number): string {
  const random = numbers();
  const record = (id: number): string => {
    const [name, tags] = [word(random), [word(random), word(random)]];
    return JSON.stringify({ id, name, tags, value: random(100_000) / 100, active: random(2) === 0 });
  };
  return `[${lines(size, record).join(",")}]`;
}

function accesses(count: number): string {
  const random = numbers();
  const two = (n: number): string => String(n).padStart(2, "0");
  const line = (): string => {
    const time = `26/Nov/2026:06:${two(random(60))}:${two(random(60))} +0000`;
    const status = [200, 200, 200, 304, 404, 500][random(6)];
    const request = `GET /${words[random(200)]}?q=${random(1000)} HTTP/1.1`;
    return `10.0.${random(256)}.${random(256)} - - [${time}] "${request}" ${status} ${random(100_000)}`;
  };
  return `${Array.from({ length: count }, line).join("\n")}\n`;
}

function unsorted(count: number): string {
  const random = numbers();
  return `${Array.from({ length: count }, () => random(1_000_000_000)).join("\n")}\n`;
}

const programs: readonly Program[] = [
  { name: "nbody", title: "The orbits of five bodies, 500,000 steps", prints: "1947555 17892811" },
  {
    name: "words",
    title: "Counting the words of 50 MB, line by line",
    data: () => ({ "words.txt": text(50_000_000) }),
    prints: "7194228 940",
    more: [{ name: "awk", argv: [awk, "-f", "words.awk", "words.txt"], prints: "7194228 940", runs: 3 }],
  },
  {
    name: "records",
    title: "Reading, filtering and writing 20 MB of JSON",
    data: () => ({ "records.json": records(20_000_000) }),
    prints: "234330 117145958",
  },
  {
    name: "sort",
    title: "Sorting 1,000,000 numbers of a file",
    data: () => ({ "numbers.txt": unsorted(1_000_000) }),
    prints: "1000000 20736 999978752",
  },
  { name: "sieve", title: "The primes below 5,000,000", prints: "348513" },
  {
    name: "log",
    title: "Taking 600,000 lines of an access log apart",
    data: () => ({ "access.log": accesses(600_000) }),
    prints: "200 396611\n304 1032\n404 201555\n500 802\n37",
  },
];

function caseOf({ name, title, data, prints, more = [] }: Program): Case {
  const file = (extension: string): string => readFileSync(`${folder}${name}.${extension}`, "utf8");
  const sources = ["dscript", "mjs", "py", ...(more.length > 0 ? ["awk"] : [])];
  return {
    name,
    title,
    rounds: 5,
    get files() {
      return { ...data?.(), ...Object.fromEntries(sources.map((each) => [`${name}.${each}`, file(each)])) };
    },
    contenders: [
      { name: "dscript", argv: [dscript, "run", `${name}.dscript`], prints },
      { name: "node", argv: [node, `${name}.mjs`], prints },
      ...ifThere(bun, "Bun", ["run", `${name}.mjs`], { prints, runs: 3 }),
      { name: "python3", argv: [python, `${name}.py`], prints, runs: 3 },
      ...more,
    ],
    base: "node",
    aims: [
      { of: "dscript", atMost: 2, times: "node" },
      { of: "dscript", atMost: 1, times: "python3" },
    ],
  };
}

export const smallPrograms: readonly Case[] = programs.map(caseOf);
