// Which cases the weights may be fitted on: commands and mechanisms are parted by a hash of their names, for ever.
import { createHash } from "node:crypto";
import type { FaultCase } from "./case.ts";

/** `fit`: both are known to those who fit; the others are held out. */
export type Part = "fit" | "unseen command" | "unseen mechanism" | "both unseen";

export const parts: readonly Part[] = ["fit", "unseen command", "unseen mechanism", "both unseen"];

/** Of a hundred names about so many are in the part that is fitted on. */
const share = 0.6;

/** Whether a name is in the part that is fitted on: SHA-256 of `KIND:NAME`, its first four bytes as a share of all. */
export function isFit(kind: "command" | "mechanism", name: string): boolean {
  const digest = createHash("sha256").update(`${kind}:${name}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32 < share;
}

/** The part that a case belongs to. */
export function partOf({ command, mechanism }: Pick<FaultCase, "command" | "mechanism">): Part {
  const [knowsCommand, knowsMechanism] = [isFit("command", command), isFit("mechanism", mechanism)];
  if (knowsCommand) return knowsMechanism ? "fit" : "unseen mechanism";
  return knowsMechanism ? "unseen command" : "both unseen";
}
