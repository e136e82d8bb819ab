/** Tells the roles that a policy names of an emergency: when it has begun, and when a script runs under it. */

import type { Language } from "../diagnostics/index.ts";
import type { Config } from "./config-shape.ts";
import { takeInherited } from "./inherited.ts";
import { configFor } from "./script-config.ts";
import { createRunState, type RunState } from "./state.ts";

export interface EmergencyNews {
  readonly roles: readonly string[];
  readonly text: string;
  /** The script's absolute path. */
  readonly script: string;
  readonly language: Language;
}

/** By all addresses of the roles; what could not be told, in sentences. Never throws. */
export async function tellEmergency(
  { roles, text, script, language }: EmergencyNews,
  { config, state }: { readonly config: Pick<Config, "roles" | "approval">; readonly state: RunState },
): Promise<readonly string[]> {
  if (roles.length === 0) return [];
  const { tellRole } = await import("./telling.ts");
  const around = { config, state, script, language, isTrial: false };
  const signal = new AbortController().signal;
  const all = roles.map(async (role) => {
    const outcomes = await tellRole(around, { role, text, signal, place: { file: script, line: 1 } });
    if (outcomes.length === 0) return [`${role} was not told of the emergency: roles in dscript.yaml has no address`];
    return outcomes.flatMap(({ channel, failure }) =>
      failure === undefined ? [] : [`${role} was not told of the emergency: ${channel}: ${failure}`],
    );
  });
  return (await Promise.all(all)).flat();
}

/** The same outside of a run, by the configuration that counts for the script. */
export async function announceEmergency(news: EmergencyNews): Promise<readonly string[]> {
  const found = await configFor(news.script);
  if (!found.ok) return ["nobody was told of the emergency: the configuration is wrong"];
  takeInherited();
  return tellEmergency(news, { config: found.config, state: createRunState() });
}
