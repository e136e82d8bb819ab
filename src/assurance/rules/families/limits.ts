/** LIM: what is more than people can look through, and what is said of that. */

import { levels } from "../profiles.ts";
import type { RuleRow } from "../rule.ts";

/** Nodes on the longest way down; nodes in all modules; characters of a text; findings of one rule that are shown. */
export const caseLimits = { depth: 100, nodes: 30_000, text: 4000, findings: 100 } as const;

const large = levels("warning", "warning", "off", "warning", "warning");

export const limitRules: readonly RuleRow[] = [
  {
    id: "LIM-01",
    title: "An argument deeper than 100 nodes",
    explanation: "Nobody follows an argument over so many steps. All that reads a case bears deeper ones.",
    levels: large,
    check: ({ depths }, say) => {
      const { depth, deepest } = depths();
      if (deepest === undefined || depth <= caseLimits.depth) return;
      say({
        home: deepest.home,
        member: deepest,
        message: `\`${deepest.label}\` is ${depth} nodes deep, of ${caseLimits.depth} that people can follow`,
        help: "argue parts of it in modules of their own",
      });
    },
  },
  {
    id: "LIM-02",
    title: "More than 30,000 nodes",
    explanation: "Up to there a check takes a tenth of a second, and a picture can be drawn.",
    levels: large,
    check: ({ members, homes }, say) => {
      const [home] = homes;
      if (home === undefined || members.length <= caseLimits.nodes) return;
      say({
        home,
        message: `the argument has ${members.length} nodes, more than ${caseLimits.nodes}`,
        help: "argue parts of it in cases of their own",
      });
    },
  },
  {
    id: "LIM-03",
    title: "A text longer than 4,000 characters",
    explanation: "A node says one thing. A document belongs into an attachment, by its digest.",
    levels: large,
    check: (_, say) => (member) => {
      const { length } = member.node.text;
      if (length <= caseLimits.text) return;
      say({
        home: member.home,
        member,
        key: "text",
        message: `the text of \`${member.label}\` has ${length} characters, more than ${caseLimits.text}`,
        help: "attach the document, and say here what it shows",
      });
    },
  },
  {
    id: "LIM-04",
    title: "More findings of a rule than are shown",
    explanation: "Of each rule 100 findings are shown; the others are counted.",
    levels: levels("advice", "advice", "advice", "advice", "advice"),
  },
];
