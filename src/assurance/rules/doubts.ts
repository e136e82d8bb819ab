/** How defeat spreads: what rests on something defeated is in doubt, and so is what rests on that. */

import type { DCase } from "../model/case.ts";
import { noPlaces } from "../model/places.ts";
import { argumentOf } from "./argument/argument-of.ts";
import { type Argument, leadsDown, type Member } from "./argument/model.ts";
import type { Mark } from "./rule.ts";

export interface Doubt {
  readonly uid: string;
  readonly label: string;
  /** `defeated` and `marked` begin a chain; `relation`: a relation of the node is defeated; `below`: what it rests on is in doubt. */
  readonly how: "defeated" | "marked" | "relation" | "below";
  /** Of `marked`: why. Of `relation`: the label at its other end. */
  readonly says?: string;
  /** Of `below`: what it rests on; the chain ends at what began it. */
  readonly because?: Doubt;
}

/**
 * The nodes that are defeated or in doubt, by uid, with the shortest chain of reasons of each; uids that two modules share share their doubts.
 * Doubt rises along supportedBy, from contexts, assumptions and justifications to the node that is stated with them, and into other modules;
 * it does not rise from a counter-argument to what that challenges. `marks`: what is in doubt from outside of the argument.
 */
export function doubtsOf(cases: readonly DCase[], marks: readonly Mark[] = []): ReadonlyMap<string, Doubt> {
  const found = doubtsIn(argumentOf(cases.map((each) => ({ case: each, places: noPlaces, file: "" }))), marks);
  const byUid = new Map<string, Doubt>();
  for (const { doubt } of found.values()) if (!byUid.has(doubt.uid)) byUid.set(doubt.uid, doubt);
  return byUid;
}

/** A chain as nodes, from the doubted one down to what began it. */
export function chainOf(doubt: Doubt): readonly Doubt[] {
  const chain: Doubt[] = [];
  for (let each: Doubt | undefined = doubt; each !== undefined; each = each.because) chain.push(each);
  return chain;
}

export interface Doubted {
  readonly member: Member;
  readonly doubt: Doubt;
  /** The member that it is in doubt because of. */
  readonly below?: Doubted;
}

/** By number of the member. */
export function doubtsIn(argument: Argument, marks: readonly Mark[]): ReadonlyMap<number, Doubted> {
  const found = new Map<number, Doubted>();
  const queue: Doubted[] = [];
  const add = (member: Member, why: Pick<Doubt, "how" | "says">, below?: Doubted) => {
    if (found.has(member.number)) return;
    const doubt: Doubt = {
      uid: member.node.uid,
      label: member.label,
      ...why,
      ...(below === undefined ? {} : { because: below.doubt }),
    };
    const doubted = below === undefined ? { member, doubt } : { member, doubt, below };
    found.set(member.number, doubted);
    queue.push(doubted);
  };
  for (const member of argument.having("defeated")) add(member, { how: "defeated" });
  if (marks.length > 0) {
    const says = new Map(marks.map((mark) => [mark.uid, mark.says]));
    for (const member of argument.members) {
      const why = says.get(member.node.uid);
      if (why !== undefined) add(member, { how: "marked", says: why });
    }
  }
  for (const link of argument.defeated) {
    if (leadsDown(link)) add(link.from, { how: "relation", says: link.to?.label ?? link.named });
  }
  // The queue grows while it is walked.
  for (const doubted of queue) {
    for (const link of argument.into(doubted.member)) if (leadsDown(link)) add(link.from, { how: "below" }, doubted);
  }
  return found;
}
