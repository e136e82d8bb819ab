/** Examples of EVI. */

import { type Example, example } from "./example.ts";

/** Evidence with what stands under its `dcase`. */
function evidence(dcase: string): string {
  return `G1:
  text: The backup is complete
  supportedBy: [Sn1]
Sn1:
  text: Test that restores the backup
  dcase: { ${dcase} }`;
}

const whole = "evidence: { by: test, of: restore.dscript, maxAge: 30d }";

export const evidenceExamples: Readonly<Record<string, Example>> = {
  "EVI-01": example(evidence("owner: operator"), evidence(whole)),
  "EVI-02": example(evidence("evidence: { by: test }"), evidence(whole)),
  "EVI-03": example(evidence(whole.replace("30d", "a month")), evidence(whole)),
  "EVI-04": example(evidence(`validUntil: "2026-03-31"`), evidence(`validUntil: "2030-03-31"`)),
  "EVI-05": example(evidence(`validUntil: "2030-02-30"`), evidence(`validUntil: "2030-02-28"`)),
  "EVI-06": example(
    evidence("kind: monitor"),
    evidence(`kind: monitor, monitor: { metric: memory, condition: "max(used) < 0.9", window: 5m }`),
  ),
  "EVI-07": example(
    `
G1:
  text: The backup is complete
  undeveloped: true
  dcase: { evidence: { by: test, of: restore.dscript, maxAge: 30d } }
`,
    evidence(whole),
  ),
  "EVI-08": example(
    evidence(`kind: monitor, monitor: { metric: memory, condition: "1 < 2" }`),
    evidence(`kind: monitor, monitor: { metric: memory, condition: "max(used) < 0.9" }`),
  ),
  "EVI-09": example(
    evidence("attachments: [{ name: log.txt, digest: 'md5:900150983cd24fb0' }]"),
    evidence(
      "attachments: [{ name: log.txt, digest: 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' }]",
    ),
  ),
};
