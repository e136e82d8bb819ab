/** The gate's procedure: ordered, complete, and closed where anything fails (docs/agreement/gate.md). */

import type { DCase } from "../assurance/index.ts";
import {
  type CaseFacts,
  type Consent,
  type Core,
  caseFacts,
  type Emergency,
  judge,
  type Mode,
  type Policy,
  type Proposal,
  type Reason,
  reason,
  rulesText,
  stepOf,
  type Tier,
  tierOf,
} from "../consent/index.ts";
import type { GateSubject } from "../engine/index.ts";
import { runsOf } from "./decision/log.ts";
import { hashText } from "./hash.ts";
import type { BundleFacts } from "./memory/bundle-facts.ts";
import type { Memory } from "./memory/memory.ts";
import { bundleFacts } from "./steps/bundle.ts";
import { caseReasons } from "./steps/case.ts";
import { circumstancesOf } from "./steps/circumstances.ts";
import { emergencyFor } from "./steps/emergency.ts";
import type { EvidenceAsked } from "./steps/evidence.ts";
import { type Foundations, foundationReasons } from "./steps/foundations.ts";

/** What each step came to; a step that could not be come to has no reasons, and is not looked at. */
export interface Decided {
  readonly mode: Mode;
  readonly reasons: readonly Reason[];
  /** The steps that were looked at. */
  readonly looked: ReadonlySet<number>;
  readonly bundle: BundleFacts | undefined;
  readonly tierName: string | undefined;
  readonly consent: Consent | undefined;
  readonly facts: CaseFacts | undefined;
  readonly core: Core | undefined;
  /** It is let run in spite of the reasons. */
  readonly emergency: Emergency | undefined;
  readonly asked: GateSubject;
}

export interface Deciding {
  readonly foundations: Foundations;
  readonly memory: Memory;
  readonly now: number;
  readonly host: string;
}

export async function decide(subject: GateSubject, deciding: Deciding): Promise<Decided> {
  const { foundations, memory, now } = deciding;
  const { mode } = foundations;
  const base = {
    mode,
    asked: subject,
    tierName: undefined,
    consent: undefined,
    facts: undefined,
    emergency: undefined,
  };
  const early = foundationReasons(subject, foundations);
  const known = foundations.known;
  const bundle = subject.from === "file" ? await bundleFacts(subject, memory) : undefined;
  const soFar = [...early, ...(bundle !== undefined && "code" in bundle ? [bundle] : [])].sort(
    (a, b) => stepOf(a) - stepOf(b),
  );
  if (soFar.length > 0 || known === undefined || bundle === undefined || "code" in bundle)
    return {
      ...base,
      reasons: soFar,
      looked: new Set([1, 2, 3, ...(known === undefined ? soFar.map(stepOf) : [4, 5])]),
      bundle: bundle === undefined || "code" in bundle ? undefined : bundle,
      core: known?.core,
    };
  const { policy, core } = known;
  const tierName = tierOf(policy, subject.path, subject.mayChange);
  const tier = policy.tiers[tierName] as Tier;
  const served = subject.goals.flatMap(({ uid }) => uid ?? []);
  const cases = subject.case === undefined ? undefined : await subject.cases();
  const facts = factsOf(subject, cases, served);
  const plainFacts = typeof facts === "string" ? undefined : facts;
  const about = { ...{ subject, deciding, policy, core, tier, tierName, facts }, servesGoals: served.length > 0 };
  const best = bestOf(bundle, about);
  const evidence =
    tier.evidence && cases !== undefined
      ? await evidenceOf({
          ...{ cases, served, core, policy, now, shelves: memory },
          bundleOf: async (name) => foundations.bundleOf(name, subject, bundle),
        })
      : [];
  const reasons = [...best.reasons, ...evidence].sort((a, b) => stepOf(a) - stepOf(b));
  const emergency = reasons.length === 0 ? undefined : emergencyFor(bundle.digest, core, policy, now);
  return {
    ...base,
    ...{ bundle, tierName, core, facts: plainFacts, consent: best.consent },
    reasons: emergency?.kind === "refused" ? [...reasons, emergency.reason] : reasons,
    looked: new Set([1, 2, 3, 4, 5, 6, ...(best.consent === undefined ? [] : [7, 8, 9]), 10]),
    emergency: emergency?.kind === "allowed" ? emergency.emergency : undefined,
  };
}

/** Loaded where a class of risk asks for evidence. */
async function evidenceOf(asked: EvidenceAsked): Promise<readonly Reason[]> {
  const { evidenceReasons } = await import("./steps/evidence.ts");
  return evidenceReasons(asked);
}

interface About {
  readonly subject: GateSubject;
  readonly deciding: Deciding;
  readonly policy: Policy;
  readonly core: Core;
  readonly tier: Tier;
  readonly tierName: string;
  readonly facts: CaseFacts | string | undefined;
  readonly servesGoals: boolean;
}

interface Best {
  readonly consent: Consent | undefined;
  readonly reasons: readonly Reason[];
}

/** Of several proposals the newest that is agreed on; else the one that is nearest to it. */
function bestOf({ digest }: BundleFacts, about: About): Best {
  const { deciding, core, tier } = about;
  const topic = deciding.memory.topic(digest);
  // Where nobody has to agree, nobody has to propose: the policy asks nobody, and the case asks nobody of what changes something.
  const isFree = isNobody(tier.agree) && (asksNobody(about.facts) || !about.subject.mayChange);
  let best: Best | undefined;
  for (const proposal of topic.proposals.toReversed()) {
    const found = judged(proposal, about);
    if (found.reasons.length === 0) return found;
    if (best === undefined || found.reasons.length < best.reasons.length) best = found;
  }
  if (isFree && freeReasons(about).length === 0) return { consent: undefined, reasons: [] };
  return best ?? { consent: undefined, reasons: [notProposed(about.subject, core, digest)] };
}

function isNobody(quorum: Tier["agree"]): boolean {
  return Object.values(quorum).every((count) => count === 0);
}

/** A case that cannot be read may ask anybody. */
function asksNobody(facts: About["facts"]): boolean {
  return facts === undefined || (typeof facts === "object" && isNobody(facts.asks));
}

/** A class of risk that asks nobody still asks what it says of cases and of the command line. */
function freeReasons({ tier, facts, servesGoals, subject }: About): readonly Reason[] {
  const isArgued = facts !== undefined && typeof facts !== "string" && servesGoals;
  return [
    ...(tier.case && !isArgued ? [reason("DS6071", "this class of risk asks for a D-Case whose goals it serves")] : []),
    ...[...subject.defines].map(([name, value]) => reason("DS6095", `--define ${name}=${value} was not agreed on`)),
  ];
}

function judged(proposal: Proposal, about: About): Best {
  const { subject, deciding, policy, core, tier, tierName, facts, servesGoals } = about;
  const { now, host, memory } = deciding;
  const asks = typeof facts === "object" ? facts.asks : {};
  const asked = circumstancesOf(subject, { now, host, runs: runsOf(memory.folder, proposal.digest) });
  const consent = judge(memory.topic(proposal.bundle), proposal, { core, policy, tier, asks, asked, now });
  const rules = hashText(rulesText(policy, tierName));
  const of = [
    ...(proposal.tier !== undefined && proposal.tier !== tierName
      ? [reason("DS6063", `it was proposed as ${proposal.tier}, and is ${tierName} now`)]
      : []),
    ...(proposal.policy !== undefined && proposal.policy !== rules
      ? [reason("DS6064", `the rules for ${tierName} have changed since it was proposed`)]
      : []),
  ];
  return { consent, reasons: [...of, ...caseReasons(proposal, facts, { tier, servesGoals }), ...consent.reasons] };
}

function factsOf(
  { case: argument }: GateSubject,
  cases: readonly DCase[] | undefined,
  served: readonly string[],
): CaseFacts | string | undefined {
  if (argument === undefined) return undefined;
  if (cases === undefined) return `${argument.path} cannot be read, or has changed while it was read`;
  return caseFacts(cases, served, hashText);
}

function notProposed({ name }: GateSubject, _core: Core, digest: string): Reason {
  return reason("DS6061", `nobody has proposed ${name} as it stands (${digest.slice(0, 12)})`);
}
