/** Failures of the past, diagnosed anew. */

import { exitCode, type Rediagnosed, rediagnose } from "../../engine/index.ts";
import { RecordScan, readRecords, sourcesOf } from "../../logs/index.ts";
import { language, tell } from "../language.ts";
import { tellCounts, tellTroubles } from "../logs/said.ts";
import { safe } from "../runs/words.ts";
import type { SharedOptions } from "../shared-options.ts";
import { styleFor, write } from "../terminal.ts";

/** Reads files of records as `dscript logs` does, and says of each ErrorPoint what it was said to be and what it is now; the value is the exit code. */
export async function diagnoseLogs(files: readonly string[], shared: SharedOptions): Promise<number> {
  const { sources, missing } = sourcesOf(files);
  const show = shared.json ? showJson : showText(shared);
  let [count, other, unclear] = [0, 0, 0];
  const scan = new RecordScan();
  scan.wantPoints(["ErrorPoint"]);
  const { counts, troubles } = await readRecords(sources, scan, () => {
    const found = rediagnose(scan.record() ?? {});
    const now = found?.now.ranked[0]?.class;
    if (found === undefined || now === undefined) unclear += 1;
    else {
      count += 1;
      if (found.before !== undefined && found.before !== now) other += 1;
      return show(found);
    }
    return true;
  });
  if (!shared.json && sources.length > 0) tell(`dscript: failures: ${count}, of another class than then: ${other}\n`);
  if (unclear > 0) tell(`dscript: failures without what a diagnosis needs, and left out: ${unclear}\n`);
  const all = [...missing, ...troubles];
  tellTroubles(all);
  tellCounts(counts);
  return all.length > 0 ? exitCode.usage : exitCode.ok;
}

/** False where nobody reads any more. */
type Show = (found: Rediagnosed) => boolean;

const showJson: Show = ({ place, before, now: { ranked, owner, advice } }) => {
  const diagnosis = ranked.map(({ class: name, p, reasons }) => ({ class: name, p, reasons }));
  return write(1, `${JSON.stringify({ ...place, before, owner, removal: advice, diagnosis })}\n`);
};

function showText({ color }: SharedOptions): Show {
  const style = styleFor(color, 1);
  const say = language();
  return ({ place: { time, script, line, api, message }, before, now: { ranked, advice } }) => {
    const [now] = ranked;
    if (now === undefined) return true;
    const p = Math.min(now.p, 0.99).toFixed(2);
    const was = before === undefined || before === now.class ? "" : ` (${say.text(`was ${before}`)})`;
    const because = now.reasons[0]?.says ?? "";
    return write(
      1,
      `${style.dim(safe(time))}  ${safe(script)}:${line}  ${safe(api)}\n  ${safe(message)}\n` +
        `  ${style.strong(now.class)} ${p}${was}: ${safe(say.text(because))}\n  ${safe(say.text(advice))}\n`,
    );
  };
}
