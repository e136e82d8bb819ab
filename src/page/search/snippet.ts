/** The part of a text in which somebody's words are found, with the words marked. */

import { shortened } from "../dom/cleaned.ts";
import { html } from "../dom/element.ts";
import { folded, readQuery } from "./query.ts";

const most = 90;
/** Letters ahead of the first word that is found. */
const ahead = 24;

export function snippet(text: string, query: string): readonly (Node | string)[] {
  const words = readQuery(query).flatMap(({ field, value, isNot }) =>
    field === undefined && !isNot && value !== "" ? [value] : [],
  );
  const small = letterwise(text);
  const first = Math.min(...words.map((word) => small.indexOf(word)).filter((at) => at !== -1));
  const start = Number.isFinite(first) && first > most - ahead ? first - ahead : 0;
  const line = `${start > 0 ? "…" : ""}${shortened(text.slice(start), most)}`;
  const parts: (Node | string)[] = [];
  let at = 0;
  const lower = letterwise(line);
  while (at < line.length) {
    const next = words
      .map((word) => ({ word, place: lower.indexOf(word, at) }))
      .filter(({ place }) => place !== -1)
      .sort((a, b) => a.place - b.place)[0];
    if (next === undefined) break;
    if (next.place > at) parts.push(line.slice(at, next.place));
    parts.push(html("mark", {}, line.slice(next.place, next.place + next.word.length)));
    at = next.place + next.word.length;
  }
  return [...parts, line.slice(at)];
}

/** Folded, and as long as the text, so that places in the one are places in the other. */
function letterwise(text: string): string {
  const whole = folded(text);
  if (whole.length === text.length) return whole;
  let made = "";
  for (let at = 0; at < text.length; at += 1) {
    const letter = folded(text.charAt(at));
    made += letter.length === 1 ? letter : text.charAt(at);
  }
  return made;
}
