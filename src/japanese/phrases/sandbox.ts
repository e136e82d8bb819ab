/** What is said of trees that are taken back. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

const refusals: readonly Phrase[] = [
  ["the trees cannot be taken: {}; {}", "ツリーを引き受けられない: {t1}。{t2}"],
  ["there is no folder in which a transaction could be kept", "トランザクションを記録できるフォルダがない"],
  ["set XDG_STATE_HOME to a folder that can be written", "XDG_STATE_HOME に書き込めるフォルダを設定する"],
  ["{} is no folder", "{1} はフォルダではない"],
  ["{} is no file and no folder", "{1} はファイルでもフォルダでもない"],
  ["name the folder that it lies in", "それがあるフォルダを指定する"],
  ["{} cannot be written apart: {}", "{1} を別に書き込むことができない: {2}"],
  ["look at the rights and the file system", "権限とファイルシステムを確認する"],
  ["{} is named twice", "{1} が二度指定されている"],
  ["{} and {} lie one in the other", "{1} と {2} は一方が他方の中にある"],
  ["name the outer one alone", "外側だけを指定する"],
  ["{} cannot be reached ({})", "{1} に到達できない（{2}）"],
  ["look at the rights of the folders around it", "その上のフォルダの権限を確認する"],
  ["{} does not exist", "{1} が存在しない"],
  [
    "make it ahead of the block, or name the folder that it will lie in",
    "ブロックの前に作るか、それを置くフォルダを指定する",
  ],
  ["{} is made by the kernel ({}), and cannot be taken back", "{1} はカーネルが作るもの（{2}）で、元に戻せない"],
  ["leave it out", "指定から外す"],
  [
    "{} lies on {}, where other hosts write, too, and nothing can be laid over it",
    "{1} は {2} の上にあり、ほかのホストも書き込むので、何も重ねられない",
  ],
  ["work on a copy on this host's own disk", "このホスト自身のディスクにあるコピーで作業する"],
  ["{} lies on a file system that can only be read", "{1} は読み出し専用のファイルシステムにある"],
  ["another file system is mounted within {}, at {}", "{1} の中の {2} に別のファイルシステムがマウントされている"],
  ["name folders that hold no mount", "マウントを含まないフォルダを指定する"],
  [
    "{} is where a file system is mounted: there is no place beside it on the same file system",
    "{1} はファイルシステムのマウント先で、同じファイルシステムの上に並べて置ける場所がない",
  ],
  ["name the folders in it", "その中のフォルダを指定する"],
];

const copies: readonly Phrase[] = [
  [
    "{} cannot be written apart ({}): {#} files were copied ahead ({}), and others see what changes at once",
    "{1} を別に書き込むことができない（{t2}）: 前もって {3} 個のファイルをコピーした（{t4}）。変更はほかからもすぐに見える",
  ],
  [
    "the root of this engine is not that of its mount namespace",
    "このエンジンのルートは、そのマウント名前空間のルートではない",
  ],
  ["no overlay can be laid over {}: {}", "{1} にオーバーレイを重ねられない: {2}"],
  ["unshare (util-linux) cannot be started: {}", "unshare（util-linux）を起動できない: {1}"],
  ["the system makes no user namespace for this user", "システムはこのユーザーにユーザー名前空間を作らない"],
  ["commands cannot enter a user namespace: {}", "コマンドがユーザー名前空間に入れない: {1}"],
  ["{} is not of this user and group", "{1} はこのユーザーとグループのものではない"],
  ["{} has several names", "{1} には複数の名前がある"],
  ["`{}` runs as another user, which has no effect there", "`{1}` は別のユーザーとして動くが、そこでは効果がない"],
  ["nothing is kept for {}", "{1} のために保たれているものがない"],
  ["the process that keeps the trees has ended", "ツリーを保つプロセスが終わっている"],
  ["sharing their blocks", "ブロックは共有"],
  ["there is no room for a copy of {}: {#} bytes are free", "{1} のコピーを置く空きがない: 空きは {2} バイト"],
  ["make room, or name a smaller folder", "空きを作るか、もっと小さいフォルダを指定する"],
  ["{} cannot be copied ahead: {} is refused ({})", "{1} を前もってコピーできない: {2} が拒まれた（{3}）"],
  [
    "look at the rights of its files, and of the folder around it",
    "その中のファイルと、その上のフォルダの権限を確認する",
  ],
  [
    "{} has another name outside of the tree, which a copy could not stand for",
    "{1} にはツリーの外にも別の名前があり、コピーでは代わりにならない",
  ],
  ["name the folder of that one, too, or run this as root", "そのフォルダも指定するか、root で実行する"],
  ["{} changes while it is copied", "{1} がコピーの間に変わる"],
  ["try again when nobody else is at work there", "ほかの誰もそこで作業していないときにやり直す"],
  [
    "{} belongs to user {} and group {}: this user could not put it back so",
    "{1} はユーザ {2}、グループ {3} のもの: このユーザではそのとおりに戻せない",
  ],
  ["run this as root, or give the files to one user", "root で実行するか、ファイルを一人のユーザのものにする"],
  ["a copy is gone", "コピーがなくなった"],
  ["try again", "やり直す"],
];

const endings: readonly Phrase[] = [
  ["the files of `{}` (line {#})", "`{1}` のファイル（{2} 行目）"],
  ["this engine has no way to take files back", "このエンジンにはファイルを元に戻す手段がない"],
  [
    "{} lies outside of what the block around this one takes back ({}); name it there, too",
    "{1} は外側のブロックが元に戻すもの（{2}）の外にある。そこにも指定する",
  ],
  [
    "a block within this one failed, so that nothing of it can be committed",
    "中のブロックが失敗したので、このブロックは何も確定できない",
  ],
  [
    "{} still runs at the end of the block, and could go on writing: wait for it, or end it, within the block",
    "{1} がブロックの終わりでまだ動いていて、書き込みを続けうる: ブロックの中で待つか終わらせる",
  ],
  ["nothing is committed: the system refused {} ({})", "何も確定しなかった: システムが {1} を拒んだ（{2}）"],
  [
    "nothing is committed: the clock was set back, so that changes of others in {} cannot be told",
    "何も確定しなかった: 時計が戻されたので、{1} でのほかからの変更を見分けられない",
  ],
  [
    "nothing is committed: somebody else has changed, too, what the block has changed: {}",
    "何も確定しなかった: ブロックが変更したものを、ほかの誰かも変更した: {1}",
  ],
  [
    "the trees could not be taken back ({}): the next start of dscript tries it again",
    "ツリーを元に戻せなかった（{1}）: 次に dscript を始めたときにもう一度試みる",
  ],
  [
    "what somebody else has put in the way meanwhile is kept as {}",
    "その間にほかの誰かが同じ場所に置いたものは {1} として残してある",
  ],
  [
    "what an engine that was killed left half done in {} is completed",
    "強制終了されたエンジンが {1} に途中まで残したものを完了した",
  ],
  [
    "what an engine that was killed left half done in {} is taken back",
    "強制終了されたエンジンが {1} に途中まで残したものを元に戻した",
  ],
  [
    "what an engine that was killed left in {} cannot be settled yet ({})",
    "強制終了されたエンジンが {1} に残したものをまだ片付けられない（{2}）",
  ],
];

export const sandboxPhrases: readonly Phrase[] = [...refusals, ...copies, ...endings];
