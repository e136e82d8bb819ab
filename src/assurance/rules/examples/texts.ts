/** Examples of TXT. */

import { type Example, example } from "./example.ts";

/** A goal with one support. */
function goal(text: string, rest = ""): string {
  return `G1:
  text: ${text}
  supportedBy: [Sn1]${rest}
Sn1:
  text: Log of the backup`;
}

/** A case in two languages. */
function translated(rest: string): string {
  return `${goal("The backup is complete", "\n  dcase: { texts: { ja: バックアップは完全である } }")}\n  dcase: { ${rest} }`;
}

export const textExamples: Readonly<Record<string, Example>> = {
  "TXT-01": example(goal(`""`), goal("The backup is complete")),
  "TXT-02": example(translated("owner: operator"), translated("texts: { ja: バックアップのログ }")),
  "TXT-03": example(goal("The server answers quickly"), goal("The server answers within 2 s")),
  "TXT-04": example(goal("Performance"), goal("The server answers within 2 s")),
  "TXT-05": example(
    goal("The backup is complete", "\n  dcase: { texts: { japanese: バックアップは完全である } }"),
    translated("texts: { ja: バックアップのログ }"),
  ),
};
