// People, proposals and answers as a log would give them: plain data, without signatures.
import {
  type Core,
  emptyCore,
  emptyTopic,
  type Judging,
  type Person,
  type Policy,
  type Proposal,
  type SaidAnswer,
  type Tier,
  type Topic,
  type Undoing,
} from "../../src/consent/index.ts";

const bundle = "ab".repeat(32);
export const start = Date.parse("2027-04-05T08:00:00Z");

export function person(id: string, ...roles: string[]): Person {
  return { id, name: id, roles, keys: [{ id: `key of ${id}`, spki: "" }], entry: 0 };
}

export function coreOf(...people: Person[]): Core {
  return { ...emptyCore(), people: Object.fromEntries(people.map((each) => [each.id, each])) };
}

const entered = (entry: number, who: string) => ({
  ...{ entry, who, digest: String(entry), keyid: `key of ${who}` },
  time: new Date(start + entry).toISOString(),
});

export function proposal(entry: number, who: string, more: Partial<Proposal> = {}): Proposal {
  return { ...entered(entry, who), script: "/a.dscript", bundle, ...more };
}

export function says(entry: number, who: string, kind: SaidAnswer["kind"], more: Partial<SaidAnswer> = {}): SaidAnswer {
  return { ...entered(entry, who), kind, ...more };
}

export function undoes(entry: number, who: string, kind: Undoing["kind"], of: number): Undoing {
  return { ...entered(entry, who), kind, of: String(of), reason: "r" };
}

export function topicOf(proposed: Proposal, answers: readonly SaidAnswer[], undoings: readonly Undoing[] = []): Topic {
  return { ...emptyTopic(bundle), proposals: [proposed], answers, undoings };
}

export const policy: Pick<Policy, "overrule" | "revoke"> = { overrule: { owner: 2 }, revoke: ["owner"] };

/** What a judgement is made with: nothing of a policy but who overrules and revokes counts. */
export function judging(core: Core, agree: Tier["agree"], more: Partial<Judging> = {}): Judging {
  const tier: Tier = { says: "", agree, evidence: false, case: false, lasts: undefined };
  return { core, tier, policy: policy as Policy, asks: {}, asked: undefined, now: start + 1000, ...more };
}
