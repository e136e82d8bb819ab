/** What the engine says in Japanese; loaded only where Japanese is asked for. */

export { japanese, japanesePage, japaneseTitle } from "./japanese.ts";
export { PhraseBook } from "./phrase-book.ts";
export { casePagePhrases, casePageWords } from "./phrases/case-page.ts";
export { casePicturePhrases } from "./phrases/case-picture.ts";
