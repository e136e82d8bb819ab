/** DS20xx in Japanese: what the checker says of names and parameters. */

import { ja } from "../joined.ts";
import type { Translations } from "../translation.ts";
import { perhaps } from "./perhaps.ts";

export const japaneseNames: Translations<"DS20"> = {
  DS2001: {
    title: "名前が宣言されていない",
    message: ({ name }) => `\`${name}\` は宣言されていない`,
    hint: ({ nearest, fix }, say) => perhaps(nearest) ?? (fix === undefined ? undefined : say(fix)),
  },
  DS2002: {
    title: "名前が二度宣言されている",
    message: ({ name }) => `\`${name}\` はこのブロックですでに宣言されている`,
    hint: ({ name, isClass }) => (isClass === true ? "別の名前を選ぶ" : `\`${name} = …\` で代入するか、別の名前を選ぶ`),
  },
  DS2003: {
    title: "名前が宣言より前で使われている",
    message: ({ name, line, imported }) =>
      imported === true
        ? `\`${name}\` が ${line} 行目のインポートより前で使われている: そのファイルはまだ実行されていない`
        : `\`${name}\` が ${line} 行目の宣言より前で使われている`,
    hint: ({ imported }) => (imported === true ? "`import` を上に移す" : "宣言を上に移す"),
  },
  DS2004: {
    title: "変数にまだ値がない",
    message: ({ name }) => `\`${name}\` にはまだ値がないかもしれない: ここまでの経路に、代入しないものがある`,
    hint: ({ name }) => `\`${name}\` の宣言で値を与える`,
  },
  DS2005: {
    title: "関数が、使う変数より前で呼び出されている",
    message: ({ name, variable, line, imported }, say) =>
      ja`${say(name)}は \`${variable}\` を使うが、それ${imported === true ? "がインポートされる" : "に値が入る"}のは ${line} 行目`,
    hint: ({ variable, imported }) =>
      imported === true
        ? "`import` を上に移すか、呼び出しをその下に移す"
        : `呼び出しを \`${variable}\` の宣言より下に移すか、宣言を上に移す`,
  },
  DS2006: {
    title: "組み込みの名前は宣言できない",
    message: ({ name }) => `\`${name}\` は組み込みの名前で、宣言できない`,
    hint: () => "別の名前を選ぶ",
  },
  DS2007: {
    title: "型が知られていない",
    message: ({ name }) => `\`${name}\` という型はない`,
    hint: ({ nearest }) => perhaps(nearest),
  },
  DS2008: {
    title: "定数は変更できない",
    message: ({ name }) => `\`${name}\` は定数で、変更できない`,
    hint: ({ name }) => `\`var ${name} = …\` で宣言するか、別の変数を使う`,
  },
  DS2009: {
    title: "名前はそのファイルの中だけのもの",
    message: ({ name, file }) => `\`${name}\` は ${file} の中だけの名前: "_" で始まる名前は外から見えない`,
  },
  DS2010: {
    title: "インポートしたファイルにその名前がない",
    message: ({ name, file }) => `${file} は \`${name}\` を宣言していない`,
    hint: ({ nearest }) => perhaps(nearest),
  },
  DS2011: {
    title: "名前空間は値ではない",
    message: ({ name }) => `\`${name}\` は名前空間であり、値ではない`,
    hint: ({ example }) => `\`${example}\` のように、その中のものを指定する`,
  },
  DS2012: {
    title: "ライブラリの関数は値ではない",
    message: ({ name }) => `\`${name}\` はライブラリの関数で、呼び出さなければならない`,
    hint: ({ example }) => `呼び出すか、包む: \`${example}\``,
  },
  DS2013: {
    title: "環境変数には env が必要",
    message: ({ name }) => `\`${name}\` は宣言されていない。環境変数は \`env.${name}\` で読む`,
    hint: ({ name }) => `コマンドやテキストの中では \`\${env.${name}}\`、コードの中では \`env.${name}\` と書く`,
  },
  DS2014: {
    title: "ほかのファイルの変数は変更できない",
    message: ({ name }) => `\`${name}\` はほかのファイルのもので、ここでは読むことしかできない`,
    hint: () => "そのファイルの関数で変更し、その関数を呼び出す",
  },
  DS2015: {
    title: "環境は export で変更する",
    message: ({ name }) => `\`env.${name}\` には代入できない`,
    hint: ({ name }) => `\`export ${name}=…\` と書く`,
  },
  DS2016: {
    title: "関数が使う変数には値が必要",
    message: ({ name, user }) => `\`${name}\` は関数 \`${user}\` が使うので、宣言で値が必要`,
    hint: ({ name }) => `宣言に \`${name} = …\` と書く`,
  },
  DS2017: {
    title: "コマンドラインからの定義が合わない",
    message: ({ name, problem }, say) => `--define ${name}: ${say(problem)}`,
    hint: ({ fix }, say) =>
      fix === undefined
        ? "--define NAME=VALUE は、スクリプトのトップレベルの `const NAME` を、その型の値で置き換える"
        : say(fix),
  },
  DS2018: {
    title: "ここにあるものには代入できない",
    message: ({ name }, say) => ja`${say(name)}には代入できない`,
    hint: () => "変数、要素 `xs[i]`、または `m[key]` に代入する",
  },
  DS2019: {
    title: "ほかのものの中のパラメータ",
    message: ({ name, place }, say) => ja`パラメータ \`${name}\` が${say(place)}の中にある`,
    hint: () => "パラメータは、実行するスクリプトのトップレベルに書く",
  },
  DS2020: {
    title: "語では書けない型のパラメータ",
    message: ({ type }) => `パラメータの型を \`${type}\` にはできない`,
    hint: () =>
      "boolean、int、float、String、Duration、Size を使う。繰り返せるオプションには後ろに `[]`、省略できるものには `?` を付ける",
  },
  DS2021: {
    title: "パラメータに合わない範囲",
    message: ({ name, problem }, say) => `\`${name}\` の範囲: ${say(problem)}`,
    hint: () => '`in 1..10`、`in 1s..`、または `in "a", "b"` と書く',
  },
  DS2022: {
    title: "すでに使われているオプション",
    message: ({ option, line }) =>
      line === 0
        ? `\`--${option}\` はどのスクリプトにもすでにある`
        : `\`--${option}\` はすでに ${line} 行目のパラメータのもの`,
    hint: () => "別の名前を選ぶ",
  },
};
