/** A policy as it was parsed before, by its bytes: reading YAML and checking it costs more than all else of a decision. */

import type { Reason } from "../../consent/index.ts";
import { hashText } from "../hash.ts";
import type { Memory } from "../memory/memory.ts";
import { type PolicyFile, parsePolicy, type ReadPolicy } from "./read.ts";

/** Rises when what a policy leaves out means something else. */
const form = 2;

/** `memory`: where the policy itself names no folder, the usual one. */
export async function policyFrom(file: PolicyFile, memory: Memory): Promise<ReadPolicy | readonly Reason[]> {
  const key = hashText(`policy ${form}\n${file.path}\n${file.key}`);
  const known = memory.kept<ReadPolicy>("policies", key);
  if (known !== undefined) return known;
  const parsed = await parsePolicy(file);
  if ("policy" in parsed) memory.keepOther("policies", key, parsed);
  return parsed;
}
