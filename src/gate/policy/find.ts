/** Which policy counts: the host's; where there is none, the one that is named; else none. */

import { resolve } from "node:path";
import { type Mode, modes, type Reason, reason } from "../../consent/index.ts";
import { hostPolicy, isPolicyThere } from "../../engine/index.ts";

export interface GateWishes {
  /** `--gate`. */
  readonly gate: string | undefined;
  /** `--policy`. */
  readonly policy: string | undefined;
  /** What dscript.yaml names. */
  readonly configured?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The host's policy; tests set another place. */
  readonly hostPolicy?: string;
}

export interface Found {
  readonly path: string;
  /** User ids whose file counts. */
  readonly owners: readonly number[];
  /** The host's own, which root alone writes. */
  readonly isHost: boolean;
}

/** The policy's place; undefined where nothing says that there is one. */
export function findPolicy({
  policy,
  configured,
  environment,
  hostPolicy: host = hostPolicy,
}: GateWishes): Found | Reason | undefined {
  const asked = policy ?? (environment["DSCRIPT_POLICY"] || undefined);
  const named = asked ?? configured;
  if (isPolicyThere(host)) {
    if (named !== undefined && resolve(named) !== host)
      return reason("DS6043", `this host has a policy, ${host}, and ${named} cannot stand in for it`, {
        help: "leave --policy and DSCRIPT_POLICY out",
      });
    return { path: host, owners: [0], isHost: true };
  }
  if (asked !== undefined && configured !== undefined && resolve(asked) !== resolve(configured))
    return reason("DS6043", `dscript.yaml names the policy ${configured}, and ${asked} cannot stand in for it`, {
      help: "leave --policy and DSCRIPT_POLICY out",
    });
  return named === undefined
    ? undefined
    : { path: resolve(named), owners: [0, process.geteuid?.() ?? 0], isHost: false };
}

/** What the caller asks for beyond the policy; a sentence where a word is no mode. */
export function askedMode({
  gate,
  environment,
}: GateWishes): Mode | { readonly problem: string; readonly next: string } {
  const all = [
    ["--gate", gate],
    ["DSCRIPT_GATE", environment["DSCRIPT_GATE"] || undefined],
  ] as const;
  let strictest: Mode = "off";
  for (const [from, word] of all) {
    if (word === undefined) continue;
    const mode = modes.find((each) => each === word);
    if (mode === undefined)
      return {
        problem: `${from} takes ${modes.join(", ")}, not ${JSON.stringify(word)}`,
        next: "it can only be stricter than the policy",
      };
    if (modes.indexOf(mode) > modes.indexOf(strictest)) strictest = mode;
  }
  return strictest;
}
