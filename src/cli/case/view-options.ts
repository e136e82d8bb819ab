/** Which nodes of a case are shown, and how much of them. */

import type { OptionRow } from "../options.ts";

export const evidenceOption: OptionRow = {
  name: "evidence",
  value: "FILE",
  repeats: true,
  says: "statements that say what the evidence comes to; NAME.evidence.jsonl beside the case otherwise",
};

export const viewOptions: readonly OptionRow[] = [
  {
    name: "detail",
    value: "LEVEL",
    choices: ["0", "1", "2"],
    says: "0 labels, 1 texts (the default), 2 owners, days and evidence, too",
  },
  { name: "focus", value: "NODE", says: "only this node: its way from the top, and what is below it" },
  { name: "fold", value: "NODE", repeats: true, says: "leave out what is below this node" },
  { name: "depth", value: "N", says: "so many steps below the top" },
  { name: "text", value: "LANGUAGE", says: "the language of the texts, where the case has several; --lang otherwise" },
  evidenceOption,
];
