/** The catalogue: every rule by its id, in the order of the families. */

import { argumentExamples } from "./examples/arguments.ts";
import { challengeExamples } from "./examples/challenges.ts";
import { evidenceExamples } from "./examples/evidence.ts";
import type { Example } from "./examples/example.ts";
import { fileExamples } from "./examples/files.ts";
import { labelExamples } from "./examples/labels.ts";
import { limitExamples } from "./examples/limits.ts";
import { moduleExamples } from "./examples/modules.ts";
import { ownerExamples } from "./examples/owners.ts";
import { patternExamples } from "./examples/patterns.ts";
import { referenceExamples } from "./examples/references.ts";
import { shapeExamples } from "./examples/shape.ts";
import { textExamples } from "./examples/texts.ts";
import { argumentRules } from "./families/arguments.ts";
import { challengeRules } from "./families/challenges.ts";
import { defeatRules } from "./families/defeat.ts";
import { editorRules } from "./families/editor.ts";
import { evidenceRules } from "./families/evidence.ts";
import { extensionRules } from "./families/extensions.ts";
import { fileRules } from "./families/files.ts";
import { labelRules } from "./families/labels.ts";
import { limitRules } from "./families/limits.ts";
import { moduleRules } from "./families/modules.ts";
import { ownerRules } from "./families/owners.ts";
import { parameterRules } from "./families/parameters.ts";
import { placeholderRules } from "./families/placeholders.ts";
import { referenceRules } from "./families/references.ts";
import { shapeRules } from "./families/shape.ts";
import { textRules } from "./families/texts.ts";
import type { Family, Rule, RuleRow } from "./rule.ts";

/** What a family is about. */
export const familyTitles: Readonly<Record<Family, string>> = {
  FIL: "Files",
  COR: "Labels, links and the whole",
  ARG: "The argument",
  MOD: "Modules",
  PAT: "Patterns and parameters",
  DIA: "Challenges and defeat",
  EVI: "Evidence and monitors",
  TXT: "Texts and translations",
  OWN: "Owners and who agrees",
  LIM: "Limits",
};

const rows: readonly RuleRow[] = [
  ...fileRules,
  ...labelRules,
  ...referenceRules,
  ...shapeRules,
  ...argumentRules,
  ...editorRules,
  ...moduleRules,
  ...extensionRules,
  ...placeholderRules,
  ...parameterRules,
  ...challengeRules,
  ...defeatRules,
  ...evidenceRules,
  ...textRules,
  ...ownerRules,
  ...limitRules,
];

const examples: Readonly<Record<string, Example>> = {
  ...fileExamples,
  ...labelExamples,
  ...referenceExamples,
  ...shapeExamples,
  ...argumentExamples,
  ...moduleExamples,
  ...patternExamples,
  ...challengeExamples,
  ...evidenceExamples,
  ...textExamples,
  ...ownerExamples,
  ...limitExamples,
};

const none: Example = { bad: "", good: "" };

export const allRules: readonly Rule[] = rows.map((row) => ({ ...row, ...(examples[row.id] ?? none) }));

const byId: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.id, rule]));

/** The rule of an id, in capitals or not; undefined where there is none. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id.toUpperCase());
}
