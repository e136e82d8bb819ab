/** What the samples of a host say, and what a command waited for. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const samplerPhrases: readonly Phrase[] = [
  // Memory.
  [
    "memory ran out, and the kernel killed processes: {#} since the run began",
    "メモリが尽き、カーネルがプロセスを終了させた: 実行の開始から {1} 件",
  ],
  [
    "the kernel killed processes for want of memory: {#} since the run began",
    "メモリ不足のため、カーネルがプロセスを終了させた: 実行の開始から {1} 件",
  ],
  [
    "the operator of this host must see what takes its memory, or add some",
    "このホストの運用者が、何がメモリを使っているかを調べるか、メモリを増やす必要がある",
  ],
  [
    "work stood still for want of memory {} of the last minute",
    "直近 1 分間の {1} は、メモリ不足のため処理が止まっていた",
  ],
  ["the control group's memory is used up: {}", "コントロールグループのメモリを使い切った: {t1}"],
  [
    "the operator of this host must raise the memory limit of the control group, or run less in it",
    "このホストの運用者が、コントロールグループのメモリの上限を上げるか、その中で動くものを減らす必要がある",
  ],
  ["this host swaps {#} pages a second", "このホストは毎秒 {1} ページをスワップしている"],
  ["{#} {} of {#} {}", "{3} {4} のうち {1} {2}"],

  // File systems.
  [
    "no inode is free on {}: it holds too many files, however small",
    "{t1}に空いている i ノードがない: 小さくても、ファイルの数が多すぎる",
  ],
  [
    "the operator of this host must remove files from {}, however small",
    "このホストの運用者が、小さくても{t1}からファイルを削除する必要がある",
  ],
  ["this file system", "このファイルシステム"],
  ["{} are left on {}", "{2} の残りは {t1}"],
  ["{#} bytes", "{1} バイト"],
  ["{} lost {} within {}", "{1} の空きが {3} の間に {2} 減った"],
  ["the operator of this host must make room on {}", "このホストの運用者が {1} に空きを作る必要がある"],
  ["{} became read-only while the script ran", "スクリプトの実行中に {1} が読み取り専用になった"],
  [
    "the operator of this host must find out why {} became read-only (dmesg), and mount it anew",
    "このホストの運用者が、{1} が読み取り専用になった理由を調べ（dmesg）、マウントし直す必要がある",
  ],

  // Limits of the host.
  ["this host has {} files open, the most that it can have", "このホストは {t1} 個のファイルを開いていて、これが上限"],
  [
    "the operator of this host must see who has them open (lsof), or raise fs.file-max",
    "このホストの運用者が、誰が開いているかを調べるか（lsof）、fs.file-max を上げる必要がある",
  ],
  ["{} processes and threads are there, the most that there may be", "プロセスとスレッドが {t1} 個あり、これが上限"],
  [
    "the operator of this host must see what has made so many processes, or raise the limit",
    "このホストの運用者が、何がこれほど多くのプロセスを作ったかを調べるか、上限を上げる必要がある",
  ],
  ["{#} of the user's {#}", "このユーザの上限 {2} のうち {1}"],
  ["{#} of {#}", "{2} のうち {1}"],

  // Time and processors.
  ["this host's clock was set {}", "このホストの時計が{t1}られた"],
  ["{} forward", "{1} 進め"],
  ["{} back", "{1} 戻され"],
  [
    "the operator of this host must see what sets its clock",
    "このホストの運用者が、何が時計を合わせているかを調べる必要がある",
  ],
  ["this host slept for {}", "このホストは {1} の間スリープしていた"],
  [
    "the operator of this host must keep it from sleeping while scripts run",
    "このホストの運用者が、スクリプトの実行中はスリープしないようにする必要がある",
  ],
  [
    "the engine itself got no processor for {}: this host is starved, or somebody stopped the run",
    "エンジン自身が {1} の間プロセッサを得られなかった: このホストに余裕がないか、誰かが実行を停止した",
  ],
  [
    "{} of the processors were in use in the last minute, and others waited for them",
    "直近 1 分間にプロセッサの {1} が使われ、ほかのものが待っていた",
  ],
  [
    "the operator of this host must see what takes its processors",
    "このホストの運用者が、何がプロセッサを使っているかを調べる必要がある",
  ],
  [
    "everything stood still for want of its disks {} of the last minute",
    "直近 1 分間の {1} は、ディスク待ちですべての処理が止まっていた",
  ],
  [
    "the operator of this host must see what keeps its disks busy, and whether they are well",
    "このホストの運用者が、何がディスクを使っているか、ディスクが正常かを調べる必要がある",
  ],
  ["the interface {} lost {#} packets in the last minute", "直近 1 分間にインタフェース {1} が {2} パケットを失った"],
  [
    "the operator of this host must look at {} and its cable",
    "このホストの運用者が {1} とそのケーブルを調べる必要がある",
  ],

  // What a command waited for.
  ["it waited for {}, another machine", "別のマシン {1} を待っていた"],
  ["it waited for a service of this host: {}", "このホストのサービスを待っていた: {t1}"],
  [
    "the operator of this host must look at the service, and why it does not answer",
    "このホストの運用者が、サービスと、応答しない理由を調べる必要がある",
  ],
  ["it waited for a lock, which {} has", "{t1}が持つロックを待っていた"],
  ["another process", "別のプロセス"],
  [
    "the operator of this host must see what {} does with the lock, or let it end first",
    "このホストの運用者が、{t1}がロックで何をしているかを調べるか、先に終わるのを待つ必要がある",
  ],
  ["it waited for a disk of this host", "このホストのディスクを待っていた"],
  ["it waited for the file server that has {}", "{1} のあるファイルサーバを待っていた"],
  [
    "it computed all the time, with {#} of a processor: its loop has no end, or its work is too much",
    "プロセッサ {1} 個分を使って計算し続けていた: ループに終わりがないか、処理が多すぎる",
  ],
  [
    "the script's developer must see why it computes so long, or grant more time",
    "スクリプトの開発者が、計算が長い理由を調べるか、時間を増やす必要がある",
  ],
  ["it wanted to compute, and got {#} of a processor", "計算しようとしたが、プロセッサ {1} 個分しか得られなかった"],
  ["it waited for input that nobody gave", "誰も与えない入力を待っていた"],
  [
    "the script's developer must give it its input, or /dev/null",
    "スクリプトの開発者が、入力か /dev/null を与える必要がある",
  ],
  ["whoever ran this must give the input that it waits for", "実行した人が、待たれている入力を与える必要がある"],
  ["it waited for somebody to read what it writes", "書き込んだものを誰かが読むのを待っていた"],
  [
    "the script's developer must see that its output is read",
    "スクリプトの開発者が、出力が読まれるようにする必要がある",
  ],
  ["it slept: it asks for more time than the limit grants", "待ち時間に入っていた: 制限より長い時間を求めている"],
  [
    "it was stopped (SIGSTOP, Ctrl-Z), and nobody let it go on",
    "停止させられ（SIGSTOP、Ctrl-Z）、誰も再開させなかった",
  ],
  [
    "the operator of this host must see who stopped it (kill -CONT lets it go on)",
    "このホストの運用者が、誰が停止させたかを調べる必要がある（kill -CONT で再開する）",
  ],
];
