/** The roots that a log's policies name, entry by entry: those of policies that count, as the gate reads them. */

import { emptyCore, emptyTopic, take } from "../../consent/index.ts";
import type { RootsOf } from "../../ledger/index.ts";
import { hashBytes } from "../hash.ts";
import { entryOf } from "./entry.ts";

export function rootsInLog(): RootsOf {
  const core = emptyCore();
  const shelves = { topic: emptyTopic, keepTopic: () => undefined, evidence: () => [], keepEvidence: () => undefined };
  return (envelope, index) => {
    if (envelope.statement.kind !== "policy") return undefined;
    const entry = entryOf(envelope, index);
    const signedBefore = core.pending[entry.digest]?.keys ?? [];
    const why = take({ core, shelves, hashOf: hashBytes, entry });
    return why === undefined ? { keys: core.policy?.roots.keys ?? [], signedBefore } : undefined;
  };
}
