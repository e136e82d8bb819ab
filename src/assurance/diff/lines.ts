/** One change as lines for a terminal. */

import { escapeText } from "../../diagnostics/index.ts";
import type { Facts } from "../digest/argument.ts";
import { comparable } from "../digest/jcs.ts";
import type { Json } from "../model/json.ts";
import { edgeWords, fieldText } from "./field-words.ts";
import type { Marks } from "./marks.ts";
import type { Change } from "./model.ts";
import { valueText } from "./value-text.ts";
import { wordDifference } from "./words.ts";

export function changeLines(change: Change, marks: Marks): readonly string[] {
  const { say, added, removed, placeText } = marks;
  switch (change.kind) {
    case "relabelled":
      return [`${say("label")}: ${removed(escapeText(change.before))}${added(escapeText(change.after))}`];
    case "retyped":
      return [`${say("type")}: ${removed(typeWords(change.before, say))}${added(typeWords(change.after, say))}`];
    case "reworded": {
      const language = change.language === undefined ? "" : ` (${escapeText(change.language)})`;
      return lines(`${say(change.field)}${language}`, markedText(change.before ?? "", change.after ?? "", marks));
    }
    case "status":
      return [say(statusWords[change.status][change.now ? "now" : "before"])];
    case "evidence": {
      const field = change.field === undefined ? "" : `, ${fieldText(change.field, say)}`;
      // Of all of it the parts are named as people call them.
      const named = (value: Json | undefined): Json | undefined =>
        change.field === undefined && value !== undefined ? partsNamed(value, say) : value;
      const { before, after } = { before: named(change.before), after: named(change.after) };
      return lines(`${say("evidence")}${field}`, valuesText({ before, after }, marks));
    }
    case "field": {
      const field = fieldText(change.field, say);
      if (change.name === undefined) return lines(field, valuesText(change, marks));
      const { name, before, after } = change;
      if (before !== undefined && after !== undefined)
        return lines(`${field} ${escapeText(name)}`, valuesText(change, marks));
      const told = escapeText(`${name}: ${valueText(before ?? after ?? "")}`.replace(/: $/, ""));
      return [`${field} ${after === undefined ? removed(told) : added(told)}`];
    }
    case "order":
      return [`${say("in another order")}: ${fieldText(change.field, say)}`];
    case "moved": {
      const from = change.from.map((place) => removed(placeText(place))).join(", ");
      const to = change.to.map((place) => added(placeText(place))).join(", ");
      if (to === "") return [`${say("no longer under")}: ${from}`];
      return from === "" ? [`${say("also under")}: ${to}`] : [`${say("moved")}: ${from} → ${to}`];
    }
    case "placed":
      return [`${say("place under")} ${placeText(change.under)}: ${change.before} → ${change.after}`];
    case "edge":
      return lines(`${say(edgeWords[change.edge])} ${escapeText(change.to)}`, edgeText(change, marks));
  }
}

/** Both texts in one, what went and what came marked. */
function markedText(before: string, after: string, { added, removed }: Marks): string {
  return wordDifference(before, after)
    .map(({ kind, text }) => {
      // Each line by itself, so that no colour runs over the indentation.
      const each = (mark: (text: string) => string) =>
        text.split("\n").map((line) => (line === "" ? "" : mark(escapeText(line))));
      return each(kind === "same" ? (line) => line : kind === "added" ? added : removed).join("\n");
    })
    .join("");
}

const statusWords = {
  undeveloped: { now: "now undeveloped", before: "no longer undeveloped" },
  uninstantiated: { now: "now uninstantiated", before: "no longer uninstantiated" },
  defeated: { now: "now defeated", before: "no longer defeated" },
} as const;

function partsNamed(facts: Json, say: Marks["say"]): Json {
  return Object.fromEntries(Object.entries(facts as Facts).map(([name, value]) => [fieldText(name, say), value]));
}

function typeWords(text: string, say: Marks["say"]): string {
  return text.split(", ").map(say).join(", ");
}

function valuesText({ before, after }: { before?: Json | undefined; after?: Json | undefined }, marks: Marks): string {
  if (before !== undefined && after !== undefined) {
    const [one, other] = [valueText(before), valueText(after)];
    // What is said otherwise and shows the same, as `"3"` and `3`, is shown as it is written.
    return one === other
      ? `${marks.removed(escapeText(comparable(before)))}${marks.added(escapeText(comparable(after)))}`
      : markedText(one, other, marks);
  }
  const old = before === undefined ? "" : marks.removed(escapeText(valueText(before)));
  return after === undefined ? old : `${old}${marks.added(escapeText(valueText(after)))}`;
}

/** An edge that came or went, with what is said of it; of one that stays only that. */
function edgeText({ before, after }: { before?: Json; after?: Json }, marks: Marks): string {
  const told = (facts: Json | undefined): string => {
    const { to: _, ...rest } = (facts ?? {}) as { readonly [name: string]: Json };
    return Object.keys(rest).length === 0 ? "" : ` ${escapeText(valueText(rest))}`;
  };
  if (before === undefined) return `${marks.added(marks.say("added"))}${told(after)}`;
  if (after === undefined) return `${marks.removed(marks.say("removed"))}${told(before)}`;
  return [
    ...(told(before) === "" ? [] : [marks.removed(told(before).trim())]),
    ...(told(after) === "" ? [] : [marks.added(told(after).trim())]),
  ].join("");
}

function lines(name: string, text: string): readonly string[] {
  const [first = "", ...rest] = text.split("\n");
  return [`${name}: ${first}`, ...rest];
}
