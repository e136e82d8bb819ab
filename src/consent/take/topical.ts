/** What people say of a script: proposals, answers, and what takes them back. */

import type { Json } from "../../assurance/index.ts";
import { type AnswerKind, type Proposal, type Remark, type SaidAnswer, topicOf, type Undoing } from "../topic/topic.ts";
import { enteredOf, speakerOf, type Taken, type Taking } from "./entry.ts";

export function takeProposal(taking: Taking): Taken {
  const speaker = speakerOf(taking);
  if (typeof speaker === "string") return speaker;
  const { who: _, time: __, ...fields } = taking.entry.statement.predicate;
  const topic = taking.shelves.topic(topicOf(taking.entry.statement));
  if (fields["bundle"] !== topic.bundle) return "its subject is not the bundle that it names";
  if (isThere(taking, topic.proposals)) return copied;
  const proposal = { ...enteredOf(taking, speaker.person.id, speaker.keyid), ...fields } as unknown as Proposal;
  taking.shelves.keepTopic({ ...topic, proposals: [...topic.proposals, proposal] });
  const { core } = taking;
  const bundles = Object.hasOwn(core.scripts, proposal.script) ? (core.scripts[proposal.script] ?? []) : [];
  if (!bundles.includes(topic.bundle))
    core.scripts = { ...core.scripts, [proposal.script]: [...bundles, topic.bundle] };
  for (const [path, digest] of Object.entries(proposal.files ?? {}))
    if (/\.[cm]?js$/.test(path))
      core.brought = { ...core.brought, [digest]: [...(core.brought[digest] ?? []), topic.bundle] };
  return undefined;
}

export function takeAnswer(taking: Taking, kind: AnswerKind): Taken {
  const speaker = speakerOf(taking);
  if (typeof speaker === "string") return speaker;
  const { who: _, time: __, ...fields } = taking.entry.statement.predicate;
  const topic = taking.shelves.topic(topicOf(taking.entry.statement));
  if (fields["bundle"] !== undefined && fields["bundle"] !== topic.bundle)
    return "its subject is not the bundle that it names";
  if (isThere(taking, topic.answers)) return copied;
  const proposal = fields["proposal"];
  const meant = topic.proposals.find(({ digest }) => digest === proposal);
  if (proposal !== undefined && meant === undefined) return "nobody has made the proposal that it names";
  const answer = { ...fields, ...enteredOf(taking, speaker.person.id, speaker.keyid), kind } as unknown as SaidAnswer;
  taking.shelves.keepTopic({ ...topic, answers: [...topic.answers, answer] });
  return undefined;
}

export function takeUndoing(taking: Taking, kind: Undoing["kind"]): Taken {
  const speaker = speakerOf(taking);
  if (typeof speaker === "string") return speaker;
  const topic = taking.shelves.topic(topicOf(taking.entry.statement));
  const { of, reason, became } = taking.entry.statement.predicate as { readonly [key: string]: Json };
  const all = [...topic.proposals, ...topic.answers];
  const meant = all.find(({ digest }) => digest === of);
  if (meant === undefined) return "what it names was never said of this script";
  if (kind === "withdrawal" && meant.who !== speaker.person.id) return `${meant.who} alone can withdraw that`;
  if (isThere(taking, topic.undoings)) return copied;
  const undoing: Undoing = {
    ...enteredOf(taking, speaker.person.id, speaker.keyid),
    ...{ kind, of: String(of), reason: String(reason) },
    ...(typeof became === "string" ? { became } : {}),
  };
  taking.shelves.keepTopic({ ...topic, undoings: [...topic.undoings, undoing] });
  return undefined;
}

export function takeRemark(taking: Taking): Taken {
  const speaker = speakerOf(taking);
  if (typeof speaker === "string") return speaker;
  const topic = taking.shelves.topic(topicOf(taking.entry.statement));
  if (isThere(taking, topic.remarks)) return copied;
  const { who: _, time: __, ...fields } = taking.entry.statement.predicate;
  const remark = { ...fields, ...enteredOf(taking, speaker.person.id, speaker.keyid) } as unknown as Remark;
  taking.shelves.keepTopic({ ...topic, remarks: [...topic.remarks, remark] });
  return undefined;
}

const copied = "it is a copy of what was said before";

/** Whoever appends an old statement once more says nothing. */
function isThere({ entry }: Taking, all: readonly { readonly digest: string }[]): boolean {
  return all.some(({ digest }) => digest === entry.digest);
}
