/** A command that is run to be diagnosed. */

import { isUnprepared, startCommand } from "../../engine/index.ts";
import { Origin } from "../../records/index.ts";
import { gateOpening } from "../gate/opening.ts";
import { language } from "../language.ts";
import { present } from "../present.ts";
import { consoleReporter } from "../reporter.ts";
import type { SharedOptions } from "../shared-options.ts";
import { show, styleFor } from "../terminal.ts";
import { renderVerdict } from "./verdict.ts";

/** Runs the words as a command; what comes is its own exit code. */
export async function diagnoseCommandLine(
  words: readonly string[],
  shared: SharedOptions,
  { written, trace }: { readonly written: boolean; readonly trace: boolean },
): Promise<number> {
  const reporter = consoleReporter(shared);
  const outcome = await startCommand(
    {
      ...shared,
      name: "-",
      defines: new Map(),
      arguments: [],
      sinks: [],
      echo: false,
      maxTime: undefined,
      sample: undefined,
      durable: false,
      trace: trace ? "always" : "never",
      notify: false,
      reporter: { ...reporter, fault: (view) => show(2, renderVerdict(view, styleFor(shared.color, 2), language())) },
      present,
      gate: gateOpening({ value: () => undefined }),
    },
    words,
    written ? Origin.literal : Origin.argv,
  );
  if (isUnprepared(outcome)) {
    if (outcome.problem !== undefined) reporter.problem(undefined, outcome.problem);
    return outcome.code;
  }
  return outcome.faults[0]?.status ?? outcome.code;
}
