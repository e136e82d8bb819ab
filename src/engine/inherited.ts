/** What a run inherits that Node.js resets or hides: the launcher writes it down for us. */

/** The variable in which the launcher tells; no command sees it. */
export const inheritedVariable = "DSCRIPT_INHERITED";

export interface Inherited {
  /** Signals that whoever started the run ignores: "SIGHUP" under nohup, "SIGINT" and "SIGQUIT" for a shell's background job. */
  readonly ignoredSignals: ReadonlySet<string>;
  /** Open descriptors above 2. */
  readonly descriptors: readonly number[];
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

/** Reads the launcher's note once, and takes it out of the environment: "3,145" is HUP and INT ignored, standard output closed, descriptors 4 and 5 open. */
export function takeInherited(): Inherited {
  const [mask = "", digits = ""] = (process.env[inheritedVariable] ?? "").split(",");
  delete process.env[inheritedVariable];
  const ignored = /^\d{1,20}$/.test(mask) ? BigInt(mask) : 0n;
  const names = bits.filter(([, number]) => (ignored & (1n << BigInt(number - 1))) !== 0n).map(([name]) => name);
  // A shell that is the launcher's interpreter may ignore QUIT itself; whoever starts jobs without job control ignores both.
  if (names.includes("SIGINT") && (ignored & 4n) !== 0n) names.push("SIGQUIT");
  return {
    ignoredSignals: new Set(names),
    descriptors: [...digits.replace(/[^3-9]/g, "")].map(Number),
    outputClosed: digits.startsWith("1"),
  };
}
