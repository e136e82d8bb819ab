/** Looks at launch, policy and log once a run: what all decisions of it stand on. */

import { userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type Mode, type Policy, type Reason, strictest } from "../consent/index.ts";
import { isUnprepared, preferredStateFolder } from "../engine/index.ts";
import { bringUpToDate } from "./fold/bring.ts";
import { hashText } from "./hash.ts";
import { Memory, type Seen } from "./memory/memory.ts";
import type { Found } from "./policy/find.ts";
import { policyFrom } from "./policy/kept.ts";
import { readPolicyFile } from "./policy/read.ts";
import type { Foundations } from "./steps/foundations.ts";
import { type Launch, launchReasons } from "./steps/launch.ts";
import { clockReasons, freshReasons } from "./steps/log.ts";
import { policyReasons } from "./steps/policy.ts";
import { markOf } from "./under-way.ts";

export interface Laid extends Foundations {
  readonly memory: Memory;
  readonly policy: Policy | undefined;
  /** The log's folder. */
  readonly log: string | undefined;
  /** The log's mark ahead of reading it. */
  readonly mark: string;
  readonly seen: Seen;
  /** What the newest decision will have seen. */
  readonly sees: Omit<Seen, "time">;
}

export interface LayingRequest {
  readonly found: Found | Reason;
  readonly asked: Mode;
  readonly launch: Launch;
  readonly engine: string;
  readonly now: number;
  /** Undefined for the gate's own. */
  readonly memory?: Memory;
}

export async function layFoundations(request: LayingRequest): Promise<Laid> {
  const { found, asked, launch, engine, now } = request;
  const usual =
    request.memory ?? ("code" in found ? usualMemory("", process.env) : usualMemory(found.path, surroundingsOf(found)));
  const nothing = (reasons: readonly Reason[], policy?: Policy, memory = usual): Laid => ({
    // A policy that cannot be read is no reason to let things run.
    mode: policy === undefined ? "enforce" : strictest(policy.mode, asked),
    reasons,
    known: undefined,
    bundleOf: async () => undefined,
    ...{ memory, policy, log: undefined, mark: "", seen: memory.seen(), sees: memory.seen() },
  });
  if ("code" in found) return nothing([found]);
  const file = readPolicyFile(found.path, found.owners);
  if ("code" in file) return nothing([file]);
  const read = await policyFrom(file, usual);
  if (!("policy" in read)) return nothing(read);
  const { policy } = read;
  const memory = request.memory ?? gateMemory(found, policy);
  const seen = memory.seen();
  const log = resolve(dirname(found.path), policy.log.folder);
  const launched = launchReasons(launch);
  const mark = markOf(log);
  const brought = bringUpToDate(log, memory, seen, policy.log.keys, now);
  if ("code" in brought) {
    const own = policyReasons(read, { core: undefined, seen, engine });
    return nothing([...launched, ...own, brought, ...clockReasons(seen, now)], policy, memory);
  }
  const { core } = brought;
  const writers = memory.othersMayWrite();
  const reasons = [
    ...launched,
    ...(writers === undefined ? [] : [writers]),
    ...policyReasons(read, { core, seen, engine }),
    ...freshReasons(core, policy, now),
    ...clockReasons(seen, now),
  ];
  return {
    mode: strictest(policy.mode, asked),
    reasons,
    known: { policy, core },
    bundleOf: subjectBundles(),
    ...{ memory, policy, log, mark, seen },
    sees: { policyVersion: Math.max(policy.version, seen.policyVersion), log: brought.log },
  };
}

/** What a gate remembers under a policy, with its log of decisions. */
export function gateMemory(found: Found, { memory }: Policy): Memory {
  return memory === undefined
    ? usualMemory(found.path, surroundingsOf(found))
    : new Memory(resolve(dirname(found.path), memory));
}

/** The people and the policy of a log, as whoever reads it without a policy of the host has them. */
export function memoryFor(key: string): Memory {
  return usualMemory(key, process.env);
}

/** What whoever looks at scripts under a policy keeps of its log: the gate's memory is its own user's alone. */
export function lookersMemory(found: Found): Memory {
  return usualMemory(`look ${found.path}`, surroundingsOf(found));
}

/** Under the host's policy a variable does not choose what is remembered: in another folder somebody could lay down anything. */
function surroundingsOf({ isHost }: Found): NodeJS.ProcessEnv {
  return isHost ? { HOME: userInfo().homedir } : process.env;
}

function usualMemory(key: string, env: NodeJS.ProcessEnv): Memory {
  const state = preferredStateFolder({ env, uid: process.geteuid?.() ?? -1 }) ?? "/nowhere";
  return new Memory(join(state, "gate", hashText(key).slice(0, 16)));
}

/** Bundles of scripts that evidence is of: asked for by the names that the case has for them. */
function subjectBundles(): Foundations["bundleOf"] {
  return async (name, { case: argument, path, bundleAt }, own) => {
    if (argument === undefined) return undefined;
    const file = join(dirname(argument.path), name);
    if (file === path) return own.digest;
    const bundle = await bundleAt(file);
    return isUnprepared(bundle) ? undefined : bundle.digest.replace("sha256:", "");
  };
}
