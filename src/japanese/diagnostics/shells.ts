/** DS11xx in Japanese: what is written as in the shells, and words of commands. A table, so that its length is its size. */

import type { Translations } from "../translation.ts";

const kind = (what: string): string => (what === "function" ? "関数" : what === "class" ? "クラス" : "変数");

export const japaneseShells: Translations<"DS11"> = {
  DS1101: {
    title: "コマンドがこのファイルの名前で始まる",
    message: ({ name, line, what }) =>
      what === "import"
        ? `\`${name}\` は ${line} 行目でインポートしたファイルであり、コマンドではない`
        : `\`${name}\` は ${line} 行目の${kind(what)}であり、コマンドではない`,
    hint: ({ name, what, operator, value, kept }) => {
      if (operator === "++" || operator === "--") return `空白なしで \`${name}${operator}\` と書く`;
      if (operator !== undefined && /^(?:[-+*/%]|\?\?)?=$/.test(operator))
        return `代入では \`${operator}\` の両側に空白を置く: \`${name} ${operator} ${value}\``;
      if (operator !== undefined) return `比較は条件の中に書く: \`if (${name} ${operator} ${value}) { … }\``;
      if (kept) return `\`${name}\` というプログラムはない: ${kind(what)}に別の名前を付ける`;
      if (what === "class") return `\`${name}(…)\` はオブジェクトを作り、\`command ${name}\` はプログラムを実行する`;
      return what === "function"
        ? `\`${name}()\` は関数を呼び出し、\`command ${name}\` はプログラムを実行する`
        : `\`command ${name}\` はプログラムを実行する`;
    },
  },
  DS1102: {
    title: "シェルの書き方の代入",
    message: ({ name, operator }) =>
      operator === "=="
        ? `\`${name}==…\` だけでは、代入にも比較にもならない`
        : `\`${name}${operator}…${operator.endsWith("(") ? ")" : ""}\` だけでは、何も代入されない`,
    hint: ({ fix }, say) => say(fix),
  },
  DS1103: {
    title: "ブレース展開",
    message: ({ found }) => `\`${found}\` は展開されない: ブレース展開はない`,
    hint: () => "語を並べて書くか、`String[]` を語として渡す。文字として書いたのなら引用する",
  },
  DS1104: {
    title: "シェルの展開",
    message: ({ found }) => `\`${found}\` はシェルの展開`,
    hint: ({ instead, sum }, say) =>
      `${say(`write \`${instead}\``)}${sum ? "。計算のつもりなら、演算子の両側に空白を置く" : ""}`,
  },
  DS1105: {
    title: "シェルの組み込みコマンド",
    message: ({ name }) => `\`${name}\` はシェルの組み込みコマンドであり、プログラムではない`,
    hint: ({ form }, say) => say(form),
  },
  DS1106: {
    title: "単位のない時間、または GNU の timeout",
    message: ({ word }) => `ここの \`${word}\` は前置きの語で、単位の付いた時間を 1 つ取る`,
    hint: ({ word, rewrite }) => `\`${rewrite}\` と書く。\`command ${word}\` はプログラムを実行する`,
  },
  DS1107: {
    title: "シェルの特殊パラメータ",
    message: ({ found }) => `\`${found}\` はシェルのパラメータ`,
    hint: ({ instead, dollar }) =>
      [
        instead === undefined
          ? "スクリプトの引数は `ARGV[0]`、`ARGV[1]`、…、その数は `ARGV.length`、スクリプト自身は `SCRIPT`"
          : `\`${instead}\` と書く`,
        ...(dollar === undefined ? [] : [`文字としての \`$\` は ${dollar} と書く`]),
      ].join("。"),
  },
  DS1108: {
    title: "バッククォート",
    message: () => "バッククォートはない",
    hint: ({ inner, text }) =>
      text === undefined
        ? `\`$(${inner})\` と書く。文字なら '…' で引用する`
        : `テキストなら \`${text}\`、コマンドの出力なら \`$(${inner})\` と書く`,
  },
  DS1109: {
    title: "シェルの書き方の計算",
    message: ({ found }) => `\`${found}\` はシェルの計算`,
    hint: ({ fix }, say) => say(fix),
  },
  DS1110: {
    title: "`|&`",
    message: () => "`|&` はない",
    hint: () => "`2>&1 |` と書く",
  },
  DS1111: {
    title: "プロセス置換",
    message: ({ operator }) => `\`${operator}…)\` はない`,
    hint: () => "パイプを使うか、一時ファイルに書く",
  },
  DS1112: {
    title: "ここにはないリダイレクト",
    message: ({ operator }) => `\`${operator}\` はない`,
    hint: ({ instead }, say) => say(instead),
  },
  DS1113: {
    title: "ファイル記述子の番号が大きすぎる",
    message: ({ number }) => `リダイレクトのすぐ前の \`${number}\` はファイル記述子とみなされ、その番号は 0 から 9`,
    hint: () => "語のつもりなら、数の後ろに空白を置く",
  },
  DS1115: {
    title: "語の中の `&`",
    message: () => "語の中に `&` がある: 文字か、バックグラウンドジョブの終わりか",
    hint: () => "`&` が文字なら語を引用する。ジョブのつもりなら両側に空白を置く",
  },
  DS1116: {
    title: "コマンドの中の丸括弧",
    message: () => "コマンドの語の中では `(` に意味がない",
    hint: ({ form, call, text }) =>
      form !== undefined
        ? `この文は \`${form}\` と書く`
        : call === undefined
          ? `文字なら引用する: \`'${text}'\``
          : `呼び出しの値なら \`\${${call}}\`、文字なら \`'${text}'\` と書く`,
  },
  DS1117: {
    title: "コマンドの後ろのブロック",
    message: () => "単独の `{` はブロックの始まりだが、このコマンドはブロックを取らない",
    hint: ({ form }) => (form === undefined ? "文字なら引用する: `'{'`" : `この文は \`${form}\` と書く`),
  },
  DS1118: {
    title: "コマンドのないリダイレクト",
    message: () => "コマンドがない",
    hint: () => "空のファイルを作るには `true > FILE` と書く",
  },
  DS1119: {
    title: "効果のない場所の環境変数",
    message: ({ why }, say) => say(why),
    hint: ({ fix }, say) => say(fix),
  },
  DS1121: {
    title: "ファイル記述子が必要",
    message: ({ operator }) => `\`${operator}\` の後ろには、ファイル記述子の番号か \`-\` を書く`,
    hint: () => "出力とエラー出力をファイルに送るには `&> FILE`、エラー出力を出力と同じところに送るには `2>&1` と書く",
  },
  DS1122: {
    title: "シェルの文",
    message: ({ word }) => `ここでは \`${word}\` の書き方が違う`,
    hint: ({ form }) => `\`${form}\` と書く`,
  },
  DS1123: {
    title: "条件としてのバックグラウンドジョブ",
    message: () => "バックグラウンドのジョブは答えを返さない",
    hint: () => "`&` を取り除く",
  },
  DS1124: {
    title: "コードの中の `$`",
    message: ({ found }) => `\`${found}\` は語と文字列の中で使う`,
    hint: ({ inner }) => `コードの中では \`${inner}\` と書く`,
  },
  DS1125: {
    title: "シェルの引用符",
    message: ({ found }) => `\`${found}…\` はない`,
    hint: () => '"…" と書く。`\\n` や `\\t` などが使える',
  },
  DS1126: {
    title: "括弧の中が空",
    message: () => "括弧の中にコマンドがない",
    hint: () => "`$(cmd)` または `( cmd; cmd )` と書く",
  },
  DS1127: {
    title: "値の場所にあるコマンド",
    message: ({ word }) => `\`${word}\` はコマンドの始まりだが、ここは式`,
    hint: ({ form, fix }, say) => (fix === undefined ? `式の中のコマンドは \`$( )\` に入れる: \`${form}\`` : say(fix)),
  },
  DS1128: {
    title: "コマンドの場所にあるコード",
    message: ({ operator }) => `\`${operator}\` の後ろで、コマンドの中に式がある`,
    hint: ({ form }) => `\`${form}\` と書く`,
  },
  DS1129: {
    title: "コードの後ろにあるコマンドの演算子",
    message: ({ operator }) => `\`${operator}\` はコマンドのためのものだが、その前にコードがある`,
    hint: ({ form }) =>
      form.startsWith("( ") ? `グループにするとコードもコマンドになる: \`${form}\`` : `\`${form}\` と書く`,
  },
};
