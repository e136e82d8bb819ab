/** Texts that two people changed: put together sentence by sentence, because a sentence that nobody wrote claims nothing. */

import { editsOf } from "../../text/index.ts";

/** Beyond so many changed sentences a text was written anew. */
const mostChanges = 400;

/** Nothing where both changed the same sentence, or wrote something at the same place. */
export function mergeTexts(base: string, ours: string, theirs: string): string | undefined {
  const sentences = sentencesOf(base);
  const [hunks, others] = [hunksOf(sentences, ours), hunksOf(sentences, theirs)];
  const all = [...hunks];
  for (const hunk of others) {
    if (hunks.some((each) => isSame(each, hunk))) continue;
    if (hunks.some((each) => meet(each, hunk))) return undefined;
    all.push(hunk);
  }
  let [text, at] = ["", 0];
  for (const { start, end, now } of all.sort((a, b) => a.start - b.start || a.end - b.end)) {
    text += `${sentences.slice(at, start).join("")}${now}`;
    at = end;
  }
  return `${text}${sentences.slice(at).join("")}`;
}

/** With the blanks ahead of each; together they are the text. A line is a sentence as well. */
function sentencesOf(text: string): readonly string[] {
  const found = text.match(/\s*(?:[^\s.!?。！？]|[^\S\n]|[.!?](?!\s|$))*[.!?。！？]*/g) ?? [];
  return found.filter((sentence) => sentence !== "");
}

/** Sentences of the base, from `start` up to `end`, in whose place something else stands now. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly now: string;
}

function hunksOf(sentences: readonly string[], text: string): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [start, end, now] = [0, 0, ""];
  const close = (): void => {
    if (end > start || now !== "") hunks.push({ start, end, now });
  };
  for (const { sign, line } of editsOf(sentences, sentencesOf(text), mostChanges)) {
    if (sign === "+") now += line;
    else if (sign === "-") end += 1;
    else {
      close();
      [start, end, now] = [end + 1, end + 1, ""];
    }
  }
  close();
  return hunks;
}

function isSame(one: Hunk, other: Hunk): boolean {
  return one.start === other.start && one.end === other.end && one.now === other.now;
}

/** Sentences beside each other may change apart; where something is only added, it is not clear which comes first. */
function meet(one: Hunk, other: Hunk): boolean {
  if (one.start < other.end && other.start < one.end) return true;
  const isAdded = one.start === one.end || other.start === other.end;
  return isAdded && one.start <= other.end && other.start <= one.end;
}
