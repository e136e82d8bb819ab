/** What the evidence of a case says for one script as it is now: goal by goal, and of the script as a whole. */

import type { DCase } from "../model/case.ts";
import { doubtsOf } from "../rules/doubts.ts";
import { openChallenges } from "./challenges.ts";
import type { DoubtMark } from "./marks.ts";
import type { Statement } from "./statement.ts";
import { statusOf } from "./status.ts";

export interface ScriptEvidence {
  /** Labels of the evidence that passes, in the order of the case: below a goal, or of the script where no goal is given. */
  readonly passing: (goal?: string) => readonly string[];
}

export interface EvidenceAsked {
  /** Whether the name that evidence gives its subject is that of the script. */
  readonly isSubject: (name: string) => boolean;
  /** The digest of the script's bundle: 64 hexadecimal digits. */
  readonly bundleDigest: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Only evidence that names the script as its subject counts, and only for that very bundle. Where a part of it fails, nothing
 * speaks for the goals above; what is counter-evidence, defeated or challenged never speaks for a script.
 */
export function evidenceForScript(
  cases: readonly DCase[],
  statements: readonly Statement[],
  asked: EvidenceAsked,
): ScriptEvidence {
  const all = cases.flatMap((whole) => own(whole, statements, asked));
  const good = all.filter(({ passes }) => passes);
  const doubts = all.filter(({ passes }) => !passes).map(markOf);
  return {
    passing(goal) {
      if (goal === undefined) return doubts.length === 0 ? good.map(({ label }) => label) : [];
      if (doubtsOf(cases, doubts).has(goal)) return [];
      return good.filter((each) => doubtsOf(cases, [markOf(each)]).has(goal)).map(({ label }) => label);
    },
  };
}

/** What would be in doubt without it rests on it. */
function markOf({ uid }: Found): DoubtMark {
  return { uid, says: "" };
}

interface Found {
  readonly uid: string;
  readonly label: string;
  readonly passes: boolean;
}

function own(whole: DCase, statements: readonly Statement[], { isSubject, ...settings }: EvidenceAsked): Found[] {
  const challenged = new Set([...openChallenges(whole)].map(([uid]) => uid));
  return whole.nodes.flatMap((node) => {
    const { uid, label, type, evidence, defeated } = node;
    if (type !== "evidence" || defeated === true || evidence?.subject === undefined) return [];
    if (!isSubject(evidence.subject)) return [];
    const { is } = statusOf(evidence, statements, { ...settings, node });
    if (is === "missing") return [];
    return [{ uid, label, passes: is === "passing" && !challenged.has(uid) }];
  });
}
