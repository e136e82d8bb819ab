/** Opens the gate ahead of a run; where nothing says that there is one, nothing of it is loaded. */

import { join } from "node:path";
import { configFor, exitCode, type Gate, isPolicyThere, isUnprepared, type Unprepared } from "../../engine/index.ts";
import { tell } from "../language.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import { packageFolder } from "../package-folder.ts";
import { version } from "../version.ts";

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
    const policy = options.value("policy");
    const named = policy ?? process.env["DSCRIPT_POLICY"] ?? configured ?? "";
    const isAsked = gate !== undefined || (process.env["DSCRIPT_GATE"] ?? "") !== "";
    if (!isAsked && named === "" && !isPolicyThere()) return undefined;
    const { openGate } = await import("./open.ts");
    const opened = await openGate({
      ...{ gate, policy, configured, environment: process.env },
      engine: version(),
      shipped: join(packageFolder(), "packages"),
    });
    if (opened === undefined || !("problem" in opened)) return opened;
    return { code: exitCode.usage, problem: opened, diagnostics: [], leftOut: [] };
  };
}

/** Refuses what no agreement can be for, where the gate does; the value is the exit code then. `file`: whose configuration may name a policy. */
export async function refuseUnagreed(what: "rehearse" | "apply", file: string): Promise<number | undefined> {
  const found = await configFor(file);
  const gate = await gateOpening({ value: () => undefined })(found.ok ? found.config.policy : undefined);
  if (gate === undefined) return undefined;
  if (isUnprepared(gate)) {
    tell(`dscript: ${gate.problem?.problem ?? ""}\n  ${gate.problem?.next ?? ""}\n`);
    return gate.code;
  }
  const reason = gate.mayNot(what);
  if (reason === undefined) return undefined;
  tell(`dscript: ${reason.code}: ${reason.message}\n  ${reason.help}\n`);
  return exitCode.notAgreed;
}
