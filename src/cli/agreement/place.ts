/** Where people's agreements are: the policy that counts, its log, and what that says now. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Core, Policy, Reason } from "../../consent/index.ts";
import { configFor, exitCode } from "../../engine/index.ts";
import {
  bringUpToDate,
  type Found,
  findPolicy,
  type Memory,
  memoryFor,
  parsePolicy,
  readPolicyFile,
} from "../../gate/index.ts";
import { refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";

export interface Place {
  /** The policy's file, and whose it has to be. */
  readonly found: Found;
  readonly policy: Policy;
  /** The log's folder. */
  readonly log: string;
  readonly memory: Memory;
  readonly core: Core;
  readonly passedOver: readonly { readonly entry: number; readonly why: string }[];
}

/** A number is an exit code: what is wrong has been said. `script`: whose configuration may name the policy. */
export async function placeFor(options: ParsedOptions, script?: string): Promise<Place | number> {
  const configured = await configuredPolicy(script);
  const named = options.value("policy");
  const found = findPolicy({ policy: named, configured, gate: undefined, environment: process.env });
  if (found === undefined)
    return refuseWords(
      "no policy says where agreements are",
      "name one: --policy FILE, `policy: FILE` in dscript.yaml; dscript gate policy shows some",
    );
  if ("code" in found) return refuseReasons([found]);
  const file = readPolicyFile(found.path, found.owners);
  if ("code" in file) return refuseReasons([file]);
  const read = await parsePolicy(file);
  if (!("policy" in read)) return refuseReasons(read);
  const { policy } = read;
  const log = resolve(dirname(found.path), policy.log.folder);
  const memory = memoryOfPeople(found.path, log);
  const brought = bringUpToDate(log, memory, memory.seen(), policy.log.keys);
  if ("code" in brought) return refuseReasons([brought]);
  const { core, passedOver } = brought;
  return { found, policy, log, memory, core, passedOver };
}

/** What people see is their own fold of the log, the gate's is for the gate alone to write; another log at the same place begins anew. */
export function memoryOfPeople(policy: string, log: string): Memory {
  let about = "";
  try {
    about = readFileSync(join(log, "log.json"), "utf8");
  } catch {
    // That there is no log is said where it is read.
  }
  return memoryFor(`people ${policy} ${about}`);
}

async function configuredPolicy(script: string | undefined): Promise<string | undefined> {
  const found = await configFor(script !== undefined && existsSync(script) ? script : "-");
  return found.ok ? found.config.policy : undefined;
}

/** Says reasons with their next steps; the value is the exit code. */
export function refuseReasons(reasons: readonly Reason[], code: number = exitCode.notAgreed): number {
  for (const each of reasons) tell(`dscript: ${each.code}: ${each.message}\n  ${each.help}\n`);
  return code;
}
