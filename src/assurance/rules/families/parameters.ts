/** PAT: parameters, their values, and what runs over them. */

import type { Choice, Parameter } from "../../model/pattern.ts";
import type { Argument, Home, Member } from "../argument/model.ts";
import { meant } from "../names.ts";
import { isAmong, usedIn } from "../placeholder-names.ts";
import { levels } from "../profiles.ts";
import type { Check, RuleRow, Say } from "../rule.ts";
import { type Aspect, mistakeOf } from "../values.ts";

const wrong = levels("error", "off", "off", "error", "error");

export const parameterRules: readonly RuleRow[] = [
  {
    id: "PAT-04",
    title: "A parameter without a value where people are to agree",
    explanation: "A pattern is agreed on as an instance: with every value in place.",
    levels: levels("off", "off", "off", "off", "error"),
    check: (argument, say) => {
      eachParameter(argument, argument.homes, (at, { name, value }) => {
        if (value !== undefined) return;
        say({
          ...placeOf(at, name),
          message: `the parameter \`${name}\` has no value`,
          help: "make an instance of the pattern, and agree on that",
        });
      });
    },
  },
  valueRule("PAT-05", "type", "A value of another type", "A parameter's type is what all who use the pattern rely on."),
  valueRule(
    "PAT-06",
    "range",
    "A value outside of its range",
    "The range is what was agreed on: a script outside of it needs a new agreement.",
  ),
  valueRule(
    "PAT-07",
    "choices",
    "A value that is none of its choices",
    "The choices are all the values that the argument holds for.",
  ),
  {
    id: "PAT-08",
    title: "A parameter that is declared twice",
    explanation: "Of two values of one name, nobody can tell which is meant.",
    levels: wrong,
    check: (argument, say) => {
      let list: readonly Parameter[] = [];
      let seen = new Set<string>();
      eachParameter(argument, argument.homes, (at, { name }, all) => {
        if (all.length < 2) return;
        if (all !== list) [list, seen] = [all, new Set()];
        if (seen.has(name))
          say({
            ...placeOf(at, name),
            message: `the parameter \`${name}\` is declared twice`,
            help: "take one of the two out",
          });
        seen.add(name);
      });
    },
  },
  {
    id: "PAT-09",
    title: "A parameter that nothing uses",
    explanation: "A pattern asks for the value, and then it changes nothing; perhaps a placeholder is misspelt.",
    levels: levels("advice", "off", "off", "off", "advice"),
    check: (argument, say) => {
      for (const home of argument.homes) {
        if (!home.isPattern) continue;
        const used = usedIn(home);
        eachParameter(argument, [home], (at, { name, value }) => {
          if (value !== undefined || used.has(name)) return;
          say({
            ...placeOf(at, name),
            message: `nothing uses the parameter \`${name}\``,
            help: `write \`{${name}}\` where its value belongs, or take it out`,
          });
        });
      }
    },
  },
  {
    id: "PAT-10",
    title: "A repetition over what is no list",
    explanation: "A repeated link stands for one link a value, so that its parameter has to be a list.",
    levels: wrong,
    check: (argument, say, { nearest }) => {
      const types = new Map<Home, ReadonlyMap<string, string>>();
      for (const link of argument.open) {
        const { from, edge } = link;
        if (edge?.repeats === undefined) continue;
        const { each, least, most } = edge.repeats;
        const other = link.to?.label ?? link.named;
        const at = { home: from.home, member: from, key: link.kind, item: other };
        if (most !== undefined && most < least)
          say({
            ...at,
            message: `the link of \`${from.label}\` to \`${other}\` is repeated ${least} to ${most} times`,
            help: "write the least number ahead of the greatest one",
          });
        if (each === undefined) continue;
        const known = types.get(from.home) ?? typesIn(argument, from.home);
        types.set(from.home, known);
        const type = known.get(each);
        // What the field of a value is shows when there is a value.
        if (type === "List" || type === unknown || (type === undefined && isAmong(each, known))) continue;
        say({
          ...at,
          message:
            type === undefined
              ? `the link of \`${from.label}\` to \`${other}\` is repeated over \`${each}\`, which is no parameter`
              : `the link of \`${from.label}\` to \`${other}\` is repeated over \`${each}\`, which is of the type ${type}`,
          help: meant(type === undefined ? nearest(each, known) : undefined, "name a parameter of the type List"),
        });
      }
    },
  },
  {
    id: "PAT-11",
    title: "A choice that cannot be made",
    explanation: "A choice is among nodes that the node is linked to, and no more of them can be kept than there are.",
    levels: wrong,
    check: (argument, say) => {
      for (const member of argument.having("choices"))
        for (const choice of member.node.choices ?? []) checkChoice(argument, member, choice, say);
    },
  },
];

/** Of a module, or of a member. */
type Visit = (of: Home | Member, parameter: Parameter, list: readonly Parameter[]) => void;

function placeOf(of: Home | Member, name: string) {
  const at = "home" in of ? { home: of.home, member: of } : { home: of };
  return { ...at, key: "parameters", item: name };
}

function eachParameter({ having }: Argument, homes: readonly Home[], visit: Visit): void {
  // Members stand in the order of their homes.
  const members = having("parameters");
  let next = 0;
  for (const home of homes) {
    const ofModule = home.case.module.parameters ?? [];
    for (const each of ofModule) visit(home, each, ofModule);
    for (let member = members[next]; member !== undefined; member = members[next]) {
      if (member.home.order > home.order) break;
      next += 1;
      if (member.home === home) eachOf(member, visit);
    }
  }
}

function eachOf(member: Member, visit: Visit): void {
  const list = member.node.parameters ?? [];
  for (let at = 0; at < list.length; at += 1) visit(member, list[at]!, list);
}

function valueRule(id: RuleRow["id"], about: Aspect, title: string, explanation: string): RuleRow {
  const check: Check = (argument, say) => {
    eachParameter(argument, argument.homes, (at, parameter) => {
      const mistake = mistakeOf(parameter, about);
      if (mistake !== undefined) say({ ...placeOf(at, parameter.name), ...mistake });
    });
  };
  return { id, title, explanation, levels: wrong, check };
}

/** Of the values that a repetition runs over nobody knows it. */
const unknown = "";

function typesIn(argument: Argument, home: Home): ReadonlyMap<string, string> {
  const types = new Map<string, string>(
    home.case.edges.flatMap(({ repeats }) => (repeats?.as === undefined ? [] : [[repeats.as, unknown]])),
  );
  eachParameter(argument, [home], (_, { name, type }) => {
    types.set(name, type);
  });
  return types;
}

function checkChoice(argument: Argument, member: Member, { of, least, most, by }: Choice, say: Say): void {
  const { home, label, out } = member;
  const at = { home, member, key: "choices" };
  const linked = new Set(out.map(({ edge }) => edge?.to));
  const first = of.find((uid) => !linked.has(uid));
  if (first !== undefined)
    say({
      ...at,
      message: `a choice of \`${label}\` names \`${home.withUid(first)?.label ?? first}\`, which \`${label}\` is not linked to`,
      help: "link it, or take it out of the choice",
    });
  else if (!(least >= 0 && most >= least && of.length >= least))
    say({
      ...at,
      message: `a choice of \`${label}\` wants ${least} to ${most} of ${of.length} nodes`,
      help: "name as many nodes as are to be kept at least",
    });
  if (by !== undefined && !isAmong(by, typesIn(argument, home)))
    say({
      ...at,
      item: by,
      message: `a choice of \`${label}\` is made by \`${by}\`, which is no parameter`,
      help: `declare a parameter \`${by}\`, whose value is a label`,
    });
}
