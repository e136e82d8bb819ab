/** TXT: what people read. */

import type { Translations } from "../../model/case.ts";
import type { Argument, Member } from "../argument/model.ts";
import { listed } from "../names.ts";
import { levels } from "../profiles.ts";
import { type RuleRow, untold } from "../rule.ts";
import { isHeading } from "../words/headings.ts";
import { vagueIn } from "../words/vague.ts";

const style = levels("advice", "advice", "off", "advice", "advice");

export const textRules: readonly RuleRow[] = [
  {
    id: "TXT-01",
    title: "A node without a text",
    explanation: "People agree on what they read.",
    levels: levels("warning", "error", "off", "warning", "error"),
    check: (_, say) => (member) => {
      const { text, away, kind } = member.node;
      // Mostly the first letter tells.
      if (text.charCodeAt(0) > 32 && text.charCodeAt(0) < 0x7f) return;
      if (text.trim() !== "" || away !== undefined || kind === "module" || kind === "external") return;
      if (saysValues(member)) return;
      say({
        home: member.home,
        member,
        message: `\`${member.label}\` has no text`,
        help: "write what it says, under `text`",
      });
    },
  },
  {
    id: "TXT-02",
    title: "A text without its translation",
    explanation:
      "A case in several languages says the same in each. Who reads only one of them would agree to less than the others.",
    levels: levels("warning", "off", "off", "off", "error"),
    check: (argument, say) => {
      if (argument.having("translations").length === 0) return;
      const languagesBy = languagesOf(argument);
      let isTold = true;
      return (member) => {
        const { text, translations, away } = member.node;
        const languages = languagesBy[member.home.order]!;
        if (languages.length === 0 || away !== undefined || !hasWords(text)) return;
        if (translations === undefined && !isTold) {
          say(untold(member));
          return;
        }
        const missing = translations === undefined ? languages : missingIn(translations, languages);
        if (missing.length === 0) return;
        isTold = say({
          home: member.home,
          member,
          key: "text",
          message: `\`${member.label}\` is not translated: ${listed(missing)} is missing`,
          help: "write it in the other languages of the case as well",
        });
      };
    },
  },
  {
    id: "TXT-03",
    title: "A goal in vague words",
    explanation:
      "With words like `appropriate` or 「十分に」 people agree on different things. A context of the goal that defines the word settles it.",
    levels: style,
    check: (_, say) => (member) => {
      if (member.type !== "goal") return;
      const { text, translations } = member.node;
      let words = vagueIn(text);
      for (const language in translations) {
        const more = vagueIn(translations[language] ?? "");
        if (more.length > 0) words = [...words, ...more];
      }
      if (words.length === 0) return;
      const open = openIn(member, words);
      if (open.length === 0) return;
      say({
        home: member.home,
        member,
        key: "text",
        message: `\`${member.label}\` leaves open how much is claimed: ${listed(open)}`,
        help: "say how much, or define the word in a context of the goal",
      });
    },
  },
  {
    id: "TXT-04",
    title: "A goal that reads like a heading",
    explanation: "A goal is a sentence that is true or false. Nobody can agree, or disagree, with `Performance`.",
    levels: style,
    check: (_, say) => (member) => {
      if (member.type !== "goal") return;
      if (!isHeading(member.node.text)) return;
      say({
        home: member.home,
        member,
        key: "text",
        message: `\`${member.label}\` reads like a heading, not like a claim`,
        help: "write a sentence that is true or false: `The server answers within 2 s`",
      });
    },
  },
  {
    id: "TXT-05",
    title: "A language that is none",
    explanation:
      "Whoever asks for a language would not find the text; and a translation into the case's own language would be a second text.",
    levels: levels("warning", "off", "off", "off", "error"),
    check: ({ homes, having }, say) => {
      for (const home of homes) {
        const { names, briefs, language: own } = home.case.module;
        for (const [key, what, texts] of [
          ["names", "name", names],
          ["briefs", "brief", briefs],
        ] as const)
          for (const language of Object.keys(texts ?? {})) {
            const isOwn = language === own;
            if (isLanguage(language) && !isOwn) continue;
            say({
              home,
              key,
              item: language,
              message: isOwn
                ? `the module has a second ${what} in \`${language}\`, the language of the case`
                : `the module has a ${what} in \`${language}\`, which is no language`,
              help: isOwn ? helpOwn : helpNone,
            });
          }
      }
      having("translations").forEach((member) => {
        const { language: own } = member.home.case.module;
        for (const language of Object.keys(member.node.translations ?? {})) {
          const isOwn = language === own;
          if (isLanguage(language) && !isOwn) continue;
          say({
            home: member.home,
            member,
            key: "texts",
            item: language,
            message: isOwn
              ? `\`${member.label}\` has a second text in \`${language}\`, the language of the case`
              : `\`${member.label}\` has a text in \`${language}\`, which is no language`,
            help: isOwn ? helpOwn : helpNone,
          });
        }
      });
    },
  },
];

const helpOwn = "take one of the two out";
const helpNone = "a language is written like `ja`, `en` or `pt-BR`";

/** A context, or evidence, may be but what names stand for: `System:: ASPEN` in AssureNote. */
function saysValues({ type, node: { tags = [], parameters = [] } }: Member): boolean {
  if (type === "goal" || type === "strategy" || type === "counterGoal") return false;
  return [...tags, ...parameters].some(({ value }) => value !== undefined && value !== null && value !== "");
}

/** By module, what at least one of its nodes is translated into; the first few where they are more than languages could be. */
function languagesOf({ homes, having }: Argument): readonly (readonly string[])[] {
  const found = homes.map(() => new Set<string>());
  having("translations").forEach(({ home: { order }, node: { translations } }) => {
    for (const language in translations) found[order]!.add(language);
  });
  return homes.map(({ order, case: { module } }) =>
    [...found[order]!]
      .filter((language) => language !== module.language && isLanguage(language))
      .sort()
      .slice(0, mostLanguages),
  );
}

const mostLanguages = 20;

function missingIn(translations: Translations, languages: readonly string[]): readonly string[] {
  return languages.filter((language) => (translations[language] ?? "").trim() === "");
}

/** A path, a number, an address or a placeholder by itself is the same in every language. */
function hasWords(text: string): boolean {
  // Mostly the first words of a text tell.
  if (wordFirst.test(text)) return true;
  const plain = text.replaceAll(/[@$]?\{[^{}\n]*\}|\[[^[\]\n]*\]/g, " ");
  return unparted.test(plain) || plain.split(/\s+/).some(isWord);
}

/** A word ahead of all brackets. */
const wordFirst = /^[^[{]*?(?:^|\s)[A-Za-z]{3,}\s/;

/** Scripts that put no blanks between words. */
const unparted = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Letters alone, and more than those of a unit. */
function isWord(part: string): boolean {
  const [, letters = ""] = /^["'“‘«(]*([\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*)[.,:;!?…)"'”’»]*$/u.exec(part) ?? [];
  return letters.length > 2;
}

/** The form of BCP 47, of which the first parts are enough. */
function isLanguage(text: string): boolean {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(text);
}

function openIn(member: Member, words: readonly string[]): readonly string[] {
  return words.filter((word) => !isDefined(member, word));
}

function isDefined({ out }: Member, word: string): boolean {
  const wanted = word.toLowerCase();
  return out.some(
    ({ kind, to }) => kind === "inContextOf" && to !== undefined && to.node.text.toLowerCase().includes(wanted),
  );
}
