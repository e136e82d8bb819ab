/** DS25xx in Japanese: what the checker says of commands, words and statuses. */

import { ja } from "../joined.ts";
import type { Translations } from "../translation.ts";

export const japaneseCommands: Translations<"DS25"> = {
  DS2501: {
    title: "コマンドが見つからない",
    message: ({ name, where, compared }, say) => {
      const missing = ja`${say(where)}に \`${name}\` というコマンドはない`;
      if (compared === undefined) return missing;
      return /[\d.]$/.test(compared)
        ? `${missing}。\`${compared}\` はそれをファイル ${compared.slice(2).trim()} にリダイレクトする`
        : `${missing}。\`${compared}\` が比較になるのは、前に宣言された名前があるときだけ`;
    },
    hint: ({ name, where, nearest, compared, fix }, say) => {
      if (fix !== undefined) return say(fix);
      if (compared !== undefined)
        return `比較のつもりなら、前で \`${name}\` を宣言する${nearest === undefined ? "" : `。もしかして \`${nearest}\`?`}`;
      if (nearest !== undefined) return `もしかして \`${nearest}\`?`;
      if (/^\w+(?:\+\+|--)$/.test(name)) return `先に宣言する: \`int ${name.slice(0, -2)} = 0\``;
      if (name.includes("/")) return "パスを確かめる: 実行できるプログラムを指していなければならない";
      const step = where.startsWith("in ") ? "そこにあるなら一覧に加えるか" : "インストールするか";
      return `${step}、\`import command ${/^[\w.+-]+$/.test(name) ? name : `"${name}"`} optional\` で宣言する`;
    },
  },
  DS2502: {
    title: "配列は単独の語でなければならない",
    message: ({ type, joined }) =>
      joined
        ? `${type} は要素ごとに 1 つの引数になるので、単独の語でなければならない`
        : `${type} は複数の語になるが、ここには 1 つの語が必要`,
    hint: ({ name, index }) =>
      index === undefined
        ? `\`\${${name}.join(" ")}\` は 1 つのテキストにする。\`for (var x in ${name}) { … }\` は要素を 1 つずつ扱う`
        : `\`\${${name}${index}}\` はその要素`,
  },
  DS2503: {
    title: "パイプラインの段はスクリプトを変えられない",
    message: ({ name }) => `パイプラインの中の \`${name}\` は、その段だけを変える`,
    hint: ({ name }) =>
      name === "exit"
        ? "単独で書く: `$?` を調べてから `exit 1`"
        : name === "cd"
          ? "単独で書くか、ブロックを使う: `cd DIR { … }`"
          : "パイプラインの前に単独で書くか、`NAME=value command` と書く",
  },
  DS2504: {
    title: "exit は 0 から 255 の数を取る",
    message: ({ found }, say) => `\`exit\` は 0 から 255 の数を取るが、ここには ${say(found)} がある`,
    hint: () => "0 は成功、1 から 255 は失敗を表す",
  },
  DS2505: {
    title: "cd はディレクトリを 1 つ取る",
    message: ({ found }) => `\`cd\` はディレクトリを 1 つ取るが、ここには ${found} 個の語がある`,
    hint: () => '空白を含む名前は、引用符で囲めば 1 つの語になる: `cd "my dir"`',
  },
  DS2506: {
    title: "コマンドが二度宣言されている",
    message: ({ name }) => `\`import command\` がこのファイルで \`${name}\` を二度宣言している`,
  },
  DS2507: {
    title: "パターンで指定されたプログラム",
    message: () => "コマンドの最初の語はプログラムを 1 つ指定するが、これはパターン",
    hint: () => "プログラムの名前を書く。文字どおりの名前なら、語を引用する",
  },
  DS2508: {
    title: "呼び出しの形のコマンド",
    message: ({ name }) => `\`${name}\` はコマンドであり、関数ではない`,
    hint: ({ form }) => `\`${form}\` と書く`,
  },
};
