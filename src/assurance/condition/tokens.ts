/** The words of a condition. */

export type Token =
  | { readonly kind: "value"; readonly value: number | string | boolean; readonly at: number }
  | { readonly kind: "name" | "sign"; readonly text: string; readonly at: number }
  | { readonly kind: "end"; readonly at: number };

/** A number and its percent sign, a name, a text in double quotes, a sign. */
const pattern =
  /\s+|(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(%?)|([\p{L}_][\p{L}\p{N}_.-]*)|"([^"\\]*(?:\\.[^"\\]*)*)"|([=!<>]=|&&|\|\||[<>!()]|.)/suy;

/** Signs that are none stay tokens: whoever reads them says what was expected. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const at = match.index;
    const number = match[1];
    const percent = match[2];
    const name = match[3];
    const double = match[4];
    const sign = match[5];
    if (number !== undefined)
      tokens.push({ kind: "value", value: percent === "%" ? percentOf(number) : Number(number), at });
    else if (name === "true" || name === "false") tokens.push({ kind: "value", value: name === "true", at });
    else if (name !== undefined) tokens.push({ kind: "name", text: name, at });
    else if (double !== undefined) tokens.push({ kind: "value", value: double.replaceAll(/\\(.)/gsu, "$1"), at });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign, at });
  }
  tokens.push({ kind: "end", at: text.length });
  return tokens;
}

/** 13 % is 0.13, and not 0.13000000000000002. */
function percentOf(number: string): number {
  return Number(`${number}e-2`) || Number(number) / 100;
}
