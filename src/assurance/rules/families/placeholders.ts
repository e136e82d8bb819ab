/** PAT: what a pattern leaves to be filled in, where it is no pattern any more. */

import type { Home, Member } from "../argument.ts";
import { meant } from "../names.ts";
import { levels } from "../profiles.ts";
import type { RuleRow, Say, Settings } from "../rule.ts";

const leftOver = levels("warning", "warning", "off", "warning", "error");

export const placeholderRules: readonly RuleRow[] = [
  {
    id: "PAT-01",
    title: "A placeholder that nothing fills",
    explanation:
      "`{NAME}` in a text stands for the value of a parameter or tag of that name. Where there is none, readers see the braces.",
    levels: leftOver,
    check: ({ homes }, say, settings) => {
      for (const home of homes) {
        const holders = home.members.filter(holdsBrace);
        if (holders.length === 0) continue;
        const known = namesIn(home);
        for (const member of holders)
          for (const name of unfilledIn(member, known)) unfilled(member, name, known, say, settings);
      }
    },
  },
  {
    id: "PAT-02",
    title: "A node that is still uninstantiated",
    explanation:
      "The mark says that the text stands for others. In an argument that is no pattern, it was left over, or the text was.",
    levels: leftOver,
    check: ({ having }, say) => {
      for (const member of having("uninstantiated")) {
        if (member.home.isPattern) continue;
        say({
          home: member.home,
          member,
          key: "uninstantiated",
          message: `\`${member.label}\` is still marked as uninstantiated`,
          help: "fill in its placeholders, and take the mark out",
        });
      }
    },
  },
  {
    id: "PAT-03",
    title: "Links that are still open",
    explanation:
      "Choices, repetitions and links that may be left out belong to patterns. An argument that was made of one has made up its mind.",
    levels: leftOver,
    check: ({ having, links }, say) => {
      for (const { from, to, named, kind, edge } of links) {
        if (edge?.repeats === undefined && edge?.optional !== true) continue;
        if (from.home.isPattern) continue;
        const other = to?.label ?? named;
        say({
          home: from.home,
          member: from,
          key: kind,
          item: other,
          message:
            edge.repeats === undefined
              ? `the link of \`${from.label}\` to \`${other}\` may still be left out`
              : `the link of \`${from.label}\` to \`${other}\` still stands for several`,
          help: "make an instance of the pattern, or give it its parameters",
        });
      }
      for (const member of having("choices")) if (!member.home.isPattern) openChoices(member, say);
    },
  },
];

function openChoices(member: Member, say: Say): void {
  for (const { of, least, most } of member.node.choices ?? []) {
    const among = new Set(of);
    const kept = member.out.filter(({ named }) => among.has(named)).length;
    if (kept >= least && kept <= most) continue;
    say({
      home: member.home,
      member,
      key: "choices",
      message: `a choice of \`${member.label}\` is still open: ${least} to ${most} of its nodes belong there, and there are ${kept}`,
      help: "keep the links that are meant, and take out the others",
    });
  }
}

function unfilled(member: Member, name: string, known: ReadonlySet<string>, say: Say, settings: Settings): void {
  const { home, label } = member;
  say({
    home,
    member,
    key: "text",
    message: home.isPattern
      ? `\`${label}\` has the placeholder \`{${name}}\`, but no parameter has that name`
      : `\`${label}\` has the placeholder \`{${name}}\`, which nothing fills`,
    help: meant(settings.nearest(name, known), `declare a parameter \`${name}\`, or write what is meant`),
  });
}

function holdsBrace({ node }: Member): boolean {
  if (node.text.includes("{")) return true;
  return node.translations !== undefined && Object.values(node.translations).some((text) => text.includes("{"));
}

function unfilledIn({ node }: Member, known: ReadonlySet<string>): readonly string[] {
  const texts = [node.text, ...Object.values(node.translations ?? {})];
  const names = texts.flatMap((text) => [...text.matchAll(placeholder)].map(([, name = ""]) => name));
  return [...new Set(names)].filter((name) => !known.has(name));
}

/** `{NAME}`, and GSN's `{system X}`; braces of code and JSON have other things next to them. */
const placeholder = /\{([\p{L}_][\p{L}\p{N}_ .-]{0,60})\}/gu;

/** All that a placeholder of a module may name, wherever in it that is declared. */
function namesIn(home: Home): ReadonlySet<string> {
  const { module, nodes, edges } = home.case;
  return new Set([
    ...(module.parameters ?? []).map(({ name }) => name),
    ...nodes.flatMap(({ parameters = [], tags = [] }) => [...parameters, ...tags].map(({ name }) => name)),
    ...edges.flatMap(({ repeats }) => repeats?.as ?? []),
  ]);
}

/** The placeholders of all texts of a module. */
export function placeholdersIn(home: Home): ReadonlySet<string> {
  const none: ReadonlySet<string> = new Set();
  return new Set(home.members.filter(holdsBrace).flatMap((member) => unfilledIn(member, none)));
}
