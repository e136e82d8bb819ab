/** DS3xxx in Japanese: what is wrong between a script and its D-Case. */

import { ja } from "../joined.ts";
import type { Translations } from "../translation.ts";

export const japaneseAssurance: Translations<"DS3"> = {
  DS3001: {
    title: "D-Case にないゴール",
    message: ({ what, named, file }, say) => ja`${file} に${say(what)} ${named} はない`,
    hint: ({ what, nearest, known }, say) => {
      if (nearest !== undefined) return `${nearest} のことか?`;
      const added = `D-Case にその${say(what)}を加える`;
      return known === "" ? added : `${added}か、そこにあるものを書く: ${known}`;
    },
  },
  DS3002: {
    title: "どこにも書かれていない D-Case",
    message: ({ what }) => `${what} は D-Case で調べるものだが、このスクリプトには D-Case がない`,
    hint: ({ text }) => {
      const named = "dscript.yaml に `case: NAME.dcase.yaml` と書くか、コマンドラインで `--case FILE` と指定する";
      return text === undefined ? named : `${named}。テキストなら \`${text}\` と書く`;
    },
  },
  DS3003: {
    title: "別の種類のノード",
    message: ({ what, named, file, is }, say) => ja`${named} は ${file} の${say(is)}であり、${say(what)}ではない`,
    hint: ({ what }) => (what === "goal" ? "それが属するゴールを書く" : "戦略を書くか、戦略の名前を省く"),
  },
  DS3004: {
    title: "どこにも述べられていない前提の値",
    message: ({ key, where, file }, say) => ja`${file} の ${say(where)} の前提に \`${key}\` がない`,
    hint: ({ key, nearest, known, elsewhere }) => {
      if (nearest !== undefined) return `\`@{${nearest}}\` のことか?`;
      if (elsewhere !== undefined) return `${elsewhere} の前提にある: \`assure ${elsewhere} { … }\` の中で使う`;
      const fallback = `ないときの値を書く: \`@{${key}} ?? …\``;
      return known === "" ? `そこに加えるか、${fallback}` : `あるのは ${known}。そこに加えるか、${fallback}`;
    },
  },
  DS3005: {
    title: "別の型の前提の値",
    message: ({ key, value, type, by, file }, say) =>
      ja`\`${key}\` は ${say(value)} であり、${type} ではない（${file} の ${by}）`,
    hint: ({ key, type }) =>
      type === "String" || type.endsWith("[]")
        ? "D-Case の値を直す"
        : `D-Case の値を直すか、テキストのまま使う: \`String text = @{${key}}\``,
  },
  DS3006: {
    title: "戦略のない argue",
    message: () => "この `argue` には戦略がない: ゴールを論じるものがない",
    hint: () => "`strategy pre { … }`、`strategy concurrent { … }`、`strategy post { … }` のどれかを書く",
  },
  DS3007: {
    title: "いくつものゴールが持つテキスト",
    message: ({ what, text, file, labels }, say) =>
      ja`${file} のいくつもの${say(what)}が ${text} と述べている: ${labels}`,
    hint: () => "どれであるかをラベルで書く",
  },
};
