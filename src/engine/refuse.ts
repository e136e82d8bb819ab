/** A run that its command line keeps from starting: each mistake is the fault of whoever gave the words (language 3). */

import { Origin } from "../records/index.ts";
import { createFault, createRuntime, type Fault, type RunOptions, settle } from "../runtime/index.ts";
import { codeOfFault } from "./exit-code.ts";
import type { ParameterMistake } from "./parameters.ts";
import type { Outcome } from "./run-script.ts";

/** More mistakes than these help nobody, and each is diagnosed and recorded. */
const mostShown = 50;

/** Records and shows the mistakes; nothing has run, and nothing will. */
export function refuseToRun(
  options: RunOptions,
  mistakes: readonly ParameterMistake[],
  say: (text: string) => void,
): Outcome {
  const { run } = createRuntime(options);
  const [first] = options.program.parameters;
  const faults: Fault[] = [];
  for (const { spec, option, given, message } of mistakes.slice(0, mostShown)) {
    const argument = { name: "value", type: "String", text: given, origins: Origin.parameter };
    const fault = createFault(run, spec?.site ?? first?.site ?? 0, {
      kind: "ArgumentFault",
      message,
      api: option,
      stated: "UserFault",
      arguments: [argument],
    });
    settle(run, fault, false);
    faults.push(fault);
  }
  if (mistakes.length > mostShown) say(`and ${mistakes.length - mostShown} more\n`);
  return {
    code: codeOfFault("ArgumentFault", "UserFault"),
    commands: 0,
    unseen: 0,
    milliseconds: 0,
    interrupted: false,
    faults,
  };
}
