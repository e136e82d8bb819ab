/** What `dscript watch` says, and what is said of monitors and `when`. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const watchingPhrases: readonly Phrase[] = [
  // The language.
  ["monitor NAME every DURATION { … return VALUE }", "`monitor 名前 every 時間 { … return 値 }`"],
  ["the monitor's name", "モニターの名前"],
  ["when (CONDITION) at most NUMBER per DURATION { … }", "`when (条件) at most 回数 per 時間 { … }`"],
  ["`per`, and a time", "`per` と時間"],
  ["at most", "最大"],
  ["it stands here", "ここにある"],
  ["this comes to it", "ここから実行される"],
  ["a time from 10ms to 30d", "10ms から 30d までの時間"],
  ["a time from 10ms to 366d", "10ms から 366d までの時間"],
  ["a number from 1 to 10000", "1 から 10000 までの数"],
  ["`{}` takes {}", "`{1}` が取るのは{t2}である"],

  // The watch.
  ["watches {}; nothing follows from that; Ctrl-C ends it", "監視中: {1}。それに続くものはない。Ctrl-C で終わる"],
  ["watches {}, for {#} `when`; Ctrl-C ends it", "監視中: {1}（`when` が {2} つ）。Ctrl-C で終わる"],
  ["watches {}, for {#} `when`s; Ctrl-C ends it", "監視中: {1}（`when` が {2} つ）。Ctrl-C で終わる"],
  ["the monitor {}", "モニター {1}"],
  ["the monitor {} ended with status {#}", "モニター {1} が状態 {2} で終わった"],
  ["the monitor `{}` has a value again: {}", "モニター `{1}` が再び値を得た: {2}"],
  ["the monitor `{}` has failed {#} times in a row: {}", "モニター `{1}` が {2} 回続けて失敗した: {t3}"],
  [
    "the monitor `{}` has failed {#} times in a row, its value stays {}: {}",
    "モニター `{1}` が {2} 回続けて失敗した。値は {t3} のまま: {t4}",
  ],
  ["{}, seen at {}", "{1}（{2} に見た値）"],
  [
    "the monitor `{}` takes longer than its period: looks are left out until it ends",
    "モニター `{1}` は周期より長くかかっている: 終わるまでの回は飛ばす",
  ],
  ["{}: the condition holds outside of {}, {}: it waits", "{1}: 条件は成り立つが、{2} の時間帯 {3} の外である: 待つ"],
  ["{}: the condition holds, and {}: it waits until {}", "{1}: 条件は成り立つが、{t2}: {3} まで待つ"],
  ["it ran {#} times within {}", "{2} の間に {1} 回実行した"],
  ["it ran once within {}", "{1} の間に 1 回実行した"],
  ["{}: done after {}", "{1}: {2} で完了"],
  ["{}: ended the watch after {}", "{1}: {2} で監視を終えた"],
  ["{}: interrupted after {}", "{1}: {2} の後に中断"],
  ["{}: failed after {}: {}", "{1}: {2} で失敗: {t3}"],
  [
    "how often its `when`s ran cannot be kept ({}): a restart of this watch forgets it",
    "`when` の実行回数を保存できない（{t1}）: この監視を起動し直すと忘れられる",
  ],
  ["cannot watch the script {}: {}", "スクリプト {1} を監視できない: {t2}"],
  ["there is no state folder", "状態フォルダがない"],
  ["its monitors ({}) look under `dscript watch {}`", "このスクリプトのモニター（{1}）は `dscript watch {2}` で動く"],
  ["{} has no monitors: there is nothing to watch", "{1} にはモニターがない: 監視するものがない"],
  [
    "write one, `monitor load every 10s { … return … }`, or run it with `dscript run`",
    "モニターを書く: `monitor load every 10s { … return … }`。または `dscript run` で実行する",
  ],
  ["a watch takes a file: standard input cannot be watched again", "監視にはファイルが要る: 標準入力は監視し直せない"],
  ["the lock of {} cannot be taken: {}", "{1} のロックを取れない: {2}"],
  ["see who may write to the folder {}", "フォルダ {1} に書き込めるのが誰かを確かめる"],
  ["{} watches {} already", "{t1}がすでに {2} を監視している"],
  ["process {#}", "プロセス {1} "],
  ["end that one first, or leave it to it", "先にそれを終えるか、それに任せる"],

  // The command.
  [
    "run the monitors of a script, and what follows from what they see",
    "スクリプトのモニターと、その結果に続くものを実行する",
  ],
  ["end the watch after this time (10m, 8h)", "この時間の後に監視を終える（10m、8h）"],
  ["watch, until Ctrl-C", "Ctrl-C まで監視する"],
  ["for a working day, with records to the system's log", "1 日の勤務の間、記録をシステムのログに送りながら"],
  ["what monitors have seen", "モニターが見たもの"],
  ["watch needs a script", "watch にはスクリプトが要る"],
  [
    "The script's top level is run first, with the words after FILE as its ARGV. Then each `monitor` looks once a period,\nand each `when` is judged by the new values: its block runs where its condition holds, within its `at most`.\nOutside of the schedule of a `context` no block runs; the monitors go on.",
    "まずスクリプトのトップレベルを、FILE の後の語を ARGV として実行する。その後、各 `monitor` が周期ごとに見て、\n新しい値で各 `when` を判定する: 条件が成り立てば、`at most` の範囲でブロックを実行する。\n`context` の時間帯の外ではブロックは実行されない。モニターは動き続ける。",
  ],
  [
    "The watch goes on until a signal, --for, or an `exit` of the script ends it; a block that fails is told, and does not end it.\nA script has one watcher on a host: a second one ends with 75. How often a block ran is kept over restarts.",
    "監視は、シグナル、--for、またはスクリプトの `exit` で終わるまで続く。失敗したブロックは知らされるが、監視は終わらない。\n1 つのホストでスクリプトの監視は 1 つ: 2 つ目は 75 で終わる。ブロックの実行回数は起動し直しても残る。",
  ],
  [
    "Exit codes: 0 the time of --for is over; 64 usage, or a script without monitors; 75 another process watches it;\n130, 143 ended by a signal; else those of `dscript run`.",
    "終了コード: 0 --for の時間が過ぎた。64 使い方の誤り、またはモニターのないスクリプト。75 別のプロセスが監視している。\n130、143 シグナルで終わった。ほかは `dscript run` と同じ。",
  ],
];
