/** `dscript gate explain`: each step of the gate for a script, ahead of time; nothing is decided, and nothing runs. */

import { join } from "node:path";
import { exitCode, isUnprepared, lookAhead } from "../../engine/index.ts";
import { openGate, stepsOf } from "../../gate/index.ts";
import { language, refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { packageFolder } from "../package-folder.ts";
import { present } from "../present.ts";
import { consoleReporter } from "../reporter.ts";
import { safe } from "../runs/words.ts";
import { definesOf } from "../shared-options.ts";
import { write } from "../terminal.ts";
import { version } from "../version.ts";

/** 0 where it would run, 77 where it would not. */
export async function explain(options: ParsedOptions, [name = "", ...words]: readonly string[]): Promise<number> {
  const reporter = consoleReporter({ json: options.has("json"), color: undefined });
  const defines = definesOf(options);
  if ("problem" in defines) return refuseWords(defines.problem, defines.next);
  const ahead = await lookAhead({
    ...{ name, strict: false, commandList: undefined, defines, arguments: words, present, isDrawn: true },
    caseFile: options.value("case"),
  });
  if (isUnprepared(ahead)) {
    for (const diagnostic of ahead.diagnostics) if (diagnostic.severity === "error") reporter.diagnostic(diagnostic);
    if (ahead.problem !== undefined) reporter.problem(name, ahead.problem);
    return ahead.code;
  }
  const gate = await openGate({
    gate: options.value("gate"),
    policy: options.value("policy"),
    configured: ahead.config.policy,
    environment: process.env,
    engine: version(),
    shipped: join(packageFolder(), "packages"),
  });
  if (gate === undefined)
    return refuseWords("there is no policy, so that everything runs", "dscript gate policy shows some");
  if ("problem" in gate) return refuseWords(gate.problem, gate.next);
  const decided = await gate.explain(ahead.subject);
  const steps = stepsOf(decided);
  const isOpen = decided.reasons.length === 0 || decided.emergency !== undefined;
  if (options.has("json")) {
    const { mode, tierName: tier, bundle } = decided;
    write(
      1,
      `${JSON.stringify({ script: ahead.subject.path, mode, tier, bundle: bundle?.digest, allowed: isOpen, steps })}\n`,
    );
    return isOpen ? exitCode.ok : exitCode.notAgreed;
  }
  const { text } = language();
  for (const { step, title, state, reasons } of steps) {
    write(1, `${String(step).padStart(2)}  ${marks[state]}  ${text(title)}\n`);
    for (const { code, message, help } of reasons)
      write(1, `         ${code}  ${text(safe(message))}\n                 ${text(help)}\n`);
  }
  const of = decided.tierName === undefined ? "" : `, ${decided.tierName}`;
  const verdict = isOpen
    ? "it would run"
    : decided.mode === "enforce"
      ? "it would be refused"
      : "it would run, and be told of";
  write(1, text(`mode ${decided.mode}${of}: ${verdict}\n`));
  return isOpen ? exitCode.ok : exitCode.notAgreed;
}

const marks = { ok: "ok", no: "NO", free: "- ", "not looked at": "- " } as const;
