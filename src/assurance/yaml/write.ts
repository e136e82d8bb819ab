/** A case as `NAME.dcase.yaml`. */

import type { CaseNode, DCase } from "../model/case.ts";
import { indexOf } from "../model/index-of.ts";
import type { CaseWriting } from "../model/reading.ts";
import type { CaseFile } from "../model/revision.ts";
import { pairText } from "./emit.ts";
import { plainModule, plainNode } from "./plain.ts";

/** Writes a file anew; `editYaml` keeps what people wrote into one. Earlier revisions are not kept: that is what git does. */
export function writeYaml({ case: whole, revisions }: CaseFile): CaseWriting {
  const entries = [moduleText(whole), ...whole.nodes.map((node) => nodeText(node, whole))];
  const lost = revisions.length > 1 ? [{ what: `the ${revisions.length - 1} earlier revisions` }] : [];
  return { text: entries.join("\n"), lost };
}

function moduleText(whole: DCase): string {
  return pairText("module", plainModule(whole.module));
}

function nodeText(node: CaseNode, whole: DCase): string {
  return pairText(node.label, plainNode(node, indexOf(whole)));
}
