/** Whether a package's JavaScript is agreed on: asked once its bytes are read, ahead of running any of it. */

import { judge, type Reason, reason, tierOf } from "../consent/index.ts";
import type { LoadGuard } from "../engine/index.ts";
import { type Laid, layFoundations, lookersMemory } from "./foundation.ts";
import { hashBytes } from "./hash.ts";
import type { Memory } from "./memory/memory.ts";
import { askedMode, findPolicy, type GateWishes } from "./policy/find.ts";

/** Whether a script is agreed on that brings JavaScript of these bytes. */
export function isAgreedCode(bytes: Uint8Array, { known, memory, reasons }: Laid, now: number): boolean {
  // What others may have laid down there says nothing.
  if (known === undefined || reasons.some(({ code }) => code === "DS6111")) return false;
  const { core, policy } = known;
  const digest = hashBytes(bytes);
  return (core.brought[digest] ?? []).some((bundle) => {
    const topic = memory.topic(bundle);
    return topic.proposals.some((proposal) => {
      // Whoever proposes it does not choose how many have to agree.
      const tier = policy.tiers[tierOf(policy, proposal.script, true)];
      return (
        tier !== undefined &&
        judge(topic, proposal, { core, policy, tier, asks: {}, asked: undefined, now }).reasons.length === 0
      );
    });
  });
}

export interface LookingRequest extends Pick<GateWishes, "environment" | "hostPolicy"> {
  readonly engine: string;
  /** The folder of modules that come with dscript: their JavaScript is ours. */
  readonly shipped: string;
  readonly clock?: () => number;
  /** Tests set another one than that of whoever looks. */
  readonly memory?: Memory;
}

/**
 * For whatever looks at scripts without running them: on a host whose own policy enforces, no JavaScript is loaded that nobody has
 * agreed on. A policy that a project names binds runs alone: what is not agreed on yet has to be checked and proposed somewhere.
 */
export function hostLoadGuard(request: LookingRequest): LoadGuard {
  const { environment, hostPolicy, engine, shipped, clock = Date.now } = request;
  const gate = environment["DSCRIPT_GATE"];
  const wishes = { gate: undefined, policy: undefined, environment: { DSCRIPT_GATE: gate } };
  let laying: Promise<Laid> | undefined;
  const lay = (): Promise<Laid> => {
    const found = findPolicy(hostPolicy === undefined ? wishes : { ...wishes, hostPolicy });
    const asked = askedMode(wishes);
    return layFoundations({
      found: found ?? gone(),
      asked: typeof asked === "string" ? asked : "enforce",
      ...{ engine, now: clock(), launch: { options: [], environment: {}, inspector: undefined } },
      ...(found === undefined || "code" in found ? {} : { memory: request.memory ?? lookersMemory(found) }),
    });
  };
  return async (path, bytes) => {
    if (path.startsWith(`${shipped}/`)) return undefined;
    laying ??= lay();
    const laid = await laying;
    if (laid.mode !== "enforce" || isAgreedCode(bytes, laid, clock())) return undefined;
    const [why] = laid.reasons;
    return laid.known === undefined && why !== undefined
      ? `whether its JavaScript is agreed on cannot be told, and this host's policy lets no other be loaded: ${why.code}: ${why.message}`
      : "nobody has agreed on its JavaScript, and this host's policy lets no other be loaded: check and propose it on a host without one";
  };
}

/** It was there when it was looked for. */
function gone(): Reason {
  return reason("DS6041", "the host's policy is not there any more");
}
