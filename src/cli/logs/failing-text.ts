/** The calls that fail most, as a table or JSON. */

import type { Failing } from "../../logs/index.ts";
import { safe, timeText } from "../runs/words.ts";
import { shortClass } from "./class-word.ts";
import { numberText, share, type TextStyle } from "./count-text.ts";
import { tableText } from "./table.ts";

export function failingText({ total, calls }: Failing, { json, say, style }: TextStyle): string {
  if (json)
    return calls
      .map((call) => {
        const { last, classes, ...rest } = call;
        const time = Number.isNaN(last) ? null : new Date(last).toISOString();
        return `${JSON.stringify({ ...rest, classes: Object.fromEntries(classes), last: time })}\n`;
      })
      .join("");
  if (calls.length === 0) return "";
  const rows = calls.map((call) => [
    numberText(call.failures),
    share(call.failures, total),
    numberText(call.unhandled),
    classesText(call.classes, call.failures, say),
    safe(call.place),
    safe(call.api),
    Number.isNaN(call.last) ? "?" : timeText(call.last),
    safe(say(call.message)),
  ]);
  const table = tableText(
    [
      { title: say("FAILURES"), right: true },
      { title: "%", right: true },
      { title: say("UNHANDLED"), right: true },
      { title: say("CLASS") },
      { title: say("PLACE"), most: 40 },
      { title: say("CALL"), most: 24 },
      { title: say("LAST") },
      { title: say("ITS MESSAGE"), most: style.columns === undefined ? 200 : 60 },
    ],
    rows,
  );
  return `${table}${style.dim(say(`all failures: ${numberText(total)}\n`))}`;
}

/** "System", or "System 80 %, User". */
function classesText(classes: readonly (readonly [string, number])[], all: number, say: TextStyle["say"]): string {
  const [first, second] = classes;
  if (first === undefined) return "";
  if (second === undefined) return shortClass(safe(first[0]), say);
  return `${shortClass(safe(first[0]), say)} ${Math.round((100 * first[1]) / all)} %, ${shortClass(safe(second[0]), say)}`;
}
