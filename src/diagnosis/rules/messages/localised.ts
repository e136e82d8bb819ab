/** Messages in Japanese and German: recognised whatever the locale says, since a command may set its own. */

import type { MessageRule, Strength } from "../../rule.ts";
import { messagesOf } from "./family.ts";
import { localisedTexts } from "./localised-texts.ts";
import type { MeaningName } from "./meanings.ts";

const source = "the catalogues ja and de of GNU programs";
type Texts = { readonly ja: readonly string[]; readonly de: readonly string[] };

const strengths: Readonly<Record<string, Strength>> = { nothing: "summary", absent: "weak" };

/** How programs show how they are called, and point at their help. */
// biome-ignore format: one row a line reads as the table that it is
const shown = (): readonly MessageRule[] =>
  messagesOf({ source, strength: "weak" }, {
    "ja-usage-shown": ["usage", "使用法: cp [オプション]... コピー元 コピー先", "使用法:", "使い方:", "詳しくは", "詳細は…--help"],
    "de-usage-shown": ["usage", "„cp --help“ liefert weitere Informationen.", "aufruf:", "verwendung:", "liefert weitere informationen", "gibt weitere informationen", "für weitere informationen"],
  });

export const localised = (): readonly MessageRule[] => [
  ...shown(),
  ...(Object.entries(localisedTexts) as [MeaningName, Texts][]).flatMap(([means, texts]) => rowsOf(means, texts)),
];

function rowsOf(means: MeaningName | `=${string}`, texts: Texts): readonly MessageRule[] {
  const strength = strengths[means];
  const name = means
    .replace("=E", "e-")
    .replace(/[A-Z]+/g, (letters) => `-${letters.toLowerCase()}`)
    .replace("--", "-");
  return (["ja", "de"] as const).flatMap((language) => {
    const [first] = texts[language];
    if (first === undefined) return [];
    const example = first.replace("…", " x ");
    return messagesOf(strength === undefined ? { source } : { source, strength }, {
      [`${language}-${name}`]: [means, example, ...texts[language]],
    });
  });
}
