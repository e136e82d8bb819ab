/** DIA: who challenges what, and whether that is there. */

import type { Link, Member } from "../argument/model.ts";
import { gsn2xSays } from "../gsn2x-messages.ts";
import { meant, typeWords } from "../names.ts";
import { levels } from "../profiles.ts";
import type { RuleRow } from "../rule.ts";

const error = levels("error", "error", "error", "error", "error");

export const challengeRules: readonly RuleRow[] = [
  {
    id: "DIA-01",
    title: "A challenge of what is not there",
    explanation: "A challenge of nothing is lost: what it was meant for looks unchallenged.",
    levels: error,
    gsn2x: ["C14", "C12"],
    check: ({ challenges, labels }, say, { nearest }) => {
      for (const link of challenges) {
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
          help: meant(nearest(end, labels(), from.label), "name what is challenged, or take the challenge out"),
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
    check: ({ challenges }, say) => {
      for (const link of challenges) {
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
    check: ({ challenges }, say) => {
      for (const link of challenges) {
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
    check: ({ challenges }, say) => {
      const ends = remembered(endsOf);
      for (const link of challenges) {
        const { from, at } = link;
        if (at?.from === undefined || at.to === undefined || at.from === at.to) continue;
        if (ends(at.from).has(at.to) || ends(at.to).has(at.from)) continue;
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
];

export function placeOf({ from }: Link) {
  return { home: from.home, member: from, key: "challenges" };
}

export function endOf({ at, named }: Link): string {
  return at?.from?.label ?? named;
}

function otherEndOf({ at, named }: Link): string {
  return at?.to?.label ?? at?.named ?? named;
}

export function isCounter({ type }: Member): boolean {
  return type === "counterGoal" || type === "counterEvidence";
}

/** What a node is linked to, or challenges a relation of. */
function endsOf({ out }: Member): ReadonlySet<Member | undefined> {
  return new Set(out.flatMap(({ to, at }) => [to, at?.from, at?.to]));
}

/** Asked for each node once: many challenges may be of relations of one node. */
export function remembered<T>(of: (member: Member) => T): (member: Member) => T {
  const known = new Map<Member, T>();
  return (member) => {
    const value = known.get(member) ?? of(member);
    known.set(member, value);
    return value;
  };
}
