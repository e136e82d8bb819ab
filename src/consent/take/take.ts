/** Takes the entries of a log in, one after another: what counts is kept, what does not is said. */

import { takeEmergency, takeReview } from "./emergency.ts";
import { clocksDiffer, speakerOf, type Taken, type Taking } from "./entry.ts";
import { takeEvidence } from "./evidence.ts";
import { takePerson, takePolicy } from "./rooted.ts";
import { takeAnswer, takeProposal, takeRemark, takeUndoing } from "./topical.ts";

/** Entries come in their order. A sentence where this one does not count. */
export function take(taking: Taking): Taken {
  const { core, entry, now = Number.POSITIVE_INFINITY } = taking;
  const taken = takeKind(taking);
  core.size = entry.index + 1;
  const time = Date.parse(entry.statement.time);
  if (taken === undefined && time > core.newest && time <= now + clocksDiffer) core.newest = time;
  return taken;
}

function takeKind(taking: Taking): Taken {
  const { kind } = taking.entry.statement;
  switch (kind) {
    case "policy":
      return takePolicy(taking);
    case "person":
      return takePerson(taking);
    case "proposal":
      return takeProposal(taking);
    case "agreement":
    case "abstention":
    case "objection":
    case "hold":
      return takeAnswer(taking, kind);
    case "withdrawal":
    case "overruling":
    case "revocation":
      return takeUndoing(taking, kind);
    case "discussion":
      return takeRemark(taking);
    case "break-glass":
      return takeEmergency(taking);
    case "change-review":
      return takeReview(taking);
    case "evidence":
      return takeEvidence(taking);
    case "timestamp":
    case "decision": {
      const speaker = speakerOf(taking);
      return typeof speaker === "string" ? speaker : undefined;
    }
  }
}
