/** Who may support whom, and who may be the context of whom, by each profile. */

import type { CaseNode, NodeType } from "../model/case.ts";
import type { Profile } from "./profiles.ts";

type Ends = Readonly<Partial<Record<NodeType, readonly NodeType[]>>>;

const claims: readonly NodeType[] = ["goal", "counterGoal", "strategy", "evidence", "counterEvidence"];
const presumptions: readonly NodeType[] = ["context", "assumption", "justification"];

interface Permitted {
  readonly supportedBy: Ends;
  readonly inContextOf: Ends;
}

/** GSN Community Standard, version 3, core elements; the dialectic extension argues for counter-goals as for goals. */
const gsn3: Permitted = {
  supportedBy: {
    goal: ["goal", "strategy", "evidence"],
    strategy: ["goal"],
    counterGoal: ["goal", "counterGoal", "strategy", "evidence", "counterEvidence"],
  },
  inContextOf: { goal: presumptions, strategy: presumptions, counterGoal: presumptions },
};

/** gsn2x 4.3.2, src/gsn/validation.rs. */
const gsn2x: Permitted = {
  supportedBy: { goal: claims, strategy: claims, counterGoal: ["counterGoal", "counterEvidence"] },
  inContextOf: { goal: presumptions, strategy: presumptions },
};

/** What gsn2x permits, and what real D-Cases do beyond: contexts on evidence, counter-goals argued for in every way. */
const dcase: Permitted = {
  supportedBy: { goal: claims, strategy: claims, counterGoal: claims },
  inContextOf: {
    goal: presumptions,
    strategy: presumptions,
    evidence: presumptions,
    counterGoal: presumptions,
    counterEvidence: presumptions,
  },
};

const byProfile: Readonly<Record<Exclude<Profile, "dcase-editor">, Permitted>> = { dcase, gate: dcase, gsn3, gsn2x };

export function isPermitted(
  profile: Profile,
  kind: "supportedBy" | "inContextOf",
  from: CaseNode,
  to: CaseNode,
): boolean {
  if (profile !== "dcase-editor") return byProfile[profile][kind][from.type]?.includes(to.type) ?? false;
  return editor[figureOf(from)]?.includes(figureOf(to)) ?? true;
}

/** The types that may be supported at all. */
export function mayBeSupported(profile: Profile, node: CaseNode): boolean {
  return profile === "dcase-editor" || byProfile[profile].supportedBy[node.type] !== undefined;
}

/** What a node is in D-Case Editor, where monitors, actions, modules and others are types. */
export function figureOf({ type, kind }: CaseNode): string {
  return kind === undefined || kind === "parameter" || kind === "risk" ? type : kind;
}

/** Of D-Case Editor's parts there may be any number; it has no figure for counter-arguments, which it keeps as parts of its users. */
const anywhere = ["assumption", "contract", "counterGoal", "counterEvidence"];
const attached = ["context", "pattern", "module", "external", ...anywhere];

/** D-Case Editor, NodeType.java: what both the rules for children and those for parents of its Validate command let stand. */
const editor: Readonly<Record<string, readonly string[]>> = {
  goal: ["strategy", "evidence", "monitor", "action", "justification", ...attached],
  strategy: ["goal", ...attached],
  evidence: attached,
  monitor: attached,
  action: ["module", "external", ...anywhere],
  context: anywhere,
  pattern: anywhere,
  justification: anywhere,
  module: ["context", "pattern"],
  external: ["context", "pattern"],
};
