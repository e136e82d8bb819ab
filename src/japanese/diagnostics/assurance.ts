/** DS3xxx in Japanese: what is wrong between a script and its D-Case. */

import { ja } from "../joined.ts";
import type { Translations } from "../translation.ts";

export const japaneseAssurance: Translations<"DS3"> = {
  DS3001: {
    title: "D-Case にないゴール",
    message: ({ what, named, file }) => ja`${file} に${inJapanese(what)} ${named} はない`,
    hint: ({ what, nearest, known }) => {
      if (nearest !== undefined) return `${nearest} のことか?`;
      const added = `D-Case にその${inJapanese(what)}を加える`;
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
    message: ({ what, named, file, is }) =>
      ja`${named} は ${file} の${inJapanese(is)}であり、${inJapanese(what)}ではない`,
    hint: ({ what }) => (what === "goal" ? "それが属するゴールを書く" : "戦略を書くか、戦略の名前を省く"),
  },
  DS3004: {
    title: "どこにも述べられていない前提の値",
    message: ({ key, where, file }) => ja`${file} の ${inJapanese(where)} の前提に \`${key}\` がない`,
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
    message: ({ what, text, file, labels }) =>
      ja`${file} のいくつもの${inJapanese(what)}が ${text} と述べている: ${labels}`,
    hint: () => "どれであるかをラベルで書く",
  },
};

const words: Readonly<Record<string, string>> = {
  goal: "ゴール",
  strategy: "戦略",
  "a goal": "ゴール",
  "a strategy": "戦略",
  evidence: "証拠",
  "a context": "前提",
  "an assumption": "仮定",
  "a justification": "正当化",
  "a counter goal": "反論のゴール",
  "counter evidence": "反論の証拠",
  "the root goal": "最上位のゴール",
};

function inJapanese(text: string): string {
  return words[text] ?? text;
}
