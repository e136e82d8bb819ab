/** The file of a case: read with what is wrong said, and written in the form that it has. */

import { readFileSync, statSync, writeFileSync } from "node:fs";
import {
  type CaseCodec,
  codecNamed,
  codecOf,
  type DCase,
  editYaml,
  longestCase,
  writeCase,
} from "../../assurance/index.ts";
import { nearest } from "../../diagnostics/index.ts";
import { codeOf } from "../../logs/index.ts";
import { refuseAbout, refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { readOrSay } from "./load.ts";

export interface OpenCase {
  readonly path: string;
  readonly text: string;
  readonly codec: CaseCodec;
  readonly case: DCase;
}

/** The case of a file; or the exit code, once it is said why there is none. `isWritten`: something is added to it, or put beside it. */
export function openCase(path: string, options: ParsedOptions, isWritten = false): OpenCase | number {
  if (isWritten && path === "-")
    return refuseWords("what is read from standard input cannot be added to", "name a case: NAME.dcase.yaml");
  const found = readOrSay(path, options);
  if (typeof found === "number") return found;
  return { path, text: found.source.text, codec: found.codec, case: found.reading.file.case };
}

/** What a file holds; or the exit code, once it is said why it cannot be read. */
export function textOf(path: string, next: string): string | number {
  try {
    const { size } = statSync(path);
    if (size > 4 * longestCase)
      return refuseWords(`${safe(path)} is larger than ${(4 * longestCase) / 2 ** 20} MiB`, next);
    return readFileSync(path, "utf8");
  } catch (thrown) {
    return refuseWords(`${safe(path)} cannot be read: ${codeOf(thrown)}`, next);
  }
}

/** The text of a case in a file that may be there already: comments and order stay in YAML. */
export function caseText(whole: DCase, path: string, before: OpenCase | undefined): string {
  const codec = codecOf(path) ?? before?.codec ?? (codecNamed("yaml") as CaseCodec);
  if (before !== undefined && codec.name === "yaml" && before.codec.name === "yaml")
    // A file that names no module has its own name, which is not written into it.
    return editYaml(before.text, before.case.module.name, whole);
  return writeCase({ case: whole, revisions: [] }, codec).text;
}

/** False where it cannot be written, which is said; `isNew`: a file that is there stays. */
export function putText(path: string, text: string, isNew = false): boolean {
  try {
    writeFileSync(path, text, isNew ? { flag: "wx" } : {});
    return true;
  } catch (thrown) {
    refuseWords(
      `${safe(path)} cannot be written: ${codeOf(thrown)}`,
      "name a file in a folder that is there, and yours",
    );
    return false;
  }
}

/** A sentence about something, and the next step. */
export function tellOf(where: string, message: string, help?: string): void {
  refuseAbout(safe(where), message, help);
}

/** The node with a label; or the exit code, once the nearest one is named. */
export function nodeNamed({ path, case: whole }: OpenCase, label: string): DCase["nodes"][number] | number {
  const node = whole.nodes.find((each) => each.label === label) ?? whole.nodes.find(({ uid }) => uid === label);
  if (node !== undefined) return node;
  const meant = nearest(
    label,
    whole.nodes.map((each) => each.label),
  );
  return refuseWords(
    `${safe(path)} has no node ${label === "" ? '""' : safe(label)}`,
    meant === undefined ? "name the label of a node, such as Sn1" : `did you mean ${safe(meant)}?`,
  );
}
