/** Failures of the past, diagnosed anew. */

import { closeSync, openSync } from "node:fs";
import { exitCode, rediagnose } from "../../engine/index.ts";
import { language, refuseWords, tell } from "../language.ts";
import { safe } from "../runs/words.ts";
import type { SharedOptions } from "../shared-options.ts";
import { styleFor, write } from "../terminal.ts";

/** Reads files of records, and says of each ErrorPoint what it was said to be and what it is now; the value is the exit code. */
export async function diagnoseLogs(files: readonly string[], shared: SharedOptions): Promise<number> {
  for (const file of files) {
    try {
      closeSync(openSync(file, "r"));
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
      return refuseWords(`the records ${safe(file)} cannot be read: ${code}`, "name a file that --log or a run wrote");
    }
  }
  const style = styleFor(shared.color, 1);
  const say = language();
  let count = 0;
  let other = 0;
  let foreign = 0;
  for (const file of files) {
    for (const found of rediagnose(file)) {
      if (found === "foreign") foreign += 1;
      else {
        count += 1;
        const [now] = found.now.ranked;
        if (now === undefined) continue;
        if (found.before !== undefined && found.before !== now.class) other += 1;
        if (shared.json) {
          const ranked = found.now.ranked.map(({ class: name, p, reasons }) => ({ class: name, p, reasons }));
          const { owner, advice } = found.now;
          write(
            1,
            `${JSON.stringify({ ...found.place, before: found.before, owner, removal: advice, diagnosis: ranked })}\n`,
          );
          continue;
        }
        const { time, script, line, api, message } = found.place;
        const p = Math.min(now.p, 0.99).toFixed(2);
        const was =
          found.before === undefined || found.before === now.class ? "" : ` (${say.text(`was ${found.before}`)})`;
        const because = now.reasons[0]?.says ?? "";
        write(
          1,
          `${style.dim(safe(time))}  ${safe(script)}:${line}  ${safe(api)}\n  ${safe(message)}\n` +
            `  ${style.strong(now.class)} ${p}${was}: ${safe(say.text(because))}\n  ${safe(say.text(found.now.advice))}\n`,
        );
      }
    }
  }
  if (!shared.json) tell(`dscript: failures: ${count}, of another class than then: ${other}\n`);
  if (foreign > 0) tell(`dscript: lines that are no record, and left out: ${foreign}\n`);
  return exitCode.ok;
}
