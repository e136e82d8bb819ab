/** What a run inherits that Node.js resets or hides: the launcher writes it down for us. */

/** The variable in which the launcher tells; no command sees it. */
export const inheritedVariable = "DSCRIPT_INHERITED";

/** Variables by which Node.js loads code ahead of ours: the launcher hands them on under other names, for commands alone. */
const handedOn = ["NODE_OPTIONS", "NODE_PATH", "NODE_COMPILE_CACHE"] as const;

export interface Inherited {
  /** Signals that whoever started the run ignores: "SIGHUP" under nohup, "SIGINT" and "SIGQUIT" for a shell's background job. */
  readonly ignoredSignals: ReadonlySet<string>;
  /** Open descriptors above 2. */
  readonly descriptors: readonly number[];
  /** How many descriptors a process may have; Node.js raises that for itself, and commands would inherit it. Undefined where it is not known. */
  readonly descriptorLimit: number | undefined;
  /** Standard output was closed: Node.js opens /dev/null in its place. */
  readonly outputClosed: boolean;
}

const bits: readonly (readonly [name: string, number: number])[] = [
  ["SIGHUP", 1],
  ["SIGINT", 2],
  ["SIGTERM", 15],
  ["SIGTSTP", 20],
  ["SIGTTIN", 21],
  ["SIGTTOU", 22],
];

/** Reads the launcher's note once, and takes it out of the environment: "3,145,1024" is HUP and INT ignored, standard output closed, descriptors 4 and 5 open, and 1024 of them at most. */
export function takeInherited(): Inherited {
  const [mask = "", digits = "", most = ""] = (process.env[inheritedVariable] ?? "").split(",");
  delete process.env[inheritedVariable];
  const ignored = /^\d{1,20}$/.test(mask) ? BigInt(mask) : 0n;
  const names = bits.filter(([, number]) => (ignored & (1n << BigInt(number - 1))) !== 0n).map(([name]) => name);
  // A shell that is the launcher's interpreter may ignore QUIT itself; whoever starts jobs without job control ignores both.
  if (names.includes("SIGINT") && (ignored & 4n) !== 0n) names.push("SIGQUIT");
  return {
    ignoredSignals: new Set(names),
    descriptors: [...digits.replace(/[^3-9]/g, "")].map(Number),
    descriptorLimit: /^\d{1,10}$/.test(most) ? Number(most) : undefined,
    outputClosed: digits.startsWith("1"),
  };
}

/** The environment as whoever started the run had it: what commands get, and what no engine of ours is started with. */
export function callersEnvironment(own: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const noted = handedOn.filter((name) => own.has(`${inheritedVariable}_${name}`));
  if (noted.length === 0) return own;
  const all = new Map(own);
  for (const name of noted) {
    const note = `${inheritedVariable}_${name}`;
    all.set(name, own.get(note) ?? "");
    all.delete(note);
  }
  return all;
}
