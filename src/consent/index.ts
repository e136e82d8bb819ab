/** Who agrees on what: people and policies, proposals and answers, taken from a log and judged. Nothing is read or written here. */

export { belowOf, type CaseFacts, type CountingNode, caseFacts } from "./argument/facts.ts";
export { type Core, emptyCore, type LoggedPolicy, type Roots, type ShelvedEvidence, type Shelves } from "./core.ts";
export { type Consent, isAuthor, type Judging, judge } from "./judge/judge.ts";
export { rulesText } from "./judge/rules.ts";
export { type AskedScope, type Circumstances, outOfScope } from "./judge/scope.ts";
export { larger, type Seat, seatsOf } from "./judge/seats.ts";
export { type Fate, fateOf, mayRevoke, othersMay, type Rules, type Standing } from "./judge/standing.ts";
export { hasRole, type KeyOfPerson, ownerOf, type Person } from "./people/people.ts";
export {
  type BreakGlass,
  type Mode,
  modes,
  type Policy,
  type Quorum,
  type ScriptRule,
  strictest,
  type Tier,
  tierOf,
} from "./policy/policy.ts";
export { type Reason, type ReasonCode, reason, reasonRows, stepOf } from "./reasons/reasons.ts";
export { clocksDiffer, type Entry, type Taken } from "./take/entry.ts";
export { rootsIn } from "./take/rooted.ts";
export { take } from "./take/take.ts";
export {
  type AnswerKind,
  type Emergency,
  type Entered,
  emptyTopic,
  type Proposal,
  type Remark,
  type Review,
  type SaidAnswer,
  type Scope,
  type Topic,
  type Undoing,
} from "./topic/topic.ts";
