/** OWN: who answers for what, and who has to agree. */

import { type Argument, leadsDown, type Member } from "../argument/model.ts";
import { meant } from "../names.ts";
import { levels } from "../profiles.ts";
import type { RuleRow } from "../rule.ts";

export const ownerRules: readonly RuleRow[] = [
  {
    id: "OWN-01",
    title: "A goal that nobody answers for",
    explanation:
      "An owner answers for a goal and for all below it that has no owner of its own. Of goals below each other only the topmost is said.",
    levels: levels("advice", "off", "off", "off", "error"),
    check: (argument, say, { profile }) => {
      // Where nobody has an owner, the case does without; what people agree on cannot.
      if (profile !== "gate" && argument.having("owner").length === 0) return;
      const owned = ownedIn(argument);
      return (member) => {
        if (member.type !== "goal") return;
        if (owned[member.number] === 1 || member.node.away !== undefined) return;
        if (isBelowUnowned(member, argument, owned)) return;
        say({
          home: member.home,
          member,
          message: `nobody answers for \`${member.label}\``,
          help: "write under its `dcase`: `owner: ROLE`, or give an owner to what it supports",
        });
      };
    },
  },
  {
    id: "OWN-02",
    title: "A role that does not exist",
    explanation: "Nobody has that role, so that nobody answers, and nobody can agree.",
    levels: levels("error", "off", "off", "off", "error"),
    check: ({ having, homes }, say, { roles, nearest }) => {
      if (roles === undefined) return;
      const known = new Set(roles);
      for (const member of having("owner")) {
        const { owner = "" } = member.node;
        if (known.has(owner)) continue;
        say({
          home: member.home,
          member,
          key: "owner",
          message: `the owner of \`${member.label}\` is \`${owner}\`, which is no role`,
          help: meant(nearest(owner, known), "declare the role, or name another one"),
        });
      }
      for (const home of homes) {
        for (const role of Object.keys(home.case.module.agree ?? {})) {
          if (known.has(role)) continue;
          say({
            home,
            key: "agree",
            item: role,
            message: `\`${role}\` is to agree, which is no role`,
            help: meant(nearest(role, known), "declare the role, or name another one"),
          });
        }
      }
    },
  },
  {
    id: "OWN-03",
    title: "A number of people who agree that is none",
    explanation: "How many of a role must agree is a whole number from 1.",
    levels: levels("error", "off", "off", "off", "error"),
    check: ({ homes }, say) => {
      for (const home of homes) {
        for (const [role, number] of Object.entries(home.case.module.agree ?? {})) {
          if (Number.isSafeInteger(number) && number >= 1) continue;
          say({
            home,
            key: "agree",
            item: role,
            message: `${number} of the role \`${role}\` cannot agree`,
            help: "write how many must: a whole number from 1",
          });
        }
      }
    },
  },
  {
    id: "OWN-04",
    title: "A case that says not who has to agree",
    explanation: "Without a number of people for at least one role, an agreement of nobody would do.",
    levels: levels("off", "off", "off", "off", "error"),
    check: ({ homes }, say) => {
      const [home] = homes;
      if (home === undefined || homes.some(({ case: { module } }) => Object.keys(module.agree ?? {}).length > 0))
        return;
      say({
        home,
        key: "agree",
        message: "the case does not say who has to agree",
        help: "write under the module's `dcase`: `agree: { operator: 1, owner: 1 }`",
      });
    },
  },
];

function isBelowUnowned(member: Member, { above, into }: Argument, owned: Uint8Array): boolean {
  if (above[member.number] === 0) return false;
  return into(member).some((link) => leadsDown(link) && link.from !== member && owned[link.from.number] === 0);
}

/** 1 for each node that has an owner, or is below one that has. */
function ownedIn({ members, having }: Argument): Uint8Array {
  const owned = new Uint8Array(members.length);
  const left: Member[] = [...having("owner")];
  for (let member = left.pop(); member !== undefined; member = left.pop()) {
    if (owned[member.number] === 1) continue;
    owned[member.number] = 1;
    for (let at = 0; at < member.out.length; at += 1) {
      const link = member.out[at]!;
      if (link.to !== undefined && leadsDown(link)) left.push(link.to);
    }
  }
  return owned;
}
