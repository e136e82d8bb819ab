/** Examples of DIA. */

import { type Example, example } from "./example.ts";

const argued = `
G1:
  text: The backup is complete
  supportedBy: [Sn1]
Sn1:
  text: Log of the backup
`;

/** The argument with a counter-goal. */
function against(target: string, label = "CG1"): string {
  return `${argued.trim()}\n${label}:\n  text: The log was written ahead of the backup\n  challenges: ${target}`;
}

const answered = `${argued.trim()}
  defeated: true
CSn1:
  text: The log of 3 March, which is dated before its backup
  challenges: Sn1`;

export const challengeExamples: Readonly<Record<string, Example>> = {
  "DIA-01": example(against("Sn2"), against("Sn1")),
  "DIA-02": example(against("Sn1", "Sn2"), against("Sn1", "CSn2")),
  "DIA-03": example(against("CG1"), against("Sn1")),
  "DIA-04": example(`${against("C1 -> Sn1")}\nC1:\n  text: The files of the shop`, against("G1 -> Sn1")),
  "DIA-05": example(`${argued.trim()}\n  defeated: true`, answered),
  "DIA-06": example(
    `${argued.trim()}\n  defeatedRelation: G1`,
    `${against("G1 -> Sn1").replace("[Sn1]", "[Sn1]\n  defeatedRelation: Sn1")}`,
  ),
  "DIA-07": example(answered, against("Sn1")),
  "DIA-08": example(against("Sn1"), answered),
  "DIA-09": example(against("Sn1"), argued),
};
