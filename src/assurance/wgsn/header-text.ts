/** The lines ahead of a revision's first node. */

import type { Loss } from "../model/reading.ts";
import type { Revision } from "../model/revision.ts";
import { readHeaderLine } from "./header-lines.ts";
import { linesOf } from "./lines.ts";
import { lossesOfModule, lossesOfRevision } from "./losses.ts";
import { hasBareGoals, moduleTagsOf, readModule } from "./module-tags.ts";
import { inOrder } from "./order.ts";
import { writtenTagLine } from "./tag-line.ts";
import { noTime, writtenTime } from "./when.ts";

export interface HeaderText {
  readonly text: string;
  readonly lost: readonly Loss[];
}

/** `made` is undefined for a case that has no revisions: then a header stands there only where the module needs one. */
export function headerOf(made: Revision, isHistory: boolean): HeaderText {
  const { module, nodes } = made.case;
  const tags = moduleTagsOf(module).map(writtenTagLine);
  if (!isHistory && tags.length === 0 && nodes.length > 0) return { text: "", lost: lossesIn("", made, isHistory) };
  const who = [made.author, made.role, made.process].map(writtenField).join(";");
  const time = isHistory ? writtenTime(made.time) : noTime;
  const lines = [`#${made.number}::${time};${who}`, `Revision:: ${made.number}`];
  if (made.message !== undefined)
    lines.push(writtenTagLine(["CommitMessage", made.message.replace(/\s*[\r\n]+\s*/g, " ").trim()]));
  const text = [...lines, ...tags].map((line) => `${line}\n`).join("");
  return { text, lost: lossesIn(text, made, isHistory) };
}

/** AssureNote's names have no spaces, and nothing that parts fields: a hard space stands for a space. */
function writtenField(value: string | undefined): string {
  if (value === undefined || value === "") return "-";
  return value.replaceAll(" ", "\u00a0").replaceAll(/[^\S\u00a0]|[\u0000-\u001f:;[\]\\]/g, "_");
}

function lossesIn(text: string, made: Revision, isHistory: boolean): readonly Loss[] {
  const into = { histories: [], tags: [] };
  const troubles = { errors: [], warnings: [] };
  for (const line of linesOf(text)) if (line !== "") readHeaderLine(line, 0, into, troubles);
  const [found] = inOrder([{ ...into, at: { start: 0, end: 0 }, nodes: [] }], troubles).parts;
  const { module } = made.case;
  const read = readModule(module.name, into.tags, hasBareGoals(module));
  return [
    ...(isHistory && found !== undefined ? lossesOfRevision(made, found.made) : []),
    ...lossesOfModule(module, read),
  ];
}
