/** A text as words, and what became of each of them when it was reworded. */

import { editsOf } from "../../text/index.ts";

export interface WordEdit {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Beyond so many changed words a text was written anew. */
const mostChanges = 400;

/** Scripts that put no blanks between words: Japanese, Chinese, Thai and their neighbours. */
const unspaced = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
/** Runs of theirs only so long: the time that a segmenter takes grows with the square of it. */
const tokens = new RegExp(
  String.raw`([${unspaced}]{1,200})|\d+(?:[.,:]\d+)+|(?:(?![${unspaced}])[\p{L}\p{M}\p{N}_])+|\s+|[^]`,
  "gu",
);

// Costs a few milliseconds, and most texts need none.
let segmenter: Intl.Segmenter | undefined;

/** Words, blanks and marks; together they are the text. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  // Not by matchAll, which compiles its pattern anew each time.
  tokens.lastIndex = 0;
  for (let found = tokens.exec(text); found !== null; found = tokens.exec(text)) {
    const [token, run] = found;
    if (run === undefined) words.push(token);
    else {
      segmenter ??= new Intl.Segmenter("ja", { granularity: "word" });
      for (const { segment } of segmenter.segment(run)) words.push(segment);
    }
  }
  return words;
}

/** Runs of words; together with the removed ones they are the text before, with the added ones the text after. */
export function wordDifference(before: string, after: string): readonly WordEdit[] {
  const runs: WordEdit[] = [];
  let [same, removed, added, blank] = ["", "", "", ""];
  const close = (): void => {
    if (removed !== "") runs.push({ kind: "removed", text: removed });
    if (added !== "") runs.push({ kind: "added", text: added });
    [removed, added, same, blank] = ["", "", `${same}${blank}`, ""];
  };
  for (const { sign, line: word } of editsOf(wordsOf(before), wordsOf(after), mostChanges)) {
    if (sign === " ") {
      // A blank between two changes is read as a part of them.
      if (/^\s+$/.test(word) && blank === "" && (removed !== "" || added !== "")) blank = word;
      else {
        close();
        same += word;
      }
      continue;
    }
    if (same !== "") runs.push({ kind: "same", text: same });
    if (blank !== "") [removed, added] = [`${removed}${blank}`, `${added}${blank}`];
    [same, blank] = ["", ""];
    if (sign === "-") removed += word;
    else added += word;
  }
  close();
  if (same !== "") runs.push({ kind: "same", text: same });
  return runs;
}
