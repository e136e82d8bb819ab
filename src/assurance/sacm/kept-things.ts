/** Parts of things of SACM as JSON within a case, and back; whatever is no such part is left out. */

import type { Json } from "../model/json.ts";
import { isQualifiedName } from "../xml/characters.ts";
import { isRecord } from "../xml/kept.ts";
import type { LangText } from "./items.ts";
import type { OwnAttributes } from "./parts.ts";

export function textsJson(texts: readonly LangText[]): Json {
  return texts.map(({ lang, content, more }) => ({ ...more, ...(lang === undefined ? {} : { lang }), content }));
}

export function textsIn(kept: Json | undefined): readonly LangText[] {
  if (!Array.isArray(kept)) return [];
  return (kept as readonly Json[]).flatMap((each): readonly LangText[] => {
    if (!isRecord(each)) return [];
    const { lang, content, ...others } = each;
    if (typeof content !== "string") return [];
    const more = moreOf(others);
    return [{ ...(typeof lang === "string" ? { lang } : {}), content, ...(more === undefined ? {} : { more }) }];
  });
}

/** The only attributes that a text has beside its language and content. */
function moreOf({ expression }: { readonly [name: string]: Json }): LangText["more"] {
  return typeof expression === "string" ? { "xsi:type": "base_:ExpressionLangString", expression } : undefined;
}

/** A reader refuses elements with many more. */
const mostKept = 400;

/** `isOwn` tells the attributes that are written from somewhere else. */
export function attributesIn(kept: Json | undefined, isOwn: OwnAttributes): ReadonlyMap<string, string> {
  const entries = Object.entries(isRecord(kept) ? kept : {}).slice(0, mostKept);
  return new Map(
    entries.filter(
      (pair): pair is [string, string] => isKept(pair[0]) && !isOwn(pair[0]) && typeof pair[1] === "string",
    ),
  );
}

/** GSN's own attributes have no place in the classes of SACM that its nodes are written as. */
function isKept(name: string): boolean {
  const isOfGsn = /^(?:isPublic|toBeSupportedByContract|refersToExternalMaterial|isChoice|choice)$/.test(name);
  return isQualifiedName(name) && !isOfGsn && !/^xmlns(?::|$)/.test(name);
}

export function elementsIn(kept: Json | undefined): readonly Json[] {
  return Array.isArray(kept) ? (kept as readonly Json[]) : [];
}

export function textIn(kept: Json | undefined): string | undefined {
  return typeof kept === "string" ? kept : undefined;
}
