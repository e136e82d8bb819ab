/** Opens the gate ahead of a run; where nothing says that there is one, nothing of it is loaded. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { exitCode, type Gate, type Unprepared } from "../../engine/index.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import { packageFolder } from "../package-folder.ts";
import { version } from "../version.ts";

const hostPolicy = "/etc/dscript/policy.yaml";

export const gateOptions: readonly OptionRow[] = [
  {
    name: "gate",
    value: "MODE",
    choices: ["off", "audit", "warn", "enforce"],
    says: "be at least as strict as that about what was agreed on; the policy can ask for more",
  },
  { name: "policy", value: "FILE", says: "the policy of the gate, where the host has none of its own" },
];

/** What a run asks for once its configuration is read, which may name a policy. */
export function gateOpening(
  options: Pick<ParsedOptions, "value">,
): (configured: string | undefined) => Promise<Gate | Unprepared | undefined> {
  return async (configured) => {
    const gate = options.value("gate");
    const policy = options.value("policy") ?? process.env["DSCRIPT_POLICY"] ?? configured;
    const isAsked = gate !== undefined || (process.env["DSCRIPT_GATE"] ?? "") !== "";
    if (!isAsked && (policy ?? "") === "" && !existsSync(hostPolicy)) return undefined;
    const { openGate } = await import("../../gate/index.ts");
    const opened = await openGate({
      ...{ gate, policy, environment: process.env, hostPolicy },
      engine: version(),
      shipped: join(packageFolder(), "packages"),
    });
    if (opened === undefined || !("problem" in opened)) return opened;
    return { code: exitCode.usage, problem: opened, diagnostics: [], leftOut: [] };
  };
}
