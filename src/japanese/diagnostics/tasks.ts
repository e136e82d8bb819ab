/** DS26xx in Japanese: tasks, plans and what stands in them. */

import { ja } from "../joined.ts";
import type { Translations } from "../translation.ts";

export const japaneseTasks: Translations<"DS26"> = {
  DS2601: {
    title: "プランに書けないもの",
    message: ({ what }) => `${inJapanese(what)}はプランには書けない`,
    hint: () => "プランはタスクを順に実行する。変更を取り消せるように、タスクの中に移す",
  },
  DS2602: {
    title: "何も取り消さないタスク",
    message: ({ name }) => `タスク \`${name}\` は何かを変更するが、プランが失敗したときにそれを取り消すものがない`,
    hint: () => '`undo { … }` を付けるか、`atomic (…) { … }` の中で変更するか、`irreversible "理由"` と書く',
  },
  DS2603: {
    title: "ジャーナルに残せない値",
    message: ({ name, type }) => `${type} 型の \`${name}\` は、実行のジャーナルに残せない`,
    hint: () => "残せるのは、テキスト、数、真偽値、時間、サイズと、それらの配列とマップ",
  },
  DS2604: {
    title: "別の実行には伝わらない代入",
    message: ({ name, what }) =>
      `${inJapanese(what)}が、本体の外にある \`${name}\` に代入している: 再開した実行はその値を知らない`,
    hint: () => "そのような値は `remember { … }` かファイルに置く",
  },
  DS2605: {
    title: "remember の中の宣言以外のもの",
    message: () => "`remember` に書けるのは、値を持つ宣言だけである",
    hint: () => "`remember { String old = $(readlink /srv/current) }` のように書く",
  },
  DS2606: {
    title: "プランの外の parallel",
    message: () => "`parallel` はプランのタスクを並行して実行する: プランの中に書く",
    hint: () => "ほかの場所ではジョブを使う: `Job job = $(command &)`",
  },
  DS2607: {
    title: "上限のない対象のループ",
    message: () => "プランのこのループが最大でいくつの対象に及ぶかが書かれていない",
    hint: () => "`for (String host in hosts) at most 10 { … }` と書く",
  },
  DS2608: {
    title: "文字どおりでなければならないテキスト",
    message: ({ clause }) => `\`${clause}\` の後のテキストは実行の前に読まれる: 空でなく、計算もされないものにする`,
    hint: () => "テキストをそのまま書く",
  },
  DS2609: {
    title: "読めないスケジュール",
    message: ({ problem }, say) => `これはスケジュールではない: ${say(problem)}`,
    hint: () => '曜日と時刻を書く: `"Mon-Fri 08:00-18:00, Sat 10:00-12:00"`',
  },
  DS2610: {
    title: "宛先のない通知",
    message: ({ role }) => `誰にも知らされない: 設定に役割 \`${role}\` の宛先がない`,
    hint: ({ role, nearest, known }) => {
      if (nearest !== undefined) return `\`${nearest}\` のことか?`;
      const added = `dscript.yaml に \`roles: { ${role}: [{ mail: … }] }\` を加える`;
      return known === "" ? added : `${added}。宛先があるのは ${known}`;
    },
  },
  DS2611: {
    title: "ブロックの中の宣言",
    message: ({ what }) => `${inJapanese(what)}はファイルのトップレベルに書かなければならない`,
    hint: () => "そこに移す",
  },
  DS2612: {
    title: "when の外で使われたモニターの値",
    message: ({ name }) => `\`${name}\` はモニターである: その値を見られるのは \`when\` だけである`,
    hint: ({ name }) => `\`when (${name} …) at most … per … { … }\` と書き、呼び出すものに値を渡す`,
  },
  DS2613: {
    title: "回数の上限がない",
    message: () => "これが何回実行されてよいかの上限がない",
    hint: () => "`when (…) at most 2 per 1h { … }` と書く: 行うことが役に立たなければ、何度も繰り返されることになる",
  },
  DS2614: {
    title: "タスクを実行できない場所のタスク",
    message: ({ where, called, kind }) =>
      `${inJapanese(where)}が${kind === "task" ? "タスク" : "プラン"} \`${called}\` を実行している`,
    hint: ({ called, task }) => {
      if (task === called) return "もう一度試すものは、そう書く: `retry 3 times`";
      return task === undefined
        ? "タスクはプランの本体に書く: ここのタスクを取り消すものはない"
        : `プランから順に両方を実行する: \`${task}\`、次に \`${called}\``;
    },
  },
  DS2615: {
    title: "モニターのない条件",
    message: () => "条件にモニターの名前がないので、いつ判定するのかが決まらない",
    hint: () => "モニターの名前を書く: `monitor load every 10s { … return … }`、次に `when (load > 8.0) …`",
  },
  DS2616: {
    title: "値のないモニター",
    message: ({ name }) => `モニター \`${name}\` は値を返さない`,
    hint: () => "`return …` で終える",
  },
  DS2617: {
    title: "記録に残せない値",
    message: ({ name, type }) => `モニター \`${name}\` が返す ${type} 型の値は、記録に残せない`,
    hint: () => "テキスト、数、真偽値、時間、サイズ、またはそれらの配列かマップを返す",
  },
  DS2618: {
    title: "範囲外の周期または上限",
    message: ({ clause, expected }, say) => ja`\`${clause}\` が取るのは${say(expected)}である`,
    hint: ({ clause }) => `例: \`${clause === "every" ? "every 10s" : "at most 2 per 1h"}\``,
  },
  DS2619: {
    title: "何かを行うモニター",
    message: ({ name, called }) => `モニター \`${name}\` が \`${called}\` を実行している: モニターは見るだけである`,
    hint: ({ name, called }) => `見たものを返し、\`when (${name} …) at most … per … { ${called}(…) }\` と書く`,
  },
};

/** What the messages name. */
function inJapanese(what: string): string {
  if (what === "a loop without a known end") return "終わりのわからないループ";
  if (what === "the task") return "タスク";
  if (what === "the plan") return "プラン";
  return what
    .replace(/^the function (`.*`) that the task calls$/s, "タスクが呼び出す関数 $1 ")
    .replace(/^the function (`.*`) that the plan calls$/s, "プランが呼び出す関数 $1 ")
    .replace(/^(`on(?: undo)? failure`) of the plan (.*)$/s, "プラン $2 の $1 ")
    .replace(/^the command (.*)$/s, "コマンド $1 ")
    .replace(/^the call of (.*)$/s, "$1 の呼び出し")
    .replace(/^the task (.*)$/s, "タスク $1 ")
    .replace(/^the plan (.*)$/s, "プラン $1 ")
    .replace(/^(`[^`]*`)$/s, "$1 ");
}
