/** PAT: what a pattern leaves to be filled in, where it is no pattern any more. */

import type { Translations } from "../../model/case.ts";
import type { Home, Member } from "../argument/model.ts";
import { meant } from "../names.ts";
import { declaredIn, isAmong, otherTextsOf, placeholdersIn } from "../placeholder-names.ts";
import { levels } from "../profiles.ts";
import type { RuleRow, Say, Settings } from "../rule.ts";

const none: ReadonlySet<string> = new Set();
const leftOver = levels("warning", "warning", "off", "warning", "error");

export const placeholderRules: readonly RuleRow[] = [
  {
    id: "PAT-01",
    title: "A placeholder that nothing fills",
    explanation:
      "`{NAME}` in a text stands for the value of a parameter or tag of that name, `{NAME.field}` for a part of it. Where there is none, readers see the braces.",
    levels: leftOver,
    check: (_, say, settings) => {
      let declared: { readonly home: Home; readonly names: ReadonlySet<string> } | undefined;
      return (member) => {
        if (unfilledIn(member, none).length === 0) return;
        const { home } = member;
        // The members of a module stand together.
        if (declared?.home !== home) declared = { home, names: declaredIn(home) };
        const { names } = declared;
        for (const name of unfilledIn(member, names)) unfilled(member, name, names, say, settings);
      };
    },
  },
  {
    id: "PAT-02",
    title: "A node that is still uninstantiated",
    explanation:
      "The mark says that the text stands for others. In an argument that is no pattern, it was left over, or the text was.",
    levels: leftOver,
    check: ({ having }, say) => {
      having("uninstantiated").forEach((member) => {
        if (member.home.isPattern) return;
        say({
          home: member.home,
          member,
          key: "uninstantiated",
          message: `\`${member.label}\` is still marked as uninstantiated`,
          help: "fill in its placeholders, and take the mark out",
        });
      });
    },
  },
  {
    id: "PAT-03",
    title: "Links that are still open",
    explanation:
      "Choices, repetitions and links that may be left out belong to patterns. An argument that was made of one has made up its mind.",
    levels: leftOver,
    check: ({ having, open }, say) => {
      for (const { from, to, named, kind, edge } of open) {
        if (from.home.isPattern) continue;
        const other = to?.label ?? named;
        say({
          home: from.home,
          member: from,
          key: kind,
          item: other,
          message:
            edge?.repeats === undefined
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

function unfilledIn(member: Member, known: ReadonlySet<string>): readonly string[] {
  const { text, translations, uninstantiated } = member.node;
  const isOpen = uninstantiated === true || member.home.isPattern;
  if (!isOpen && !text.includes("{") && !hasBrace(translations)) return noNames;
  const texts = [text, ...(translations === undefined ? [] : Object.values(translations))];
  // Where nothing is to be filled any more, braces beside the texts may be of commands and patterns.
  if (isOpen) texts.push(...otherTextsOf(member));
  return unknownIn(texts, known);
}

const noNames: readonly string[] = [];

function unknownIn(texts: readonly string[], known: ReadonlySet<string>): readonly string[] {
  return [...new Set(texts.flatMap(placeholdersIn))].filter((name) => !isAmong(name, known));
}

function hasBrace(translations: Translations | undefined): boolean {
  for (const language in translations) if (translations[language]?.includes("{")) return true;
  return false;
}
