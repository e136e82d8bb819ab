/** ARG: what the Validate command of D-Case Editor asks beyond permitted links (NodeType.java of D-Case Editor). */

import type { Member } from "../argument/model.ts";
import { figureOf } from "../links.ts";
import { listed } from "../names.ts";
import { levels } from "../profiles.ts";
import type { RuleRow } from "../rule.ts";

const editorOnly = levels("off", "off", "off", "warning", "off");

export const editorRules: readonly RuleRow[] = [
  {
    id: "ARG-07",
    title: "More support than D-Case Editor takes",
    explanation:
      "In D-Case Editor a goal has one strategy, or one piece of evidence, one monitor or one action; and a justification beside a strategy only.",
    levels: editorOnly,
    check: ({ of }, say) => {
      for (const member of of("goal")) {
        const below = member.out.flatMap(({ kind, to }) => (kind !== "challenges" && to !== undefined ? [to] : []));
        const supports = below.filter(({ node }) => single.has(figureOf(node)));
        const justified = below.filter(({ type }) => type === "justification");
        const isMeasured = supports.some(({ node }) => /^(?:evidence|monitor)$/.test(figureOf(node)));
        if (supports.length > 1)
          say({
            ...partsOf(member, supports),
            message: `\`${member.label}\` is supported by more than D-Case Editor takes: ${listed(labels(supports))}`,
            help: "put a strategy and goals between them",
          });
        else if (isMeasured && justified.length > 0)
          say({
            ...partsOf(member, justified),
            message: `\`${member.label}\` has a justification beside its evidence, which D-Case Editor does not take: ${listed(labels(justified))}`,
            help: "put it on a goal that a strategy supports",
          });
      }
    },
  },
  {
    id: "ARG-08",
    title: "A context of several nodes, where D-Case Editor takes one",
    explanation: "In D-Case Editor a context belongs to one goal, strategy, piece of evidence or monitor.",
    levels: editorOnly,
    check: ({ members, into }, say) => {
      for (const member of members) {
        if (into(member).length < 2 || !/^(?:context|pattern|justification)$/.test(figureOf(member.node))) continue;
        const above = into(member).filter(({ kind, from }) => kind !== "challenges" && owners.has(figureOf(from.node)));
        if (above.length < 2) continue;
        const from = above.map((link) => link.from);
        say({
          ...partsOf(member, from),
          message: `\`${member.label}\` is a context of more nodes than D-Case Editor takes: ${listed(labels(from))}`,
          help: "write it once for each of them",
        });
      }
    },
  },
];

const single = new Set(["strategy", "evidence", "monitor", "action"]);
const owners = new Set(["goal", "strategy", "evidence", "monitor"]);

function partsOf(member: Member, related: readonly Member[]) {
  return { home: member.home, member, related };
}

function labels(members: readonly Member[]): readonly string[] {
  return members.map(({ label }) => label);
}
