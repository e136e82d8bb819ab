/** A case with all its revisions to a WGSN text, the newest first. */

import type { CaseWriting, Loss } from "../model/reading.ts";
import type { CaseFile, Revision } from "../model/revision.ts";
import { headerOf } from "./header-text.ts";
import { historyOf } from "./history.ts";
import { mostCharacters } from "./limits.ts";
import { SectionWriter } from "./section-text.ts";
import { writtenUids } from "./written-uids.ts";

/** Never throws. What does not fit into the text is in `lost`, each thing once however many revisions have it. */
export function writeWgsn({ case: whole, revisions }: CaseFile): CaseWriting {
  const isHistory = revisions.length > 0;
  const all: readonly Revision[] = [...revisions.slice(0, -1), { ...(revisions.at(-1) ?? { number: 0 }), case: whole }];
  const writer = new SectionWriter(writtenUids(all.map((each) => each.case)), isHistory ? historyOf(all) : undefined);
  const parts: string[] = [];
  const lost: Loss[] = [];
  let left = mostCharacters;
  for (const revision of all.toReversed()) {
    const header = headerOf(revision, isHistory);
    const section = writer.write(revision, left - header.text.length);
    if (section === undefined) {
      lost.push({ what: tooLong(revision.number, parts.length === 0) });
      break;
    }
    const text = `${header.text}${section.text}`;
    parts.push(text);
    for (const loss of [...header.lost, ...section.lost]) lost.push(loss);
    left -= text.length + "*=====\n".length;
  }
  return { text: parts.join("*=====\n"), lost: eachOnce(lost) };
}

function tooLong(number: number, isNewest: boolean): string {
  return isNewest
    ? `all of it: the text would have more than ${mostCharacters} characters`
    : `revision ${number} and what is older: the text would have more than ${mostCharacters} characters`;
}

function eachOnce(lost: readonly Loss[]): readonly Loss[] {
  return [...new Map(lost.map((loss) => [`${loss.label}\n${loss.what}`, loss])).values()];
}
