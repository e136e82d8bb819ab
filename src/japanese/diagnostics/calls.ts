/** DS22xx and DS23xx in Japanese: what the checker says of calls, members and control flow. */

import { ja } from "../joined.ts";
import type { Translations } from "../translation.ts";
import { perhaps } from "./perhaps.ts";

export const japaneseCalls: Translations<"DS22" | "DS23"> = {
  DS2201: {
    title: "呼び出しの引数の数が違う",
    message: ({ name, found, expected, missing }, say) =>
      ja`\`${name}\` は${say(expected)}を取るが、ここには ${found} 個ある${missing === undefined ? "" : `（\`${missing}\` がない）`}`,
    hint: ({ signature }) => `宣言は \`${signature}\``,
  },
  DS2202: {
    title: "引数の型が違う",
    message: ({ parameter, found, expected }, say) => `\`${say(parameter)}\` は ${expected} 型だが、これは ${found} 型`,
    hint: ({ signature, hint }, say) => `${hint === undefined ? "" : `${say(hint)}。`}宣言は \`${signature}\``,
  },
  DS2203: {
    title: "型にそのメンバーがない",
    message: ({ type, name }, say) => ja`${say(type)}に \`${name}\` はない`,
    hint: ({ nearest, fix }, say) => (fix === undefined ? perhaps(nearest) : say(fix)),
  },
  DS2204: {
    title: "呼び出せるのは関数だけ",
    message: ({ type }) => `${type} 型の値は呼び出せない`,
  },
  DS2205: {
    title: "プロパティは呼び出さず、メソッドは呼び出す",
    message: ({ name, property }) =>
      property ? `\`${name}\` はプロパティで、呼び出さない` : `\`${name}\` はメソッドで、呼び出さなければならない`,
    hint: ({ name, property }) => (property ? `\`.${name}\` と書く` : `\`.${name}(…)\` と書く`),
  },
  DS2206: {
    title: "関数のパラメータの数が違う",
    message: ({ found, expected }) => `パラメータが ${expected} 個の関数が必要だが、これは ${found} 個`,
  },
  DS2207: {
    title: "既定値のあるパラメータの後ろの、既定値のないパラメータ",
    message: ({ name, earlier }) => `前の \`${earlier}\` に既定値があるので、\`${name}\` にも既定値が必要`,
  },
  DS2208: {
    title: "フォルトには分類か種類が必要",
    message: ({ name }) => `\`${name}\` だけでは、誰がフォルトを除去できるか分からない`,
    hint: () => 'UserFault、SystemFault、SoftwareFault、ExternalFault のどれかを使う: `throw UserFault("why")`',
  },
  DS2209: {
    title: "順序がない、または表示できない要素",
    message: ({ name, type, needs }) =>
      needs === "order"
        ? `クロージャのない \`${name}\` には数かテキストが必要だが、これは ${type}`
        : `\`${name}\` には表示できる要素が必要だが、これは ${type}`,
    hint: ({ needs }) =>
      needs === "order"
        ? "順序をクロージャで示す: `xs.sort((a, b) => …)` が 0 より小さい、0、0 より大きい値を返す"
        : '先にテキストにする: `xs.map((x) => …).join(", ")`',
  },
  DS2301: {
    title: "関数が値を返さずに終わる",
    message: ({ name, type }, say) => ja`${say(name)}には、${type}型の値を \`return\` せずに終わる経路がある`,
    hint: () => "どの経路も `return …` か `throw …` で終える",
  },
  DS2302: {
    title: "return が関数と合わない",
    message: ({ problem }, say) => say(problem),
    hint: ({ hint }, say) => say(hint),
  },
  DS2303: {
    title: "ループの外の break または continue",
    message: ({ keyword }) => `\`${keyword}\` がループの外にある`,
  },
  DS2304: {
    title: "関数の外の return",
    message: () => "`return` が関数の外にある",
    hint: () => "`exit 0` はスクリプトを終え、`exit 1` は失敗として終える",
  },
  DS2305: {
    title: "case が次の case に続いている",
    message: () => "この case は次の case に続いている",
    hint: () => "`break` で終える。文を共有するには `case 1, 2:` と書くか、空の case を重ねる",
  },
  DS2306: {
    title: "同じ case が二度ある",
    message: ({ value }) => `${value} はこの switch にすでにある`,
  },
  DS2307: {
    title: "投げられるのはフォルトだけ",
    message: ({ type }) => `投げられるのはフォルトだけだが、これは ${type} 型`,
    hint: () => '`throw UserFault("why")`、または SystemFault、SoftwareFault、ExternalFault と書く',
  },
  DS2308: {
    title: "フォルトが知られていない",
    message: ({ name }) => `\`${name}\` というフォルトはない`,
    hint: ({ nearest }) => perhaps(nearest) ?? "`Fault` はすべてのフォルトを表す",
  },
  DS2309: {
    title: "それ自身で終わるべき部分からのジャンプ",
    message: ({ keyword, place }, say) => ja`\`${keyword}\` では${say(place)}を抜けられない`,
    hint: () => "結果を変数に入れておき、その後ろでジャンプする",
  },
  DS2310: {
    title: "ほかのブロックの中の関数",
    message: ({ name }) => `関数 \`${name}\` はファイルのトップレベルに書かなければならない`,
    hint: () => "そこに移すか、クロージャを使う: `var f = (int x) => x + 1`",
  },
  DS2320: {
    title: "ブロックの中のテスト",
    message: () => "テストはファイルのトップレベルに書かなければならない",
    hint: () => "そこに移す。一つのテストの複数の手順は、そのブロックの中の文として書く",
  },
  DS2321: {
    title: "テストの名前が文字どおりのテキストでない",
    message: () => "テストの名前は、空でなく、計算もされないテキストでなければならない",
    hint: () => '`test "何を示すか" { … }` と書く。この名前のプログラムを実行するには `command test …` と書く',
  },
  DS2322: {
    title: "同じ名前のテストが二つある",
    message: ({ name }) => `このファイルにはテスト ${JSON.stringify(name)} がすでにある`,
    hint: () => "テストを選べるように、それぞれに別の名前を付ける",
  },
  DS2323: {
    title: "テストの外の Test",
    message: ({ name }) => `\`Test.${name}\` はテストの中だけで使える`,
    hint: () => '`test "…" { … }` ブロックの中か、NAME_test.dscript という名前のファイルの関数の中で呼ぶ',
  },
  DS2311: {
    title: "ブロックの中の import",
    message: ({ what }) => `\`${what}\` はファイルのトップレベルに書かなければならない`,
  },
};
