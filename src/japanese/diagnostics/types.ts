/** DS21xx in Japanese: what the checker says of types. */

import { ja } from "../joined.ts";
import type { Translations } from "../translation.ts";

export const japaneseTypes: Translations<"DS21"> = {
  DS2101: {
    title: "値の型が違う",
    message: ({ found, expected }, say) => ja`これは${say(found)}型だが、${say(expected)}型が必要`,
    hint: ({ hint }, say) => (hint === undefined ? undefined : say(hint)),
  },
  DS2102: {
    title: "値が null かもしれない",
    message: ({ type, what }, say) => ja`${say(what)}は null かもしれない（型は ${type}）`,
    hint: ({ hint }, say) => say(hint),
  },
  DS2103: {
    title: "null だけでは型が決まらない",
    message: ({ name }) => `\`null\` からは \`${name}\` の型が分からない`,
    hint: ({ name }) => `型を書く: \`String? ${name} = null\``,
  },
  DS2104: {
    title: "値がない",
    message: ({ what }, say) => ja`${say(what)}は値を返さない`,
    hint: () => "単独の文として書く",
  },
  DS2105: {
    title: "条件は boolean でなければならない",
    message: ({ found }) => `条件は boolean でなければならないが、これは ${found} 型`,
    hint: ({ hint }, say) => (hint === undefined ? undefined : say(hint)),
  },
  DS2106: {
    title: "演算子がこれらの型を取らない",
    message: ({ operator, left, right }) =>
      right === undefined
        ? `\`${operator}\` は ${left} を取らない`
        : `\`${operator}\` は ${left} と ${right} を取らない`,
    hint: ({ operator, expected }, say) => ja`\`${operator}\` が取るのは${say(expected)}`,
  },
  DS2107: {
    title: "+ は String と String だけをつなぐ",
    message: ({ type }) => `\`+\` は String と String だけをつなぐ。${type} とはつなげない`,
    hint: ({ fix }, say) => `テキストの中に書く: ${say(fix)}`,
  },
  DS2108: {
    title: "これらの型は比較できない",
    message: ({ left, right }, say) => ja`${say(left)}と${say(right)}は比較できない`,
    hint: ({ hint }, say) => (hint === undefined ? undefined : say(hint)),
  },
  DS2109: {
    title: "この型の値は表示できない",
    message: ({ type }) => `${type} 型の値はテキストに書き込めない`,
    hint: ({ hint }, say) => say(hint),
  },
  DS2110: {
    title: "型が分からない",
    message: ({ what }, say) => ja`ここからは${say(what)}の型が分からない`,
    hint: ({ example }) => `\`${example}\` のように型を書く`,
  },
  DS2111: {
    title: "ゼロによる除算",
    message: ({ operator }) => `\`${operator}\` の右側は常にゼロ`,
  },
  DS2112: {
    title: "int の範囲を外れた数",
    message: ({ value }) => `結果は ${value} で、int の範囲（±9007199254740991）を外れる`,
    hint: () => "正確でなくてよければ float を使う: `1.0 * …`",
  },
  DS2113: {
    title: "要素を持たない型",
    message: ({ type }) => `${type} 型の値には要素がない`,
    hint: () => '配列は `xs[0]`、Map は `m["key"]`、String は `s[0]` と書く',
  },
  DS2114: {
    title: "ループには配列、Map、または行が必要",
    message: ({ type }) => `${type} 型の値はループでたどれない`,
    hint: () => "配列、Map のキー、または `$(command)` や File の行をたどる",
  },
  DS2115: {
    title: "コマンドの出力は数ではない",
    message: ({ type }) => `コマンドの出力はテキストだが、${type} が必要`,
    hint: ({ type, command }) =>
      type === "int"
        ? `\`${command}.status\` は終了ステータス、\`int.parse(${command})\` は書き出された数を読む`
        : `\`float.parse(${command})\` は書き出された数を読む`,
  },
  DS2116: {
    title: "Job にはバックグラウンドのコマンドが必要",
    message: () => "Job はバックグラウンドのコマンドだが、これは終わりを待つ",
    hint: ({ command }) => `& で終える: \`${command}\``,
  },
  DS2117: {
    title: "型の書き方が正しくない",
    message: ({ type, expected }, say) => `\`${type}\` は値が持てる型ではない: ${say(expected)}`,
  },
};
