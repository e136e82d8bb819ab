/** The words of a condition. */

export type Token =
  | { readonly kind: "value"; readonly value: number | string | boolean; readonly at: number }
  | { readonly kind: "name" | "sign"; readonly text: string; readonly at: number }
  | { readonly kind: "end"; readonly at: number };

const pattern =
  /\s+|(?<number>-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?<percent>%?)|(?<name>[\p{L}_][\p{L}\p{N}_.-]*)|"(?<double>[^"\\]*(?:\\.[^"\\]*)*)"|(?<sign>[=!<>]=|&&|\|\||[<>!()]|.)/gsuy;

/** Signs that are none stay tokens: whoever reads them says what was expected. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const at = match.index;
    const { number, percent, name, double, sign } = match.groups ?? {};
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
