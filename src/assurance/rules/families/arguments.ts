/** ARG: whether the argument is carried through. */

import type { Link, Member } from "../argument/model.ts";
import { gsn2xSays } from "../gsn2x-messages.ts";
import { meant } from "../names.ts";
import { levels } from "../profiles.ts";
import { type RuleRow, untold } from "../rule.ts";
import { Twins } from "../twins.ts";

export const argumentRules: readonly RuleRow[] = [
  {
    id: "ARG-01",
    title: "A goal that nothing supports",
    explanation:
      "A goal without support is a wish. One that is still to be argued for is marked, so that readers see it.",
    levels: levels("warning", "error", "warning", "warning", "error"),
    gsn2x: ["V02"],
    check: (_, say) => (member) => {
      if (member.type !== "goal" || !lacksSupport(member)) return;
      const { label, home } = member;
      say({
        home,
        member,
        message: `nothing supports \`${label}\`, and it is not marked as undeveloped`,
        help: "support it, or mark it: `undeveloped: true`",
        gsn2x: [gsn2xSays.V02(home.name, label)],
      });
    },
  },
  {
    id: "ARG-02",
    title: "An undeveloped node with support",
    explanation: "Either the mark is left over, or the support does not belong there: readers cannot tell.",
    levels: levels("error", "error", "error", "warning", "error"),
    gsn2x: ["V03"],
    check: ({ having }, say) => {
      having("undeveloped").forEach((member) => {
        const { label, home } = member;
        if (!member.out.some(({ kind }) => kind === "supportedBy")) return;
        say({
          home,
          member,
          key: "undeveloped",
          message: `\`${label}\` is marked as undeveloped, but has support`,
          help: "take the mark out, or the support",
          gsn2x: [gsn2xSays.V03(home.name, label)],
        });
      });
    },
  },
  {
    id: "ARG-03",
    title: "A strategy that leads to nothing",
    explanation: "A strategy says how a goal is broken down. Without the parts there is no argument.",
    levels: levels("warning", "error", "warning", "warning", "error"),
    gsn2x: ["V02"],
    check: (_, say) => (member) => {
      if (member.type !== "strategy" || !lacksSupport(member)) return;
      const { label, home } = member;
      say({
        home,
        member,
        message: `the strategy \`${label}\` leads to nothing`,
        help: "give it the goals that it argues over, or mark it: `undeveloped: true`",
        gsn2x: [gsn2xSays.V02(home.name, label)],
      });
    },
  },
  {
    id: "ARG-04",
    title: "Something undeveloped where people are to agree",
    explanation: "While an argument grows, undeveloped goals are right. What people agree on must be whole.",
    levels: levels("off", "off", "off", "off", "error"),
    check: ({ having }, say) => {
      having("undeveloped").forEach((member) => {
        if (isSupported(member)) return;
        say({
          home: member.home,
          member,
          key: "undeveloped",
          message: `\`${member.label}\` is still undeveloped`,
          help: "support it, or let another module develop it",
        });
      });
    },
  },
  {
    id: "ARG-05",
    title: "The same text twice",
    explanation: "What is argued for once can be referred to from several places. Two copies drift apart.",
    levels: levels("advice", "advice", "off", "advice", "advice"),
    check: ({ members }, say) => {
      const twins = new Twins(members);
      let isTold = true;
      return (member) => {
        const first = twins.firstOf(member);
        if (first?.type !== member.type || member.node.text.trim() === "") return;
        if (!isTold) {
          say(untold(member));
          return;
        }
        isTold = say({
          home: member.home,
          member,
          key: "text",
          related: [first],
          message: `\`${member.label}\` says the same as \`${first.label}\``,
          help: "refer to the first one, or say what differs",
        });
      };
    },
  },
  {
    id: "ARG-06",
    title: "A claim point away from its node",
    explanation:
      "An assurance claim point says where confidence is argued: in the node itself, or in one of its own links.",
    levels: levels("error", "error", "error", "warning", "error"),
    gsn2x: ["V09"],
    check: ({ having }, say, { nearest }) => {
      for (const member of having("claimPoints")) {
        const { label, home, node } = member;
        const near = new Set([label, ...member.out.filter(isArgued).flatMap(({ to }) => to?.label ?? [])]);
        for (const { name, at } of node.claimPoints ?? []) {
          for (const end of at) {
            if (near.has(end)) continue;
            say({
              home,
              member,
              key: "acp",
              item: name,
              message: `the claim point \`${name}\` of \`${label}\` is at \`${end}\`, which is neither the node nor linked from it`,
              help: meant(nearest(end, near), "name the node itself, or what one of its links leads to"),
              gsn2x: [gsn2xSays.V09(home.name, label, name, end)],
            });
          }
        }
      }
    },
  },
];

/** And nothing says that it may. */
function lacksSupport(member: Member): boolean {
  return member.node.undeveloped !== true && !isSupported(member) && !isArguedElsewhere(member);
}

/** Also by what cannot be found: that is said where it is referred to. */
function isSupported({ out }: Member): boolean {
  return out.some(({ kind }) => kind === "supportedBy" || kind === "develops");
}

/** In another module or tool. */
function isArguedElsewhere({ node: { away, kind } }: Member): boolean {
  return away !== undefined || kind === "module" || kind === "contract" || kind === "external";
}

function isArgued({ kind }: Link): boolean {
  return kind === "supportedBy" || kind === "inContextOf";
}
