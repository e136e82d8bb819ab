/** DIA: challenges, and what they lead to. */

import type { Argument, Link, Member } from "../argument.ts";
import { type Doubted, doubtsIn } from "../doubts.ts";
import { gsn2xSays } from "../gsn2x-messages.ts";
import { listed, meant, typeWords, wayOf } from "../names.ts";
import { levels } from "../profiles.ts";
import type { Found, RuleRow } from "../rule.ts";

const error = levels("error", "error", "error", "error", "error");

export const challengeRules: readonly RuleRow[] = [
  {
    id: "DIA-01",
    title: "A challenge of what is not there",
    explanation: "A challenge of nothing is lost: what it was meant for looks unchallenged.",
    levels: error,
    gsn2x: ["C14", "C12"],
    check: ({ links, byLabel }, say, { nearest }) => {
      for (const link of challengesIn(links)) {
        const { from, to, named, at } = link;
        if (to !== undefined || at?.named === named) continue;
        const { name: module } = from.home;
        const end =
          at === undefined ? named : at.from === undefined ? named : at.to === undefined ? at.named : undefined;
        if (end === undefined) continue;
        say({
          ...placeOf(link),
          message:
            at === undefined
              ? `\`${from.label}\` challenges \`${end}\`, which does not exist`
              : `\`${from.label}\` challenges the relation of \`${endOf(link)}\` to \`${otherEndOf(link)}\`, but there is no \`${end}\``,
          help: meant(nearest(end, byLabel), "name what is challenged, or take the challenge out"),
          gsn2x: [at === undefined ? gsn2xSays.C14(module, from.label, end) : gsn2xSays.C12(module, from.label, end)],
        });
      }
    },
  },
  {
    id: "DIA-02",
    title: "A challenger that is no counter-argument",
    explanation:
      "Counter-goals and counter-evidence challenge. A goal that does so as well would argue for and against the same case.",
    levels: levels("warning", "warning", "error", "off", "error"),
    gsn2x: ["V12"],
    check: ({ links }, say) => {
      for (const link of challengesIn(links)) {
        const { from } = link;
        if (isCounter(from)) continue;
        say({
          ...placeOf(link),
          message: `\`${from.label}\` is ${typeWords[from.type]}, but challenges something`,
          help: "make it a counter-goal or counter-evidence",
          gsn2x: [gsn2xSays.V12(from.home.name, from.label)],
        });
      }
    },
  },
  {
    id: "DIA-03",
    title: "A challenge that ends where it begins",
    explanation: "A node cannot challenge itself, and a relation has two ends.",
    levels: error,
    gsn2x: ["C13", "C15"],
    check: ({ links }, say) => {
      for (const link of challengesIn(links)) {
        const { from, to, at, named } = link;
        const { name: module } = from.home;
        if (to === from)
          say({
            ...placeOf(link),
            message: `\`${from.label}\` challenges itself`,
            help: "name what it is meant against",
            gsn2x: [gsn2xSays.C13(module, from.label)],
          });
        else if (at !== undefined && at.named === named)
          say({
            ...placeOf(link),
            message: `\`${from.label}\` challenges a relation of \`${endOf(link)}\` to itself`,
            help: "name the two ends of the relation",
            gsn2x: [gsn2xSays.C15(module, from.label, endOf(link))],
          });
      }
    },
  },
  {
    id: "DIA-04",
    title: "A challenged relation that is none",
    explanation: "The two nodes are there, but neither is linked to the other, so that there is nothing to challenge.",
    levels: error,
    gsn2x: ["C16"],
    check: ({ links }, say) => {
      for (const link of challengesIn(links)) {
        const { from, at } = link;
        if (at?.from === undefined || at.to === undefined || at.from === at.to) continue;
        if (leadsTo(at.from, at.to) || leadsTo(at.to, at.from)) continue;
        const [one, other] = [at.from.label, at.to.label];
        say({
          ...placeOf(link),
          related: [at.from, at.to],
          message: `\`${from.label}\` challenges the relation of \`${one}\` to \`${other}\`, but they have none`,
          help: "name two nodes that are linked, or challenge one of them",
          gsn2x: [gsn2xSays.C16(from.home.name, from.label, one, other)],
        });
      }
    },
  },
  {
    id: "DIA-05",
    title: "Something defeated that nobody challenges",
    explanation: "What is defeated was defeated by something. Without the counter-argument nobody can look at why.",
    levels: levels("error", "error", "error", "off", "error"),
    gsn2x: ["V10"],
    check: ({ having }, say) => {
      for (const member of having("defeated")) {
        if (member.into.some(({ kind }) => kind === "challenges")) continue;
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
    levels: error,
    gsn2x: ["V13"],
  },
  {
    id: "DIA-07",
    title: "A claim that is in doubt",
    explanation:
      "What rests on something defeated is in doubt, and so is what rests on that. It is said of the topmost node, with the way that the doubt took.",
    levels: levels("warning", "warning", "off", "off", "error"),
    check: (argument, say, { marks }) => {
      for (const found of topmost(doubtsIn(argument, marks ?? []))) say(inDoubt(found));
    },
  },
  {
    id: "DIA-08",
    title: "A challenge that nobody has answered",
    explanation: "A challenge is answered when what it challenges is marked as defeated, or when the challenge is.",
    levels: levels("advice", "advice", "off", "off", "error"),
    check: ({ links }, say) => {
      for (const link of challengesIn(links)) {
        if (!isOpen(link)) continue;
        say({
          ...placeOf(link),
          related: [link.to ?? link.at?.from ?? []].flat(),
          message: `nobody has answered \`${link.from.label}\` yet, which challenges \`${link.to?.label ?? endOf(link)}\``,
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
      const counters = [...argument.of("counterGoal"), ...argument.of("counterEvidence")];
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

function challengesIn(links: readonly Link[]): readonly Link[] {
  return links.filter(({ kind }) => kind === "challenges");
}

function placeOf({ from }: Link) {
  return { home: from.home, member: from, key: "challenges" };
}

function endOf({ at, named }: Link): string {
  return at?.from?.label ?? named;
}

function otherEndOf({ at, named }: Link): string {
  return at?.to?.label ?? at?.named ?? named;
}

function isCounter({ type }: Member): boolean {
  return type === "counterGoal" || type === "counterEvidence";
}

function leadsTo({ out }: Member, other: Member): boolean {
  return out.some(({ to, at }) => to === other || at?.from === other || at?.to === other);
}

function isOpen({ from, to, at, edge }: Link): boolean {
  if (edge?.defeated === true || from.node.defeated === true || to === from) return false;
  if (to !== undefined) return to.node.defeated !== true;
  if (at?.from === undefined || at.to === undefined) return false;
  return !at.from.out.some((link) => link.to === at.to && link.edge?.defeated === true);
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
