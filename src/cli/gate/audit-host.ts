/** `dscript gate audit-host`: whether anybody could walk around the gate of this host, and what to do about it. */

import { exitCode } from "../../engine/index.ts";
import { auditHost, standingReasons } from "../../gate/index.ts";
import { language } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { write } from "../terminal.ts";
import { version } from "../version.ts";
import { custodyOf, programFiles } from "./custody.ts";

/** 0 where all is as it should be, 1 where something is weak or wrong. */
export async function auditOfHost(options: ParsedOptions): Promise<number> {
  const custody = await custodyOf(options, "looks");
  if (typeof custody === "number") return custody;
  const { layout, read } = custody;
  const { root, log } = layout;
  const reasons = standingReasons({ root, read, log, engine: version(), now: Date.now() });
  const findings = auditHost({ layout, policy: read.policy, reasons, programs: programFiles() });
  const isFine = findings.every(({ state }) => state === "ok");
  if (options.has("json")) {
    for (const each of findings) write(1, `${JSON.stringify(each)}\n`);
    return isFine ? exitCode.ok : exitCode.answerFalse;
  }
  const { text } = language();
  for (const { area, state, finding, repair } of findings) {
    write(1, `${state.padEnd(5)}  ${area.padEnd(7)}  ${text(safe(finding))}\n`);
    if (repair !== undefined) write(1, `                → ${text(safe(repair))}\n`);
  }
  return isFine ? exitCode.ok : exitCode.answerFalse;
}
