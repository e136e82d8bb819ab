/** Step 10: the evidence below the goals that a script serves is in the log, fresh, passing, and nobody doubts them. */

import {
  type DCase,
  type EvidenceSpec,
  type EvidenceStatus,
  interpolated,
  openChallenges,
  type Statement,
  sourceOf,
  statusOf,
} from "../../assurance/index.ts";
import {
  belowOf,
  type Core,
  hasRole,
  type Policy,
  type Reason,
  reason,
  type ShelvedEvidence,
  type Shelves,
} from "../../consent/index.ts";

export interface EvidenceAsked {
  readonly cases: readonly DCase[];
  /** The uids of goals. */
  readonly served: readonly string[];
  readonly core: Core;
  readonly shelves: Shelves;
  readonly policy: Policy;
  /** The digest of the bundle of the script that a node names; undefined where it has none. */
  readonly bundleOf: (subject: string) => Promise<string | undefined>;
  readonly now: number;
}

export async function evidenceReasons(asked: EvidenceAsked): Promise<readonly Reason[]> {
  const below = belowOf(asked.cases, asked.served);
  const found: Reason[] = [];
  const results = await evidenceBelow(asked);
  for (const whole of asked.cases) {
    const challenged = new Map(openChallenges(whole));
    for (const node of whole.nodes) {
      if (!below.has(node.uid) || node.defeated === true) continue;
      const by = challenged.get(node.uid);
      if (by !== undefined) found.push(reason("DS6104", `${node.label} is challenged by ${by}`, { node: node.label }));
      if (node.undeveloped === true || node.uninstantiated === true)
        found.push(reason("DS6104", `${node.label} is not developed: ${node.text}`, { node: node.label }));
      const result = results.find(({ uid }) => uid === node.uid);
      if (result !== undefined) found.push(...reasonsOf(asked, result));
    }
  }
  return found;
}

/** A node with evidence below the goals, and what the log has of it. */
export interface EvidenceBelow {
  readonly uid: string;
  readonly label: string;
  readonly text: string;
  readonly status: EvidenceStatus;
  /** Results that did not pass, of this very version. */
  readonly failed: readonly ShelvedEvidence[];
}

export async function evidenceBelow(asked: EvidenceAsked): Promise<readonly EvidenceBelow[]> {
  const below = belowOf(asked.cases, asked.served);
  const found: EvidenceBelow[] = [];
  for (const whole of asked.cases)
    for (const node of whole.nodes)
      if (node.evidence !== undefined && below.has(node.uid) && node.defeated !== true) {
        const [text = ""] = interpolated(whole, node.uid, node.text).split("\n");
        found.push({ ...(await resultOf(asked, node, node.evidence)), text });
      }
  return found;
}

async function resultOf(
  asked: EvidenceAsked,
  node: DCase["nodes"][number],
  spec: EvidenceSpec,
): Promise<Omit<EvidenceBelow, "text">> {
  const bundleDigest = spec.subject === undefined ? undefined : await asked.bundleOf(spec.subject);
  const all = shelved(asked, spec, node.uid, bundleDigest);
  const settings = { now: asked.now, bundleDigest, node };
  const status = statusOf(spec, all.map(statementIn), settings);
  const failed = all.filter((each) => statusOf(spec, [statementIn(each)], settings).is === "failing");
  return { uid: node.uid, label: node.label, status, failed };
}

function reasonsOf({ core }: EvidenceAsked, { label, text, status, failed }: EvidenceBelow): readonly Reason[] {
  const at = { node: label };
  if (status.is !== "passing") {
    const code = status.is === "stale" || status.is === "other" ? "DS6102" : "DS6101";
    const help = status.help === undefined ? {} : { help: `${status.help}; dscript gate witness CASE signs it` };
    return [reason(code, `${label} (${text}): ${status.says}`, { ...at, ...help })];
  }
  // A test that is made until it passes proves nothing: whoever reviews a failure says why it does not count.
  // Nobody reviews what their own key has signed.
  const open = failed.filter(
    ({ digest, signer }) =>
      !core.reviews.some(({ of, verdict, who }) => of === digest && verdict === "accepted" && who !== signer),
  );
  return open
    .slice(0, 1)
    .map(({ entry }) =>
      reason(
        "DS6103",
        `${label} failed for this very version (entry ${entry}), and passed only when it was made again`,
        at,
      ),
    );
}

/** Results that can be of this node, signed by whoever may witness, in the order of the log. */
function shelved(
  { core, shelves, policy: { witnesses } }: EvidenceAsked,
  spec: EvidenceSpec,
  uid: string,
  bundleDigest: string | undefined,
): readonly ShelvedEvidence[] {
  const keys = [
    `node:${uid}`,
    ...(spec.of === undefined ? [] : [`of:${spec.of}`]),
    ...(bundleDigest === undefined ? [] : [`digest:${bundleDigest}`]),
  ];
  const found = new Map(keys.flatMap((key) => shelves.evidence(key)).map((each) => [each.entry, each] as const));
  const mayWitness = ({ signer }: ShelvedEvidence): boolean => {
    const person = core.people[signer];
    return person !== undefined && (witnesses.length === 0 || witnesses.some((role) => hasRole(person, role)));
  };
  return [...found.values()]
    .filter((each) => mayWitness(each) && sourceOf(statementIn(each)) === spec.by)
    .sort((a, b) => a.entry - b.entry);
}

function statementIn({ statement }: ShelvedEvidence): Statement {
  // It was read as one when the log was.
  return statement as unknown as Statement;
}
