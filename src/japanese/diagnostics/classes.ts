/** DS24xx in Japanese: what the checker says of classes, casts and annotations. A table, so that its length is its size. */

import { ja } from "../joined.ts";
import type { Translations } from "../translation.ts";
import { perhaps } from "./perhaps.ts";

export const japaneseClasses: Translations<"DS24"> = {
  DS2401: {
    title: "ブロックの中のクラス",
    message: ({ name }) => `クラス \`${name}\` はファイルのトップレベルに置かなければならない`,
    hint: () => "そこに移す: どこに置いても、ファイルのどこからでも見える",
  },
  DS2402: {
    title: "メンバーが二度宣言されている",
    message: ({ name, owner, line, what }) =>
      what === "constructor"
        ? `クラス \`${owner}\` のコンストラクタは ${line} 行目にすでにある`
        : `\`${name}\` は ${line} 行目でクラス \`${owner}\` のメンバーとしてすでに宣言されている`,
    hint: ({ what }) =>
      what === "member"
        ? "別の名前を選ぶ"
        : "1 つの名前は 1 つの関数を表す: パラメータに既定値 `TYPE name = …` を与えるか、別の名前を選ぶ",
  },
  DS2403: {
    title: "継承できないもの",
    message: ({ name, why }) =>
      why === undefined ? `継承できる \`${name}\` というクラスはない` : `\`${name}\` は継承できない`,
    hint: ({ nearest, why }, say) => (why === undefined ? perhaps(nearest) : say(why)),
  },
  DS2404: {
    title: "自分自身を継承するクラス",
    message: ({ circle }) => `継承が循環している: ${circle}`,
    hint: () => "どれか 1 つが何も継承しないようにする",
  },
  DS2405: {
    title: "上書きするメソッドと合わないメソッド",
    message: ({ problem }, say) => say(problem),
    hint: ({ hint }, say) => say(hint),
  },
  DS2406: {
    title: "値のないフィールド",
    message: ({ fields, owner, inConstructor }) =>
      inConstructor
        ? `\`${owner}\` のコンストラクタに、${fields} に値を与えずに終わる経路がある`
        : `${fields} に値を与えるものがない: \`${owner}\` にコンストラクタがない`,
    hint: ({ owner, inConstructor }) =>
      inConstructor
        ? "どの経路でも代入するか、宣言で値を与えるか、型を null で始まる `T?` にする"
        : `値を与えるか、型を \`T?\` にするか、コンストラクタ \`${owner}(…) { … }\` を書く`,
  },
  DS2407: {
    title: "フィールドが値より前で読まれている",
    message: ({ name }) => `\`this.${name}\` にはまだ値がないかもしれない: ここまでの経路に、代入しないものがある`,
    hint: ({ name }) => `ここより前で \`this.${name} = …\` と代入する`,
  },
  DS2408: {
    title: "オブジェクトがフィールドの値より前で使われている",
    message: ({ fields, called }) =>
      called === undefined
        ? `${fields} にまだ値がないかもしれないのに、\`this\` が渡されている`
        : `${fields} にまだ値がないかもしれないのに、\`${called}\` が呼び出されている`,
    hint: () => "先にすべてのフィールドに代入する",
  },
  DS2409: {
    title: "置けないところにある、または足りない super",
    message: ({ problem }, say) => say(problem),
    hint: ({ hint }, say) => say(hint),
  },
  DS2410: {
    title: "this のないメンバー",
    message: ({ name, owner, kind }) =>
      `\`${name}\` はクラス \`${owner}\` の${kind === "field" ? "フィールド" : "メソッド"}だが、ここに単独で書かれている`,
    hint: ({ name, behind }) => `\`this.${name}${behind}\` と書く`,
  },
  DS2411: {
    title: "定数のフィールドへの代入",
    message: ({ name, hasValue }) =>
      hasValue ? `\`${name}\` は定数で、すでに値がある` : `\`${name}\` は定数で、代入できるのはコンストラクタの中だけ`,
    hint: ({ owner, name }) => `\`${owner}\` のフィールド \`${name}\` から \`const\` を取るか、別のオブジェクトを作る`,
  },
  DS2412: {
    title: "フィールドより前に動く基底クラスのコンストラクタ",
    message: ({ owner, base, line, field }) =>
      `\`${base}\` のコンストラクタは ${line} 行目でオブジェクト全体を使うが、そのとき \`${owner}\` の \`this.${field}\` に値がない`,
    hint: ({ field }) =>
      `オブジェクトを作る側がそのメソッドを呼び出すか、\`${field}\` の宣言で単純な値を与えるか、型を \`T?\` にする`,
  },
  DS2413: {
    title: "クラスは値ではない",
    message: ({ name }) => `\`${name}\` はクラスで、値ではない`,
    hint: ({ name }) => `そのオブジェクトを作る: \`${name}(…)\``,
  },
  DS2414: {
    title: "クラスの外の this や super",
    message: ({ word }) => `\`${word}\` がクラスの外にある`,
    hint: () => "クラスのコンストラクタとメソッドの中で、そのオブジェクトを表す",
  },
  DS2415: {
    title: "できないキャスト",
    message: ({ found, expected }) => `${found} 型の値は ${expected} にキャストできない`,
    hint: ({ hint }, say) => (hint === undefined ? undefined : say(hint)),
  },
  DS2416: {
    title: "真になることのない instanceof",
    message: ({ problem }, say) => say(problem),
    hint: ({ hint }, say) => (hint === undefined ? undefined : say(hint)),
  },
  DS2417: {
    title: "知られていない注釈",
    message: ({ name }) => `\`@${name}\` という注釈はない`,
    hint: ({ nearest, known }) => (nearest === undefined ? `注釈は ${known}` : perhaps(`@${nearest}`)),
  },
  DS2418: {
    title: "意味のないところにある注釈",
    message: ({ name, problem }, say) => ja`\`@${name}\` は${say(problem)}`,
    hint: ({ hint }, say) => say(hint),
  },
  DS2419: {
    title: "制限された名前",
    message: ({ name, where, why }, say) =>
      ja`\`${name}\` は${say(where)}で制限されている${why === "" ? "" : `: "${why}"`}`,
    hint: () => "それを承知して使うなら、この関数、クラス、またはトップレベルの文の前の行に `@Restricted` と書く",
  },
};
