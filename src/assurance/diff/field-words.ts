/** What people call the parts of a case that the model names in one word. */

import type { EdgeKind } from "../model/case.ts";

export const edgeWords: Readonly<Record<EdgeKind, string>> = {
  supportedBy: "supported by",
  inContextOf: "in context of",
  challenges: "challenges",
  responsibility: "answers for",
};

/** What the model's name says to people already stands for itself. */
const fieldWords: Readonly<Record<string, string>> = {
  validUntil: "valid until",
  translations: "translation",
  names: "name in other languages",
  briefs: "brief in other languages",
  url: "address",
  tags: "tag",
  parameters: "parameter",
  attachments: "attachment",
  claimPoints: "claim point",
  layers: "layer",
  agree: "who must agree",
  uses: "uses files",
  extends: "develops nodes of",
  publishes: "publishes",
  by: "from",
  of: "which one",
  maxAge: "greatest age",
  expects: "expected",
};

export function fieldText(field: string, say: (text: string) => string): string {
  return say(fieldWords[field] ?? field);
}
