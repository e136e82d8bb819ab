/** Tasks and plans: what is said when they are read, checked and run. */

import type { Phrase } from "../phrase-book.ts";

export const taskPhrases: readonly Phrase[] = [
  // Read and checked.
  ["the task's name", "タスクの名前"],
  ["the plan's name", "プランの名前"],
  ["a role", "役割"],
  ["the path of a folder", "フォルダのパス"],
  ["a clause of the task, or its body", "タスクの節か本体"],
  ["clauses are {}; the body stands in `{ … }`", "節は {1}。本体は `{ … }` に入れる"],
  ["`per`, and a time", "`per` と時間"],
  ["a loop without a known end", "終わりのわからないループ"],
  ["the task is declared here", "タスクの宣言はここ"],
  ["the task", "タスク"],
  ["the plan", "プラン"],
  ["the task `{}`", "タスク `{1}`"],
  ["the plan `{}`", "プラン `{1}`"],
  ["the command `{}`", "コマンド `{1}`"],
  ["the call of `{}`", "`{1}` の呼び出し"],
  ["the function `{}` that {} calls", "{t2}が呼び出す関数 `{1}`"],
  ["a part of it is empty", "空の部分がある"],
  ["`{}` is neither days nor hours", "`{1}` は曜日でも時刻でもない"],
  ["`{}` is no time from 00:00 to 23:59", "`{1}` は 00:00 から 23:59 までの時刻ではない"],
  ["`{}` is no time from 00:00 to 24:00", "`{1}` は 00:00 から 24:00 までの時刻ではない"],
  ["`{}-{}` has no length", "`{1}-{2}` には長さがない"],
  [
    "`{}` is no day: Mon, Tue, Wed, Thu, Fri, Sat, Sun",
    "`{1}` は曜日ではない。曜日は Mon、Tue、Wed、Thu、Fri、Sat、Sun",
  ],
  // Run.
  ["{} took longer than {}", "{t1}に {2} より長くかかった"],
  ["the undo of `{}`", "`{1}` の取り消し"],
  ["the undo of `{}` (line {#})", "`{1}` の取り消し（{2} 行目）"],
  ["the undo of `{}` (line {#}: {})", "`{1}` の取り消し（{2} 行目: {3}）"],
  ["more than {#} plans stand in each other", "{1} 個を超えるプランが互いの中にある"],
  [
    "{} was called while the plan `{}` is taken back: nothing is begun there",
    "プラン `{2}` を取り消している間に{t1}が呼ばれた: そこでは何も始められない",
  ],
  [
    "{} was called by the task `{}`: a task runs no other one, a plan runs both",
    "{t1}がタスク `{2}` から呼ばれた: タスクはほかのタスクを実行しない。両方をプランから実行する",
  ],
  ["an undo of the plan `{}` left with `exit {}`", "プラン `{1}` の取り消しが `exit {2}` で終わった"],
  ["what the task `{}` did stays: {}", "タスク `{1}` のしたことはそのまま残る: {2}"],
  ["dscript: what the task `{}` did stays: {}", "dscript: タスク `{1}` のしたことはそのまま残る: {2}"],
  [
    "not everything could be taken back; left to do by hand, in this order: {}",
    "すべてを取り消すことはできなかった。手作業で次の順に行う: {t1}",
  ],
  [
    "not everything could be taken back: {}; left to do by hand, in this order: {}",
    "すべてを取り消すことはできなかった: {t1}。手作業で次の順に行う: {t2}",
  ],
  ["{}, then {}", "{t1}、次に{t2}"],
  ["an earlier engine took it back", "以前のエンジンが取り消した"],
  [
    "the journal goes on with {}, and the script with {}: it cannot be resumed",
    "ジャーナルの続きは {1} で、スクリプトの続きは {2} である: 再開できない",
  ],
  [
    "the task `{}` was under way when the engine ended: whether it was done is not known, and it cannot be taken back ({})",
    "エンジンが終わったとき、タスク `{1}` は実行中だった: 済んだかどうかはわからず、取り消すこともできない（{2}）",
  ],
  [
    "the task `{}` was under way when the engine ended, and what it did in part could not be taken back",
    "エンジンが終わったとき、タスク `{1}` は実行中で、途中までしたことを取り消せなかった",
  ],
  ["this engine has no way to take files back", "このエンジンにはファイルを元に戻す手段がない"],
  ["this is outside of {}: its schedule is {}", "今は {1} の時間外である: スケジュールは {2}"],
  ["the loop would reach {#} targets, and may reach {#} at most", "ループの対象が {1} 個になるが、最大は {2} 個である"],
  // Asked and told.
  // Diagnosed.
  ["what was to be taken back could not be", "取り消すはずのものを取り消せなかった"],
  [
    "the operator of this host must do what is left by hand, in the order that is told",
    "このホストの運用者が、残りを示された順に手作業で行う必要がある",
  ],
  ["somebody who had to agree did not", "同意が必要な人が同意しなかった"],
  ["whoever ran this must get the approval, and run it again", "実行した人が承認を得て、もう一度実行する必要がある"],
  ["it was run at a time for which it is not made", "想定されていない時間に実行された"],
  ["whoever ran this must run it within its schedule", "実行した人が、スケジュールの時間内に実行する必要がある"],
  ["the journal of the run cannot be written or read", "実行のジャーナルを読み書きできない"],
  ["the operator of this host must see to the state folder", "このホストの運用者が状態フォルダを直す必要がある"],
];
