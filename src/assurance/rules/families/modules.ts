/** MOD: modules, what they stand for in each other, and the files that they use. */

import type { Argument, Home, Member } from "../argument/model.ts";
import { gsn2xSays } from "../gsn2x-messages.ts";
import { meant, typeWords } from "../names.ts";
import { levels } from "../profiles.ts";
import type { RuleRow, Settings } from "../rule.ts";
import { circleOf, pathFrom } from "../uses.ts";

const ours = levels("error", "error", "off", "off", "error");

export const moduleRules: readonly RuleRow[] = [
  {
    id: "MOD-01",
    title: "A name that two modules have",
    explanation: "Other modules refer to a module by its name.",
    levels: levels("error", "error", "error", "error", "error"),
    gsn2x: ["C06"],
    check: ({ homes, byName }, say) => {
      for (const home of homes) {
        const first = byName.get(home.name);
        if (first === undefined || first === home) continue;
        say({
          home,
          key: "name",
          message: `two modules have the name \`${home.name}\`: \`${first.file}\` and \`${home.file}\``,
          help: "give one of them another name",
          gsn2x: [gsn2xSays.C06(home.name, home.file, first.file)],
        });
      }
    },
  },
  {
    id: "MOD-02",
    title: "A label that nodes of two modules have",
    explanation: "A reference to another module's node is its label alone, which must lead to one node.",
    levels: levels("error", "warning", "error", "off", "error"),
    gsn2x: ["C07"],
    check: ({ homes, labels }, say) => {
      if (homes.length < 2) return;
      const byLabel = labels();
      for (const home of homes) {
        for (const [label, member] of home.byLabel) {
          const first = byLabel.get(label);
          if (first === undefined || first.home === home || standsFor(member, first) || standsFor(first, member))
            continue;
          say({
            home,
            member,
            related: [first],
            message: `\`${label}\` is also the label of a node of the module \`${first.home.name}\``,
            help: "give one of them another label: references lead to the first one",
            gsn2x: [gsn2xSays.C07(home.name, label, home.file, first.home.name)],
          });
        }
      }
    },
  },
  {
    id: "MOD-03",
    title: "A node that stands for none",
    explanation:
      "An away node repeats a node of another module, where it is argued for. Without that node there is no argument.",
    levels: ours,
    check: ({ having, byName }, say, { nearest }) => {
      for (const member of having("away")) {
        const { module, node } = member.node.away ?? { module: "", node: "" };
        const other = byName.get(module);
        if (other?.withLabel(node) !== undefined) continue;
        say({
          home: member.home,
          member,
          key: "away",
          message:
            other === undefined
              ? `\`${member.label}\` stands for a node of the module \`${module}\`, which does not exist`
              : `\`${member.label}\` stands for \`${node}\` of the module \`${module}\`, which does not exist`,
          help:
            other === undefined
              ? meant(nearest(module, byName), "check that module's file too, or name it under `uses`")
              : meant(nearest(node, other.byLabel), "name a node of that module"),
        });
      }
    },
  },
  {
    id: "MOD-04",
    title: "A node of another module that is not published",
    explanation: "A module says what others may build on. What it does not publish may change without notice.",
    levels: ours,
    check: (argument, say) => {
      for (const [member, target] of crossings(argument)) {
        const { publishes } = target.home.case.module;
        if (publishes === undefined || publishes.includes(target.label)) continue;
        say({
          home: member.home,
          member,
          related: [target],
          message: `\`${member.label}\` refers to \`${target.label}\`, which the module \`${target.home.name}\` does not publish`,
          help: "publish it there, or refer to something that is",
        });
      }
    },
  },
  {
    id: "MOD-05",
    title: "A node that stands for one of another type",
    explanation: "An away node is the same element, seen from another module.",
    levels: levels("warning", "error", "off", "off", "error"),
    check: ({ having }, say) => {
      for (const member of having("away")) {
        const target = member.out.find(({ kind }) => kind === "away")?.to;
        if (target === undefined || target.type === member.type) continue;
        say({
          home: member.home,
          member,
          key: "nodeType",
          related: [target],
          message: `\`${member.label}\` is ${typeWords[member.type]}, but stands for \`${target.label}\`, ${typeWords[target.type]}`,
          help: "give it the type of what it stands for",
        });
      }
    },
  },
  {
    id: "MOD-06",
    title: "A used file that does not exist",
    explanation: "What stands in that file is missing from the argument.",
    levels: levels("error", "error", "warning", "off", "error"),
    check: ({ homes }, say, { files }) => {
      if (files === undefined) return;
      for (const home of homes) {
        for (const used of home.case.module.uses ?? []) {
          if (files.has(pathFrom(home.file, used))) continue;
          say({
            home,
            key: "uses",
            item: used,
            message: `the module \`${home.name}\` uses the file \`${used}\`, which does not exist`,
            help: "its path begins at the folder of the file that uses it",
          });
        }
      }
    },
  },
  {
    id: "MOD-07",
    title: "Modules that use each other in a circle",
    explanation: "Neither of them can be read, agreed on or handed over without the other.",
    levels: levels("warning", "warning", "off", "off", "warning"),
    check: ({ homes }, say) => {
      const circle = circleOf(homes);
      const [first] = circle;
      if (first === undefined) return;
      say({
        home: first,
        key: "uses",
        message: `modules use each other in a circle: ${wayOfNames(circle)}`,
        help: "move what both need into a module of its own",
      });
    },
  },
  {
    id: "MOD-08",
    title: "A published label that no node has",
    explanation: "Other modules would build on what is not there.",
    levels: levels("warning", "warning", "off", "off", "error"),
    check: ({ homes }, say, settings) => {
      for (const home of homes) {
        for (const label of home.case.module.publishes ?? [])
          if (home.withLabel(label) === undefined) say(unknown(home, label, settings));
      }
    },
  },
];

function unknown(home: Home, label: string, { nearest }: Settings) {
  return {
    home,
    key: "publishes",
    item: label,
    message: `the module \`${home.name}\` publishes \`${label}\`, which does not exist`,
    help: meant(nearest(label, home.byLabel), "take it out of the list"),
  };
}

/** Each node with one of another module that it names. */
function crossings({ homes, links, having }: Argument): readonly (readonly [Member, Member])[] {
  if (homes.length < 2) return [];
  const away = having("away").flatMap(({ out }) => out.filter(({ kind }) => kind === "away"));
  return [...links, ...away].flatMap(({ from, to }) =>
    to !== undefined && to.home !== from.home ? [[from, to] as const] : [],
  );
}

function standsFor({ node: { away } }: Member, other: Member): boolean {
  return away !== undefined && away.module === other.home.name && away.node === other.label;
}

function wayOfNames(homes: readonly Home[]): string {
  return homes.map(({ name }) => `\`${name}\``).join(" → ");
}
