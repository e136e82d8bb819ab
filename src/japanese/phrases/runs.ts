/** What the commands on earlier runs, on completion and on notifications say. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const runsPhrases: readonly Phrase[] = [
  // The help of `dscript runs`.
  ["list earlier runs, show one, remove old ones", "以前の実行を一覧にし、1 つを表示し、古いものを削除する"],
  [
    "Without an operand, the newest 20 runs: when, how long, the exit code, the fault that ended it, the script, the run's id.\n`show ID` shows what a run recorded, as a timeline; ID may be a part of an id that only one run has, or `last`.\n`prune` removes runs beyond the limits that are given, or else beyond those of dscript.yaml;\na run that lives stays, and so do records that wait for a sink.",
    "引数を省くと、新しい順に 20 件の実行を表示する: 時刻、所要時間、終了コード、実行を終わらせたフォルト、スクリプト、実行の id。\n`show ID` は、実行の記録を時間順に表示する。ID は、1 つの実行だけに当てはまる id の一部か `last` でもよい。\n`prune` は、指定した上限、指定がなければ dscript.yaml の上限を越える実行を削除する。\n動いている実行と、出力先を待っている記録は残る。",
  ],
  [
    "Runs are tidied by themselves, about once an hour: see `retention` in docs/language/configuration.md.",
    "実行は、およそ 1 時間に 1 回、自動で整理される: docs/language/configuration.md の `retention` を参照。",
  ],
  ["list so many runs; 0 for all", "一覧にする実行の数。0 ですべて"],
  ["list those that did not end with 0", "0 以外で終わった実行を一覧にする"],
  ["list those whose script's path holds NAME", "スクリプトのパスに NAME を含む実行を一覧にする"],
  ["prune: leave the newest N runs", "prune: 新しい N 件の実行を残す"],
  ["prune: remove runs older than this, such as 30d", "prune: 30d のような期間より古い実行を削除する"],
  [
    "prune: leave the newest runs that fit into this, such as 100MiB",
    "prune: 100MiB のようなサイズに収まる新しい実行を残す",
  ],
  ["prune: show what would be removed", "prune: 削除の対象を表示する"],
  ["which backups failed", "失敗したバックアップを表示する"],
  ["what the last run did, and when", "最後の実行が何をいつ行ったかを表示する"],
  ["every run that this machine made fail", "このマシンが原因で失敗した実行をすべて表示する"],
  ["what would be removed", "削除の対象を表示する"],

  // Mistakes in its words.
  ["there is no `dscript runs {}`", "`dscript runs {1}` はない"],
  ["--{} is not for `dscript runs`", "--{1} は `dscript runs` では使えない"],
  ["--{} is not for `dscript runs {}`", "--{1} は `dscript runs {2}` では使えない"],
  ["show needs one run", "show には実行が 1 つ必要"],
  ["dscript runs show ID, or last", "`dscript runs show ID`、または last"],
  ["dscript runs lists them with their ids", "`dscript runs` で id を一覧にする"],
  ["{} takes no {}", "{t1}は {2} を取らない"],
  ["a number", "数"],
  ["a number of runs", "実行の数"],
  ["a duration with its unit ({})", "単位付きの時間（{1}）"],
  ["a size with its unit ({})", "単位付きのサイズ（{1}）"],
  [
    "dscript.yaml has mistakes: dscript check shows them; or give limits",
    "dscript.yaml に誤りがある: `dscript check` で表示するか、上限を指定する",
  ],
  [
    "dscript.yaml says retention: none, so that limits are needed",
    "dscript.yaml に `retention: none` とあるので、上限の指定が必要",
  ],

  // Its answers.
  ["no run fits", "条件に合う実行はない"],
  ["there are no runs yet in {}", "{1}にはまだ実行がない"],
  [
    "there are no runs yet in a state folder: HOME is not set",
    "状態フォルダにはまだ実行がない: HOME が設定されていない",
  ],
  ["{#} older run is not shown (-n 0 shows all)", "それより古い実行 {1} 件は表示していない（-n 0 ですべて表示）"],
  ["{#} older runs are not shown (-n 0 shows all)", "それより古い実行 {1} 件は表示していない（-n 0 ですべて表示）"],
  ["would remove {#} {}, {}; {#} {}", "削除の対象: 実行 {1} 件、{3}。残り {4} 件"],
  ["removed {#} {}, {}; {#} {}", "削除した: 実行 {1} 件、{3}。残り {4} 件"],
  ["cannot remove {}", "{1}を削除できない"],
  ["there is no run {}", "{1}という実行はない"],
  ["{#} runs have {} in their ids", "{2}を id に含む実行が {1} 個ある"],
  ["the records in {}", "{1}の記録"],
  ["{#} line is torn and left out", "途中で切れた {1} 行は省いた"],
  ["{#} lines are torn and left out", "途中で切れた {1} 行は省いた"],
  [" (the script dealt with it)", "（スクリプトが対処した）"],

  // Completion.
  ["print the completion script for bash, zsh or fish", "bash、zsh、fish の補完スクリプトを書き出す"],
  [
    "Completes commands, options and their values, and behind a script's name the parameters that it declares.\nNothing of a script runs for it; of one with errors only file names are completed.",
    "コマンド、オプションとその値、スクリプトの名前の後ではスクリプトが宣言するパラメータを補完する。\nそのためにスクリプトが実行されることはない。エラーのあるスクリプトでは、ファイル名だけを補完する。",
  ],
  ["in ~/.bashrc; for zsh in ~/.zshrc, behind compinit", "~/.bashrc に書く。zsh では ~/.zshrc の compinit の後に書く"],
  ["for fish", "fish の場合"],
  ["in bash, for a script that runs by itself", "bash で、それ自身で動くスクリプトの場合"],
  ["the same in zsh", "zsh の場合"],
  ["the same in fish", "fish の場合"],
  ["completion needs one shell", "completion にはシェルが 1 つ必要"],
  ["there is one for {}", "あるのは {1}"],
  ["there is no completion for {}", "{1}の補完はない"],
  ["show what it takes", "使い方を表示する"],
  ["show what the script takes", "スクリプトの使い方を表示する"],
  ["say what a command takes", "コマンドの使い方を表示する"],

  // A trial of notifications.
  [
    "The configuration is the one that a run of FILE has; without FILE, that of the working directory.\nThe sample goes through every channel, whatever its `when` says; limits on repetition do not count it.",
    "設定は FILE を実行するときのもの。FILE を省くと、作業ディレクトリのもの。\n見本は、`when` の指定にかかわらず、すべての通知先に送る。繰り返しの制限には数えない。",
  ],
  [
    "The exit code is 0 when every channel took it, 69 when one did not, and 78 when there is none.",
    "終了コードは、すべての通知先が受け付ければ 0、受け付けないものがあれば 69、通知先がなければ 78。",
  ],
  [
    "whether mail, webhook and command work, and how long each takes",
    "メール、webhook、コマンドが働くかと、それぞれの所要時間を表示する",
  ],
  ["with the configuration that this script has", "このスクリプトの設定で試す"],
  ["notify needs to know what to do", "notify には何をするかの指定が必要"],
  ["sending a sample by {}", "{t1}で見本を送る"],
  ["nobody would be told: {}", "誰にも通知されない: {t1}"],
  ["there is no dscript.yaml", "dscript.yaml がない"],
  ["{} has no channel in on_fault", "{t1}の on_fault に通知先がない"],
  ["add one: {}", "追加する: {1}"],
  ["mail to {} through {}: told in {#} ms", "{2}経由の {1} へのメール: {3} ms で通知した"],
  ["mail to {} through {}: failed: {}", "{2}経由の {1} へのメール: 失敗: {t3}"],
  ["webhook at {}: told in {#} ms", "{t1}への webhook: {2} ms で通知した"],
  ["webhook at {}: failed: {}", "{t1}への webhook: 失敗: {t2}"],
  ["command {}: told in {#} ms", "コマンド {1}: {2} ms で通知した"],
  ["command {}: failed: {}", "コマンド {1}: 失敗: {t2}"],
];
