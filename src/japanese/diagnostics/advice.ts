/** DS7xxx in Japanese: advice. */

import { ja } from "../joined.ts";
import type { Translations } from "../translation.ts";

export const japaneseAdvice: Translations<"DS7"> = {
  DS7001: {
    title: "効果のない式",
    message: () => "この式には効果がない: 値が使われていない",
    hint: () => "値を使うか、行を取り除く",
  },
  DS7002: {
    title: "実行されることのない文",
    message: () => "ここが実行されることはない",
    hint: () => "この文か、前にあるジャンプを取り除く",
  },
  DS7003: {
    title: "実行されることのない catch",
    message: ({ name, earlier }) =>
      `\`catch (${name} …)\` が実行されることはない: 上の \`catch (${earlier} …)\` がフォルトを受け取る`,
    hint: () => "取り除くか、より限定されたほうを先に書く",
  },
  DS7004: {
    title: "使われない結果",
    message: ({ name }) => `\`${name}\` は何も変更しない: 返した値が使われていない`,
    hint: () => "値を使うか、呼び出しを取り除く",
  },
  DS7005: {
    title: "見られることのない終了ステータス",
    message: ({ command }) =>
      `\`${command}\` の終了ステータスを見る文がない: この関数は \`$?\` を読むので、ここの失敗は報告されるが、スクリプトは続行する`,
    hint: ({ command }) =>
      `失敗してもよいところでは \`!${command} …\` と書くか、次の文で \`$?\` を読む。失敗で止めるなら先頭に \`strict\` を書く`,
  },
  DS7006: {
    title: "見つからないかもしれないコマンド",
    message: ({ name, where }, say) =>
      ja`${say(where)}に \`${name}\` というコマンドはない。スクリプトが PATH を変えるので、後で見つかるかもしれない`,
    hint: ({ name }) => `意図したものなら \`import command ${name} optional\` と書く`,
  },
  DS7007: {
    title: "null にならない値",
    message: ({ type, operator }) =>
      operator === "??"
        ? `\`??\` の左側は ${type} 型で、null にならない: 右側は使われない`
        : `${type} 型の値は null にならない`,
    hint: () => "判定を取り除く",
  },
  DS7008: {
    title: "別の名前を隠す名前",
    message: ({ name, line }) => `このブロックの中では、\`${name}\` が ${line} 行目の \`${name}\` を隠す`,
    hint: ({ name }) => `別の名前を選ぶか、\`${name} = …\` で代入する`,
  },
  DS7009: {
    title: "いつも真になる instanceof",
    message: ({ found, target }) => `${found} 型の値はいつも ${target} 型`,
    hint: () => "判定を取り除く",
  },
  DS7010: {
    title: "同じ型へのキャスト",
    message: ({ type }) => `これはすでに ${type} 型`,
    hint: () => "キャストを取り除く",
  },
  DS7011: {
    title: "非推奨のものが使われている",
    message: ({ name, where, text }, say) =>
      ja`\`${name}\` は${say(where)}で非推奨とされている${text === "" ? "" : `: "${text}"`}`,
    hint: ({ text }) => (text === "" ? "別のものを使う" : "そこに書かれたとおりにする"),
  },
  DS7012: {
    title: "何からも呼ばれないプラン",
    message: ({ name }) => `ファイルはプラン \`${name}\` を宣言しているが、それを実行するものがない`,
    hint: ({ call }) => `実行する場所に \`${call}\` と書く`,
  },
  DS7013: {
    title: "取り消しの失敗が誰にも知らされない",
    message: ({ name, task }) =>
      `\`${task}\` の取り消しが失敗しても、誰にも知らされない: プラン \`${name}\` にはその場合の記述がない`,
    hint: () => '`on undo failure { notify ROLE "…" }` を加える',
  },
  DS7014: {
    title: "再起動の後に証拠は残らない",
    message: ({ command }) =>
      `\`${command}\` は問題を起こしているものを終わらせるが、その状態が何も保存されていない: 再起動の後に証拠は残らない`,
    hint: () => "その前に保存する: `journalctl -n 1000 > /var/tmp/before.log; ps aux >> /var/tmp/before.log`",
  },
  DS7015: {
    title: "前提の値のように見えるテキスト",
    message: ({ key }) => `\`@{${key}}\` はここではテキストであり、D-Case の値にはならない`,
    hint: ({ key, written }) => `値なら \`${written}\`、テキストなら \`'@{${key}}'\` と書く`,
  },
};
