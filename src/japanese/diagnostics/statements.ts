/** DS12xx in Japanese: what the parser says of statements and declarations. */

import type { Translations } from "../translation.ts";

export const japaneseStatements: Translations<"DS12"> = {
  DS1201: {
    title: "知られていない型",
    message: ({ name }) => `\`${name}\` という型はない`,
    hint: ({ instead }) =>
      instead === undefined
        ? "型は boolean、int、float、String、T[]、Map<T>、T?、Duration、Size、Result、Job、File、Fault"
        : `\`${instead}\` と書く`,
  },
  DS1202: {
    title: "値のない宣言",
    message: ({ name, word }) => `\`${word} ${name}\` には、型を決める値がない`,
    hint: ({ name, word }) => `\`${word} ${name} = VALUE\` と書く`,
  },
  DS1203: {
    title: "名前ではない",
    message: ({ name, why }, say) => `\`${name}\` は名前にできない: ${say(why)}`,
  },
  DS1205: {
    title: "代入先がない",
    message: ({ operator }) => `\`${operator}\` には、変更できる変数、メンバー、または添字の付いた要素が必要`,
  },
  DS1206: {
    title: "catch も finally もない try",
    message: () => "この `try` には `catch` も `finally` もない",
    hint: () => "`catch (Fault f) { … }` または `finally { … }` を加える",
  },
  DS1207: {
    title: "switch の並びが正しくない",
    message: ({ why }, say) => say(why),
  },
  DS1208: {
    title: "最初の文より後ろのプラグマ",
    message: ({ name }) => `\`${name}\` は最初の文より前にだけ書ける`,
    hint: () => "ファイルの先頭に移す",
  },
  DS1209: {
    title: "知られていない言語の版",
    message: ({ found }) => `言語の版 ${found} はここにはない`,
    hint: () => "`language 1` と書く",
  },
  DS1210: {
    title: "ファイルを指定しない import",
    message: ({ why }, say) => say(why),
    hint: ({ fix }) => `${fix === undefined ? '`import "lib/tools.dscript"`' : `\`${fix}\``} と書く`,
  },
  DS1211: {
    title: "インポートしたコマンドの後ろの知られていない語",
    message: ({ found }) => `\`${found}\` はコマンドの説明にならない`,
    hint: () => "`as NAME`、`optional`、`plain`、`reads`、`changes`、`answers 0..1` が使える。コマンドはコンマで区切る",
  },
  DS1213: {
    title: "同じ句が二度ある",
    message: ({ clause }) => `\`${clause}\` が二度ある`,
  },
  DS1214: {
    title: "型のないループ変数",
    message: ({ name }) => `\`${name}\` に型がない`,
    hint: ({ name, values = "…" }) =>
      `\`for (var ${name} in ${values})\` または \`for (String ${name} in ${values})\` と書く`,
  },
  DS1215: {
    title: "埋め込むものがない",
    message: () => "`${}` の中に式がない",
    hint: () => "`${name}` と書く。文字なら '…' で引用する",
  },
  DS1218: {
    title: "値への代入",
    message: ({ found }) => `\`${found} = …\` は、\`${found}\` の値をプログラムとして実行することになる`,
    hint: ({ found }) => `\`${found.replace(/^\$\{?|\}$/g, "")} = …\` と書く`,
  },
  DS1219: {
    title: "計算を含むパラメータの説明",
    message: () => "パラメータの説明に、実行して初めて分かる値がある",
    hint: () => "普通の文を書く: `--help` は何も実行せずに説明を表示する",
  },
  DS1220: {
    title: "何にも付かない注釈",
    message: ({ name }) => `\`@${name}\` の後に、それが付くものがない`,
    hint: () => "注釈は、文やクラスのメンバーの前に、独立した行として書く",
  },
  DS1221: {
    title: "計算を含む注釈のテキスト",
    message: ({ name }) => `\`@${name}\` のテキストに、実行して初めて分かる値がある`,
    hint: () => "普通の文を書く: 注釈は何も実行せずに読まれる",
  },
  DS1222: {
    title: "ほかの言語の書き方のクラス",
    message: ({ found }) => `\`${found}\` はここのクラスでは意味がない`,
    hint: ({ why }, say) => say(why),
  },
  DS1223: {
    title: "クラスのメンバーでないもの",
    message: ({ found }) => `\`${found}\` で始まるクラスのメンバーはない`,
    hint: ({ owner }) =>
      `クラスに書けるのは、フィールド \`TYPE name\`、コンストラクタ \`${owner}(…) { … }\`、メソッド \`TYPE name(…) { … }\``,
  },
  DS1224: {
    title: "argue の中の戦略以外のもの",
    message: () => "`argue` に書けるのは戦略だけである",
    hint: () => "戦略の中に移す: `strategy pre { … }`、`strategy concurrent { … }`、`strategy post { … }`",
  },
  DS1225: {
    title: "キーのない前提の値",
    message: () => "`@{ }` は D-Case のどの値も指していない",
    hint: () => "キーを書く: `@{PEAK}`",
  },
};
