/** Emergencies, and the reviews that close them. */

import type { Emergency, Review } from "../topic/topic.ts";
import { topicOf } from "../topic/topic.ts";
import { enteredOf, speakerOf, type Taken, type Taking } from "./entry.ts";

/** Each who signs appends the same statement, whoever it names as its first one. */
export function takeEmergency(taking: Taking): Taken {
  const { core, entry } = taking;
  const signer = Object.values(core.people).find((person) =>
    person.keys.some(
      ({ id, spki, retiredAt = Number.POSITIVE_INFINITY }) => entry.index < retiredAt && entry.isSigned(id, spki),
    ),
  );
  if (signer === undefined) return "nobody who is known here has signed it";
  const known = core.emergencies.find(({ digest }) => digest === entry.digest);
  if (known !== undefined) {
    if (known.signers.includes(signer.id)) return "it is a copy of what was said before";
    core.emergencies = core.emergencies.map((each) =>
      each === known ? { ...each, signers: [...each.signers, signer.id] } : each,
    );
    return undefined;
  }
  const { who: _, time: __, ...fields } = entry.statement.predicate;
  if (fields["bundle"] !== topicOf(entry.statement)) return "its subject is not the bundle that it names";
  const emergency = { ...fields, ...enteredOf(taking, signer.id, entry.signers[0] ?? ""), signers: [signer.id] };
  core.emergencies = [...core.emergencies, emergency as unknown as Emergency];
  return undefined;
}

export function takeReview(taking: Taking): Taken {
  const speaker = speakerOf(taking);
  if (typeof speaker === "string") return speaker;
  const { core, entry } = taking;
  const { who: _, time: __, ...fields } = entry.statement.predicate;
  if (core.reviews.some(({ digest }) => digest === entry.digest)) return "it is a copy of what was said before";
  const meant = core.emergencies.find(({ digest }) => digest === fields["of"]);
  if (meant?.signers.includes(speaker.person.id) === true) return "somebody else has to review it";
  const review = { ...fields, ...enteredOf(taking, speaker.person.id, speaker.keyid) } as unknown as Review;
  core.reviews = [...core.reviews, review];
  return undefined;
}
