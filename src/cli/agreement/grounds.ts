/** The evidence on which the goals of a script rest, as the log has it: what it comes to, and how old it is. */

import { type EvidenceBelow, evidenceBelow } from "../../gate/index.ts";
import { durationText } from "../../records/index.ts";
import { bundleDigest } from "../case/bundle-digests.ts";
import { safe } from "../runs/words.ts";
import type { Spoken } from "./topic.ts";

export async function evidenceOf({ place, subject }: Spoken): Promise<readonly EvidenceBelow[]> {
  const cases = await subject.cases();
  if (cases === undefined || subject.case === undefined) return [];
  const { path } = subject.case;
  const { core, policy, memory } = place;
  return evidenceBelow({
    ...{ cases, core, policy, shelves: memory, now: Date.now() },
    served: subject.goals.flatMap(({ uid }) => uid ?? []),
    bundleOf: (name) => bundleDigest(name, path),
  });
}

/** A line a node; what has not passed says why. */
export function evidenceText(all: readonly EvidenceBelow[]): string {
  const lines = all.map(({ label, text, status: { is, age, says } }) => {
    const shown = is === "passing" && age !== undefined ? `passing, ${durationText(age)} old` : `${is}, ${says}`;
    return `  evidence       ${safe(label)}: ${shown}: ${safe(text)}\n`;
  });
  return lines.join("");
}

export function evidenceJson(all: readonly EvidenceBelow[]): readonly object[] {
  return all.map(({ label, status: { is, says, age } }) => ({ node: label, is, says, age }));
}
