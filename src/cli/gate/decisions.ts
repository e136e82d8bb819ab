/** `dscript gate decisions`: what the gate has decided here, from its own log. */

import { existsSync } from "node:fs";
import { readEnvelope } from "../../agreement/index.ts";
import { exitCode } from "../../engine/index.ts";
import { decisionsIn, gateMemory } from "../../gate/index.ts";
import { isProblem, openLog } from "../../ledger/index.ts";
import { placeFor } from "../agreement/place.ts";
import { language, refuseWords } from "../language.ts";
import { refuse } from "../log/said.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { write } from "../terminal.ts";

export async function showDecisions(options: ParsedOptions): Promise<number> {
  const number = options.value("number") ?? "20";
  if (!/^\d{1,9}$/.test(number)) return refuseWords(`-n takes a number, not ${number}`, "dscript gate decisions -n 50");
  const place = await placeFor(options);
  if (typeof place === "number") return place;
  const memory = gateMemory(place.found, place.policy).folder;
  const folder = decisionsIn(memory);
  if (!existsSync(folder)) {
    if (existsSync(memory) || options.has("json")) return exitCode.ok;
    write(1, language().text(`nothing was decided yet, or this user may not see it: ${safe(folder)}\n`));
    return exitCode.ok;
  }
  const log = openLog(folder);
  if (isProblem(log)) return refuse(log);
  try {
    const { size } = log.checkpoint;
    for (let index = number === "0" ? 0 : Math.max(0, size - Number(number)); index < size; index += 1) {
      const entry = log.entry(index);
      if (isProblem(entry)) return refuse(entry);
      const decision = decisionOf(entry);
      if (decision === undefined) continue;
      const { time, decision: what, mode, script, reasons } = decision;
      write(
        1,
        options.has("json")
          ? `${JSON.stringify({ entry: index, ...decision })}\n`
          : `${safe(time)}  ${language().text(what).padEnd(6)}  ${mode.padEnd(7)}  ${safe(script)}${reasons.length === 0 ? "" : `  ${reasons.map(safe).join(", ")}`}\n`,
      );
    }
    return exitCode.ok;
  } finally {
    log.close();
  }
}

function decisionOf(entry: Uint8Array) {
  const reading = readEnvelope(entry);
  if (!reading.ok || reading.envelope.statement.kind !== "decision") return undefined;
  const { time, subject, predicate } = reading.envelope.statement;
  const text = (name: string): string => (typeof predicate[name] === "string" ? String(predicate[name]) : "");
  const reasons = predicate["reasons"];
  return {
    time,
    decision: text("decision"),
    mode: text("mode"),
    script: subject[0]?.name ?? "",
    reasons: Array.isArray(reasons) ? reasons.map(String) : [],
    host: text("host"),
    bundle: text("bundle"),
    ...(text("proposal") === "" ? {} : { proposal: text("proposal") }),
  };
}
