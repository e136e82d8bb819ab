/** MOD: what a module develops of another one (gsn2x's `extends`). */

import type { Argument, Home } from "../argument/model.ts";
import { gsn2xSays } from "../gsn2x-messages.ts";
import { meant, typeWords } from "../names.ts";
import { levels } from "../profiles.ts";
import type { RuleRow } from "../rule.ts";

const error = levels("error", "error", "error", "error", "error");

export const extensionRules: readonly RuleRow[] = [
  {
    id: "MOD-09",
    title: "An extended module that does not exist",
    explanation: "What is developed here belongs under goals of that module, which is not among those that are read.",
    levels: error,
    gsn2x: ["C09"],
    check: ({ homes, byName }, say, { nearest }) => {
      for (const home of homes) {
        for (const { module } of home.case.module.extends ?? []) {
          if (byName.has(module)) continue;
          say({
            home,
            key: "extends",
            item: module,
            message: `the module \`${home.name}\` extends the module \`${module}\`, which does not exist`,
            help: meant(nearest(module, byName), "check that module's file too, or name it under `uses`"),
            gsn2x: [gsn2xSays.C09(home.name, module)],
          });
        }
      }
    },
  },
  {
    id: "MOD-10",
    title: "An extended node that is not there, or not open",
    explanation:
      "Another module can develop what is marked as undeveloped. What has an argument of its own would get a second one.",
    levels: error,
    gsn2x: ["C10"],
    check: (argument, say, { nearest }) => {
      for (const { home, other, module, label, locals } of developed(argument)) {
        if (other === undefined) continue;
        const target = other.withLabel(label);
        if (target?.node.undeveloped === true) continue;
        const elsewhere = argument.labels().has(label);
        say({
          home,
          key: "extends",
          item: label,
          related: target === undefined ? [] : [target],
          message:
            target === undefined
              ? `\`${home.name}\` develops \`${label}\` of the module \`${module}\`, which does not exist`
              : `\`${home.name}\` develops \`${label}\` of the module \`${module}\`, which is not undeveloped`,
          help:
            target === undefined
              ? meant(nearest(label, other.byLabel), "name a node of that module")
              : "mark it there: `undeveloped: true`, without support",
          gsn2x: [
            target !== undefined
              ? gsn2xSays.C10developed(home.name, label, locals)
              : elsewhere
                ? gsn2xSays.C10module(home.name, label, module, locals)
                : gsn2xSays.C10(home.name, label, locals),
          ],
        });
      }
    },
  },
  {
    id: "MOD-11",
    title: "A node that cannot develop another one",
    explanation: "Goals, strategies and evidence of this module develop goals and strategies of another one.",
    levels: error,
    gsn2x: ["V07"],
    check: (argument, say, { nearest }) => {
      for (const { home, module, label, locals } of developed(argument)) {
        for (const local of locals) {
          const member = home.withLabel(local);
          if (member === undefined)
            say({
              home,
              key: "extends",
              item: local,
              message: `\`${local}\` is to develop \`${label}\` of the module \`${module}\`, but does not exist`,
              help: meant(nearest(local, home.byLabel), "write the node, or take it out of the list"),
              gsn2x: [gsn2xSays.V07(home.name, local, label, module)],
            });
          else if (!/^(?:goal|strategy|evidence)$/.test(member.type))
            say({
              home,
              member,
              message: `\`${local}\` is ${typeWords[member.type]}, and cannot develop \`${label}\` of the module \`${module}\``,
              help: "name a goal, a strategy or evidence",
              gsn2x: [gsn2xSays.V07type(home.name, local)],
            });
        }
      }
    },
  },
];

interface Developed {
  readonly home: Home;
  readonly other: Home | undefined;
  readonly module: string;
  /** There. */
  readonly label: string;
  /** Here. */
  readonly locals: readonly string[];
}

function developed({ homes, byName }: Argument): readonly Developed[] {
  return homes.flatMap((home) =>
    (home.case.module.extends ?? []).flatMap(({ module, develops }) =>
      Object.entries(develops).map(([label, locals]) => ({ home, other: byName.get(module), module, label, locals })),
    ),
  );
}
