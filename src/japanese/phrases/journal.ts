/** What is said of journals, of unfinished runs and of taking them up. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const journalPhrases: readonly Phrase[] = [
  // dscript resume, undo, abandon.
  ["give up an unfinished run; what it did stays", "終わっていない実行をあきらめる。行ったことはそのまま残る"],
  [
    "RUN is an id, a part of one that only one run has, or `last`. Its plans are neither finished nor taken back:\nnothing of them is changed, and nobody is told of them any more. Its journal and its records stay.",
    "RUN は id、1 つの実行だけに当てはまる id の一部、または `last`。そのプランは終わらせも取り消しもせず、\n何も変更しない。以後は知らせることもない。ジャーナルと記録は残る。",
  ],
  ["give up the run whose id holds 01JD", "id に 01JD を含む実行をあきらめる"],
  ["{} takes one run", "{1} が取る実行は 1 つ"],
  ["run {} is not unfinished", "実行 {1} は終わっていない実行ではない"],
  ["dscript runs --unfinished lists them", "dscript runs --unfinished で一覧を表示する"],
  [
    "dscript: run {} is given up: what its plans did stays",
    "dscript: 実行 {1} をあきらめた: プランが行ったことはそのまま残る",
  ],
  ["finish a plan whose engine was killed", "エンジンが強制終了されたプランを終わらせる"],
  [
    "RUN is an id, a part of one that only one run has, or `last`; without it, the only run that is unfinished.\nThe script is run again with its arguments, directory and environment. Tasks that are done are not run twice;\none that was under way is asked by its `post`, and where that does not hold, taken back and run again.\nWhat stands outside of tasks is run again.",
    "RUN は id、1 つの実行だけに当てはまる id の一部、または `last`。省くと、終わっていない唯一の実行。\nスクリプトを、同じ引数、ディレクトリ、環境で改めて実行する。終わったタスクを二度実行することはない。\n途中だったタスクは `post` で確かめ、成り立たなければ取り消してから実行し直す。\nタスクの外にあるものは改めて実行する。",
  ],
  [
    "A script that has changed since is refused, with the difference (exit code 76); a run that another engine is at, too (75).",
    "その後に変わったスクリプトは、差分を示して拒否する（終了コード 76）。別のエンジンが実行中のものも拒否する（75）。",
  ],
  ["go on with the only unfinished run", "終わっていない唯一の実行を続ける"],
  ["go on with the run whose id holds 01JD", "id に 01JD を含む実行を続ける"],
  [
    "list those whose plan is neither finished nor taken back",
    "プランが終わらせも取り消しもされていない実行を一覧にする",
  ],
  ["take back what the plan of a run did", "実行のプランが行ったことを取り消す"],
  [
    "RUN is an id, a part of one that only one run has, or `last`; without it, the only run that is unfinished.\nThe tasks of its unfinished plan, or else of its last one, are undone in reverse order, each with the values that it had.\nWhat stands outside of tasks is run again on the way there.",
    "RUN は id、1 つの実行だけに当てはまる id の一部、または `last`。省くと、終わっていない唯一の実行。\n終わっていないプラン、なければ最後のプランのタスクを、それぞれが持っていた値を使って逆の順に取り消す。\nタスクの外にあるものは、そこに至るまでに改めて実行する。",
  ],
  [
    "Exit codes: 0; 74 an undo failed: what is left to do by hand is told, in order; 75 another engine is at it; 76 the script has changed.",
    "終了コード: 0。74 取り消しに失敗した: 手で行うべきことを順に示す。75 別のエンジンが実行中。76 スクリプトが変わった。",
  ],
  ["take back the only unfinished run", "終わっていない唯一の実行を取り消す"],
  ["take back what the last run did", "最後の実行が行ったことを取り消す"],
  ["also write records there", "記録をそこにも書く"],
  ["dscript: run {} is finished", "dscript: 実行 {1} は終わった"],
  ["dscript: run {} is taken back", "dscript: 実行 {1} は取り消された"],
  ["dscript: run {} {}", "dscript: 実行 {1} {t2}"],
  ["is finished", "は終わった"],
  ["is taken back", "は取り消された"],
  ["no run is unfinished", "終わっていない実行はない"],
  ["dscript: no run is unfinished", "dscript: 終わっていない実行はない"],
  ["{#} runs are unfinished: say which", "終わっていない実行が {1} 件ある: どれかを指定する"],
  [
    "dscript {} RUN; dscript runs --unfinished lists them",
    "dscript {1} RUN。dscript runs --unfinished で一覧を表示する",
  ],
  // At the start of another run.
  ["the plan {} of {}", "{2} のプラン {1}"],
  [
    "dscript: run {} was not finished, and {}: `dscript abandon {}` gives it up",
    "dscript: 実行 {1} は終わっておらず、{t2}: `dscript abandon {3}` であきらめる",
  ],
  [
    "`dscript resume {}` goes on with it, `dscript undo {}` takes it back",
    "`dscript resume {1}` で続け、`dscript undo {2}` で取り消す",
  ],
  ["dscript: {} was not finished: it {}", "dscript: {t1} は終わっていない: {t2}"],
  ["dscript: {} was not finished: {}", "dscript: {t1} は終わっていない: {t2}"],
  ["is finished now", "ここで終わらせる"],
  ["is taken back now", "ここで取り消す"],
  ["dscript: that did not succeed: {}", "dscript: それはうまくいかなかった: {t1}"],
  [
    "dscript: a plan is not finished: `dscript resume {}` goes on with it, `dscript undo {}` takes it back",
    "dscript: プランが終わっていない: `dscript resume {1}` で続け、`dscript undo {2}` で取り消す",
  ],
  // What a killed engine left of atomic blocks.
  [
    "an engine that was killed left changes in {}: they are {}",
    "強制終了されたエンジンが {1} に変更を残していた: {t2}",
  ],
  // Journals.
  ["tell, finish or undo", "tell、finish、undo のいずれか"],
  ["{} is no part of it any more", "{1} はもうその一部ではない"],
  ["--- {}, as it ran", "--- {1}（実行したときのもの）"],
  ["+++ {}, as it is", "+++ {1}（今のもの）"],
  ["{} is new", "{1} は新しく加わった"],
  [
    "the script has changed since run {} began: its plan cannot be taken up by another one",
    "実行 {1} が始まってからスクリプトが変わった: そのプランを別のスクリプトで続けることはできない",
  ],
  [
    "put the old text back, or `dscript abandon {}` gives the run up",
    "元のテキストに戻すか、`dscript abandon {1}` で実行をあきらめる",
  ],
  ["its first line is damaged", "最初の行が壊れている"],
  [
    "it was written by a newer dscript (form {}; this one reads {})",
    "より新しい dscript が書いたものである（形式 {1}。この dscript が読めるのは {2}）",
  ],
  [
    "the run's journal cannot be kept: no state folder can be written",
    "実行のジャーナルを残せない: 書き込める状態フォルダがない",
  ],
  ["the run's journal cannot be written: {}", "実行のジャーナルに書き込めない: {t1}"],
  ["{}; what is under way goes on without it", "{t1}。始まったことはジャーナルなしで続ける"],
  ["it has no journal", "ジャーナルがない"],
  ["it has no journal: it ran no plan", "ジャーナルがない: プランを実行していない"],
  ["its journal cannot be read: {}", "ジャーナルを読めない: {1}"],
  ["its journal cannot be opened: {}", "ジャーナルを開けない: {1}"],
  ["its journal cannot be used: {}", "ジャーナルを使えない: {t1}"],
  [
    "its journal is damaged in line {} of {}: what follows cannot be trusted",
    "ジャーナルの {2} 行のうち {1} 行目が壊れている: その後は信用できない",
  ],
  ["run {} cannot be taken up: {}", "実行 {1} を引き継げない: {t2}"],
  ["another engine holds the journal of run {}", "別のエンジンが実行 {1} のジャーナルを使っている"],
  ["wait until it has ended", "それが終わるまで待つ"],
  [
    "`dscript abandon {}` gives it up; what its plans did then stays",
    "`dscript abandon {1}` であきらめる。プランが行ったことはそのまま残る",
  ],
  [
    "run {} cannot be taken back: its plan is done, and what it changed in `atomic` blocks was kept only until then",
    "実行 {1} は取り消せない: プランは終わっていて、`atomic` ブロックで変更する前の状態が残っているのはそれまでである",
  ],
  ["there is nothing to finish in run {}: its plan is {}", "実行 {1} に終わらせるものはない: プランは{t2}"],
  ["there is nothing to take back in run {}: its plan is {}", "実行 {1} に取り消すものはない: プランは{t2}"],
  ["the plan {} is not done; {}", "プラン {1} は完了していない。{t2}"],
  ["the plan {} is not done: {}; {}", "プラン {1} は完了していない: {t2}。{t3}"],
  ["the `{}` of {} does not hold", "{2} の `{1}` が成り立たない"],
  ["nothing had to be taken back", "取り消すものはなかった"],
  ["taken back: {}", "取り消したもの: {1}"],
  ["undone", "取り消されている"],
  ["undo failed", "取り消しに失敗している"],
  ["dscript runs --unfinished lists the runs that can be", "dscript runs --unfinished で、できる実行の一覧を表示する"],
  ["its script came from standard input, which is gone", "スクリプトは標準入力から来たもので、もうない"],
  ["`dscript abandon {}` gives it up", "`dscript abandon {1}` であきらめる"],
  ["its working directory {} is not there: {}", "作業ディレクトリ {1} がない: {t2}"],
  ["make it, and try again", "作ってから、もう一度試す"],
  [
    "dscript: the last line of the journal was torn: that step had not begun",
    "dscript: ジャーナルの最後の行が途切れていた: そのステップはまだ始まっていない",
  ],
];
