/** Whether a text is a heading rather than a sentence that is true or false: said only where it is plain to see. */

export function isHeading(text: string): boolean {
  // Mostly there are too many words.
  if (text.length > longestJapanese && hasMoreWords(text)) return false;
  const words = text.trim();
  if (words === "" || /[{}.:;!?。！？]/.test(words)) return false;
  return /[^\0-\x7f]/.test(words) ? isJapaneseHeading(words) : isEnglishHeading(words);
}

/** More than three, by the blanks of ASCII that part them. */
function hasMoreWords(text: string): boolean {
  let words = 0;
  let isWithin = false;
  for (let at = 0; at < text.length; at += 1) {
    const isBlank = text.charCodeAt(at) <= 32;
    if (!isBlank && !isWithin) words += 1;
    if (words > 3) return true;
    isWithin = !isBlank;
  }
  return false;
}

/** One to three words, none of which can be a verb: these are short ones, or end in -s (not -ss), -ed or -ing. */
function isEnglishHeading(text: string): boolean {
  const words = text.split(/\s+/, 4);
  return words.length <= 3 && words.every((word) => /^[A-Za-z][A-Za-z-]*$/.test(word) && !mayBeVerb.test(word));
}

const mayBeVerb =
  /^(?:is|are|be|was|were|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would|need|not|no|never|cannot|run|work|hold|stay|stop|start|keep|meet|fit|fail|answer|exist|remain|end)$|[^s]s$|ed$|ing$/i;

const longestJapanese = 12;

/** Up to 12 characters that end in Kanji or Katakana, without a topic, a subject or an object. */
function isJapaneseHeading(text: string): boolean {
  return (
    text.length <= longestJapanese &&
    /[\p{Script=Han}\p{Script=Katakana}ー]$/u.test(text) &&
    !/[はがをも]|可能$|不要$|必要$|安全$|正常$|済$|以[上下内]$|未満$/u.test(text)
  );
}
