/** The script that is spoken of: as it stands now, with what was proposed of it. */

import { valueInScope } from "../../assurance/index.ts";
import { type CaseFacts, caseFacts, type Proposal, type Tier, type Topic, tierOf } from "../../consent/index.ts";
import { exitCode, type GateSubject, isUnprepared, lookAhead } from "../../engine/index.ts";
import { bundleFacts, hashText } from "../../gate/index.ts";
import { refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { present } from "../present.ts";
import { consoleReporter } from "../reporter.ts";
import { type Place, placeFor, refuseReasons } from "./place.ts";

export interface Spoken {
  readonly place: Place;
  readonly subject: GateSubject;
  /** Of its bundle: 64 hexadecimal digits. */
  readonly bundle: string;
  readonly files: Readonly<Record<string, string>>;
  readonly facts: CaseFacts | undefined;
  readonly tierName: string;
  readonly tier: Tier;
  readonly topic: Topic;
}

/** A number is an exit code: what is wrong has been said. */
export async function scriptOf(
  options: ParsedOptions,
  name: string,
  words: readonly string[] = [],
): Promise<Spoken | number> {
  const reporter = consoleReporter({ json: options.has("json"), color: undefined });
  const ahead = await lookAhead({
    ...{ name, strict: false, commandList: undefined, defines: new Map(), arguments: words, present, isDrawn: true },
    caseFile: undefined,
  });
  if (isUnprepared(ahead)) {
    for (const diagnostic of ahead.diagnostics) if (diagnostic.severity === "error") reporter.diagnostic(diagnostic);
    if (ahead.problem !== undefined) reporter.problem(name, ahead.problem);
    return ahead.code;
  }
  const { subject } = ahead;
  if (subject.from !== "file") return refuseWords("standard input cannot be agreed on", "write it into a file");
  const place = await placeFor(options, name);
  if (typeof place === "number") return place;
  const bundle = await bundleFacts(subject, place.memory);
  if ("code" in bundle) return refuseReasons([bundle], exitCode.refused);
  const facts = await factsOf(subject);
  if (typeof facts === "string") return refuseWords(facts, "see what dscript case check says");
  const tierName = tierOf(place.policy, subject.path, subject.mayChange);
  // A policy is read only with tiers that are there.
  const tier = place.policy.tiers[tierName] as Tier;
  return {
    place,
    subject,
    bundle: bundle.digest,
    files: bundle.files,
    facts,
    tierName,
    tier,
    topic: place.memory.topic(bundle.digest),
  };
}

async function factsOf(subject: GateSubject): Promise<CaseFacts | string | undefined> {
  if (subject.case === undefined) return undefined;
  const cases = await subject.cases();
  if (cases === undefined) return `${subject.case.path} cannot be read, or has changed while it was read`;
  return caseFacts(
    cases,
    subject.goals.flatMap(({ uid }) => uid ?? []),
    hashText,
  );
}

/** The texts that the case has by a name at a goal that the script serves. */
export async function caseValues({ subject }: Spoken): Promise<(name: string) => string | undefined> {
  const cases = (await subject.cases()) ?? [];
  return (name) => {
    for (const whole of cases)
      for (const { uid = "" } of subject.goals) {
        const value = valueInScope(whole, uid, name)?.value;
        if (typeof value === "string") return value;
      }
    return undefined;
  };
}

/** The proposal that is meant: by the beginning of its digest, else the newest; a number is an exit code. */
export function proposalIn({ topic, subject }: Spoken, wanted: string | undefined): Proposal | number {
  const all = topic.proposals;
  const found = wanted === undefined ? all.at(-1) : all.findLast(({ digest }) => digest.startsWith(wanted));
  if (found !== undefined) return found;
  return wanted === undefined
    ? refuseWords(`nobody has proposed ${subject.name} as it stands`, `dscript propose ${subject.name}`)
    : refuseWords(
        `there is no proposal ${wanted} of ${subject.name} as it stands`,
        `dscript status ${subject.name} lists them`,
      );
}
