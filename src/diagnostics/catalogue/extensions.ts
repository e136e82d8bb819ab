/** DS13xx: what is said of syntax of one's own, and of its uses. */

import { entry } from "./entry.ts";

const kinds = "expr, exprs, condition, block, body, word, words, name, text";
const levels =
  "assignment, conditional, coalesce, or, and, bit-or, bit-xor, bit-and, equality, relational, shift, additive, multiplicative";

export const extensionCatalogue = {
  DS1301: entry<{ why: string; kinds?: boolean; precedences?: boolean }>({
    severity: "error",
    title: "A syntax's form will not do",
    message: ({ why }) => why,
    hint: (said) =>
      said.kinds === true ? `kinds: ${kinds}` : said.precedences === true ? `precedences: ${levels}` : undefined,
  }),
  DS1302: entry<{ name: string }>({
    severity: "error",
    title: "A syntax cannot replace a word of the language",
    message: ({ name }) => `\`${name}\` is the language's own: no syntax can replace it`,
    hint: () => "choose another word",
  }),
  DS1303: entry<{ name: string; first: string; second: string }>({
    severity: "error",
    title: "Two syntaxes have the same word",
    message: ({ name, first, second }) =>
      first === second
        ? `\`${name}\` is declared twice in ${first}`
        : `\`${name}\` is declared by ${first} and by ${second}: which one is meant cannot be told`,
    hint: ({ first, second }) => (first === second ? "remove one" : "import only one of the two into this file"),
  }),
  DS1304: entry<{ why: string }>({
    severity: "error",
    title: "Something cannot stand in a syntax's template or hole",
    message: ({ why }) => why,
  }),
  DS1305: entry<{ name: string; home: string; why: "deep" | "large" }>({
    severity: "error",
    title: "What a syntax stands for has no end, or is too large",
    message: ({ name, home, why }) =>
      why === "deep"
        ? `${name} of ${home} stands for itself: a hundred expansions within each other are not enough`
        : `what ${name} of ${home} stands for is too large: a file's expansions hold a million parts at most`,
    hint: ({ why }) =>
      why === "deep" ? "its package must end" : "a hole that its template uses twice doubles what is written into it",
  }),
  DS1306: entry<{ name: string; home: string; why: string }>({
    severity: "error",
    title: "A package failed",
    message: ({ name, home, why }) => `${name} of ${home} failed: ${why}`,
    hint: () => "this is a mistake of the package, not of the script: tell whoever wrote it",
  }),
  DS1307: entry<{ why: string; hint?: string | undefined }>({
    severity: "error",
    title: "A package refuses this use of its syntax",
    message: ({ why }) => why,
    hint: ({ hint }) => hint,
  }),
} as const;
