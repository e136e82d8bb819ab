/** DS13xx in Japanese: what is said of syntax of one's own, and of its uses. */

import type { Translations } from "../translation.ts";

const kinds = "expr, exprs, condition, block, body, word, words, name, text";
const levels =
  "assignment, conditional, coalesce, or, and, bit-or, bit-xor, bit-and, equality, relational, shift, additive, multiplicative";

export const japaneseExtensions: Translations<"DS13"> = {
  DS1301: {
    title: "構文の形が正しくない",
    message: ({ why }, say) => say(why),
    hint: (said) =>
      said.kinds === true ? `種類: ${kinds}` : said.precedences === true ? `優先順位: ${levels}` : undefined,
  },
  DS1302: {
    title: "構文は言語の語を置き換えられない",
    message: ({ name }) => `\`${name}\` は言語自身のもの: どの構文も置き換えられない`,
    hint: () => "ほかの語を選ぶ",
  },
  DS1303: {
    title: "二つの構文が同じ語を使う",
    message: ({ name, first, second }) =>
      first === second
        ? `\`${name}\` が ${first} で二度宣言されている`
        : `\`${name}\` は ${first} と ${second} の両方が宣言している: どちらのことか分からない`,
    hint: ({ first, second }) =>
      first === second ? "一方を取り除く" : "このファイルには二つのうち一方だけをインポートする",
  },
  DS1304: {
    title: "構文のひな形や穴に置けないもの",
    message: ({ why }, say) => say(why),
  },
  DS1305: {
    title: "構文が表すものに終わりがないか、大きすぎる",
    message: ({ name, home, why }, say) =>
      why === "deep"
        ? `${home} の ${say(name)} は自分自身を表している: 百重の展開でも終わらない`
        : `${home} の ${say(name)} が表すものは大きすぎる: 一つのファイルの展開は百万の部分まで`,
    hint: ({ why }) =>
      why === "deep" ? "パッケージの側で終わらせる" : "ひな形が二度使う穴は、そこに書かれたものを倍にする",
  },
  DS1306: {
    title: "パッケージが失敗した",
    message: ({ name, home, why }, say) => `${home} の ${say(name)} が失敗した: ${say(why)}`,
    hint: () => "これはスクリプトではなくパッケージの誤り: 作者に知らせる",
  },
  DS1307: {
    title: "パッケージがその構文のこの使い方を認めない",
    message: ({ why }, say) => say(why),
    hint: ({ hint }, say) => (hint === undefined ? undefined : say(hint)),
  },
};
