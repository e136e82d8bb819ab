/** DIA: what challenges lead to: defeat, doubt, and answers that are still due. */

import type { Argument, Link, Member } from "../argument/model.ts";
import { type Doubted, doubtsIn } from "../doubts.ts";
import { gsn2xSays } from "../gsn2x-messages.ts";
import { listed, wayOf } from "../names.ts";
import { levels } from "../profiles.ts";
import { type Found, type RuleRow, untold } from "../rule.ts";
import { endOf, isCounter, placeOf, remembered } from "./challenges.ts";

export const defeatRules: readonly RuleRow[] = [
  {
    id: "DIA-05",
    title: "Something defeated that nobody challenges",
    explanation: "What is defeated was defeated by something. Without the counter-argument nobody can look at why.",
    levels: levels("error", "error", "error", "off", "error"),
    gsn2x: ["V10"],
    check: ({ having, into }, say) => {
      for (const member of having("defeated")) {
        if (into(member).some(({ kind }) => kind === "challenges")) continue;
        say({
          home: member.home,
          member,
          key: "defeated",
          message: `\`${member.label}\` is marked as defeated, but nothing challenges it`,
          help: "write the counter-goal or counter-evidence, or take the mark out",
          gsn2x: [gsn2xSays.V10(member.home.name, member.label)],
        });
      }
    },
  },
  {
    id: "DIA-06",
    title: "A defeated relation that is none",
    explanation: "The node names a relation as defeated that it does not have. Whoever reads the file says so.",
    levels: levels("error", "error", "error", "error", "error"),
    gsn2x: ["V13"],
  },
  {
    id: "DIA-07",
    title: "A claim that is in doubt",
    explanation:
      "What rests on something defeated is in doubt, and so is what rests on that. It is said of the topmost node, with the way that the doubt took.",
    levels: levels("warning", "warning", "off", "off", "error"),
    check: (argument, say, { marks }) => {
      let shown = true;
      // Beyond those that are shown only their number counts: their ways may be long.
      for (const found of topmost(doubtsIn(argument, marks ?? [])))
        shown = say(shown ? inDoubt(found) : untold(found.member));
    },
  },
  {
    id: "DIA-08",
    title: "A challenge that nobody has answered",
    explanation: "A challenge is answered when what it challenges is marked as defeated, or when the challenge is.",
    levels: levels("advice", "advice", "off", "off", "error"),
    check: ({ challenges }, say) => {
      const lost = remembered(lostBy);
      for (const link of challenges) {
        if (!isOpen(link, lost)) continue;
        say({
          ...placeOf(link),
          related: [link.to ?? link.at?.from ?? []].flat(),
          message: `nobody has answered \`${link.from.label}\`, which challenges \`${link.to?.label ?? endOf(link)}\``,
          help: "defeat the challenge with an argument, or mark what it challenges as defeated",
        });
      }
    },
  },
  {
    id: "DIA-09",
    title: "Counter-arguments are used",
    explanation: "Not every tool knows GSN's dialectic extension. Only who asks for this rule is told.",
    levels: levels("off", "off", "off", "off", "off"),
    gsn2x: ["V11"],
    check: (argument: Argument, say) => {
      const counters = argument.of("counterGoal", "counterEvidence");
      const [first] = counters;
      if (first === undefined) return;
      const labels = counters.map(({ label }) => label).sort();
      say({
        home: first.home,
        member: first,
        message: `counter-arguments are used: ${listed(labels)}`,
        help: "leave them out where a tool does not know them",
        gsn2x: [gsn2xSays.V11(first.home.name, labels)],
      });
    },
  },
];

/** What a node has defeated relations to. */
function lostBy({ out }: Member): ReadonlySet<Member | undefined> {
  return new Set(out.flatMap(({ to, edge }) => (edge?.defeated === true ? [to] : [])));
}

function isOpen({ from, to, at, edge }: Link, lost: (member: Member) => ReadonlySet<Member | undefined>): boolean {
  if (edge?.defeated === true || from.node.defeated === true || to === from) return false;
  if (to !== undefined) return to.node.defeated !== true;
  return at?.from !== undefined && at.to !== undefined && !lost(at.from).has(at.to);
}

/** Those from which the doubt goes no further. Doubts about a counter-argument are none about the case. */
function topmost(doubts: ReadonlyMap<number, Doubted>): readonly Doubted[] {
  const spread = new Set([...doubts.values()].flatMap(({ below }) => below?.member.number ?? []));
  return [...doubts.values()].filter(({ member }) => !isCounter(member) && !spread.has(member.number));
}

function inDoubt(found: Doubted): Found {
  const way: Doubted[] = [];
  for (let each: Doubted | undefined = found; each !== undefined; each = each.below) way.push(each);
  const { member } = found;
  const members = way.map((each) => each.member);
  const origin = way.at(-1) ?? found;
  const from = origin.member.label;
  const reason = {
    defeated:
      origin === found ? `\`${from}\` is defeated` : `\`${member.label}\` is in doubt, because \`${from}\` is defeated`,
    relation: `\`${member.label}\` is in doubt, because the relation of \`${from}\` to \`${origin.doubt.says ?? ""}\` is defeated`,
    marked: `\`${member.label}\` is in doubt, because of \`${from}\`: ${origin.doubt.says ?? ""}`,
    below: `\`${member.label}\` is in doubt`,
  };
  return {
    home: member.home,
    member,
    related: members.slice(1, 11),
    message: reason[origin.doubt.how],
    help:
      members.length === 1
        ? "argue for it without that, or take it out"
        : `argue for it without that; the doubt came up by ${wayOf([...members].reverse())}`,
  };
}
