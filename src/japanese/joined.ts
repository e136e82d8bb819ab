/** Japanese texts with values of other scripts in them: a blank parts what is Latin from what is Japanese. */

/** Literal texts with values between them. */
export function joined(literals: readonly string[], values: readonly string[]): string {
  let text = literals[0] ?? "";
  for (const [index, value] of values.entries()) {
    const behind = literals[index + 1] ?? "";
    if (isJapanese(text.at(-1)) && isLatin(value.at(0))) text += " ";
    text += value;
    if (isLatin(value.at(-1)) && isJapanese(behind.at(0))) text += " ";
    text += behind;
  }
  return text;
}

/** The tag of a Japanese template: ja`${count}個の引数` is "3 個の引数". */
export function ja(literals: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return joined(literals, values.map(String));
}

/** Kana and kanji; punctuation needs no blank beside it. */
function isJapanese(character: string | undefined): boolean {
  return character !== undefined && /^[\u3041-\u30ff\u3400-\u9fff]/.test(character);
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /^[\u0021-\u024f\u2018-\u201d\u2026]/.test(character);
}
