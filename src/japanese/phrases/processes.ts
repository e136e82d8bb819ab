/** What faults of commands, pipelines and redirections say. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

/** Where a word comes from; several are joined with "and". */
const sources: readonly Phrase[] = [
  ["from outside of the script", "スクリプトの外から"],
  ["from the script's text", "スクリプトの本文から"],
  ["from a constant", "定数から"],
  ["from the script's arguments", "スクリプトの引数から"],
  ["from a parameter of the script", "スクリプトのパラメータから"],
  ["from the environment", "環境変数から"],
  ["from a file", "ファイルから"],
  ["from a file of this machine", "このマシンのファイルから"],
  ["from a file of the script's own", "スクリプト付属のファイルから"],
  ["from a command's output", "コマンドの出力から"],
  ["from an answer at a prompt", "問い合わせへの答えから"],
  ["from this machine", "このマシンから"],
];

export const processPhrases: readonly Phrase[] = [
  // Traces.
  [
    "dscript: cannot trace commands: {}; they run without a trace",
    "dscript: コマンドを追跡できない: {t1}。追跡せずに動かす",
  ],
  ["dscript: cannot trace {}: {}; it runs without a trace", "dscript: {1}を追跡できない: {t2}。追跡せずに動かす"],
  [
    "dscript: what a traced command left running stays traced to its end; start such a program without a trace",
    "dscript: 追跡したコマンドが動かしたまま残したものは、終わるまで追跡される。そのようなプログラムは追跡せずに始める",
  ],
  ["strace is not installed (install the package strace)", "strace がない（パッケージ strace を入れる）"],
  ["there is no /proc here (mount it)", "ここには /proc がない（マウントする）"],
  [
    "this run is being traced itself (run it without strace or a debugger)",
    "この実行自体が追跡されている（strace やデバッガなしで実行する）",
  ],
  ["this strace is too old (5.5 or later is needed)", "この strace は古すぎる（5.5 以降が必要）"],
  [
    "the system does not let this run trace (in a container: add the capability SYS_PTRACE, or a seccomp profile that allows ptrace)",
    "システムがこの実行に追跡を許さない（コンテナなら、ケーパビリティ SYS_PTRACE か、ptrace を許す seccomp プロファイルを加える）",
  ],
  ["strace does not work here (try it by hand: strace true)", "ここでは strace が動かない（手で試す: strace true）"],
  [
    "strace does not work here: {} (try it by hand: strace true)",
    "ここでは strace が動かない: {1}（手で試す: strace true）",
  ],
  [
    "the kernel lets nobody trace (kernel.yama.ptrace_scope is 3, until the next start)",
    "カーネルが誰にも追跡を許さない（次の起動まで kernel.yama.ptrace_scope が 3）",
  ],
  [
    "the kernel lets only root trace (kernel.yama.ptrace_scope is 2; set it to 1, or run as root)",
    "カーネルが root だけに追跡を許す（kernel.yama.ptrace_scope が 2。1 にするか、root で実行する）",
  ],
  [
    "it runs with rights of its own, which it would lose (to trace it, run the script as root)",
    "それ自身の権限で動くもので、追跡するとその権限を失う（追跡するには、スクリプトを root で実行する）",
  ],
  [
    "strace finds another program of that name in PATH (write its whole path)",
    "strace は PATH で同じ名前の別のプログラムを見つける（パス全体を書く）",
  ],
  // How a command ended; what it wrote itself stands behind it, as it is.
  ["{} ended with status {#}", "{t1}が終了ステータス {2} で終わった"],
  ["{} ended with status {#} ({})", "{t1}が終了ステータス {2} で終わった（{t3}）"],
  ["{} ended with status {#}: {}", "{t1}が終了ステータス {2} で終わった: {3}"],
  ["{} ended with status {#} ({}): {}", "{t1}が終了ステータス {2} で終わった（{t3}）: {4}"],
  ["{}; in the same pipeline {}", "{t1}。同じパイプラインで {t2}"],
  ["{}, and {} ended with status {#}", "{t1}、{2}が終了ステータス {3} で終わった"],
  ["{}, and {} ended with status {#} ({})", "{t1}、{2}が終了ステータス {3} で終わった（{t4}）"],
  ["as after signal {#}", "シグナル {1} の後と同じ"],
  ["a group failed ({})", "グループが失敗した（{t1}）"],
  ["the group", "グループ"],
  ["the job", "ジョブ"],
  ["{} was ended by {}", "{t1}が {2} で終了させられた"],
  [
    "{} was ended by {} (it touched memory that is not its own)",
    "{t1}が {2} で終了した（自分のものでないメモリに触れた）",
  ],
  ["{} was ended by {} (it gave up on an error of its own)", "{t1}が {2} で終了した（自身のエラーで打ち切った）"],
  [
    "{} was ended by {} (by force: by somebody, or because memory ran out)",
    "{t1}が {2} で終了させられた（強制終了: 誰かの操作、またはメモリ不足）",
  ],
  ["{} was ended by {} (its reader had gone)", "{t1}が {2} で終了した（読み手がいなくなった）"],
  [
    "{} was ended by {} (a file grew beyond the limit on file sizes)",
    "{t1}が {2} で終了させられた（ファイルサイズの制限を越えた）",
  ],
  [
    "{} was ended by {} (it used more CPU time than its limit)",
    "{t1}が {2} で終了させられた（CPU 時間の制限を越えた）",
  ],
  ["{} was ended by {} (interrupted)", "{t1}が {2} で終了させられた（中断）"],
  ["{} did not end within {}, and was ended", "{t1}が {2} 以内に終わらず、終了させられた"],
  ["{} did not end within {}, and was ended: {}", "{t1}が {2} 以内に終わらず、終了させられた: {3}"],
  ["{} did not end within {}, and was ended; it was {}", "{t1}が {2} 以内に終わらず、終了させられた。{t3}"],
  ["{} did not end within {}, and was ended; it was {}: {}", "{t1}が {2} 以内に終わらず、終了させられた。{t3}: {4}"],
  ["{}; {} was running; it was {}", "{t1}。{t2}が実行中だった。{t3}"],
  ["{}; it was {}", "{t1}。{t2}"],
  ["sleeping", "スリープしていた"],
  ["stopped", "停止させられていた"],
  ["computing", "計算していた"],
  ["computing, with {#} of a processor", "プロセッサ {1} 個分で計算していた"],
  ["waiting for another program of this host", "このホストの別のプログラムを待っていた"],
  ["waiting for a lock", "ロックを待っていた"],
  ["waiting for a lock, which {} has", "{1} が持つロックを待っていた"],
  ["waiting for the lock {}", "ロック {1} を待っていた"],
  ["waiting for the lock {}, which {} has", "{2} が持つロック {1} を待っていた"],
  ["waiting for a disk", "ディスクを待っていた"],
  ["waiting for the disk that has {}", "{1} のあるディスクを待っていた"],
  ["waiting for input", "入力を待っていた"],
  ["waiting for input from {}", "{1} からの入力を待っていた"],
  ["waiting for somebody to read its output", "出力が読まれるのを待っていた"],
  ["waiting for somebody to read {}", "{1} が読まれるのを待っていた"],
  ["waiting for {} to read its output", "{1} が出力を読むのを待っていた"],
  ["waiting for {}", "{1} を待っていた"],
  [
    "{} asked for the terminal, which a job beside the script does not have, and was ended; run it in the foreground, or give it its answers another way",
    "{1}が端末を求めたが、スクリプトと並行するジョブには端末がなく、終了させられた。フォアグラウンドで実行するか、答えを別の方法で与える",
  ],
  [
    "took {#} ms; {#} ms are usual, and after {#} runs more than {#} ms are not",
    "{1} ms かかった。通常は {2} ms で、{3} 回の実行から見て {4} ms を超えるのは通常ではない",
  ],
  [
    "runs for {#} ms, and goes on; {#} ms are usual, and after {#} runs more than {#} ms are not",
    "{1} ms 動いていて、まだ終わらない。通常は {2} ms で、{3} 回の実行から見て {4} ms を超えるのは通常ではない",
  ],
  ["took {#} ms, expected within {#} ms", "{1} ms かかった。見込みは {2} ms 以内"],

  // Why a command did not start.
  ["no program to run: the first word is an empty list", "実行するプログラムがない: 最初の語が空のリスト"],
  [
    "argument {#} holds a NUL character, which no program can be given",
    "第 {1} 引数に NUL 文字があり、プログラムに渡せない",
  ],
  ["the environment variable {} holds a NUL character", "環境変数 {1} に NUL 文字がある"],
  [
    "{} runs as another user, which has no effect in trees that a user without rights writes apart; start it outside of the block, or run the script as root",
    "{1}は別のユーザーとして動くが、権限のないユーザーが別に書き込むツリーの中では効果がない。ブロックの外で起動するか、スクリプトを root で実行する",
  ],
  ["{} is not found: no folder of PATH has such a program", "{1}が見つからない: PATH のどのフォルダにもない"],
  ["{} is not found: {}", "{1}が見つからない: {t2}"],
  ["{} cannot be run: {} is not usable: {}", "{1}を実行できない: {t2}が使えない: {t3}"],
  ["{} cannot be run: {}", "{1}を実行できない: {t2}"],
  ["{} cannot start: its working directory {} is gone", "{1}を開始できない: 作業ディレクトリ {2} がなくなった"],
  [
    "{} cannot start: its {#} arguments ({#} bytes) and the environment are more than the system takes at once; give them in parts, or in a file",
    "{1}を開始できない: {2} 個の引数（{3} バイト）と環境が、システムが一度に受け取れる量を越える。分けて渡すか、ファイルで渡す",
  ],
  ["{} cannot start: {}", "{1}を開始できない: {t2}"],
  ["its loader", "そのローダ"],
  ["its interpreter {}", "そのインタプリタ {1}"],
  ["it is a directory", "ディレクトリである"],
  [
    "Permission denied (it has no execute permission, or its file system allows none)",
    "許可がない（実行権がないか、ファイルシステムが実行を許さない）",
  ],
  ["it is no program for this machine", "このマシンのプログラムではない"],
  ["the system allows no more processes now", "システムは今これ以上のプロセスを許さない"],
  ["{}: the limit of this process (ulimit -n) is reached", "{t1}: このプロセスの制限（ulimit -n）に達した"],
  ["commands cannot be started on this machine ({}): {}", "このマシン（{1}）ではコマンドを開始できない: {t2}"],
  ["cannot start a job: {}", "ジョブを開始できない: {t1}"],
  ["cannot make a pipe: {}", "パイプを作れない: {t1}"],
  ["cannot capture output: {}", "出力を取り込めない: {t1}"],
  [
    'the output is larger than one value may hold: more than {} ({#} bytes came before the command was ended); read it with "for (String line in $(…))", or redirect it to a file',
    '出力が 1 つの値の上限を越える: {t1}より大きい（コマンドを終えるまでに {2} バイト来た）。"for (String line in $(…))" で読むか、ファイルにリダイレクトする',
  ],
  ["{#} bytes", "{1} バイト"],
  ["$! has no value: no job has been started here", "$! に値がない: ここではジョブが開始されていない"],
  ["exit takes a status from 0 to 255, not {}", "exit が取るのは 0 から 255 の終了ステータスで、{1}ではない"],
  ["the script lets this job go on after its own end", "スクリプトは、自身の終了後もこのジョブを続けさせる"],
  ["a command left this process running", "コマンドがこのプロセスを動かしたまま残した"],

  // Words.
  [
    '"{}" comes {} and looks like an option; put -- ahead of it if the command knows --, or ./ if it names a file',
    '"{1}" は{t2}来た値で、オプションに見える。コマンドが -- を知っていれば前に -- を、ファイル名なら ./ を付ける',
  ],
  ...sources,
  ...sources.map(([english, japanese]): Phrase => [`${english} and {}`, `${japanese}、{t1}`]),
  ["cannot tell what matches {}: {}", "{1}に一致するものを調べられない: {t2}"],
  ["no file matches {} in {}; {}", "{2}に {1} と一致するファイルがない。{t3}"],
  ["no file matches {}; {}", "{1}と一致するファイルがない。{t2}"],
  ["if it is no pattern, quote the word: {}", "パターンでないなら、語を引用する: {1}"],
  ["where none is fine, write {}", "なくてもよいなら {1} と書く"],
  [
    "{#} files match {}, but only one can stand here: {}",
    "{1} 個のファイルが {2} と一致するが、ここには 1 つしか書けない: {3}",
  ],
  [
    "~ has no meaning here: HOME is not set, and /etc/passwd has no user {}",
    "ここの ~ に意味はない: HOME が設定されておらず、/etc/passwd にユーザ {1} がいない",
  ],
  [
    "~{} has no meaning here: /etc/passwd has no user {}",
    "ここの ~{1} に意味はない: /etc/passwd にユーザ {2} がいない",
  ],

  // Directories and redirections.
  [
    "cannot change back: this flow has had no other directory yet (OLDPWD is not set)",
    "元に戻れない: このフローにはまだ前のディレクトリがない（OLDPWD が設定されていない）",
  ],
  ["cannot change to a directory without a name", "名前のないディレクトリには移動できない"],
  ["cannot change to a directory whose name holds a NUL", "名前に NUL を含むディレクトリには移動できない"],
  ["cannot change to {}: {}", "{1}に移動できない: {t2}"],
  ["cannot replace {}: {}", "{1}を置き換えられない: {t2}"],
  ["descriptor {} is not open here", "ファイル記述子 {1} はここでは開いていない"],
  ["cannot make the here-document: {}", "ヒアドキュメントを作れない: {t1}"],
  ["cannot open {} for {}: {}", "{1}を{t2}で開けない: {t3}"],
];
