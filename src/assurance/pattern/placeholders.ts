/** Placeholders `{NAME}` in texts and values; `@{KEY}` and `${name}` are D-Script's own, and stay. */

import type { Json } from "../model/json.ts";
import type { Scope } from "./scope.ts";
import { isTranslated, valueText } from "./values.ts";

const placeholder = /(?<![@$])\{([\p{L}_][\p{L}\p{N}_.-]*)\}/gu;

/** The names in a text, each as often as it stands there. */
export function namesIn(text: string): readonly string[] {
  return text.includes("{") ? [...text.matchAll(placeholder)].map(([, name = ""]) => name) : [];
}

/** What has no value stays, and so does what `wordsFor` knows no words for; a value's own braces are text. */
export function filledText(text: string, scope: Scope, language = scope.language, wordsFor = valueText): string {
  if (!text.includes("{")) return text;
  const isJapanese = /^ja\b/.test(language);
  let filled = "";
  let end = 0;
  for (const match of text.matchAll(placeholder)) {
    const [whole, name = ""] = match;
    const value = scope.find(name);
    const words = value === undefined ? undefined : wordsFor(value, language);
    if (words === undefined) scope.open.add(name);
    filled = joined(joined(filled, text.slice(end, match.index), isJapanese), words ?? whole, isJapanese);
    end = match.index + whole.length;
  }
  return joined(filled, text.slice(end), isJapanese);
}

/** Japanese has a blank beside a Latin word, and none beside one of its own. */
function joined(ahead: string, behind: string, isJapanese: boolean): string {
  if (!isJapanese) return ahead + behind;
  const [before = "", blank = ""] = ahead.slice(-2);
  if (blank === " " && isOwn(before) && isOwn(behind.charAt(0))) return ahead.slice(0, -1) + behind;
  if (behind.startsWith(" ") && isOwn(ahead.slice(-1)) && isOwn(behind.charAt(1))) return ahead + behind.slice(1);
  return ahead + behind;
}

function isOwn(character: string): boolean {
  return /[\u3000-\u9fff\uff00-\uffef]/.test(character);
}

/** A text that is one placeholder becomes the value itself: a number stays a number. */
export function filledJson(value: Json, scope: Scope): Json {
  if (typeof value === "string") {
    const [, name] = /^\{([\p{L}_][\p{L}\p{N}_.-]*)\}$/u.exec(value) ?? [];
    if (name === undefined) return filledText(value, scope);
    const found = scope.find(name);
    if (found === undefined) return value;
    return isTranslated(found) ? (valueText(found, scope.language) ?? value) : found;
  }
  if (value === null || typeof value !== "object") return value;
  // As deep as the file is, which its reader limits.
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => filledJson(item, scope));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filledJson(inner, scope)]));
}
