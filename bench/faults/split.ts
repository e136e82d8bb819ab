// Which cases the weights may be fitted on: commands and mechanisms are parted by a hash of their names, for ever.
import { createHash } from "node:crypto";
import type { FaultCase } from "./case.ts";

/** `fit`: both are known to those who fit; `practice`: written to learn from, and never judged by; the others are held out. */
export type Part = "fit" | "unseen command" | "unseen mechanism" | "both unseen" | "practice";

export const parts: readonly Part[] = ["fit", "unseen command", "unseen mechanism", "both unseen", "practice"];

/** Whether whoever writes and weighs rules must not look at a part's cases. */
export function isHeldOut(part: string): boolean {
  return part !== "fit" && part !== "practice";
}

/** Of a hundred names about so many are in the part that is fitted on. */
const share = 0.6;

/** Whether a name is in the part that is fitted on: SHA-256 of `KIND:NAME`, its first four bytes as a share of all. */
export function isFit(kind: "command" | "mechanism", name: string): boolean {
  const digest = createHash("sha256").update(`${kind}:${name}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32 < share;
}

/** The part that a case belongs to. */
export function partOf({ command, mechanism, practice }: Pick<FaultCase, "command" | "mechanism" | "practice">): Part {
  if (practice === true) return "practice";
  const [knowsCommand, knowsMechanism] = [isFit("command", command), isFit("mechanism", mechanism)];
  if (knowsCommand) return knowsMechanism ? "fit" : "unseen mechanism";
  return knowsMechanism ? "unseen command" : "both unseen";
}
