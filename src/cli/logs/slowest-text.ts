/** The records that took longest, as a table or JSON. */

import type { Slow } from "../../logs/index.ts";
import { durationText } from "../../records/index.ts";
import { safe, timeText } from "../runs/words.ts";
import type { Fields } from "./class-word.ts";
import type { TextStyle } from "./count-text.ts";
import { tableText } from "./table.ts";

export function slowestText(slowest: readonly Slow[], { json, say }: TextStyle): string {
  if (json) return slowest.map(({ line }) => `${line}\n`).join("");
  if (slowest.length === 0) return "";
  const rows = slowest.map(({ elapsed, line }) => {
    const fields = JSON.parse(line) as Fields;
    const time = Date.parse(String(fields["Time"]));
    const call = typeof fields["argv"] === "string" ? fields["argv"] : fields["Api"];
    return [
      durationText(elapsed),
      Number.isNaN(time) ? "?" : timeText(time),
      safe(fields["Host"] ?? ""),
      `${safe(fields["ScriptName"] ?? "?")}:${safe(fields["ScriptLine"] ?? "?")}`,
      safe(call ?? ""),
    ];
  });
  return tableText(
    [
      { title: say("TOOK"), right: true },
      { title: say("ENDED") },
      { title: say("HOST"), most: 24 },
      { title: say("PLACE"), most: 40 },
      { title: say("CALL"), most: 80 },
    ],
    rows,
  );
}
